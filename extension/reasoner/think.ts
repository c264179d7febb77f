import { EventSourceParserStream } from 'eventsource-parser/stream'
import * as v from 'valibot'
import { HEARTBEAT_MS, RefusalSchema } from '../../shared/thoughts/meeting.ts'
import { endsStream, isShown, type Part, PartSchema } from '../../shared/thoughts/part.ts'
import { BackendError, type BackendSession } from './backend-session.ts'

/** A stream that is silent for longer than this is dead (ms). */
const SILENT_MS = 3 * HEARTBEAT_MS
/** How often a stream that broke off is taken up again, and the waits in between (ms). */
const AGAIN_MS = [200, 1_000, 3_000, 8_000]
/** Parts after which a backend has lost its mind. */
const MOST_PARTS = 20_000

export interface ThinkDoors {
  /** A session with the backend, a new one each time it is asked for. Rejects with a BackendError. */
  session(): Promise<BackendSession>
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** What is wanted of the backend. */
export interface Wanted {
  thought: string
  /** The request as JSON; null where some of its answer was shown already: it is not thought anew, only taken up. */
  body: string | null
  /** The last part that is known. */
  seq: number
}

/**
 * Has one thought thought: its parts after `seq`, in order, each once, over broken connections and new sessions. A
 * backend that was restarted thinks it anew where nothing of it was shown; else it is lost, and a part says so.
 * Ends after the part that ends the stream; rejects with a BackendError where the backend cannot be reached, and
 * with the signal's reason.
 */
export async function* think(
  wanted: Wanted,
  signal: AbortSignal,
  { session, wait }: ThinkDoors,
): AsyncGenerator<Part> {
  let { body, seq } = wanted
  let failures = 0
  for (;;) {
    const before = seq
    try {
      for await (const part of stream(await session(), { ...wanted, body, seq }, signal)) {
        if (part.seq <= seq) continue
        seq = part.seq
        if (isShown(part)) body = null
        yield part
        if (endsStream(part) || seq > MOST_PARTS) return
      }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof BackendError && error.why !== 'absent' && error.why !== 'wrong-proof') throw error
      if (failures >= AGAIN_MS.length)
        throw error instanceof BackendError ? error : new BackendError('absent')
    }
    failures = seq > before ? 0 : failures + 1
    await wait(AGAIN_MS[failures] ?? AGAIN_MS.at(-1) ?? 0, signal)
    if (failures > AGAIN_MS.length) throw new BackendError('absent')
  }
}

/** One connection's worth of parts. What is no part is passed over. */
async function* stream(
  session: BackendSession,
  { thought, body, seq }: Wanted,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const silence = new Silence(signal)
  const init = {
    headers: { accept: 'text/event-stream', ...(seq > 0 ? { 'last-event-id': String(seq) } : {}) },
    signal: silence.signal,
  }
  try {
    const answer = await (body === null
      ? session.send('GET', `/thoughts/${thought}/parts`, init)
      : session.send('POST', '/thoughts', { body, ...init }))
    if (!answer.ok || answer.body === null) throw await refusalOf(answer)
    const events = answer.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(silence.heard())
      .pipeThrough(new EventSourceParserStream())
    for await (const { data } of events) {
      const part = v.safeParse(PartSchema, parsed(data))
      if (part.success) yield part.output
    }
  } finally {
    silence.end()
  }
}

async function refusalOf(answer: Response): Promise<BackendError> {
  const said = parsed(await answer.text().catch(() => ''))
  const refusal = v.safeParse(RefusalSchema, said)
  return new BackendError(refusal.success ? refusal.output.refused : 'absent')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Ends a connection on which nothing was heard for too long. */
class Silence {
  readonly #controller = new AbortController()
  readonly signal: AbortSignal
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(outer: AbortSignal) {
    this.signal = AbortSignal.any([outer, this.#controller.signal])
    this.#again()
  }

  heard(): TransformStream<string, string> {
    return new TransformStream({
      transform: (chunk, to) => {
        this.#again()
        to.enqueue(chunk)
      },
    })
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#controller.abort()
  }

  #again(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#controller.abort(), SILENT_MS)
  }
}
