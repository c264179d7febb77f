import * as v from 'valibot'

/** More curves could not be told apart without colour. */
export const MOST_PLOTTED = 3
/** Characters of one function. */
export const LONGEST_PLOTTED = 300

/** What to plot, as it is kept with the conversation: functions or inequalities as written, and the range asked for. */
export const PlotSchema = v.object({
  of: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(LONGEST_PLOTTED))),
    v.minLength(1),
    v.maxLength(MOST_PLOTTED),
  ),
  from: v.nullable(v.number()),
  to: v.nullable(v.number()),
})
export type Plot = v.InferOutput<typeof PlotSchema>
