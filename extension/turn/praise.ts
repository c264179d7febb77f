import { splitLines } from '../../shared/math/finished-lines.ts'
import { keptRule } from '../../shared/math/slips/kept-rule.ts'
import { solvesLine } from '../../shared/math/solves-line.ts'
import type { LineVerdict, SlipId } from '../../shared/math/verdict.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { findsFault } from '../store/rows.ts'
import { isLive } from './agenda.ts'
import { dismissed, isDisputed, NO_BACK_OFF } from './back-off.ts'
import type { AgendaItem, LoopState, Praise, TutoringState } from './loop-state.ts'
import { problemOf } from './offers.ts'
import { raiseRemark } from './raise-remark.ts'
import { changeRemark, texts, type Work } from './work.ts'

/*
 * Praise is rare: of a line that the checker has found to follow, and in which a rule was kept on which the person
 * slipped before, the first time since; or of a solution that was reached over a line put right. Once a problem at
 * most, longer each time until the next, and soon or not at all.
 */

/** The check by which it is muted. */
const PRAISE = 'praise'
/** Praise is quiet this many times as long as words are after a dismissal: five minutes, then ten. */
const QUIET_TIMES = 5
/** The line was written within so long, and its praise waits no longer for its moment (ms). */
const FRESH_MS = 15_000
/** Problems remembered at which something was praised. */
const PROBLEMS = 40

const NO_PRAISE: Praise = { ...NO_BACK_OFF, given: [], problems: [] }

/** What there is to praise in the last finished line of a working that has no fault now. */
export function offerPraise(work: Work, tutoring: TutoringState, finding: Finding, path: string): void {
  const { state } = work
  const { request, verdicts } = finding
  const field = tutoring.fields.find((each) => each.field.path === path)
  const praise = state.praise ?? NO_PRAISE
  const unwanted =
    request.asked ||
    state.manner.exam ||
    state.manner.muted.some(({ check }) => check === PRAISE) ||
    isDisputed(tutoring.disputed, PRAISE, state.now) ||
    state.now < Math.max(praise.until, state.backOff.until, state.quietUntil ?? 0)
  if (unwanted || field === undefined || !field.edited || state.now - field.editedAt > FRESH_MS) return
  const last = verdicts.findLast(({ line }) => (request.lines[line] ?? '').trim() !== '')
  if (last?.verdict !== 'follows' || praise.problems.includes(problemOf(tutoring, field))) return
  if (
    hasFault(tutoring, path, last, request.lines) ||
    !splitLines(field.text).includes(request.lines[last.line] ?? '')
  )
    return
  const worth = worthPraise(work, tutoring, path, request.lines, last)
  if (worth === null) return
  for (const other of tutoring.agenda)
    if (other.check === PRAISE && !other.spoken && isLive(other))
      changeRemark(work, other, { state: 'outdated' })
  const line = request.lines[last.line] ?? ''
  const item = raiseRemark(work, tutoring, {
    key: JSON.stringify([PRAISE, path, line]),
    check: PRAISE,
    path,
    line,
    before: null,
    index: last.line,
    kind: 'praise',
    urgency: 0.1,
    confidence: 0.9,
    wording: { text: worth.text, evidence: { text: worth.why, lines: [] }, hint: '', anchor: null },
    help: { slip: worth.slip, right: null, step: null },
  })
  if (!item.spoken) changeRemark(work, item, { expires: state.now + FRESH_MS })
}

/** Something is wrong in the working, or was in this line: its correction is acknowledged already. */
function hasFault(
  { agenda }: TutoringState,
  path: string,
  { line }: Follows,
  lines: readonly string[],
): boolean {
  return agenda.some(
    (item) =>
      item.path === path &&
      findsFault(item.remark.kind) &&
      (isLive(item) || (item.remark.state === 'resolved' && item.index === line && stillAbout(item, lines))),
  )
}

/** The line that a remark compared with is still part of the working. */
const stillAbout = ({ before }: AgendaItem, lines: readonly string[]) =>
  before !== null && lines.includes(before)

type Follows = Extract<LineVerdict, { verdict: 'follows' }>

function worthPraise(
  work: Work,
  tutoring: TutoringState,
  path: string,
  lines: readonly string[],
  { line: index, from }: Follows,
): { text: string; why: string; slip: SlipId | null } | null {
  const { practice: says, slips } = texts(work)
  const corrected: Partial<Record<SlipId, string>> = slips.corrected
  const line = lines[index] ?? ''
  const slip = keptRule(lines, index, from, slippedBefore(work.state, corrected))
  if (slip !== null)
    return { text: says.praise(index + 1, corrected[slip] ?? ''), why: says.praiseBecause, slip }
  const first = lines.findIndex((each) => each.trim() !== '')
  const putRight = tutoring.agenda.some(
    (item) => item.path === path && item.remark.state === 'resolved' && stillAbout(item, lines),
  )
  if (!putRight || first >= index || !solvesLine(lines[first] ?? '', line)) return null
  return { text: says.praiseSolved(index + 1), why: says.praiseSolvedBecause, slip: null }
}

/** The person goes on to another line: the moment has passed. */
export function withdrawPraise(work: Work, { agenda }: TutoringState, path: string, text: string): void {
  const last = splitLines(text).findLast((line) => line.trim() !== '')
  for (const item of agenda)
    if (item.check === PRAISE && item.path === path && !item.spoken && isLive(item) && item.line !== last)
      changeRemark(work, item, { state: 'outdated' })
}

/** Slips of the record of which something can be said when they are not made, and that were not praised since. */
function slippedBefore(
  { slips, praise, manner }: LoopState,
  corrected: Partial<Record<SlipId, string>>,
): SlipId[] {
  if (!manner.record) return []
  const isGiven = (id: SlipId, since: number) =>
    praise?.given.some(({ slip, at }) => slip === id && at > since)
  return slips
    .filter(({ id, lastSeen }) => corrected[id] !== undefined && isGiven(id, lastSeen) !== true)
    .map(({ id }) => id)
}

/** It is being said: not again for this problem or this rule, and for a while not at all. */
export function notePraise(work: Work, tutoring: TutoringState, item: AgendaItem): void {
  if (item.remark.kind !== 'praise') return
  const { state } = work
  const field = tutoring.fields.find((each) => each.field.path === item.path)
  const { given, problems, ...backOff } = state.praise ?? NO_PRAISE
  const slip = item.help?.slip ?? null
  state.praise = {
    ...dismissed(backOff, state.now, QUIET_TIMES),
    given: slip === null ? given : [...given.filter((each) => each.slip !== slip), { slip, at: state.now }],
    problems: field === undefined ? problems : [...problems.slice(-PROBLEMS + 1), problemOf(tutoring, field)],
  }
}
