import type { Remark } from '../store/rows.ts'
import { putOnAgenda } from './agenda.ts'
import type { AgendaItem, Help, TutoringState } from './loop-state.ts'
import { changeRemark, newId, type Work } from './work.ts'

/** A slip in one's own working stays worth saying for this long (ms). */
const EXPIRES_MS = 120_000

/** What is said and shown of a line, where it stands now. */
export type Wording = Pick<Remark, 'text' | 'evidence' | 'hint' | 'anchor'>

/** Something found in a line: the place and the check of its agenda item, and the remark it makes. */
export type Found = Pick<AgendaItem, 'key' | 'check' | 'path' | 'line' | 'before' | 'index'> &
  Pick<Remark, 'kind' | 'urgency' | 'confidence'> & { wording: Wording; help?: Help }

/** Puts what was found on the agenda, once for each slip at each place; what was settled before stands again. */
export function raiseRemark(work: Work, tutoring: TutoringState, found: Found): AgendaItem {
  const { kind, urgency, confidence, wording, ...place } = found
  const expires = work.state.now + EXPIRES_MS
  const quieted = tutoring.quieted.includes(place.check)
  const known = tutoring.agenda.find((item) => item.key === place.key)
  if (known !== undefined) {
    putOnAgenda(tutoring, known)
    if (found.help !== undefined) known.help = found.help
    const revived = !quieted && (known.remark.state === 'resolved' || known.remark.state === 'outdated')
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
      state: quieted ? 'wrong' : 'waiting',
      hinted: false,
    },
  }
  putOnAgenda(tutoring, item)
  changeRemark(work, item, {})
  return item
}
