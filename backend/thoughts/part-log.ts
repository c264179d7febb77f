import type { Part } from '../../shared/thoughts/part.ts'
import type { NewPart } from '../reasoners/reason.ts'

/** What is kept of a thought: `open` while somebody works on it. */
export interface LogState {
  readonly state: 'unknown' | 'open' | 'ended'
  /** How many results of tools it has been given. */
  readonly results: number
  readonly parts: readonly Part[]
}

/**
 * The parts of thoughts, kept so that a stream can be taken up again, by another replica too.
 *
 *   unknown ─begin─▶ open ─append: tool call─▶ ended ─begin with one result more─▶ open
 *                      └─append: error, done─▶ ended ─15 minutes─▶ unknown
 *
 * Only one caller's `begin` succeeds: it does the work. Only what is open can be appended to: who gives a thought up
 * appends the error `cancelled`, and whoever works on it finds that it has ended.
 */
export interface PartLog {
  readonly kind: 'memory' | 'redis'
  /** Whether the caller is to do the work. Numbers go on after `after` where the thought is unknown. */
  begin(thought: string, results: number, after: number): Promise<boolean>
  /** Numbers a part and keeps it; false where the thought is not open (with so many results). */
  append(thought: string, results: number, part: NewPart): Promise<boolean>
  /** Gives a thought up, also one that has not come yet, or waits for its tool. */
  cancel(thought: string): Promise<void>
  /** What there is after number `after`. */
  read(thought: string, after: number): Promise<LogState>
  /** Calls back when there is something new to read. @returns how to stop that */
  listen(thought: string, onNews: (ended: boolean) => void): Promise<() => void>
  /** Says that the work on it goes on; where nobody does any more, it is lost. */
  keepAlive(thought: string): Promise<void>
  close(): Promise<void>
}

/** How long an ended thought can be read, ms: the panel may be closed meanwhile, or the browser restarted. */
export const KEPT_MS = 15 * 60_000

/**
 * The parts after number `after`, as they come, several at a time; an empty list after `quietMs` without any. Ends
 * with the thought, or quietly with the signal. A tool call that was answered is left out: nobody is to do it again.
 */
export async function* follow(
  log: PartLog,
  thought: string,
  { after, quietMs, signal }: { after: number; quietMs: number; signal: AbortSignal },
): AsyncGenerator<readonly Part[]> {
  let known = after
  let news = Promise.withResolvers<void>()
  const wake = () => news.resolve()
  const stop = await log.listen(thought, wake)
  signal.addEventListener('abort', wake, { once: true })
  try {
    while (!signal.aborted) {
      news = Promise.withResolvers<void>()
      const { state, parts } = await log.read(thought, known)
      if (state === 'unknown') {
        yield [{ seq: known + 1, kind: 'error', error: 'lost' }]
        return
      }
      const last = parts.at(-1)
      if (last) {
        known = last.seq
        const wanted = parts.filter(
          (part) => part.kind !== 'tool-call' || (part === last && state === 'ended'),
        )
        if (wanted.length > 0) yield wanted
      }
      if (state === 'ended') return
      if (!(await within(quietMs, news.promise))) yield []
    }
  } finally {
    signal.removeEventListener('abort', wake)
    stop()
  }
}

async function within(ms: number, news: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), ms)
  const came = await Promise.race([news.then(() => true), late.promise])
  clearTimeout(timer)
  return came
}
