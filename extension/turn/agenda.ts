import { evidenceText } from '../../shared/math/evidence-text.ts'
import { genericQuestion } from '../../shared/math/generic-question.ts'
import type { LineVerdict } from '../../shared/math/verdict.ts'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import type { Remark } from '../store/rows.ts'
import type { AgendaItem, LoopState, TutoringState } from './loop-state.ts'
import { changeRemark, newId, putEntry, type Work } from './work.ts'

/** A slip in one's own working stays worth saying for this long (ms). */
const EXPIRES_MS = 120_000
/** Remarks kept for one tutoring; the oldest settled ones go first. */
const KEPT = 60

const LIVE: readonly Remark['state'][] = ['waiting', 'marked', 'said']
export const isLive = (item: AgendaItem) => LIVE.includes(item.remark.state)
/** Whether the remark's place is marked on the page. */
export const isMarked = (item: AgendaItem) => item.remark.state === 'marked' || item.remark.state === 'said'

/** Remarks of the tab in front that wait for their moment, the best first. */
export function candidates(state: LoopState): AgendaItem[] {
  const front = state.front === null ? undefined : state.tutorings[state.front]
  if (front === undefined || (state.quietUntil !== null && state.now < state.quietUntil)) return []
  return front.agenda
    .filter((item) => (item.remark.state === 'waiting' || item.remark.state === 'marked') && !item.spoken)
    .filter((item) => !front.quieted.includes(item.check))
    .sort((a, b) => weight(b.remark) - weight(a.remark) || a.remark.at - b.remark.at)
}

const weight = (remark: Remark) => remark.urgency * remark.confidence

/** What is too old to be said is dropped, without a word. */
export function expire(work: Work): void {
  for (const tutoring of Object.values(work.state.tutorings)) {
    for (const item of tutoring.agenda) {
      if (!item.spoken && isLive(item) && item.remark.expires <= work.state.now)
        changeRemark(work, item, { state: 'expired' })
    }
  }
}

type Wrong = Extract<LineVerdict, { verdict: 'does-not-follow' }>

/**
 * Brings the agenda in line with what the checker found in one field: the first wrong line is raised (once
 * for each slip at each place), a corrected one is settled, others that no longer stand are outdated. A line
 * that is being rewritten keeps its remark until the checker can tell.
 * @returns the remark raised or still standing, if any
 */
export function takeFinding(work: Work, tutoring: TutoringState, finding: Finding): AgendaItem | null {
  const { request, verdicts } = finding
  const path = request.path
  if (path === null) return null
  const field = tutoring.fields.find((candidate) => candidate.field.path === path)
  if (field === undefined || !stillStands(request, field.text)) return null
  const wrong = verdicts.find((verdict): verdict is Wrong => verdict.verdict === 'does-not-follow')
  const raised = wrong === undefined ? null : raise(work, tutoring, finding, path, wrong)
  for (const item of tutoring.agenda) {
    if (item === raised || item.path !== path || request.lines[item.index] === item.line) continue
    const verdict = verdicts[item.index]
    const blank = (request.lines[item.index] ?? '').trim() === ''
    if (verdict?.verdict === 'follows') settle(work, tutoring, item)
    else if (isLive(item) && (blank || raised !== null)) changeRemark(work, item, { state: 'outdated' })
  }
  return raised
}

/** Whether all that was judged still stands; what is written after it does not matter. */
function stillStands({ lines, lastUnfinished }: Finding['request'], text: string): boolean {
  const now = text.split('\n')
  return lines.every((line, index) => line === now[index] || (lastUnfinished && index === lines.length - 1))
}

function raise(
  work: Work,
  tutoring: TutoringState,
  finding: Finding,
  path: string,
  wrong: Wrong,
): AgendaItem {
  const { request } = finding
  const line = request.lines[wrong.line] ?? ''
  const before = wrong.from === null ? null : (request.lines[wrong.from] ?? null)
  const key = JSON.stringify([path, before, line])
  const known = tutoring.agenda.find((item) => item.key === key)
  if (known !== undefined) {
    tutoring.agenda = [...tutoring.agenda.filter((item) => item !== known), known]
    if (known.remark.state === 'resolved' || known.remark.state === 'outdated')
      changeRemark(work, known, {
        state: known.spoken ? 'said' : 'waiting',
        expires: work.state.now + EXPIRES_MS,
      })
    return known
  }
  const check = `step:${wrong.slip?.id ?? 'algebra'}`
  const start = request.lines.slice(0, wrong.line).reduce((sum, each) => sum + each.length + 1, 0)
  const question = wrong.slip?.question ?? genericQuestion(wrong.proof, request.lines)
  const item: AgendaItem = {
    key,
    check,
    path,
    line,
    before,
    index: wrong.line,
    spoken: false,
    remark: {
      id: newId(work, 'r'),
      tutoring: tutoring.row.id,
      at: work.state.now,
      kind: 'step',
      text: `${lineName(wrong.line)}: ${question}`,
      evidence: {
        text: evidenceText(wrong.proof),
        lines: [wrong.from, wrong.line]
          .filter((index) => index !== null)
          .map((index) => ({ label: lineName(index), text: request.lines[index] ?? '' })),
      },
      hint:
        wrong.slip?.rule ??
        'Each line must say the same as the line before it: do the same thing to both sides.',
      anchor: anchorOf(path, request.text, start, start + line.length),
      urgency: 0.6,
      confidence: 0.95,
      expires: work.state.now + EXPIRES_MS,
      state: tutoring.quieted.includes(check) ? 'wrong' : 'waiting',
      hinted: false,
    },
  }
  tutoring.agenda = [...tutoring.agenda.slice(-KEPT + 1), item]
  changeRemark(work, item, {})
  return item
}

/** "Line 2": lines are counted from 1, as in the evidence. */
export const lineName = (index: number) => `Line ${index + 1}`

/** The line was corrected: said briefly if its slip was spoken of, and only for the last slip of this line. */
function settle(work: Work, tutoring: TutoringState, item: AgendaItem): void {
  const last = tutoring.agenda.findLast((other) => other.path === item.path && other.index === item.index)
  const spokenOf = item.spoken && (item.remark.state === 'said' || item.remark.state === 'outdated')
  if (item !== last || !spokenOf) {
    if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
    return
  }
  changeRemark(work, item, { state: 'resolved' })
  const text = `${lineName(item.index)} follows now.`
  putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'notice', text })
}

/** The field's text changed: what stood on a line that is gone is no longer marked at once. */
export function isStanding(item: AgendaItem, text: string): boolean {
  return text.split('\n')[item.index] === item.line
}
