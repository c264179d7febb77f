import * as v from 'valibot'
import { listOf } from './list-of.ts'

/** Longest text of a page that is read at once, in UTF-16 units: about 3,000 words. */
export const PAGE_TEXT_LENGTH = 20_000

/** What a page says near the place that the person looks at: untrusted. */
export const PageTextSchema = v.object({
  lang: v.exactOptional(v.pipe(v.string(), v.maxLength(35))),
  passages: listOf(
    v.object({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(PAGE_TEXT_LENGTH)),
      /** The element whose whole text it is; null where it is not just that (a formula stands in it). */
      path: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
    }),
    100,
  ),
})
export type PageText = v.InferOutput<typeof PageTextSchema>
