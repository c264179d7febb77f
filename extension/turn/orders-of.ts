import { isPaused } from '../../shared/manner.ts'
import { NO_ORDERS, type Orders } from '../../shared/percepts/orders.ts'
import { isMarked } from './agenda.ts'
import { type LoopState, tutoringOf } from './loop-state.ts'

/** Longest label that a page takes (see MarkSchema), in UTF-16 units. */
const LABEL = 400

/** Everything that the loop wants of one page now; derived, so it cannot be lost. */
export function ordersOf(state: LoopState, id: string): Orders {
  const tutoring = tutoringOf(state, id)
  if (tutoring === undefined) return NO_ORDERS
  if (isPaused(state.manner, state.now)) return { ...NO_ORDERS, paused: true }
  const slips = tutoring.agenda
    .filter((item) => isMarked(state, item))
    .flatMap(({ remark: { id, anchor, text } }) =>
      anchor === null ? [] : [{ id, anchor, tone: 'slip' as const, label: text.slice(0, LABEL) }],
    )
  const places = tutoring.places.map(({ id, anchor, tone = 'found', label }) => ({
    id,
    anchor,
    tone,
    label: label ?? `Found: ${anchor.quote.slice(0, 80)}`,
  }))
  const derivations = (tutoring.derivations ?? [])
    .filter(({ anchors }) => anchors === null)
    .map(({ id }) => ({ id }))
  const reaches = state.promises.flatMap(({ id: promise, tutoring: of, cue }) =>
    of === id && cue?.moment.when === 'reached' ? [{ id: promise, place: cue.moment.place }] : [],
  )
  return {
    marks: [...slips, ...places],
    watches: state.promises
      .filter((promise) => promise.kind === 'watch' && promise.tutoring === id)
      .map(({ id, text }) => ({ id, text })),
    finds: tutoring.finds.map(({ id, text }) => ({ id, text })),
    ...(reaches.length > 0 ? { reaches } : {}),
    ...(derivations.length > 0 ? { derivations } : {}),
    show: tutoring.show,
  }
}
