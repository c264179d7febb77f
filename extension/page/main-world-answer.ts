import * as v from 'valibot'
import { ANSWER_LENGTH, ANSWER_LINES } from './main-world-events.ts'

const Source = v.pipe(v.string(), v.maxLength(ANSWER_LENGTH))

/** What the main-world reader says of an element. All that a forged answer can do is say what stands in that element. */
export const AnswerSchema = v.variant('kind', [
  /** The reader is there. */
  v.object({ kind: v.literal('here') }),
  /** The source of a formula, shown or edited. */
  v.object({ kind: v.literal('formula'), latex: Source }),
  /** The whole text of an editor, and where in it each line that is in the DOM begins, in their order. */
  v.object({
    kind: v.literal('text'),
    text: Source,
    lines: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(ANSWER_LINES)),
  }),
])
export type Answer = v.InferOutput<typeof AnswerSchema>
