import type { LoopState } from './loop-state.ts'

/** The tab in front is hidden, gone or over: another one that can be seen takes its place, if there is one. */
export function chooseFront(state: LoopState): void {
  const front = state.front === null ? undefined : state.tutorings[state.front]
  if (front?.connected === true && front.visible) return
  const seen = Object.values(state.tutorings).findLast(({ connected, visible }) => connected && visible)
  state.front = seen?.row.id ?? null
}
