import { isPaused } from '../../shared/manner.ts'
import { answerText } from '../../shared/math/computing/answer-text.ts'
import { writesComma } from '../../shared/notation.ts'
import type { Computed, Task } from '../../shared/percepts/computation.ts'
import type { TutoringState } from './loop-state.ts'
import { setExercise } from './practise.ts'
import { askForDerivation } from './take-derivation.ts'
import { takeToolComputed } from './thought-tools.ts'
import { newId, putEntry, texts, type Work } from './work.ts'

/** Has worked out what the person asked for; in exam mode that is refused. */
export function askForAnswer(work: Work, id: string, tutoring: TutoringState | undefined, task: Task): void {
  const { state } = work
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (task.what === 'like-it') {
    const whole = task.text === '' ? { ...task, text: firstWritten(tutoring) } : task
    const fromPage = whole.text === '' && task.sort === null && canRead(work, tutoring)
    return fromPage ? askForDerivation(work, id, tutoring, task) : request(work, id, whole)
  }
  if (state.manner.exam && task.what !== 'name-step') return say(texts(work).computing.exam)
  if (task.what === 'name-step') return askForRule(work, id, tutoring, task)
  const whole = 'text' in task && task.text === '' ? { ...task, text: lastWritten(tutoring) } : task
  if ('text' in whole && whole.text === '')
    return canRead(work, tutoring)
      ? askForDerivation(work, id, tutoring, task)
      : say(texts(work).loop.nothingToCheck)
  request(work, id, whole)
}

/** Where nothing is written, what stands on the page is meant. */
const canRead = ({ state }: Work, tutoring: TutoringState | undefined): boolean =>
  tutoring?.connected === true && !isPaused(state.manner, state.now)

/** The page has said what stands there: the line selected, else the first, is what was asked about. */
export function askAboutPage(work: Work, id: string, task: Task, lines: string[], line?: number): void {
  const text = lines[line ?? 0] ?? ''
  if (text !== '' && task.what === 'name-step')
    return explain(work, id, { ...task, lines, line: task.line ?? line ?? null })
  if (text !== '' && 'text' in task) return request(work, id, { ...task, text })
  const says = texts(work)
  const none = task.what === 'like-it' ? says.computing.cannot['no-like'] : says.loop.nothingToCheck
  putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text: none })
}

function request(work: Work, tutoring: string, task: Task): void {
  const { state } = work
  const { decimal } = state.manner
  const comma = decimal === 'comma' || (decimal === 'language' && writesComma(state.language))
  state.computations.push({
    id: newId(work, 'w'),
    tutoring,
    task,
    seed: state.run % 2 ** 31,
    ...(comma ? { decimalComma: true } : {}),
  })
}

/** Lines of a field that are looked at, as many as the checker takes. */
const LINES = 60

function askForRule(
  work: Work,
  id: string,
  tutoring: TutoringState | undefined,
  task: Extract<Task, { what: 'name-step' }>,
): void {
  const written = lastField(tutoring)?.text.split('\n').slice(0, LINES) ?? []
  const selected = tutoring?.selection.trim() ?? ''
  const own = selected === '' ? -1 : written.findIndex((line) => line.trim() === selected)
  const onPage = written.every((line) => line.trim() === '') || (selected !== '' && own < 0)
  if (task.lines.length === 0 && onPage && canRead(work, tutoring))
    return askForDerivation(work, id, tutoring, task)
  const lines = task.lines.length > 0 ? task.lines : written.map((line) => line.slice(0, 2000))
  const says = texts(work)
  if (lines.every((line) => line.trim() === '')) {
    putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text: says.loop.nothingToCheck })
    return
  }
  explain(work, id, { ...task, lines, line: task.line ?? (own < 0 ? null : own) })
}

function explain(work: Work, id: string, task: Extract<Task, { what: 'name-step' }>): void {
  if (task.line === null || task.line < task.lines.length) return request(work, id, task)
  const text = texts(work).computing.namedStep.cannotTell(task.line + 1)
  putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
}

const lastField = (tutoring: TutoringState | undefined) =>
  tutoring?.fields.toSorted((a, b) => a.editedAt - b.editedAt).at(-1)

/** Longest line of a field that is worked out, in UTF-16 units. */
const LINE_LENGTH = 600

/** The exercise itself is mostly the first line of its working. */
function firstWritten(tutoring: TutoringState | undefined): string {
  const line =
    lastField(tutoring)
      ?.text.split('\n')
      .find((each) => each.trim() !== '') ?? ''
  return line.length > LINE_LENGTH ? '' : line.trim()
}

/** The last line in the field last edited. */
function lastWritten(tutoring: TutoringState | undefined): string {
  const line =
    lastField(tutoring)
      ?.text.split('\n')
      .findLast((each) => each.trim() !== '') ?? ''
  return line.length > LINE_LENGTH ? '' : line.trim()
}

/** The person no longer wants what is being worked out. @returns whether there was anything */
export function cancelComputing(work: Work, id: string): boolean {
  const { state } = work
  const kept = state.computations.filter(({ tutoring }) => tutoring !== id)
  if (kept.length === state.computations.length) return false
  state.computations = kept
  putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text: texts(work).computing.cancelled })
  return true
}

/** The answer has come: said, in the language and notation of now. */
export function takeComputed(work: Work, { request, answer, failed }: Computed): void {
  const { state } = work
  if (state.computations.every(({ id }) => id !== request.id)) return
  const stillAtIt = answer === null && !failed
  if (stillAtIt) {
    const text = texts(work).computing.stillAtIt
    putEntry(work, { tutoring: request.tutoring, who: 'tutor', kind: 'said', text })
    return
  }
  state.computations = state.computations.filter(({ id }) => id !== request.id)
  if (takeToolComputed(work, { request, answer, failed })) return
  if (answer?.kind === 'exercise') return setExercise(work, request.tutoring, answer)
  const { language, manner } = state
  const text = failed || answer === null ? texts(work).computing.failed : answerText(answer, language, manner)
  putEntry(work, { tutoring: request.tutoring, who: 'tutor', kind: 'said', text })
}
