import * as v from 'valibot'
import { FIELD_TEXT_LENGTH } from '../../shared/percepts/page-percept.ts'

/**
 * What the main-world reader and the content script say to each other: one event on the element asked about,
 * answered by another before it returns. The page can hear both and forge either; an answer is parsed, and all
 * it can do is say what stands in that element.
 */
export const ASK = 'aside:ask'
export const ANSWER = 'aside:answer'

const Source = v.pipe(v.string(), v.maxLength(FIELD_TEXT_LENGTH + 1))

export const AnswerSchema = v.variant('kind', [
  /** The reader is there. */
  v.object({ kind: v.literal('here') }),
  /** The source of a formula, shown or edited. */
  v.object({ kind: v.literal('formula'), latex: Source }),
  /** The whole text of an editor, and where in it each line that is in the DOM begins, in their order. */
  v.object({
    kind: v.literal('text'),
    text: Source,
    lines: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(2000)),
  }),
])
export type Answer = v.InferOutput<typeof AnswerSchema>
