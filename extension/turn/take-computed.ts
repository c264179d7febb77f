import { answerText } from '../../shared/math/computing/answer-text.ts'
import { writesComma } from '../../shared/notation.ts'
import type { Computed, Task } from '../../shared/percepts/computation.ts'
import type { TutoringState } from './loop-state.ts'
import { newId, putEntry, texts, type Work } from './work.ts'

/** Has worked out what the person asked for; in exam mode that is refused. */
export function askForAnswer(work: Work, id: string, tutoring: TutoringState | undefined, task: Task): void {
  const { state } = work
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (state.manner.exam) return say(texts(work).computing.exam)
  const whole = 'text' in task && task.text === '' ? { ...task, text: lastWritten(tutoring) } : task
  if ('text' in whole && whole.text === '') return say(texts(work).loop.nothingToCheck)
  const { decimal } = state.manner
  const comma = decimal === 'comma' || (decimal === 'language' && writesComma(state.language))
  state.computations.push({
    id: newId(work, 'w'),
    tutoring: id,
    task: whole,
    seed: state.run % 2 ** 31,
    ...(comma ? { decimalComma: true } : {}),
  })
}

/** Longest line of a field that is worked out, in UTF-16 units. */
const LINE_LENGTH = 600

/** The last line in the field last edited. */
function lastWritten(tutoring: TutoringState | undefined): string {
  const field = tutoring?.fields.toSorted((a, b) => a.editedAt - b.editedAt).at(-1)
  const line = field?.text.split('\n').findLast((each) => each.trim() !== '') ?? ''
  return line.length > LINE_LENGTH ? '' : line.trim()
}

/** The answer has come: said, in the language and notation of now. */
export function takeComputed(work: Work, { request, answer, failed }: Computed): void {
  const { state } = work
  state.computations = state.computations.filter(({ id }) => id !== request.id)
  const { language, manner } = state
  const text = failed || answer === null ? texts(work).computing.failed : answerText(answer, language, manner)
  putEntry(work, { tutoring: request.tutoring, who: 'tutor', kind: 'said', text })
}
