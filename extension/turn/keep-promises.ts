import { dueText, nextDue } from '../../shared/skills/promise-schedule.ts'
import { putEntry, putPromise, type Work } from './work.ts'

/** Reminders carried over to the next tutoring, the last ones. */
const MISSED = 20

/** Keeps what is due: each promise is said once in this micro-turn, however late it is. */
export function keepPromises(work: Work): void {
  const { state } = work
  for (const promise of state.promises) {
    if (promise.due === null && promise.until !== null && promise.until < state.now)
      endPromise(work, promise.id)
    if (promise.due === null || promise.due > state.now) continue
    const text = dueText(promise, state.now)
    const next = nextDue(promise, state.now)
    putPromise(work, {
      ...promise,
      kept: promise.kept + 1,
      due: next ?? promise.due,
      state: next === null ? 'ended' : 'open',
    })
    const open = Object.keys(state.tutorings)
    const tutoring = state.front ?? (open.includes(promise.tutoring) ? promise.tutoring : open.at(-1))
    const entry = putEntry(work, {
      tutoring: tutoring ?? promise.tutoring,
      who: 'tutor',
      kind: 'reminder',
      text,
    })
    if (tutoring === undefined) state.homeless = [...state.homeless.slice(-MISSED + 1), entry]
    work.notices.push({ id: promise.id, text })
  }
}

export function endPromise(work: Work, id: string): void {
  const promise = work.state.promises.find((each) => each.id === id)
  if (promise !== undefined) putPromise(work, { ...promise, state: 'ended' })
}
