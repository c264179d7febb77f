import * as v from 'valibot'

/**
 * What one micro-turn yields.
 * hold: stay quiet, or hold the next word; backchannel: a nod that takes no floor, here the quiet mark;
 * speak: begin this remark, or the answer that is ready (`reply`), or with neither go on with what was held;
 * yield: give the floor away for good.
 */
export const ActSchema = v.variant('kind', [
  v.object({ kind: v.literal('hold') }),
  v.object({ kind: v.literal('backchannel'), remark: v.string() }),
  v.object({
    kind: v.literal('speak'),
    remark: v.nullable(v.string()),
    reply: v.exactOptional(v.literal(true)),
  }),
  v.object({ kind: v.literal('yield') }),
])
export type Act = v.InferOutput<typeof ActSchema>

export const HOLD: Act = { kind: 'hold' }
