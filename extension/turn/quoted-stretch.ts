import type { Stretch } from '../page/find-quote.ts'
import { foldedMatches, foldText } from '../page/fold-text.ts'

/** Words of a quote beside its formulas that are too few to tell a place, in UTF-16 units. */
const TOO_SHORT = 12

/**
 * Where a quote stands in the text of its element, white space and case aside. Formulas are `$LaTeX$` in the quote and
 * something else in the element: where the quote has some, its longest stretch of words is meant. Null: nowhere.
 */
export function quotedStretch(text: string, quote: string): Stretch | null {
  const whole = firstMatch(text, quote)
  if (whole !== null) return whole
  const words = quote
    .split(/\$[^$]*\$/u)
    .map((part) => part.trim())
    .toSorted((a, b) => b.length - a.length)[0]
  return words === undefined || words.length < TOO_SHORT ? null : firstMatch(text, words)
}

function firstMatch(text: string, quote: string): Stretch | null {
  return foldedMatches(text, foldText(quote.trim()))[0] ?? null
}
