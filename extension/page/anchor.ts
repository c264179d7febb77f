import type { Anchor } from '../../shared/percepts/anchor.ts'
import { fieldMap, fieldOf, isControl } from './field.ts'
import { findQuote, type Stretch } from './find-quote.ts'
import { mayBeRead } from './may-be-read.ts'
import { elementAt, treeAt } from './path-of.ts'
import { contentMap, rangeOf, type TextMap } from './text-map.ts'

/** Where an anchor stands now: units of the text that `textAt(element)` gives; `range` where that has nodes. */
export type Place = Stretch & { element: HTMLElement; text: string; range: Range | null }

export type Lookup = {
  document: Document
  isUnread(element: Element): boolean
  /** An element known by this path from before; the page may have moved it. */
  knownAt?(path: string): HTMLElement | null
}

/** A search over the page stops after so many elements, or this long, ms. */
const MOST_ELEMENTS = 2000
const LONGEST_SEARCH = 4

/**
 * Looks an anchor up, as often as it is used. The quote is sought in the element at the anchor's path; only if
 * nothing is there, in elements of its kind, where both sides of the quote must fit. Null means gone: no place
 * is better than a wrong one.
 */
export function locate(anchor: Anchor, lookup: Lookup): Place | null {
  const element = lookup.knownAt?.(anchor.path) ?? elementAt(anchor.path, lookup.document)
  if (element instanceof HTMLElement)
    return mayQuote(element, lookup) ? placeIn(element, anchor, 'one') : null

  const places: Place[] = []
  const deadline = performance.now() + LONGEST_SEARCH
  const tree = treeAt(anchor.path, lookup.document)
  for (const other of tree ? elementsLike(anchor.path, tree) : []) {
    if (performance.now() > deadline) return null
    if (!other.textContent?.includes(anchor.quote) && !isControl(other)) continue
    const place = mayQuote(other, lookup) ? placeIn(other, anchor, 'both') : null
    if (place && !places.some((each) => isSame(each, place))) places.push(place)
  }
  const [place] = places
  return place && places.length === 1 ? place : null
}

/** A field that no percept speaks of is not looked into for an order either. */
function mayQuote(element: HTMLElement, lookup: Lookup): boolean {
  if (lookup.isUnread(element)) return false
  return !isControl(element) || (fieldOf(element) !== null && mayBeRead(element))
}

/** The text that anchors of this element quote. */
function textAt(element: HTMLElement): TextMap {
  return fieldOf(element)?.element === element ? fieldMap(element) : contentMap(element)
}

function placeIn(element: HTMLElement, anchor: Anchor, sides: 'one' | 'both'): Place | null {
  const map = textAt(element)
  const found = findQuote(map.text, anchor, sides)
  if (!found) return null
  if (isControl(element)) return { ...found, element, text: map.text, range: null }
  const range = rangeOf(map, found)
  return range && { ...found, element, text: map.text, range }
}

function* elementsLike(path: string, tree: ParentNode): Generator<HTMLElement> {
  const name = /(?:^|[\s>])([a-z][\w-]*)[^>]*$/.exec(path)?.[1]
  let left = MOST_ELEMENTS
  for (const element of tree.querySelectorAll(name ?? 'textarea, input, [contenteditable]')) {
    if (left-- === 0) return
    if (element instanceof HTMLElement) yield element
  }
}

/** An element and its parent can hold the same words. */
function isSame(a: Place, b: Place): boolean {
  if (!a.range || !b.range) return false
  return a.range.startContainer === b.range.startContainer && a.range.startOffset === b.range.startOffset
}
