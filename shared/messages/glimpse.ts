import * as v from 'valibot'

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What happened in one micro-turn, for looking at: who talked, what was decided and why. No content. */
export const GlimpseSchema = v.object({
  /** ms since the epoch. */
  at: v.number(),
  floor: v.picklist(['person', 'tutor', 'both', 'nobody']),
  /** What was done: the act, or what of speaking it began. */
  act: v.picklist(['hold', 'backchannel', 'remark', 'reply', 'go on', 'yield']),
  /** By the names of the policy's heads; none where rules decided. */
  beliefs: v.record(v.string(), Share),
  /** Version of the policy that decided; null: it missed its deadline. */
  by: v.nullable(v.string()),
})
export type Glimpse = v.InferOutput<typeof GlimpseSchema>

/** Name of the channel on which extension pages ask for the last minute, and the loop tells it. */
export const GLIMPSES = 'aside-glimpses'

export const AskGlimpsesSchema = v.object({ kind: v.literal('ask') })
export const GlimpsesSchema = v.object({
  kind: v.literal('glimpses'),
  glimpses: v.pipe(v.array(GlimpseSchema), v.maxLength(600)),
})
