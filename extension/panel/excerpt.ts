import { foldedMatches, foldText } from '../page/fold-text.ts'

/** A piece of an excerpt; `found` pieces are what was searched for. */
export interface Piece {
  text: string
  found: boolean
}

/** How much of the text stands on either side of the first place found, in UTF-16 units. */
const AROUND = 60

/** The part of a text in which the words of a query stand first, in pieces; from its beginning where none does. */
export function excerptOf(text: string, query: string): Piece[] {
  const words = foldText(query).split(' ').filter(Boolean)
  const places = words
    .flatMap((word) => foldedMatches(text, word))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const first = places[0]?.start ?? 0
  const from = first > AROUND ? wordStart(text, first - AROUND) : 0
  const to = Math.min(text.length, first + 2 * AROUND)
  const pieces: Piece[] = from > 0 ? [{ text: '…', found: false }] : []
  let at = from
  for (const { start, end } of places) {
    if (start < at || start >= to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), found: false })
    pieces.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false })
  if (to < text.length) pieces.push({ text: '…', found: false })
  return pieces
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + AROUND / 2 ? at : space + 1
}
