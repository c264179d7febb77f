import { candidates, cutIns } from './agenda.ts'
import { cueDue } from './cue-spans.ts'
import { type LoopState, TURN_MS } from './loop-state.ts'
import { stuckAt } from './offers.ts'
import { takeUpAt } from './take-up.ts'
import { aheadAt } from './think-ahead.ts'
import { thoughtsWait } from './thoughts.ts'

/**
 * When something happens by itself, without a percept (ms since the epoch); Infinity: never. Before that a
 * micro-turn changes nothing but the time: nothing is being said, nothing waits to be said, nothing is due.
 * Whatever the policy wanted, the guard would make it a hold; so it is not asked.
 */
function restsUntil(state: LoopState): number {
  const { speech, person, manner, quietUntil, removals, promises, tutorings, now } = state
  if (speech !== null || person.sent !== null || candidates(state).length > 0 || cutIns(state).length > 0)
    return now
  if (thoughtsWait(state)) return now
  let until = Math.min(manner.pausedUntil ?? Infinity, ...removals.map(({ at }) => at))
  if (quietUntil !== null && quietUntil > now) until = Math.min(until, quietUntil)
  for (const { due, until: last } of promises) until = Math.min(until, due ?? last ?? Infinity)
  for (const { agenda, disputed = [] } of Object.values(tutorings)) {
    for (const { remark, spoken } of agenda)
      if (!spoken && remark.state === 'waiting') until = Math.min(until, remark.expires)
    for (const dispute of disputed) if (dispute.until > now) until = Math.min(until, dispute.until)
  }
  return Math.min(until, stuckAt(state), cueDue(state), takeUpAt(state), aheadAt(state))
}

/** The last micro-turn that is at rest, if no percept comes; Infinity: all that follow. */
export function lastAtRest(state: LoopState): number {
  return Math.ceil((restsUntil(state) - state.run) / TURN_MS) - 1
}

/** The same memory at a later micro-turn, up to which it was at rest. */
export function restedUntil(state: LoopState, turn: number): LoopState {
  return turn > state.turn ? { ...state, turn, now: state.run + turn * TURN_MS } : state
}
