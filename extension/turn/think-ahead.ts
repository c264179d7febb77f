import { isPaused } from '../../shared/manner.ts'
import { answer } from '../../shared/skills/answer.ts'
import { giveUpAhead, isStillAhead, questionIn } from './ahead.ts'
import { askedTabs, isNeverSent } from './asked-tabs.ts'
import { type LoopState, type TutoringState, tutoringOf } from './loop-state.ts'
import { openPractice } from './practise.ts'
import { medianGap } from './rhythm.ts'
import { contextOf } from './skill-context.ts'
import { thoughtFor } from './start-thought.ts'
import { isPaired, thoughtsOf } from './thoughts.ts'
import type { Work } from './work.ts'

/*
 *  draft is a whole question, and pauses ──▶ thought about, on this machine ──sent as it was──▶ answered at once
 *                                                     │ the draft turns elsewhere, is sent as another or left
 *                                                     ▼
 *                                                  given up
 */

/** A pause after which a question is whole: this long (ms), or twice the person's own gap there. */
const PAUSE_MS = 600
/** The shortest and the longest question of which it is worth while, in UTF-16 units. */
const SHORTEST = 8
const LONGEST = 1000
/** Questions of one draft that are begun: who rewrites theirs again and again has not found it yet. */
const TRIES = 3

const WHOLE = /[?？؟]["”’»」)]*$/u
/** "…, or?" and "how do I find the?" go on. */
const OPEN = /(?<!\p{L})(?:the|an?|of|and|or|to|der|die|das|und|oder|zu|von|ein|eine)\s*[?？]$/iu

/** Whether a draft may well be a question that is written to its end. */
export function isWholeQuestion(draft: string): boolean {
  const question = questionIn(draft)
  if (question.length < SHORTEST || question.length > LONGEST) return false
  return WHOLE.test(question) && !OPEN.test(question)
}

/** When what stands in the composer may be thought about ahead (ms since the epoch); Infinity: as things are, never. */
export function aheadAt(state: LoopState): number {
  const { person, manner, front, ahead, aheadOffUntil = 0, aheadTried = [] } = state
  if (ahead !== undefined || person.draftAt === null || !isWholeQuestion(person.draft)) return Infinity
  if (aheadTried.length >= TRIES || aheadTried.includes(questionIn(person.draft))) return Infinity
  const tutoring = front === null ? undefined : tutoringOf(state, front)
  if (tutoring === undefined || !isPaired(state) || thoughtsOf(state).length > 0) return Infinity
  if (manner.exam || isPaused(manner, state.now) || person.unwritten !== undefined) return Infinity
  if (isNeverSent(state, tutoring.row.origin)) return Infinity
  const pause = Math.max(PAUSE_MS, 2 * medianGap(person.draftGaps ?? []))
  return Math.max(person.draftAt + pause, aheadOffUntil)
}

/** Begins to think about a question that stands in the composer, and gives it up when the draft turns elsewhere. */
export function thinkAhead(work: Work): void {
  const { state } = work
  const { person, manner } = state
  if (person.draft.trim() === '') delete state.aheadTried
  if (state.ahead !== undefined && (!isStillAhead(state) || manner.exam || isPaused(manner, state.now)))
    giveUpAhead(work)
  if (state.now < aheadAt(state)) return
  const question = questionIn(person.draft)
  state.aheadTried = [...(state.aheadTried ?? []), question]
  const tutoring = state.front === null ? undefined : tutoringOf(state, state.front)
  if (tutoring === undefined || !isForReasoner(work, tutoring, question)) return
  const { row } = tutoring
  const thought = thoughtFor(work, row.id, { task: 'answer', question, web: false })
  state.ahead = { thought: { ...thought, ahead: true }, parts: [] }
}

/** Whether it would be handed to the reasoner if it were sent, with nothing of another tab. */
function isForReasoner(work: Work, tutoring: TutoringState, question: string): boolean {
  const { state } = work
  const { id } = tutoring.row
  const tabs = askedTabs(state, id, question)
  if (tabs.tutorings.length > 0 || tabs.never.length > 0 || tabs.none) return false
  const practising = openPractice(state, id) !== null
  return answer(question, { ...contextOf(state, tutoring, state.now), practising }).skill === null
}
