import type { Stretch } from './find-quote.ts'

/** Text read from nodes, and where each stretch of it came from. Text between pieces was made up (a line break). */
export type TextMap = { text: string; pieces: Piece[] }
/** `length` units of `node` from unit `from` on stand at `at` in the text. */
export type Piece = { node: Text; from: number; at: number; length: number }

/** The range of nodes that holds a stretch of the text, or null when none of it stands in a node. */
export function rangeOf(map: TextMap, { start, end }: Stretch): Range | null {
  const first = map.pieces.find((piece) => piece.at + piece.length > start)
  const last = map.pieces.findLast((piece) => piece.at < end)
  if (!first || !last || first.at > last.at) return null
  const range = first.node.ownerDocument.createRange()
  range.setStart(first.node, unitsOf(first, start))
  range.setEnd(last.node, unitsOf(last, end))
  return range
}

/** The element's `textContent`, mapped. */
export function contentMap(element: Element): TextMap {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const map: TextMap = { text: '', pieces: [] }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    map.pieces.push({ node, from: 0, at: map.text.length, length: node.data.length })
    map.text += node.data
  }
  return map
}

/** A page may have shortened the node since it was read; a range must not throw for that. */
function unitsOf(piece: Piece, at: number): number {
  const units = piece.from + Math.min(piece.length, Math.max(0, at - piece.at))
  return Math.min(piece.node.data.length, units)
}
