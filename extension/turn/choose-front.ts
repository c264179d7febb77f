import type { LoopState, TutoringState } from './loop-state.ts'

/** The tab in front is hidden, gone or over: another one that can be seen takes its place, if there is one. */
export function chooseFront(state: LoopState): void {
  const front = state.front === null ? undefined : state.tutorings[state.front]
  if (front?.connected === true && front.visible) return
  const seen = Object.values(state.tutorings).findLast(({ connected, visible }) => connected && visible)
  state.front = seen?.row.id ?? null
}

/**
 * The person is at this tab since `at` (ms since the epoch): it has the focus, or was written in. What was
 * noticed before the tab in front came there, and is told late, changes nothing.
 */
export function comeToFront(state: LoopState, tutoring: TutoringState, at: number): void {
  if (!tutoring.connected || !tutoring.visible || at < state.frontAt) return
  tutoring.frontAt = at
  state.front = tutoring.row.id
  state.frontAt = at
}
