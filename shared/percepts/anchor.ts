import * as v from 'valibot'

/** Longest quote an anchor holds, in UTF-16 units; a longer line is quoted by its beginning. */
export const QUOTE_LENGTH = 400
/** How much text on either side tells two equal quotes apart, in UTF-16 units. */
export const CONTEXT_LENGTH = 40

/**
 * A place on the page that survives re-rendering: which element, and which text in it.
 * It is looked up again each time it is used, after the W3C Web Annotation text quote selector.
 */
export const AnchorSchema = v.object({
  /** CSS path of the element, stable over a reload of the same page. */
  path: v.pipe(v.string(), v.maxLength(1000)),
  quote: v.pipe(v.string(), v.minLength(1), v.maxLength(QUOTE_LENGTH)),
  /** Text right before the quote, at most CONTEXT_LENGTH units. */
  before: v.pipe(v.string(), v.maxLength(CONTEXT_LENGTH)),
  /** Text right after the quote, at most CONTEXT_LENGTH units. */
  after: v.pipe(v.string(), v.maxLength(CONTEXT_LENGTH)),
})
export type Anchor = v.InferOutput<typeof AnchorSchema>

/** The anchor of `text.slice(start, end)` in the element at `path`. */
export function anchorOf(path: string, text: string, start: number, end: number): Anchor {
  return {
    path,
    quote: text.slice(start, Math.min(end, start + QUOTE_LENGTH)),
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    after: text.slice(end, end + CONTEXT_LENGTH),
  }
}
