import { answerText } from '../../shared/math/computing/answer-text.ts'
import { writesComma } from '../../shared/notation.ts'
import type { Computed, Task } from '../../shared/percepts/computation.ts'
import type { TutoringState } from './loop-state.ts'
import { setExercise } from './practise.ts'
import { newId, putEntry, texts, type Work } from './work.ts'

/** Has worked out what the person asked for; in exam mode that is refused. */
export function askForAnswer(work: Work, id: string, tutoring: TutoringState | undefined, task: Task): void {
  const { state } = work
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (task.what === 'like-it')
    return request(work, id, task.text === '' ? { ...task, text: firstWritten(tutoring) } : task)
  if (state.manner.exam && task.what !== 'name-step') return say(texts(work).computing.exam)
  if (task.what === 'name-step') return askForRule(work, id, tutoring, task)
  const whole = 'text' in task && task.text === '' ? { ...task, text: lastWritten(tutoring) } : task
  if ('text' in whole && whole.text === '') return say(texts(work).loop.nothingToCheck)
  request(work, id, whole)
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
  const lines = task.lines.length > 0 ? task.lines : written.map((line) => line.slice(0, 2000))
  const says = texts(work)
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (lines.every((line) => line.trim() === '')) return say(says.loop.nothingToCheck)
  if (task.line !== null && task.line >= lines.length)
    return say(says.computing.namedStep.cannotTell(task.line + 1))
  request(work, id, { ...task, lines })
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

/** The answer has come: said, in the language and notation of now. */
export function takeComputed(work: Work, { request, answer, failed }: Computed): void {
  const { state } = work
  state.computations = state.computations.filter(({ id }) => id !== request.id)
  if (answer?.kind === 'exercise') return setExercise(work, request.tutoring, answer)
  const { language, manner } = state
  const text = failed || answer === null ? texts(work).computing.failed : answerText(answer, language, manner)
  putEntry(work, { tutoring: request.tutoring, who: 'tutor', kind: 'said', text })
}
