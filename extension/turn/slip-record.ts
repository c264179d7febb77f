import type { SlipId } from '../../shared/math/verdict.ts'
import { isSlipId, type NotedSlip } from '../../shared/practice/noted-slip.ts'
import { rate } from '../../shared/practice/schedule.ts'
import type { AgendaItem, LoopState } from './loop-state.ts'
import { putSlip, type Work } from './work.ts'

/** Slips of one kind within this time are one lapse to the schedule (ms); each is counted. */
const ONE_LAPSE_MS = 12 * 3_600_000

export function notedSlip(state: LoopState, id: string): NotedSlip | null {
  return state.slips.find((slip) => slip.id === id) ?? null
}

/** The kind of slip that a remark is about; null when it names none. */
function slipOf({ check }: Pick<AgendaItem, 'check'>): SlipId | null {
  const id = check.replace(/^step:/, '')
  return check.startsWith('step:') && isSlipId(id) ? id : null
}

/** Once more a slip of this kind. */
export function countSlip(work: Work, id: SlipId): void {
  const { state } = work
  if (!state.manner.record) return
  const before = notedSlip(state, id)
  const lastReview = before?.card.lastReview ?? null
  const again = before === null || lastReview === null || state.now - lastReview >= ONE_LAPSE_MS
  putSlip(work, {
    id,
    seen: (before?.seen ?? 0) + 1,
    corrected: before?.corrected ?? 0,
    lastSeen: state.now,
    practised: before?.practised ?? null,
    card: again ? rate(before?.card ?? null, 'again', state.now) : before.card,
  })
}

/** The person was shown the slip, once for each remark. */
export function noteSlip(work: Work, item: AgendaItem): void {
  const id = slipOf(item)
  if (id === null || item.noted !== undefined || !work.state.manner.record) return
  item.noted = { before: notedSlip(work.state, id), at: work.state.now, corrected: false }
  countSlip(work, id)
}

/** It was no slip after all: the record is as if nothing had been said of it. */
export function takeBackSlip(work: Work, item: AgendaItem): void {
  const id = slipOf(item)
  const { noted } = item
  if (id === null || noted === undefined) return
  delete item.noted
  const now = notedSlip(work.state, id)
  if (now === null) return
  if (now.lastSeen === noted.at) return putSlip(work, noted.before, id)
  const corrected = Math.max(0, now.corrected - (noted.corrected ? 1 : 0))
  putSlip(work, now.seen > 1 ? { ...now, seen: now.seen - 1, corrected } : null, id)
}

/** The person has put the line right, once for each remark. */
export function noteCorrected(work: Work, item: AgendaItem): void {
  const id = slipOf(item)
  const row = id === null ? null : notedSlip(work.state, id)
  if (row === null || item.noted === undefined || item.noted.corrected || !work.state.manner.record) return
  item.noted.corrected = true
  putSlip(work, { ...row, corrected: row.corrected + 1 })
}

/** The person wants these forgotten. */
export function forgetSlips(work: Work, ids: readonly string[]): void {
  for (const { id } of work.state.slips.filter(({ id }) => ids.includes(id))) putSlip(work, null, id)
}

/** Undo of that: as they were, unless the slip has been noted anew. */
export function keepSlips(work: Work, rows: readonly NotedSlip[]): void {
  for (const row of rows) if (notedSlip(work.state, row.id) === null) putSlip(work, row)
}
