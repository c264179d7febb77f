import type { Cue, Moment } from '../../shared/percepts/cue.ts'
import type { PromiseRow } from '../store/rows.ts'
import type { LoopState } from './loop-state.ts'
import type { Work } from './work.ts'

type Span = Extract<Moment, { ms: number }>
type Cued = PromiseRow & { cue: Cue }

/** Whether a moment is something that lasts: silence, absence, a line that does not come. */
export const isSpan = (moment: Moment): moment is Span => 'ms' in moment

/** A cue after what this micro-turn noticed of the person's going and of their lines; null: it can no longer be met. */
export function followed({ noticed, state }: Work, promise: Cued): Cued | null {
  const { moment } = promise.cue
  let { since } = promise.cue
  for (const each of noticed) {
    if (moment.when === 'away' && each.what === 'did') {
      if (each.deed === 'left') since ??= state.now
      if (each.deed === 'returned') since = undefined
    }
    if (moment.when === 'no-line' && each.what === 'lines' && each.after > each.before) {
      if (moment.once) return null
      since = state.now
    }
  }
  if (since === promise.cue.since) return promise
  const { since: _, ...cue } = promise.cue
  return { ...promise, cue: since === undefined ? cue : { ...cue, since } }
}

/** Since when what a cue waits for lasts (ms since the epoch); null: it does not. */
export function lastingSince(state: LoopState, promise: Cued): number | null {
  switch (promise.cue.moment.when) {
    case 'silent':
      return lastSign(state, promise)
    case 'away':
      return promise.cue.since ?? null
    case 'no-line':
      return Math.max(promise.madeAt, promise.cue.since ?? 0)
    default:
      return null
  }
}

/** The person's last sign that they write or say something, or the promise itself (ms since the epoch). */
function lastSign({ person, now }: LoopState, { madeAt }: PromiseRow): number {
  const signs = [person.keyAt, person.draftAt, person.sentAt, madeAt]
  return Math.max(0, ...signs.flatMap((at) => (at != null && at <= now ? [at] : [])))
}

/** When the first cue is due by itself, without a percept (ms since the epoch); Infinity: none is. */
export function cueDue(state: LoopState): number {
  let due = Infinity
  for (const promise of state.promises) {
    const { cue } = promise
    if (cue === undefined) continue
    due = Math.min(due, cue.dues?.[0] ?? Infinity)
    if (!isSpan(cue.moment)) continue
    const since = lastingSince(state, { ...promise, cue })
    if (since !== null && cue.after !== since) due = Math.min(due, since + cue.moment.ms)
  }
  return due
}
