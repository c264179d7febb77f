import type { Stretch } from './find-quote.ts'

const SPACE = /\s/
const SPACES = /\s+/g

/** Case and white space folded, so that a phrase is found however the page breaks its lines. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ').replace(SPACES, ' ')
}

/** All places in `text`, not overlapping, that read like `folded` (a result of `foldText`). */
export function foldedMatches(text: string, folded: string): Stretch[] {
  if (folded === '' || !foldText(text).includes(folded)) return []
  const { plain, from } = foldWithPlaces(text)
  const found: Stretch[] = []
  for (let at = plain.indexOf(folded); at >= 0; at = plain.indexOf(folded, at + folded.length)) {
    const start = from[at] ?? 0
    found.push({ start, end: Math.max(start + 1, from[at + folded.length] ?? text.length) })
  }
  return found
}

/** `from[i]` is where unit i of `plain` begins in `text`. Folding may lengthen a letter (İ) or drop spaces. */
function foldWithPlaces(text: string): { plain: string; from: number[] } {
  let plain = ''
  const from: number[] = []
  let at = 0
  // Kept beside the text: to look at the end of a string that is being put together makes it be copied.
  let spaced = false
  for (const char of text) {
    const isSpace = SPACE.test(char)
    const folded = isSpace ? (spaced ? '' : ' ') : foldText(char)
    spaced = isSpace
    for (let i = 0; i < folded.length; i += 1) from.push(at)
    plain += folded
    at += char.length
  }
  return { plain, from }
}
