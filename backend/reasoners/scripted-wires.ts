import * as v from 'valibot'

const Text = v.object({ text: v.optional(v.string(), '') })
/** What a scripted model was asked, as far as scripts look at it. */
const AskedSchema = v.object({
  model: v.string(),
  messages: v.array(v.object({ role: v.string(), content: v.nullish(v.union([v.string(), v.array(Text)])) })),
  tools: v.optional(v.array(v.object({ function: v.object({ name: v.string() }) })), []),
  max_tokens: v.optional(v.number()),
})
export type AskedModel = v.InferOutput<typeof AskedSchema>

export type EndsBy = 'whole' | 'cut' | 'calls'

/** One answer as bytes of the stream, in the order in which they are asked for. */
export interface WireAnswer {
  readonly first: string
  text(text: string): string
  /** @param at how many calls came before it */
  call(at: number, id: string, name: string, input: unknown): string
  last(by: EndsBy, tokens: { in: number; out: number }): string
}

/** How one provider is asked, and how its answers are written. */
export interface Wire {
  /** What follows host and port in the address that clients are given. */
  readonly version: string
  readonly path: RegExp
  /** Throws where that is no question of this provider's. */
  read(body: unknown, path: string): AskedModel
  begin(asked: AskedModel, tokensIn: number): WireAnswer
  /** An error in the stream, by HTTP's number for it. */
  error(status: number): string
  /** The body of an answer that is an error. */
  refusal(status: number): string
}

const data = (chunk: object): string => `data: ${JSON.stringify(chunk)}\n\n`

/** Chat completions, as servers of one's own speak them too. */
export const openAiWire: Wire = {
  version: '/v1',
  path: /\/chat\/completions$/u,
  read: (body) => v.parse(AskedSchema, body),
  begin({ model }) {
    const chunk = (choice: object, more: object = {}): string =>
      data({ id: 'scripted', model, choices: [{ index: 0, ...choice }], ...more })
    const reasons = { whole: 'stop', cut: 'length', calls: 'tool_calls' }
    return {
      first: '',
      text: (content) => chunk({ delta: { role: 'assistant', content } }),
      call(index, id, name, input) {
        const called = { name, arguments: JSON.stringify(input) }
        return chunk({ delta: { tool_calls: [{ index, id, type: 'function', function: called }] } })
      },
      last(by, { in: prompt_tokens, out: completion_tokens }) {
        const usage = { prompt_tokens, completion_tokens }
        return `${chunk({ delta: {}, finish_reason: reasons[by] }, { usage })}data: [DONE]\n\n`
      },
    }
  },
  error: () => data({ error: { message: 'scripted', type: 'server_error' } }),
  refusal: () => '{"error":{"message":"scripted"}}',
}

const AnthropicSchema = v.object({
  model: v.string(),
  max_tokens: v.number(),
  stream: v.literal(true),
  system: v.optional(v.array(Text), []),
  messages: v.array(v.object({ role: v.picklist(['user', 'assistant']), content: v.array(Text) })),
  tools: v.optional(v.array(v.object({ name: v.string(), input_schema: v.unknown() })), []),
})

/** Messages, as Anthropic streams them: each event by its name, each block opened and closed. */
export const anthropicWire: Wire = {
  version: '/v1',
  path: /\/messages$/u,
  read(body) {
    const { model, max_tokens, system, messages, tools } = v.parse(AnthropicSchema, body)
    return {
      model,
      max_tokens,
      messages: [{ role: 'system', content: system }, ...messages],
      tools: tools.map(({ name }) => ({ function: { name } })),
    }
  },
  begin({ model }, input_tokens) {
    const event = (type: string, more: object): string => `event: ${type}\n${data({ type, ...more })}`
    const reasons = { whole: 'end_turn', cut: 'max_tokens', calls: 'tool_use' }
    let index = -1
    let open = false
    const close = (): string => {
      if (!open) return ''
      open = false
      return event('content_block_stop', { index })
    }
    const block = (content_block: object): string => {
      const closed = close()
      index += 1
      open = true
      return closed + event('content_block_start', { index, content_block })
    }
    const usage = { input_tokens, output_tokens: 1 }
    const message = { id: 'msg', type: 'message', role: 'assistant', model, content: [], usage }
    let inText = false
    return {
      first: event('message_start', { message }) + event('ping', {}),
      text(text) {
        const begun = inText && open ? '' : block({ type: 'text', text: '' })
        inText = true
        return begun + event('content_block_delta', { index, delta: { type: 'text_delta', text } })
      },
      call(_at, id, name, input) {
        inText = false
        const delta = { type: 'input_json_delta', partial_json: JSON.stringify(input) }
        const begun = block({ type: 'tool_use', id, name, input: {} })
        return begun + event('content_block_delta', { index, delta })
      },
      last: (by, { out: output_tokens }) =>
        close() +
        event('message_delta', {
          delta: { stop_reason: reasons[by], stop_sequence: null },
          usage: { output_tokens },
        }) +
        event('message_stop', {}),
    }
  },
  error: (status) => `event: error\n${data({ type: 'error', error: anthropicError(status) })}`,
  refusal: (status) => JSON.stringify({ type: 'error', error: anthropicError(status) }),
}

function anthropicError(status: number): object {
  const types: Record<number, string> = {
    401: 'authentication_error',
    429: 'rate_limit_error',
    529: 'overloaded_error',
  }
  return { type: types[status] ?? 'api_error', message: 'scripted' }
}

const Parts = v.object({ role: v.optional(v.string(), 'system'), parts: v.array(Text) })
const GoogleSchema = v.object({
  systemInstruction: v.optional(Parts),
  contents: v.array(Parts),
  generationConfig: v.optional(v.object({ maxOutputTokens: v.optional(v.number()) }), {}),
  tools: v.optional(
    v.array(v.object({ functionDeclarations: v.optional(v.array(v.object({ name: v.string() })), []) })),
    [],
  ),
})

/** Gemini's generateContent: each chunk a whole answer with what is new in it. */
export const googleWire: Wire = {
  version: '/v1beta',
  path: /\/models\/[\w.-]+:streamGenerateContent\?alt=sse$/u,
  read(body, path) {
    const { systemInstruction, contents, generationConfig, tools } = v.parse(GoogleSchema, body)
    const { maxOutputTokens } = generationConfig
    return {
      model: /models\/([\w.-]+):/u.exec(path)?.[1] ?? '',
      messages: [...(systemInstruction ? [systemInstruction] : []), ...contents].map(({ role, parts }) => ({
        role,
        content: parts,
      })),
      tools: tools.flatMap(({ functionDeclarations }) =>
        functionDeclarations.map((it) => ({ function: it })),
      ),
      ...(maxOutputTokens !== undefined && { max_tokens: maxOutputTokens }),
    }
  },
  begin({ model: modelVersion }) {
    const chunk = (candidate: object, more: object = {}): string =>
      data({ candidates: [{ index: 0, ...candidate }], modelVersion, responseId: 'scripted', ...more })
    const saying = (...parts: object[]): object => ({ content: { role: 'model', parts } })
    return {
      first: '',
      text: (text) => chunk(saying({ text })),
      call: (_at, _id, name, args) => chunk(saying({ functionCall: { name, args } })),
      last(by, { in: promptTokenCount, out: candidatesTokenCount }) {
        const usageMetadata = {
          promptTokenCount,
          candidatesTokenCount,
          totalTokenCount: promptTokenCount + candidatesTokenCount,
        }
        return chunk(
          { ...saying({ text: '' }), finishReason: by === 'cut' ? 'MAX_TOKENS' : 'STOP' },
          { usageMetadata },
        )
      },
    }
  },
  error: (status) => data(googleError(status)),
  refusal: (status) => JSON.stringify(googleError(status)),
}

function googleError(code: number): object {
  const states: Record<number, string> = {
    401: 'UNAUTHENTICATED',
    429: 'RESOURCE_EXHAUSTED',
    503: 'UNAVAILABLE',
  }
  return { error: { code, message: 'scripted', status: states[code] ?? 'INTERNAL' } }
}
