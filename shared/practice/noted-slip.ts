import * as v from 'valibot'
import { slips } from '../catalogue/en/slips.ts'
import type { SlipId } from '../math/verdict.ts'

/** ms since the epoch. */
const At = v.number()
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** How well the rule is known, as FSRS keeps it; the next practice follows from it. */
const CardSchema = v.object({
  /** When it is to be practised next. */
  due: At,
  /** Days after which the rule is remembered with a probability of 0.9. */
  stability: v.number(),
  /** 1..10; 0: never rated. */
  difficulty: v.number(),
  /** Days from the last rating to `due`. */
  scheduledDays: v.number(),
  reps: Count,
  lapses: Count,
  /** New, learning, review, relearning. */
  state: v.picklist([0, 1, 2, 3]),
  lastReview: v.nullable(At),
})
export type Card = v.InferOutput<typeof CardSchema>

/** What is kept of one kind of slip: which rule, how often, when. Nothing of what was written. */
export const NotedSlipSchema = v.object({
  id: v.picklist(Object.keys(slips.rules) as SlipId[]),
  /** How often it was pointed at and not taken back, and how often the person then put it right. */
  seen: Count,
  corrected: Count,
  lastSeen: At,
  /** When the rule was practised last; null: never. */
  practised: v.nullable(At),
  card: CardSchema,
})
export type NotedSlip = v.InferOutput<typeof NotedSlipSchema>

export const isNotedSlip = (row: unknown): row is NotedSlip => v.is(NotedSlipSchema, row)

export function isSlipId(id: string): id is SlipId {
  return Object.hasOwn(slips.rules, id)
}
