import * as v from 'valibot'
import { AnchorSchema } from './anchor.ts'
import { PlaceSchema } from './cue.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** A visible highlight at an anchor. */
export const MarkSchema = v.object({
  id: Id,
  anchor: AnchorSchema,
  /** 'slip': something is probably wrong here; 'found': a place the person asked for. */
  tone: v.picklist(['slip', 'found']),
  /** What a screen reader says of it, one sentence. */
  label: v.pipe(v.string(), v.maxLength(400)),
})
export type Mark = v.InferOutput<typeof MarkSchema>

/**
 * Everything the loop wants of one page, whole: the page compares it with what is there and makes it so.
 * Sent again after every reconnection; carrying it out twice changes nothing.
 */
export const OrdersSchema = v.object({
  marks: v.array(MarkSchema),
  /** Report a `watch-hit` once when the page's text contains `text` (case folded, white space folded). */
  watches: v.array(v.object({ id: Id, text: v.pipe(v.string(), v.minLength(2), v.maxLength(200)) })),
  /** Report `reached` when the place comes into view, and each time that it does again. */
  reaches: v.exactOptional(v.array(v.object({ id: Id, place: PlaceSchema }))),
  /** Answer each id once with `found`. */
  finds: v.array(v.object({ id: Id, text: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })),
  /** Answer each id once with `derivation`. */
  derivations: v.exactOptional(v.array(v.object({ id: Id }))),
  /** Bring this mark into view and let it flash, once for each `nonce`. */
  show: v.nullable(v.object({ id: Id, nonce: v.number() })),
  /** Bring the frame into view in which a mark is shown: the step of the way that leads from here towards it. */
  showFrame: v.exactOptional(v.object({ step: v.pipe(v.string(), v.maxLength(300)), nonce: v.number() })),
  /** The person has paused Aside: the page says nothing but whether it is in view. */
  paused: v.exactOptional(v.boolean()),
})
export type Orders = v.InferOutput<typeof OrdersSchema>

export const NO_ORDERS: Orders = { marks: [], watches: [], finds: [], show: null }
