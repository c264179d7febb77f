import { REMOVALS, type Removal } from '../store/rows.ts'
import { endTutoring } from './end-tutoring.ts'
import { putSetting, type Work } from './work.ts'

/** How long what was deleted can be kept after all (ms). */
export const KEPT_MS = 15_000

function putRemovals(work: Work, removals: readonly Removal[]): void {
  work.state.removals = removals.filter(({ tutorings }) => tutorings.length > 0)
  putSetting(work, REMOVALS, work.state.removals)
}

/** Tutorings are to go. One that still goes on is stopped; kept after all it stays stopped. */
export function removeTutorings(work: Work, tutorings: readonly string[]): void {
  const { state } = work
  const known = new Set(state.removals.flatMap((removal) => removal.tutorings))
  const gone = [...new Set(tutorings)].filter((id) => !known.has(id))
  const stopped = gone.filter((id) => Object.hasOwn(state.tutorings, id))
  for (const id of stopped) endTutoring(work, id, 'stopped')
  const removal = { tutorings: gone, at: state.now + KEPT_MS }
  putRemovals(work, [...state.removals, stopped.length > 0 ? { ...removal, stopped } : removal])
}

/** Undoes a removal. */
export function keepTutorings(work: Work, tutorings: readonly string[]): void {
  const kept = new Set(tutorings)
  putRemovals(
    work,
    work.state.removals.map((removal) => ({
      ...removal,
      tutorings: removal.tutorings.filter((id) => !kept.has(id)),
    })),
  )
}

/** What was not kept in time goes for good, with this micro-turn's transaction. */
export function carryOutRemovals(work: Work): void {
  const { state } = work
  const due = state.removals.filter(({ at }) => at <= state.now)
  if (due.length === 0) return
  const gone = new Set(due.flatMap(({ tutorings }) => tutorings))
  for (const id of gone) work.forgets.add(id)
  // Whichever of them it was said in.
  delete state.person.sentText
  if (state.practice !== null && gone.has(state.practice.tutoring)) state.practice = null
  if (state.diary !== undefined) state.diary = state.diary.filter(({ tutoring }) => !gone.has(tutoring))
  state.endedPromises = state.endedPromises.filter(({ tutoring }) => !gone.has(tutoring))
  putRemovals(
    work,
    state.removals.filter((removal) => !due.includes(removal)),
  )
}
