import { type ModelMessage, streamText, type ToolSet } from 'ai'
import type { ThoughtError } from '../../shared/thoughts/part.ts'
import type { Prompt } from './prompt.ts'
import { mayPass, refusesTools, restOf, thoughtErrorOf } from './provider-error.ts'
import type { Thinker } from './thinker.ts'

// The library would print what a provider does not support; logs are ours.
globalThis.AI_SDK_LOG_WARNINGS = false

/** Longest rest before a busy server is asked once more, and the usual one, ms. */
const LONGEST_REST_MS = 3_000
const USUAL_REST_MS = 300

/** A tool that the model wants called, whether or not there is one. `input`: text where it is no JSON. */
export interface Call {
  id: string
  name: string
  input: unknown
}

/** How one call of the model ended. Tokens are null where the provider does not say. */
export type Asked =
  | {
      ended: 'whole' | 'cut'
      calls: Call[]
      messages: ModelMessage[]
      tokens: { in: number; out: number } | null
    }
  /** `withoutTools`: it may answer where none are offered. */
  | { ended: 'failed'; error: ThoughtError; withoutTools?: true }

export interface AskDoors {
  signal: AbortSignal
  silenceMs: number
  maxTokens: number
  tools: ToolSet
  /** Whether nothing of the thought was shown yet: only then is a busy server asked once more. */
  mayAskAgain: boolean
}

/** Asks the model once and yields the text of its answer as it comes. Rejects with the signal's reason only. */
export async function* askModel(
  thinker: Thinker,
  prompt: Prompt,
  doors: AskDoors,
): AsyncGenerator<string, Asked> {
  const first = yield* tryOnce(thinker, prompt, doors)
  if (!('again' in first)) return first
  await rest(first.again, doors.signal)
  const second = yield* tryOnce(thinker, prompt, { ...doors, mayAskAgain: false })
  return 'again' in second ? { ended: 'failed', error: second.error } : second
}

type Tried = Asked | { again: number; error: ThoughtError }

async function* tryOnce(
  { model, local }: Thinker,
  { instructions, messages }: Prompt,
  { signal, silenceMs, maxTokens, tools, mayAskAgain }: AskDoors,
): AsyncGenerator<string, Tried> {
  const hung = new AbortController()
  const answer = streamText({
    model,
    instructions,
    messages,
    tools,
    maxOutputTokens: maxTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.any([signal, hung.signal]),
    telemetry: { isEnabled: false },
    // An error is a part of the stream; the library would log it, with what was sent.
    onError: () => {},
  })
  const calls: Call[] = []
  let begun = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const listen = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => hung.abort(), silenceMs)
  }
  const failed = (error: unknown): Tried => {
    signal.throwIfAborted()
    if (hung.signal.aborted) return { ended: 'failed', error: 'timed-out' }
    const thoughtError = thoughtErrorOf(error, { local, begun })
    if (!begun && Object.keys(tools).length > 0 && refusesTools(error))
      return { ended: 'failed', error: thoughtError, withoutTools: true }
    const restMs = restOf(error) ?? USUAL_REST_MS
    if (mayAskAgain && !begun && mayPass(error) && restMs <= LONGEST_REST_MS)
      return { again: restMs, error: thoughtError }
    return { ended: 'failed', error: thoughtError }
  }
  listen()
  try {
    for await (const part of answer.stream) {
      listen()
      switch (part.type) {
        case 'text-delta':
          begun = true
          if (part.text !== '') yield part.text
          break
        case 'reasoning-delta':
          begun = true
          break
        case 'tool-call':
          begun = true
          calls.push({ id: part.toolCallId, name: part.toolName, input: part.input })
          break
        case 'error':
          return failed(part.error)
        case 'abort':
          return failed(new Error('aborted'))
        case 'finish-step': {
          if (part.finishReason === 'content-filter') return { ended: 'failed', error: 'model-refused' }
          // No reason: the connection ended before the answer did.
          if (
            part.finishReason === 'error' ||
            (part.finishReason === 'other' && part.rawFinishReason === undefined)
          )
            return { ended: 'failed', error: begun ? 'model-stopped' : 'model-garbled' }
          const { inputTokens, outputTokens } = part.usage
          return {
            ended: part.finishReason === 'length' ? 'cut' : 'whole',
            calls,
            messages: await answer.responseMessages,
            tokens:
              inputTokens === undefined || outputTokens === undefined
                ? null
                : { in: inputTokens, out: outputTokens },
          }
        }
        default:
      }
    }
    return failed(new Error('terminated'))
  } catch (error) {
    return failed(error)
  } finally {
    clearTimeout(timer)
    // Who looks away has the provider stop too.
    hung.abort()
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
