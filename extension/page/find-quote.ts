import { type Anchor, CONTEXT_LENGTH, QUOTE_LENGTH } from '../../shared/percepts/anchor.ts'

/** A stretch of one text, in UTF-16 units; `end` is the first unit that no longer belongs to it. */
export type Stretch = { start: number; end: number }

type Quote = Pick<Anchor, 'quote' | 'before' | 'after'>

/** A quote that stands at more places than this cannot be told from others, and looking would take long. */
const MOST_PLACES = 2000

/** Spaces at the rim of a line do not change the line: a person types one before going on. */
const BLANKS_THEN_EDGE = /^[ \t\u00a0]*(?:\n|$)/
const EDGE_THEN_BLANKS = /(?:^|\n)[ \t\u00a0]*$/
const WORD_FIRST = /^[\p{L}\p{N}_]/u
const WORD_LAST = /[\p{L}\p{N}_]$/u

/**
 * Where the quote stands now, or null when it is gone or cannot be told from another place.
 *
 * A place counts only if one whole side of it is as it was: whatever single edit changed the text since the
 * anchor was made either lies on one side of the quote, and leaves the other alone, or changed the quote itself.
 * That makes a wrong place impossible in texts whose sides the anchor holds whole, at the price of giving up a
 * quote both sides of which have changed; who follows a text edit by edit renews the anchor at each step.
 * Ask for `both` sides where it is not even sure that this is the text the quote was taken from.
 */
export function findQuote(text: string, anchor: Quote, sides: 'one' | 'both' = 'one'): Stretch | null {
  const whole: number[] = []
  const half: number[] = []
  let seen = 0
  for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1)) {
    seen += 1
    if (seen > MOST_PLACES) return null
    const end = at + anchor.quote.length
    if (!standsAlone(text, anchor, at, end)) continue
    const before = endsAsBefore(text.slice(0, at), anchor.before)
    const after = beginsAsAfter(text.slice(end), anchor)
    if (before && after) whole.push(at)
    else if (before || after) half.push(at)
  }
  const places = whole.length > 0 || sides === 'both' ? whole : half
  const [start] = places
  return start === undefined || places.length > 1 ? null : { start, end: start + anchor.quote.length }
}

/** A quote that was a line, or ended with a word, must not have been continued by what now stands next to it. */
function standsAlone(text: string, anchor: Quote, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - 80), start)
  const right = text.slice(end, end + 80)
  if (EDGE_THEN_BLANKS.test(anchor.before)) {
    if (!EDGE_THEN_BLANKS.test(left)) return false
  } else if (WORD_FIRST.test(anchor.quote) && !WORD_LAST.test(anchor.before) && WORD_LAST.test(left)) {
    return false
  }
  // The rest of a line that was too long to quote whole stands between the quote and `after`.
  if (isCut(anchor)) return true
  if (BLANKS_THEN_EDGE.test(anchor.after)) return BLANKS_THEN_EDGE.test(right)
  return !(WORD_LAST.test(anchor.quote) && !WORD_FIRST.test(anchor.after) && WORD_FIRST.test(right))
}

/** A context shorter than its full length reached the text's beginning, and must still do so. */
function endsAsBefore(left: string, before: string): boolean {
  return before.length < CONTEXT_LENGTH ? left === before : left.endsWith(before)
}

function beginsAsAfter(right: string, anchor: Quote): boolean {
  const rest = isCut(anchor) ? right.slice(right.search(/\n|$/)) : right
  return anchor.after.length < CONTEXT_LENGTH ? rest === anchor.after : rest.startsWith(anchor.after)
}

/** Only the beginning of a very long line is quoted; `after` is what follows the line, not the quote. */
function isCut(anchor: Quote): boolean {
  return anchor.quote.length >= QUOTE_LENGTH
}
