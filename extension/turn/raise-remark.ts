import type { Remark } from '../store/rows.ts'
import { putOnAgenda } from './agenda.ts'
import { isDisputed } from './back-off.ts'
import type { AgendaItem, Help, TutoringState } from './loop-state.ts'
import { changeRemark, newId, type Work } from './work.ts'

/** A slip in one's own working stays worth saying for this long (ms). */
const EXPIRES_MS = 120_000

/** What is said and shown of a line, where it stands now. */
export type Wording = Pick<Remark, 'text' | 'evidence' | 'hint' | 'anchor'>

/** Something found in a line: the place and the check of its agenda item, and the remark it makes. */
export type Found = Pick<AgendaItem, 'key' | 'check' | 'path' | 'line' | 'before' | 'index'> &
  Pick<Remark, 'kind' | 'urgency' | 'confidence'> & { wording: Wording; help?: Help }

/** What was not called wrong or unwanted stands again when it is found again. */
const REVIVED: readonly Remark['state'][] = ['resolved', 'outdated', 'expired']

/** Puts what was found on the agenda, once for each slip at each place; what was settled before stands again. */
export function raiseRemark(work: Work, tutoring: TutoringState, found: Found): AgendaItem {
  const { kind, urgency, confidence, wording, ...place } = found
  const expires = work.state.now + EXPIRES_MS
  const barred = isDisputed(tutoring.disputed, place.check, work.state.now)
  const known = tutoring.agenda.find((item) => item.key === place.key)
  if (known !== undefined) {
    putOnAgenda(tutoring, known)
    if (found.help !== undefined) known.help = found.help
    const revived = !barred && REVIVED.includes(known.remark.state)
    if (revived || known.index !== place.index) {
      known.index = place.index
      const state = known.spoken ? 'said' : 'waiting'
      changeRemark(work, known, { ...wording, ...(revived ? { state, expires } : {}) })
    }
    return known
  }
  const item: AgendaItem = {
    ...place,
    spoken: false,
    asked: false,
    remark: {
      id: newId(work, 'r'),
      tutoring: tutoring.row.id,
      at: work.state.now,
      kind,
      ...wording,
      urgency,
      confidence,
      expires,
      state: 'waiting',
      hinted: false,
    },
  }
  putOnAgenda(tutoring, item)
  changeRemark(work, item, {})
  return item
}
