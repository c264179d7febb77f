import { isPaused } from '../../shared/manner.ts'
import { findsFault } from '../store/rows.ts'
import { isLive, standsAt } from './agenda.ts'
import { isDisputed } from './back-off.ts'
import type { AgendaItem, LoopState, Speech, TutoringState } from './loop-state.ts'
import { quoted } from './quoted.ts'
import { raiseRemark } from './raise-remark.ts'
import { thoughtsOf } from './thoughts.ts'
import { changeRemark, findItem, putEntry, texts, type Work } from './work.ts'

/*
 *  cut by the person ──their matter is settled──▶ offered, once ──yes──▶ said anew, as it is now
 *         │ "stop", nearly all was said,                │ no, or they write on
 *         │ it no longer stands, too long ago           ▼
 *         └────────────────────────────────────────▶ dropped
 */

/** The check by which such offers are muted. */
const RESUME = 'resume'
/** What was cut longer ago is not taken up (ms). */
const TAKE_UP_MS = 120_000
/** After so long without a word of either side a matter is settled: about the time in which one reads an answer (ms). */
const SETTLED_MS = 5000
/** Words that may be left unsaid: the person has got it without them. */
const LEFT_UNSAID = 1

/** When Aside may offer to go on with what was cut (ms since the epoch); Infinity: as things are, never. */
export function takeUpAt(state: LoopState): number {
  const { cut, person, manner, quietUntil, backOff } = state
  if (cut?.cutAt === undefined || cut.unwanted === true || openCut(state, cut) === null) return Infinity
  if (state.speech !== null || person.draft.trim() !== '' || thoughtsOf(state).length > 0) return Infinity
  if (state.computations.length > 0 || state.asks.some(({ asked }) => asked)) return Infinity
  if (manner.exam || isPaused(manner, state.now)) return Infinity
  if (manner.muted.some(({ check }) => check === RESUME)) return Infinity
  const signs = [cut.cutAt, person.sentAt, person.draftAt, person.keyAt, state.lastEntryAt]
  const settled = Math.max(...signs.map((at) => at ?? 0)) + SETTLED_MS
  const at = Math.max(settled, quietUntil ?? 0, backOff.until)
  return at > cut.cutAt + TAKE_UP_MS ? Infinity : at
}

/** What was being said, where it still matters and is not said nearly to its end. */
function openCut(
  state: LoopState,
  { entry }: Speech,
): { tutoring: TutoringState; item: AgendaItem; line: number | null } | null {
  const found = entry.remark === null ? null : findItem(state, entry.remark)
  if (found === null || state.front !== entry.tutoring || !isOpen(found.item)) return null
  const { tutoring, item } = found
  if (entry.text.slice(entry.spoken).trim().split(/\s+/u).length <= LEFT_UNSAID) return null
  if (isDisputed(tutoring.disputed, RESUME, state.now)) return null
  if (tutoring.agenda.some(({ key }) => key === keyOf(item))) return null
  // What Aside cut in with is about the person's words, which stand in no field.
  if (item.path === '') return { tutoring, item, line: null }
  const line = standsIn(tutoring, item)
  return line === null ? null : { tutoring, item, line }
}

const isOpen = (item: AgendaItem): boolean => findsFault(item.remark.kind) && isLive(item)

function standsIn({ fields }: TutoringState, item: AgendaItem): number | null {
  const field = fields.find((each) => each.field.path === item.path)
  return field === undefined ? null : standsAt(item, field.text)
}

const keyOf = ({ remark }: AgendaItem): string => JSON.stringify([RESUME, remark.id])

/** Puts the offer on the agenda once the matter over which Aside was interrupted is settled. */
export function offerToGoOn(work: Work): void {
  const { state } = work
  if (state.cut === null || state.now < takeUpAt(state)) return
  const open = openCut(state, state.cut)
  if (open === null) return
  const { tutoring, item, line } = open
  const says = texts(work).loop.takeUp
  const offer = raiseRemark(work, tutoring, {
    key: keyOf(item),
    check: RESUME,
    path: '',
    line: item.remark.id,
    before: null,
    index: 0,
    kind: 'resume',
    urgency: 0.2,
    confidence: 0.8,
    wording: {
      text: line === null ? says.about(quoted(item.line)) : says.line(line + 1),
      evidence: { text: says.because, lines: [] },
      hint: '',
      anchor: null,
    },
  })
  changeRemark(work, offer, { expires: (state.cut.cutAt ?? state.now) + TAKE_UP_MS })
}

/** "Yes": it is said whole and as it is now, for the moment of the half sentence has passed. */
export function takeUp(work: Work, { line: id, remark: { tutoring } }: AgendaItem): void {
  const found = findItem(work.state, id)
  if (found === null || !isOpen(found.item))
    return void putEntry(work, {
      tutoring,
      who: 'tutor',
      kind: 'said',
      text: texts(work).loop.takeUp.over,
    })
  const { text } = found.item.remark
  putEntry(work, { tutoring, who: 'tutor', kind: 'remark', text, remark: id })
}
