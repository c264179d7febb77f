import { APICallError, StreamProviderError } from 'ai'
import type { ThoughtError } from '../../shared/thoughts/part.ts'

/** Codes of Node's for "no way to that host". */
const NO_WAY = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'])
/** Codes of Node's and of undici's for a connection that ended early. */
const CUT = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_BODY_TIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
])

/** A failure that knows what it is to the person. */
export class ReasonerError extends Error {
  readonly thoughtError: ThoughtError

  constructor(thoughtError: ThoughtError) {
    super(thoughtError)
    this.thoughtError = thoughtError
  }
}

/** What a provider's error is to the person. `local`: the model runs on this machine; `begun`: something has come. */
export function thoughtErrorOf(
  error: unknown,
  { local, begun }: { local: boolean; begun: boolean },
): ThoughtError {
  if (error instanceof ReasonerError) return error.thoughtError
  const code = codeOf(error)
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400)
    return ofStatus(error.statusCode, `${error.message} ${error.responseBody ?? ''}`)
  if (begun && code !== null && (CUT.has(code) || code === 'ECONNREFUSED')) return 'model-stopped'
  if (code !== null && NO_WAY.has(code)) return local ? 'model-unreachable' : 'no-network'
  if (code !== null && /^(?:E[A-Z]+|UND_ERR_[A-Z_]+)$/u.test(code)) return 'model-unreachable'
  if (isTerminated(error)) return begun ? 'model-stopped' : 'model-unreachable'
  return statedError(error) ?? 'model-garbled'
}

/** Whether asking once more may help: the server was busy, or failed for the moment. */
export function mayPass(error: unknown): boolean {
  if (!APICallError.isInstance(error) || error.statusCode === undefined) return false
  return error.statusCode === 429 || error.statusCode >= 500
}

/** Whether a server does not take tools: vLLM and llama.cpp want an option for them, some models have none. */
export function refusesTools(error: unknown): boolean {
  if (!APICallError.isInstance(error) || error.statusCode === undefined || error.statusCode === 429)
    return false
  return error.statusCode >= 400 && /tool/iu.test(`${error.message} ${error.responseBody ?? ''}`)
}

/** How long a server that is busy wants to be left alone, ms; null: it does not say. */
export function restOf(error: unknown): number | null {
  if (!APICallError.isInstance(error)) return null
  const seconds = Number(error.responseHeaders?.['retry-after'])
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null
}

function ofStatus(status: number, message: string): ThoughtError {
  if (/context.?(?:length|window|size)|too (?:long|many tokens)|maximum.*tokens/iu.test(message))
    return 'too-long'
  if (status === 402 || /insufficient.?quota|credit balance/iu.test(message)) return 'too-dear'
  if (status === 429 || status >= 500) return 'model-busy'
  return status === 408 ? 'timed-out' : 'model-refused'
}

/** An error that a provider put into its stream. */
function statedError(error: unknown): ThoughtError | null {
  if (!StreamProviderError.isInstance(error)) return null
  const { statusCode, message, data } = error
  const known = statusCode === undefined ? 'model-stopped' : ofStatus(statusCode, message)
  return /context.?(?:length|window|size)/iu.test(`${message} ${JSON.stringify(data)}`) ? 'too-long' : known
}

function isTerminated(error: unknown): boolean {
  return error instanceof Error && /^(?:terminated|fetch failed|cannot connect)/iu.test(error.message)
}

/** The system's code of an error, or of what caused it. */
function codeOf(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
    if (first instanceof Error && 'code' in first && typeof first.code === 'string') return first.code
  }
  return null
}
