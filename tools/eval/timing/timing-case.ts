import * as v from 'valibot'
import { EventSchema } from '../time.ts'

const Ms = v.pipe(v.number(), v.finite())
const span = <Kind extends string>(is: Kind) => ({
  /** Counts from the first word of the tutor's k-th utterance; without that it never happens. */
  on: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  is: v.literal(is),
  from: Ms,
  to: Ms,
})

/** What was in the person's mind, hidden from the policy. */
const TruthSchema = v.variant('is', [
  v.object(span('turn')),
  v.object(span('backchannel')),
  v.object({ ...span('interruption'), evident: Ms }),
  v.object(span('elsewhere')),
  v.object(span('open')),
  v.object(span('closed')),
])
export type Truth = v.InferOutput<typeof TruthSchema>

/** One conversation of `timing` (EVALS.md); times in ms from its start, `rate` in words a second. */
export const TimingCaseSchema = v.object({
  id: v.string(),
  mode: v.picklist(['text', 'voice']),
  rate: v.pipe(v.number(), v.minValue(0.5), v.maxValue(50)),
  events: v.array(EventSchema),
  truth: v.array(TruthSchema),
})
export type TimingCase = v.InferOutput<typeof TimingCaseSchema>
