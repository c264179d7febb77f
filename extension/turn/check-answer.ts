import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import type { Entry } from '../store/rows.ts'
import { answerClaims } from './answer-claims.ts'
import type { ThoughtState } from './thought-state.ts'
import { ask, newId, putEntry, texts, type Work } from './work.ts'

/** Answers whose claims are being checked, the last ones. */
const ANSWERS = 4

/** An answer of the reasoner's whose equations are being checked. */
export interface CheckedAnswer {
  entry: Entry
  /** Checks that have not answered yet. */
  checks: string[]
}

/**
 * The words are a model's; whether an equation in them is true says the checker.
 * @param known equations that were checked while the answer came
 */
export function checkAnswer(work: Work, entry: Entry, known: ThoughtState['claims'] = []): void {
  const { state } = work
  const isPending = (check: string) => state.asks.some(({ id }) => id === check)
  const told = new Set(known.filter(({ check }) => !isPending(check)).map(({ text }) => text))
  const checks = answerClaims(entry.text)
    .filter(([line = '', ...more]) => more.length > 0 || !told.has(line))
    .map((lines) => askAbout(work, entry, lines))
  if (checks.length > 0) state.answers = [...(state.answers ?? []).slice(-ANSWERS + 1), { entry, checks }]
}

function askAbout(work: Work, { tutoring }: Entry, lines: string[]): string {
  const { state } = work
  const id = newId(work, 'c')
  ask(work, {
    id,
    tutoring,
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
}

/** What ends a sentence. */
const END = /[.!?](?=\s)|\n/gu
/** A sentence with such a word may hold what it does not say to be so: that is looked at when all is there. */
const IN_DOUBT =
  /(?<!\p{L})(?:if|suppose|assume|not|n['’]t|never|wrong|false|mistakes?|errors?|instead|would|wenn|falls|nicht|kein\p{L}*|nie|falsch\p{L}*|fehler\p{L}*|statt|wäre)(?!\p{L})/iu

/** Equations of numbers in the finished sentences of an answer that still comes are checked as they come. */
export function checkSoFar(work: Work, thought: ThoughtState): void {
  const { entry, text, claims = [] } = thought
  const end = [...text.matchAll(END)].at(-1)
  if (entry === null || end === undefined) return
  const sure = text
    .slice(0, end.index + 1)
    .split(END)
    .filter((sentence) => !IN_DOUBT.test(sentence))
  for (const [line, ...more] of answerClaims(sure.join('\n')))
    if (line !== undefined && more.length === 0 && claims.every((claim) => claim.text !== line))
      claims.push({ text: line, check: askAbout(work, entry, [line]) })
  if (claims.length > 0) thought.claims = claims
}

/** In the middle of its answer it has said something false: it stops at the word, and says so. */
function takeClaimCheck(work: Work, { request, verdicts }: Finding): boolean {
  const { state } = work
  const thought = state.thoughts?.find(({ claims }) => claims?.some(({ check }) => check === request.id))
  if (thought === undefined) return false
  const wrong = verdicts.find((verdict) => verdict.verdict === 'does-not-follow')
  if (wrong === undefined || thought.entry?.answer === undefined) return true
  const [text = ''] = request.lines
  const why = evidenceText(wrong.proof, state.language, state.manner)
  thought.struck = [...(thought.struck ?? []), { text, why }]
  const stops = thought.ended === null
  const answer = { ...thought.entry.answer, struck: thought.struck }
  thought.entry = { ...thought.entry, answer, ...(stops && { state: 'cut' as const }) }
  thought.hushed ||= stops
  work.writes.entries.set(thought.entry.id, thought.entry)
  const says = texts(work).thoughts
  const correction = says.correction(text, why)
  putEntry(work, {
    tutoring: thought.tutoring,
    who: 'tutor',
    kind: 'said',
    text: stops ? `${correction} ${says.restOnRequest}` : correction,
  })
  return true
}

/** What the checker found in an answer: what is false is struck through, and said to be so. @returns whether it was one */
export function takeAnswerCheck(work: Work, finding: Finding): boolean {
  if (takeClaimCheck(work, finding)) return true
  const { state } = work
  const { request, verdicts } = finding
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
