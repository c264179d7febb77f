import type { LoopState } from './loop-state.ts'

/**
 * The same memory on a new grid: after a restart, or when the clock was set back. Times of the person's last
 * deeds that now lie in the future are forgotten.
 * @param now ms since the epoch: origin of the new grid
 */
export function newRun(state: LoopState, now: number): LoopState {
  const past = (at: number | null) => (at !== null && at > now ? null : at)
  // What was sent last is of a tutoring that may be deleted before this run's trace is.
  const { sentText: _, ...person } = state.person
  return {
    ...state,
    run: now,
    turn: 0,
    now,
    ids: 0,
    policy: {},
    person: {
      ...person,
      draftAt: past(person.draftAt),
      keyAt: past(person.keyAt),
      selectedAt: past(person.selectedAt),
      scrolledAt: past(person.scrolledAt),
    },
  }
}
