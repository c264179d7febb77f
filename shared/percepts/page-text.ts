import * as v from 'valibot'
import { listOf } from './list-of.ts'

/** Longest text of a page that is read at once, in UTF-16 units: about 3,000 words. */
export const PAGE_TEXT_LENGTH = 20_000

/** What a page says near the place that the person looks at: untrusted. */
export const PageTextSchema = v.object({
  /** Of the document that was read: the tab may have gone on since it was asked for. */
  origin: v.pipe(v.string(), v.maxLength(300)),
  lang: v.exactOptional(v.pipe(v.string(), v.maxLength(35))),
  /** Index of the passage that stands next to the middle of the view. */
  near: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  passages: listOf(
    v.object({
      /** As a person reads it, formulas as `$LaTeX$`. */
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(PAGE_TEXT_LENGTH)),
      /** Its element, and the text that anchors in it quote; null where it cannot be found again. */
      place: v.nullable(
        v.object({
          path: v.pipe(v.string(), v.maxLength(1_000)),
          text: v.pipe(v.string(), v.maxLength(PAGE_TEXT_LENGTH)),
        }),
      ),
    }),
    100,
  ),
})
export type PageText = v.InferOutput<typeof PageTextSchema>
