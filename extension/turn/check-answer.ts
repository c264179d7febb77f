import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import type { Entry } from '../store/rows.ts'
import { answerClaims } from './answer-claims.ts'
import { ask, newId, putEntry, texts, type Work } from './work.ts'

/** Answers whose claims are being checked, the last ones. */
const ANSWERS = 4

/** An answer of the reasoner's whose equations are being checked. */
export interface CheckedAnswer {
  entry: Entry
  /** Checks that have not answered yet. */
  checks: string[]
}

/** The words are a model's; whether an equation in them is true says the checker. */
export function checkAnswer(work: Work, entry: Entry): void {
  const { state } = work
  const checks = answerClaims(entry.text).map((lines) => {
    const id = newId(work, 'c')
    ask(work, {
      id,
      tutoring: entry.tutoring,
      path: null,
      text: lines.join('\n'),
      lines,
      lastUnfinished: false,
      paused: true,
      seed: state.run % 2 ** 31,
      problem: null,
      lang: state.language,
      asked: false,
    })
    return id
  })
  if (checks.length > 0) state.answers = [...(state.answers ?? []).slice(-ANSWERS + 1), { entry, checks }]
}

/** What the checker found in an answer: what is false is struck through, and said to be so. @returns whether it was one */
export function takeAnswerCheck(work: Work, { request, verdicts }: Finding): boolean {
  const { state } = work
  const answer = state.answers?.find(({ checks }) => checks.includes(request.id))
  if (answer === undefined) return false
  answer.checks = answer.checks.filter((id) => id !== request.id)
  state.answers = state.answers?.filter(({ checks }) => checks.length > 0) ?? []
  const wrong = verdicts.find((verdict) => verdict.verdict === 'does-not-follow')
  const known = answer.entry.answer
  if (wrong === undefined || known === undefined) return true
  const text = request.lines[wrong.line] ?? ''
  const why = evidenceText(wrong.proof, state.language, state.manner)
  answer.entry = { ...answer.entry, answer: { ...known, struck: [...known.struck, { text, why }] } }
  work.writes.entries.set(answer.entry.id, answer.entry)
  putEntry(work, {
    tutoring: answer.entry.tutoring,
    who: 'tutor',
    kind: 'said',
    text: texts(work).thoughts.correction(text, why),
  })
  return true
}
