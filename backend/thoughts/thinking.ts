import type { Language } from '../../shared/catalogue/languages.ts'
import { endsStream, type ThoughtError } from '../../shared/thoughts/part.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import type { Budget, NewPart, Reason } from '../reasoners/reason.ts'
import type { Search } from '../search/search.ts'
import type { PartLog } from './part-log.ts'

/** Longest answer, in UTF-16 units of its parts as JSON: bounds the memory of a log. */
const MOST_LENGTH = 1_000_000
/** How often a log is told that its thought is still worked on, ms. */
export const ALIVE_MS = 3_000

export interface ThinkingParts {
  readonly log: PartLog
  readonly reason: Reason
  readonly searchIn: (language: Language) => Search
  /** What holds for a thought that begins now. */
  readonly bounds: () => { readonly seconds: number; readonly budget: Budget }
  /** Thoughts at once in this process. */
  readonly most: number
}

/** Works on thoughts, each bounded in time, size and cost. Who asked may go away: the log is what it is told to. */
export class Thinking {
  readonly #parts: ThinkingParts
  readonly #running = new Map<string, { stop: AbortController; ended: Promise<void> }>()

  #last = Promise.resolve()

  constructor(parts: ThinkingParts) {
    this.#parts = parts
  }

  /** Thoughts at once. */
  get most(): number {
    return this.#parts.most
  }

  /**
   * Begins the thought, or goes on after a tool call; a thought that is known is left as it is.
   * @param thought under which it is kept
   * @param after the number of the last part that the client has
   */
  async begin(
    thought: string,
    request: ThoughtRequest,
    after: number,
  ): Promise<'begun' | 'known' | 'too-many'> {
    const { log, most } = this.#parts
    const { results } = request
    if (this.#running.size >= most) {
      const { state, results: known } = await log.read(thought, after)
      return state === 'unknown' || results.length > known ? 'too-many' : 'known'
    }
    if (!(await log.begin(thought, results.length, after))) return 'known'
    const stop = new AbortController()
    this.#running.set(thought, { stop, ended: this.#run(thought, request, stop) })
    return 'begun'
  }

  /** Gives up all that runs here: readers are told that it is lost, not left waiting. */
  async close(): Promise<void> {
    const running = [...this.#running.values()]
    for (const { stop } of running) stop.abort('lost')
    await Promise.all(running.map(({ ended }) => ended))
  }

  async #run(thought: string, request: ThoughtRequest, stop: AbortController): Promise<void> {
    const { log, bounds, reason, searchIn } = this.#parts
    const { results, language } = request
    const give = (part: NewPart) => log.append(thought, results.length, part)
    const { seconds, budget } = bounds()
    const late = setTimeout(() => stop.abort(new DOMException('too late', 'TimeoutError')), seconds * 1000)
    const alive = setInterval(() => void log.keepAlive(thought).catch(() => {}), ALIVE_MS)
    let stopListening = () => {}
    try {
      stopListening = await log.listen(thought, (ended) => {
        if (ended) void this.#lookForEnd(thought, results.length, stop)
      })
      await this.#turn()
      const parts = reason(request, { search: searchIn(language), signal: stop.signal, budget })
      if (!(await giveAll(parts, stop.signal, give)))
        await give({ kind: 'error', error: whyStopped(stop.signal) })
    } catch (error) {
      // Names what failed, never what it was about.
      console.error(`thought failed: ${error instanceof Error ? error.name : typeof error}`)
      await give({ kind: 'error', error: whyStopped(stop.signal) }).catch(() => {})
    } finally {
      clearTimeout(late)
      clearInterval(alive)
      stopListening()
      stop.abort('ended')
      this.#running.delete(thought)
    }
  }

  /** One thought begins in one turn of the event loop: many at once hold up nobody who is being answered. */
  #turn(): Promise<void> {
    this.#last = this.#last.then(() => new Promise(setImmediate))
    return this.#last
  }

  /** Somebody else may have ended it: the person, at another replica. */
  async #lookForEnd(thought: string, results: number, stop: AbortController): Promise<void> {
    const now = await this.#parts.log.read(thought, Number.MAX_SAFE_INTEGER).catch(() => null)
    if (now && (now.state !== 'open' || now.results !== results)) stop.abort('cancelled')
  }
}

/** @returns whether the log has its end, by a part or because somebody else ended it */
async function giveAll(
  parts: AsyncIterable<NewPart>,
  signal: AbortSignal,
  give: (part: NewPart) => Promise<boolean>,
): Promise<boolean> {
  const stopped = new Promise<IteratorResult<NewPart>>((resolve) => {
    const end = () => resolve({ done: true, value: undefined })
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  const iterator = parts[Symbol.asyncIterator]()
  let length = 0
  try {
    for (;;) {
      // A model that hangs does not hear the signal.
      const next = await Promise.race([iterator.next(), stopped])
      if (next.done) return false
      const part = next.value
      length += JSON.stringify(part).length
      if (length > MOST_LENGTH) {
        await give({ kind: 'error', error: 'too-long' })
        return true
      }
      if (!(await give(part)) || endsStream(part)) return true
    }
  } finally {
    void iterator.return?.()?.catch(() => {})
  }
}

function whyStopped({ aborted, reason }: AbortSignal): ThoughtError {
  if (!aborted) return 'internal'
  if (reason === 'lost') return 'lost'
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timed-out' : 'cancelled'
}
