import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'

/** What a scripted model was asked, as far as scripts look at it. */
const AskedSchema = v.object({
  model: v.string(),
  messages: v.array(
    v.object({
      role: v.string(),
      content: v.nullish(v.union([v.string(), v.array(v.object({ text: v.optional(v.string(), '') }))])),
    }),
  ),
  tools: v.optional(v.array(v.object({ function: v.object({ name: v.string() }) })), []),
  max_tokens: v.optional(v.number()),
})
export type AskedModel = v.InferOutput<typeof AskedSchema>

/** One thing that a scripted model does, in order. Without an end of its own an answer ends well. */
export type ScriptLine =
  | { text: string }
  | { call: string; arguments: unknown }
  /** Raw bytes of the stream. */
  | { raw: string }
  | { waitMs: number }
  /** Goes on when this is fulfilled. */
  | { until: Promise<unknown> }
  /** Says nothing more and keeps the connection. */
  | 'hang'
  /** The connection breaks off. */
  | 'die'
  /** The answer was longer than it may be. */
  | 'cut'
  /** Refuses instead of answering; must be the first line. */
  | { status: number; headers?: Record<string, string>; body?: string }

export type Script = (asked: AskedModel) => readonly ScriptLine[]

/**
 * A server that speaks OpenAI's wire format for streamed chat completions and says what a script says: it stands in
 * for models that cost money, in tests only. It counts every fourth letter as a token.
 */
export class ScriptedModel implements AsyncDisposable {
  /** All that it was asked. */
  readonly asked: AskedModel[] = []
  /** How many connections were closed by the other side before the answer was whole. */
  leftEarly = 0
  #script: Script
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  constructor(script: Script = () => [{ text: 'Hello.' }]) {
    this.#script = script
  }

  /** What is said from now on. */
  say(script: Script | readonly ScriptLine[]): void {
    this.#script = typeof script === 'function' ? script : () => script
  }

  /** Its address, up to the `/v1` that clients expect. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const bound = this.#server.address()
    if (bound === null || typeof bound === 'string') throw new Error('the scripted model has no port')
    return `http://127.0.0.1:${bound.port}/v1`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (path.endsWith('/models'))
      return void response.setHeader('content-type', 'application/json').end('{"data":[{"id":"scripted"}]}')
    if (!path.endsWith('/chat/completions')) return void response.writeHead(404).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const asked = v.parse(AskedSchema, JSON.parse(Buffer.concat(chunks).toString()))
    this.asked.push(asked)
    response.once('close', () => {
      if (!response.writableFinished) this.leftEarly += 1
    })
    await this.#play(this.#script(asked), asked, response)
  }

  async #play(lines: readonly ScriptLine[], asked: AskedModel, response: ServerResponse): Promise<void> {
    const first = lines[0]
    if (typeof first === 'object' && 'status' in first) {
      response.writeHead(first.status, { 'content-type': 'application/json', ...first.headers })
      return void response.end(first.body ?? '{"error":{"message":"scripted"}}')
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    const send = (choice: object, more: object = {}): void => {
      const chunk = { id: 'scripted', model: asked.model, choices: [{ index: 0, ...choice }], ...more }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    }
    let letters = 0
    let calls = 0
    for (const line of lines) {
      if (line === 'hang') return
      if (line === 'die') return void response.destroy()
      if (line === 'cut') break
      if ('raw' in line) response.write(line.raw)
      if ('waitMs' in line) await pause(line.waitMs)
      if ('until' in line) await line.until
      if ('text' in line) {
        letters += line.text.length
        send({ delta: { role: 'assistant', content: line.text } })
      }
      if ('call' in line) {
        const called = { name: line.call, arguments: JSON.stringify(line.arguments) }
        const id = `call_${asked.messages.length}_${calls}`
        send({ delta: { tool_calls: [{ index: calls, id, type: 'function', function: called }] } })
        calls += 1
      }
    }
    const usage = {
      prompt_tokens: tokens(JSON.stringify(asked.messages).length),
      completion_tokens: tokens(letters),
    }
    const reason = lines.includes('cut') ? 'length' : calls > 0 ? 'tool_calls' : 'stop'
    send({ delta: {}, finish_reason: reason }, { usage })
    response.end('data: [DONE]\n\n')
  }
}

function tokens(letters: number): number {
  return Math.ceil(letters / 4)
}

/** All text that a model was given, as one. */
export function promptTextOf({ messages }: AskedModel): string {
  return messages
    .map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join(''),
    )
    .join('\n')
}
