import * as v from 'valibot'
import type { Proof } from '../verdict.ts'

/** Where a proof was made, kept with the evidence so that a picture of it can be drawn at any time. */
export const WitnessSchema = v.object({
  kind: v.picklist(['sides-differ', 'solution-lost', 'solution-gained', 'false-equality']),
  at: v.record(v.string(), v.number()),
  /** The two sides compared, as written, the one that comes first first; none where whole lines are. */
  sides: v.array(v.string()),
})
export type Witness = v.InferOutput<typeof WitnessSchema>

export function witnessOf({ kind, at, values }: Proof): Witness {
  const compared = kind === 'sides-differ' || kind === 'false-equality'
  return { kind, at, sides: compared ? values.map(({ text }) => text) : [] }
}
