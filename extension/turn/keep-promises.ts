import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { dueText, nextDue } from '../../shared/skills/promise-schedule.ts'
import { report } from '../../shared/skills/report.ts'
import type { PromiseRow } from '../store/rows.ts'
import { tutoringOf } from './loop-state.ts'
import { contextOf } from './skill-context.ts'
import { putEntry, putPromise, type Work } from './work.ts'

/** Reminders carried over to the next tutoring, the last ones. */
const MISSED = 20

/** Ended promises remembered, the last ones. */
const ENDED = 20

/** Keeps what is due: each promise is said once in this micro-turn, however late it is. */
export function keepPromises(work: Work): void {
  const { state } = work
  for (const promise of state.promises) {
    if (promise.due === null && promise.until !== null && promise.until < state.now)
      endPromise(work, promise.id)
    if (promise.due === null || promise.due > state.now) continue
    const text = wordsDue(work, promise)
    const next = nextDue(promise, state.now)
    putPromise(work, {
      ...promise,
      kept: promise.kept + 1,
      due: next ?? promise.due,
      state: next === null ? 'ended' : 'open',
    })
    sayKept(work, promise, text)
  }
}

/** What is said of a promise that is due now: its own words, or the answer to its question. */
export function wordsDue({ state }: Work, promise: PromiseRow): string {
  if (promise.asks) {
    const tutoring = tutoringOf(state, state.front ?? promise.tutoring)
    const answered = report(promise.text, contextOf(state, tutoring, state.now))
    if (answered !== null) return answered
  }
  return dueText(promise, state.now, state.language)
}

/** Says what was promised where the person is, and on the system where no panel is open. */
export function sayKept(work: Work, promise: PromiseRow, text: string): void {
  const { state } = work
  if (promise.kind !== 'watch' && promise.cue?.counts !== true) state.lastKept = promise.text
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

export function endPromise(work: Work, id: string): void {
  const promise = work.state.promises.find((each) => each.id === id)
  if (promise === undefined) return
  const ended: PromiseRow = { ...promise, state: 'ended' }
  work.state.endedPromises = [...work.state.endedPromises.slice(-ENDED + 1), ended]
  putPromise(work, ended)
}

/** Whether it waits for something on its page, and ends with it. */
export function needsPage({ kind, cue }: PromiseRow): boolean {
  return kind === 'watch' || cue?.moment.when === 'reached'
}

/** Undoes an end. What was due meanwhile is left out; a watch needs its page. */
export function keepAfterAll(work: Work, id: string): void {
  const { state } = work
  const promise = state.endedPromises.find((each) => each.id === id)
  if (promise === undefined || (needsPage(promise) && !tutoringOf(state, promise.tutoring))) return
  const due = nextDue(promise, state.now)
  if (promise.kind === 'remind' && due === null) return
  state.endedPromises = state.endedPromises.filter((each) => each !== promise)
  putPromise(work, { ...promise, due, state: 'open' })
}

type Edit = Extract<PanelToLoop, { kind: 'edit-promise' }>

/** Changes an open promise; a time that has passed is due now. */
export function editPromise(work: Work, { promise: id, text, due, every, again }: Edit): void {
  const promise = work.state.promises.find((each) => each.id === id)
  if (promise === undefined) return
  // What a page takes as a watch (see OrdersSchema).
  if (promise.kind === 'watch') return putPromise(work, { ...promise, text: text.slice(0, 200) })
  if (promise.cue !== undefined)
    return putPromise(work, { ...promise, text, cue: { ...promise.cue, again: again ?? promise.cue.again } })
  if (due === null) return
  const until = promise.until !== null && (every === null || promise.until < due) ? null : promise.until
  putPromise(work, { ...promise, text, due, every, until })
}
