import { evidenceText } from '../../shared/math/evidence-text.ts'
import { genericQuestion } from '../../shared/math/generic-question.ts'
import { canBePractised, PRACTISED, practiceItem } from '../../shared/math/practice/practice-item.ts'
import { answerLines, type Exercise, firstLine } from '../../shared/math/practice/practice-lines.ts'
import { questionText, ruleText } from '../../shared/math/slip-text.ts'
import type { SlipId } from '../../shared/math/verdict.ts'
import { inNotation } from '../../shared/notation.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { type Rated, rate } from '../../shared/practice/schedule.ts'
import { sayDuration } from '../../shared/skills/say-time.ts'
import type { Outcome } from '../../shared/skills/skill.ts'
import { isLive } from './agenda.ts'
import { type LoopState, type Practice, tutoringOf } from './loop-state.ts'
import { countSlip, notedSlip } from './slip-record.ts'
import { ask, changeRemark, newId, putEntry, putSlip, texts, type Work } from './work.ts'

const DAY_MS = 86_400_000
/** An exercise that nobody has come back to for so long is not what is being answered (ms). */
const LEFT_MS = 1_800_000

/** The exercise that is being answered in this conversation, if any. */
export function openPractice({ practice, now }: LoopState, tutoring: string): Practice | null {
  return practice !== null && practice.tutoring === tutoring && now - practice.at < LEFT_MS ? practice : null
}

/** What the person wants of practice. */
export function practise(work: Work, wanted: NonNullable<Outcome['practise']>, tutoring: string): void {
  if (wanted === 'begin') return beginPractice(work, tutoring)
  const practice = openPractice(work.state, tutoring)
  if (practice === null) return
  const { language, manner } = work.state
  const says = texts(work).practice
  practice.at = work.state.now
  if (typeof wanted !== 'string') return answer(work, practice, wanted.answer)
  switch (wanted) {
    case 'skip':
      return beginPractice(
        work,
        tutoring,
        nextSlip(work.state, practice.slip === null ? [] : [practice.slip]),
      )
    case 'later':
      work.state.practice = null
      return say(work, tutoring, says.later)
    case 'hint':
      return say(
        work,
        tutoring,
        practice.slip === null ? texts(work).loop.generalRule : ruleText(practice.slip, language, manner),
      )
    case 'solution':
      rateOnce(work, practice, 'again')
      work.state.practice = null
      return say(
        work,
        tutoring,
        [says.solution(inOwn(work, practice.answer)), ...due(work, practice)].join(' '),
      )
  }
}

/** The slip that is due first among those noted, else one of any; null: every one is left out. */
function nextSlip(state: LoopState, without: readonly SlipId[] = []): SlipId | null {
  const wanted = (id: SlipId) => canBePractised(id) && !without.includes(id)
  const [first] = state.slips.filter(({ id }) => wanted(id)).sort((a, b) => a.card.due - b.card.due)
  if (first !== undefined) return first.id
  const others = PRACTISED.filter(wanted)
  return others[seedOf(state) % Math.max(1, others.length)] ?? null
}

const seedOf = ({ run, turn }: LoopState) => (run + turn) % 2 ** 31

export function beginPractice(work: Work, tutoring: string, slip = nextSlip(work.state)): void {
  const { state } = work
  const item = slip === null ? null : practiceItem(slip, seedOf(state))
  if (item === null) return
  settleOffers(work, tutoring)
  const says = texts(work).practice
  const known = state.slips.some(({ id }) => canBePractised(id))
  const sentence = openExercise(work, tutoring, item, item.slip)
  say(work, tutoring, known ? sentence : `${says.nothingNoticed} ${sentence}`)
}

/** @returns how the exercise is set */
function openExercise(work: Work, tutoring: string, exercise: Exercise, slip: SlipId | null): string {
  const { task, given, answer } = exercise
  const says = texts(work).practice
  const at = work.state.now
  work.state.practice = {
    slip,
    task,
    given,
    answer,
    tutoring,
    at,
    lines: [],
    check: null,
    rated: null,
    tries: 0,
  }
  return `${says.tasks[task](inOwn(work, given))} ${says.how}`
}

/** An exercise like another is set; what is answered is checked as in practice. */
export function setExercise(work: Work, tutoring: string, exercise: Exercise): void {
  say(work, tutoring, openExercise(work, tutoring, exercise, null))
}

/** Practice has begun: it need not be offered. */
function settleOffers(work: Work, id: string): void {
  for (const item of tutoringOf(work.state, id)?.agenda ?? []) {
    if (item.remark.kind !== 'practice' || !isLive(item)) continue
    changeRemark(work, item, item.spoken ? { hinted: true } : { state: 'outdated' })
  }
}

/** What the person answered goes to the checker, after the lines that stand already. */
function answer(work: Work, practice: Practice, text: string): void {
  const { state } = work
  const lines = answerLines(practice, text)
  if (lines.length === 0) return
  const { task, given, answer } = practice
  const all = [firstLine(practice), ...practice.lines, ...lines]
  const id = newId(work, 'c')
  practice.check = { id, lines }
  ask(work, {
    id,
    tutoring: practice.tutoring,
    path: null,
    text: all.join('\n'),
    lines: all,
    lastUnfinished: false,
    paused: true,
    seed: state.run % 2 ** 31,
    problem: null,
    lang: state.language,
    asked: true,
    practice: { task, given, answer },
  })
}

/** The checker's verdict on an answer: right, the slip again, something else, or more to come. */
export function takeAnswer(work: Work, finding: Finding): void {
  const { state } = work
  const { practice } = state
  const { request, verdicts } = finding
  if (practice === null || practice.check?.id !== request.id) return
  const says = texts(work).practice
  const tell = (text: string) => say(work, practice.tutoring, text)
  const { lines } = practice.check
  practice.check = null
  if (finding.failed) return tell(texts(work).loop.checkFailed)
  const wrong = verdicts.find((verdict) => verdict.verdict === 'does-not-follow')
  if (wrong !== undefined) {
    practice.tries += 1
    const slip = wrong.slip?.id ?? null
    if (slip !== null && slip === practice.slip) rateOnce(work, practice, 'again')
    else if (slip !== null) countSlip(work, slip)
    const { language, manner } = state
    if (wrong.slip !== null) return tell(questionText(wrong.slip.question, language, manner))
    const question = genericQuestion(wrong.proof, request.lines, language, manner)
    return tell(`${question} ${evidenceText(wrong.proof, language, manner)}`)
  }
  if (finding.reached === 'other') {
    practice.tries += 1
    return tell(says.notIt)
  }
  if (verdicts.at(-1)?.verdict !== 'follows') return tell(says.cannotTell)
  if (finding.reached === 'open') {
    practice.lines = [...practice.lines, ...lines].slice(-20)
    return tell(says.soFar)
  }
  rateOnce(work, practice, practice.tries === 0 ? 'good' : 'hard')
  state.practice = null
  tell([practice.tries === 0 ? says.right : says.rightNow, ...due(work, practice)].join(' '))
}

/** An exercise rates its rule once, by the first thing that tells. */
function rateOnce(work: Work, practice: Practice, rated: Rated): void {
  const { state } = work
  if (practice.rated !== null) return
  practice.rated = rated
  if (practice.slip === null) return
  if (rated === 'again') countSlip(work, practice.slip)
  const row = notedSlip(state, practice.slip)
  if (row === null || !state.manner.record) return
  const { card, lastSeen } = row
  // A slip that has just been counted may have been rated with it.
  const isRated = rated === 'again' && lastSeen === state.now && card.lastReview === state.now
  putSlip(work, { ...row, practised: state.now, card: isRated ? card : rate(card, rated, state.now) })
}

/** When it comes back, in words; nothing where no record is kept of it. */
function due(work: Work, { slip }: Practice): string[] {
  const { state } = work
  const row = slip === null ? null : notedSlip(state, slip)
  if (row === null || !state.manner.record) return []
  const days = Math.max(1, Math.round((row.card.due - state.now) / DAY_MS))
  return [texts(work).practice.comesBack(days, sayDuration(days * DAY_MS, state.language, true))]
}

/** As the person writes numbers and products. */
function inOwn(work: Work, printed: string): string {
  return inNotation(printed, work.state.manner, texts(work).evidence.decimal)
}

function say(work: Work, tutoring: string, text: string): void {
  putEntry(work, { tutoring, who: 'tutor', kind: 'said', text })
}
