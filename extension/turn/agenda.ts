import { isPaused } from '../../shared/manner.ts'
import { splitLines } from '../../shared/math/finished-lines.ts'
import type { Remark } from '../store/rows.ts'
import { isDisputed } from './back-off.ts'
import type { AgendaItem, LoopState, TutoringState } from './loop-state.ts'
import { changeRemark, type Work } from './work.ts'

/** Remarks kept for one tutoring; the oldest that are settled go first. */
const KEPT = 60

const LIVE: readonly Remark['state'][] = ['waiting', 'marked', 'said']
export const isLive = (item: AgendaItem) => LIVE.includes(item.remark.state)

/** Whether the remark's place is marked on the page. */
export function isMarked(state: LoopState, item: AgendaItem): boolean {
  if (item.remark.state !== 'marked' && item.remark.state !== 'said') return false
  return item.asked || !isUnwanted(state, item)
}

/** Whether the person wants none of it unasked: exam mode, or its kind is muted. */
function isUnwanted({ manner }: LoopState, item: AgendaItem): boolean {
  return manner.exam || manner.muted.some(({ check }) => check === item.check)
}

const weight = (remark: Remark) => remark.urgency * remark.confidence

/** Remarks of the tab in front that wait for their moment, the best first. */
export const candidates = (state: LoopState): AgendaItem[] => unsaid(state).filter(({ cutsIn }) => !cutsIn)

/** Those about what stands in the composer: they wait for a pause of the draft. */
export const cutIns = (state: LoopState): AgendaItem[] => unsaid(state).filter(({ cutsIn }) => cutsIn)

function unsaid(state: LoopState): AgendaItem[] {
  const front = state.front === null ? undefined : state.tutorings[state.front]
  if (
    front === undefined ||
    isPaused(state.manner, state.now) ||
    (state.quietUntil !== null && state.now < state.quietUntil)
  )
    return []
  return front.agenda
    .filter((item) => (item.remark.state === 'waiting' || item.remark.state === 'marked') && !item.spoken)
    .filter((item) => item.remark.expires > state.now && !isUnwanted(state, item))
    .filter((item) => !isDisputed(front.disputed, item.check, state.now))
    .sort((a, b) => weight(b.remark) - weight(a.remark) || a.remark.at - b.remark.at)
}

/** What is too old to be said is dropped, without a word; a mark stays as long as its line. */
export function expire(work: Work): void {
  for (const tutoring of Object.values(work.state.tutorings)) {
    for (const item of tutoring.agenda) {
      if (item.remark.state === 'waiting' && !item.spoken && item.remark.expires <= work.state.now)
        changeRemark(work, item, { state: 'expired' })
    }
  }
}

/** Puts an item last on the agenda; beyond KEPT the oldest settled one goes. */
export function putOnAgenda(tutoring: TutoringState, item: AgendaItem): void {
  const others = tutoring.agenda.filter((other) => other !== item)
  const surplus = others.length >= KEPT ? (others.find((other) => !isLive(other)) ?? others[0]) : null
  tutoring.agenda = [...others.filter((other) => other !== surplus), item]
}

/** The line the remark is about, where it stands in a text now (0-based), or null when it is gone. */
export function standsAt(item: AgendaItem, text: string): number | null {
  const lines = splitLines(text)
  if (lines[item.index] === item.line && follows(lines, item, item.index)) return item.index
  const index = lines.findIndex((line, at) => line === item.line && follows(lines, item, at))
  return index === -1 ? null : index
}

const follows = (lines: readonly string[], { before }: AgendaItem, index: number) =>
  before === null || lines.slice(0, index).includes(before)
