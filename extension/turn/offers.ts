import { isPaused } from '../../shared/manner.ts'
import { splitLines } from '../../shared/math/finished-lines.ts'
import { canBePractised } from '../../shared/math/practice/practice-item.ts'
import { moveInWorking } from '../../shared/math/task-move.ts'
import { isSlipId, type NotedSlip } from '../../shared/practice/noted-slip.ts'
import { sayDuration } from '../../shared/skills/say-time.ts'
import { findsFault, isOffer } from '../store/rows.ts'
import { isLive, standsAt } from './agenda.ts'
import { isDisputed } from './back-off.ts'
import type { AgendaItem, FieldState, LoopState, TutoringState } from './loop-state.ts'
import { beginPractice } from './practise.ts'
import { raiseRemark } from './raise-remark.ts'
import { stuckAfterMs } from './rhythm.ts'
import { takeUp } from './take-up.ts'
import { changeRemark, putEntry, texts, type Work } from './work.ts'

/** The checks of the two offers, by which they are muted. */
const STUCK = 'stuck'
const PRACTICE = 'practice'
/** Practice is offered once in so long (ms). */
const OFFERED_AGAIN_MS = 20 * 3_600_000
/** A panel that was opened longer ago is not being opened (ms). */
const OPENING_MS = 30_000
/** Problems remembered at which help was offered. */
const PROBLEMS = 20

/**
 * When a person who writes nothing would be asked whether they are stuck (ms since the epoch): after a time that suits
 * their own pauses, with the page before their eyes. Infinity: as things are, never.
 */
export function stuckAt(state: LoopState): number {
  const { person, manner, speech, practice } = state
  const front = state.front === null ? undefined : state.tutorings[state.front]
  if (front === undefined || !front.visible || front.focused !== true || speech !== null) return Infinity
  const written = front.activity.lastEditAt
  if (written === null || written !== person.keyAt || front.asked === written) return Infinity
  if (manner.exam || practice !== null || person.draft.trim() !== '') return Infinity
  if (isPaused(manner, state.now) || manner.muted.some(({ check }) => check === STUCK)) return Infinity
  return written + stuckAfterMs(person.pauses ?? [])
}

/** Offers help once for each problem to somebody who does not get on with it. */
export function offerHelp(work: Work): void {
  const { state } = work
  if (state.now < stuckAt(state)) return
  const front = state.front === null ? undefined : state.tutorings[state.front]
  const field = front?.fields.findLast(({ edited }) => edited)
  if (front === undefined || field === undefined || state.person.keyAt === null) return
  front.asked = state.person.keyAt
  const quiet = state.now < Math.max(state.quietUntil ?? 0, state.backOff.until)
  const problem = problemOf(front, field)
  if (quiet || isDisputed(front.disputed, STUCK, state.now) || front.helped?.includes(problem) === true)
    return
  const { path } = field.field
  const lines = field.text.split('\n')
  const index = lines.findLastIndex((line) => line.trim() !== '')
  const line = lines[index] ?? ''
  const hint = hintFor(work, front, field)
  if (hint === null) return
  front.helped = [...(front.helped ?? []).slice(-PROBLEMS + 1), problem]
  const says = texts(work).practice
  const waited = sayDuration(Math.round((state.now - state.person.keyAt) / 1000) * 1000, state.language)
  raiseRemark(work, front, {
    key: JSON.stringify([STUCK, problem]),
    check: STUCK,
    path,
    line,
    before: null,
    index,
    kind: 'stuck',
    urgency: 0.3,
    confidence: 0.8,
    wording: {
      text: says.stuck,
      evidence: {
        text: says.stuckBecause(waited, index + 1),
        lines: [{ label: texts(work).loop.line(index + 1), text: line }],
      },
      hint,
      anchor: null,
    },
  })
}

/** The first thing to think of; null where the work may well be finished, or has a remark of its own. */
function hintFor(work: Work, { agenda, problems }: TutoringState, field: FieldState): string | null {
  const remarks = agenda.filter(
    (item) => item.path === field.field.path && isLive(item) && findsFault(item.remark.kind),
  )
  const rewritten = remarks.findLast((item) => standsAt(item, field.text) === null)
  if (rewritten !== undefined) return rewritten.remark.hint || null
  const problem = problems.find(({ path }) => path === field.field.path) ?? null
  const move = remarks.length > 0 ? null : moveInWorking(problem, splitLines(field.text))
  return move === null ? null : texts(work).practice.moves[move]
}

/** What the page asks at a field, else its first line: a problem is helped with, and praised, once. */
export function problemOf({ problems }: TutoringState, { field, text }: FieldState): string {
  const asked = problems.find(({ path }) => path === field.path)?.text
  return JSON.stringify([field.path, asked ?? text.split('\n').find((line) => line.trim() !== '') ?? ''])
}

/** Offers practice that is due, once, to somebody who opens the panel while nothing goes on. */
export function offerPractice(work: Work): void {
  const { state } = work
  const { openedAt, front: id, manner, person } = state
  if (openedAt === null || id === null) return
  state.openedAt = null
  const front = state.tutorings[id]
  const due = dueSlip(state)
  if (front === undefined || due === null || state.now - openedAt > OPENING_MS) return
  const busy =
    state.speech !== null ||
    state.practice !== null ||
    person.draft.trim() !== '' ||
    front.fields.some(({ edited, text }) => edited && text.trim() !== '') ||
    front.agenda.some(isLive)
  const unwanted =
    manner.exam ||
    !manner.record ||
    isPaused(manner, state.now) ||
    manner.muted.some(({ check }) => check === PRACTICE) ||
    state.now <
      Math.max(state.quietUntil ?? 0, state.backOff.until, state.practiceOfferedAt + OFFERED_AGAIN_MS)
  if (busy || unwanted) return
  state.practiceOfferedAt = state.now
  const says = texts(work).practice
  raiseRemark(work, front, {
    key: JSON.stringify([PRACTICE, due.id, state.now]),
    check: PRACTICE,
    path: '',
    line: due.id,
    before: null,
    index: 0,
    kind: 'practice',
    urgency: 0.1,
    confidence: 0.8,
    wording: {
      text: says.offer,
      evidence: { text: says.offerBecause(due.seen), lines: [] },
      hint: '',
      anchor: null,
    },
  })
}

/** The noted slip whose practice is due longest, if any. */
function dueSlip({ slips, now }: LoopState): NotedSlip | null {
  const due = slips.filter(({ id, card }) => card.due <= now && canBePractised(id))
  return due.sort((a, b) => a.card.due - b.card.due)[0] ?? null
}

/** The person goes on by themselves: what was offered is not asked any more. */
export function withdrawOffers(work: Work, { agenda }: TutoringState): void {
  for (const item of agenda) {
    const { kind, hinted } = item.remark
    if (!isOffer(kind) || !isLive(item) || hinted || (kind === 'practice' && item.spoken)) continue
    changeRemark(work, item, { state: 'outdated' })
  }
}

/** The offer that the person was made last and has not answered; null when something else was said since. */
export function openOffer(tutoring: TutoringState | undefined): AgendaItem | null {
  const last = tutoring?.agenda.findLast(({ spoken }) => spoken)
  if (last === undefined || !isOffer(last.remark.kind)) return null
  return last.remark.state === 'said' && !last.remark.hinted ? last : null
}

/** "Yes": the hint, the exercise, or what was cut. */
export function acceptOffer(work: Work, item: AgendaItem, how: 'button' | 'words'): void {
  const { remark, line } = item
  if (remark.hinted || remark.state !== 'said') return
  changeRemark(work, item, { hinted: true })
  if (remark.kind === 'practice')
    return beginPractice(work, remark.tutoring, isSlipId(line) ? line : undefined)
  if (remark.kind === 'resume') return takeUp(work, item)
  const said = how === 'words'
  changeRemark(work, item, { rungs: [{ kind: 'rule', parts: [{ text: remark.hint, lines: [] }], said }] })
  if (said) putEntry(work, { tutoring: remark.tutoring, who: 'tutor', kind: 'said', text: remark.hint })
}
