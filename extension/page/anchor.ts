import { type Anchor, CONTEXT_LENGTH } from '../../shared/percepts/anchor.ts'
import { FIELD_TEXT_LENGTH } from '../../shared/percepts/page-percept.ts'
import { type FieldElement, fieldMap, fieldOf, isControl } from './field.ts'
import { type FieldList, listIn, listText } from './field-list.ts'
import { findQuote, type Stretch } from './find-quote.ts'
import { formulaText } from './formula-text.ts'
import { mayBeRead } from './may-be-read.ts'
import { elementAt, treeAt } from './path-of.ts'
import { contentMap, rangeOf, type TextMap } from './text-map.ts'

/**
 * Where an anchor stands now: units of the element's text, and `range` where that has nodes. `quoted` is the text
 * that anchors of this path quote, and the place in it: another one only for a line of a list.
 */
export type Place = Stretch & {
  element: HTMLElement
  text: string
  range: Range | null
  /** Of a formula: which of its lines, and of how many. */
  line: { index: number; of: number } | null
  quoted: Stretch & { text: string }
}

export type Lookup = {
  document: Document
  isUnread(element: Element): boolean
  /** An element known by this path from before; the page may have moved it. */
  knownAt?(path: string): HTMLElement | null
  listAt?(path: string): FieldList | null
}

/** A search over the page stops after so many elements, or this long, ms. */
const MOST_ELEMENTS = 2000
const LONGEST_SEARCH = 4

/**
 * Looks an anchor up, as often as it is used. The quote is sought in the element at the anchor's path; only if
 * nothing is there, in elements of its kind. Both sides of the quote must fit, except in a field and in the element
 * in which it was found before: elsewhere the page may have put another text at the path. Null means gone: no place
 * is better than a wrong one.
 * @param was where it was found before
 */
export function locate(anchor: Anchor, lookup: Lookup, was: HTMLElement | null = null): Place | null {
  const list = lookup.listAt?.(anchor.path)
  if (list) return placeInList(list, anchor, lookup)
  const element = lookup.knownAt?.(anchor.path) ?? elementAt(anchor.path, lookup.document)
  if (element instanceof HTMLElement) {
    if (!mayQuote(element, lookup)) return null
    const isSame = element === was || fieldOf(element)?.element === element
    const place = placeIn(element, anchor, isSame ? 'one' : 'both')
    const unused = place ? null : listIn(element)
    return unused ? placeInList(unused, anchor, lookup) : place
  }

  const places: Place[] = []
  const deadline = performance.now() + LONGEST_SEARCH
  const tree = treeAt(anchor.path, lookup.document)
  for (const other of tree ? elementsLike(anchor.path, tree) : []) {
    if (performance.now() > deadline) return null
    if (!other.textContent?.includes(anchor.quote) && !isControl(other)) continue
    const place = mayQuote(other, lookup) ? placeIn(other, anchor, 'both') : null
    if (place && !places.some((each) => isSamePlace(each, place))) places.push(place)
  }
  const [place] = places
  return place && places.length === 1 ? place : null
}

/** A field that no percept speaks of is not looked into for an order either. */
function mayQuote(element: HTMLElement, lookup: Lookup): boolean {
  if (lookup.isUnread(element)) return false
  return !isControl(element) || (fieldOf(element) !== null && mayBeRead(element))
}

/** MathJax draws outlines, in which there is no text: its formula is quoted by its source, and marked whole. */
export const isOutlined = (element: Element): boolean => element.localName === 'mjx-container'

/** The text that anchors of this element quote. */
function textAt(element: HTMLElement): TextMap | null {
  if (isOutlined(element)) return { text: formulaText(element) ?? '', pieces: [] }
  const place = fieldOf(element)
  const map = place?.element === element ? fieldMap(place) : contentMap(element)
  return map && place ? { ...map, text: map.text.slice(0, FIELD_TEXT_LENGTH) } : map
}

function placeIn(element: HTMLElement, anchor: Anchor, sides: 'one' | 'both'): Place | null {
  const map = textAt(element)
  const found = map && findQuote(map.text, anchor, sides)
  if (!found) return null
  const place = { ...found, element, text: map.text, line: null, quoted: { ...found, text: map.text } }
  if (isControl(element) || isOutlined(element)) return { ...place, range: null }
  if (fieldOf(element)?.kind === 'formula') {
    const index = map.text.slice(0, found.start).split('\n').length - 1
    return { ...place, range: null, line: { index, of: map.text.split('\n').length } }
  }
  const range = rangeOf(map, found)
  return range && { ...place, range }
}

/**
 * A quote in a list stands in one of its fields. How far the person has come, which empty lines at the end tell,
 * is left out on both sides: going from field to field is no edit.
 */
function placeInList(list: FieldList, anchor: Anchor, lookup: Lookup): Place | null {
  const { text, lines } = listText({ ...list, at: null }, (element) =>
    mayQuote(element, lookup) ? lineText({ element, kind: list.kind }) : '',
  )
  const after = anchor.after.length < CONTEXT_LENGTH ? anchor.after.replace(/\n+$/, '') : anchor.after
  const found = findQuote(text, { ...anchor, after })
  const line = found && lines.find(({ start, end }) => start <= found.start && found.end <= end)
  if (!line) return null
  const own = lines.filter(({ element }) => element === line.element)
  return {
    element: line.element,
    text: line.text,
    start: found.start - line.start,
    end: found.end - line.start,
    range: null,
    line: { index: own.indexOf(line), of: own.length },
    quoted: { ...found, text },
  }
}

/** Fields of a list in which the person is not; a formula's editor has to be asked, for every frame that shows a mark. */
const asked = new WeakMap<HTMLElement, { text: string; at: number }>()
/** How long the answer holds, ms. */
const ASKED_MS = 1000

function lineText(field: FieldElement): string {
  const isStill = field.kind === 'formula' && !field.element.matches(':focus-within')
  const known = isStill ? asked.get(field.element) : undefined
  if (known && performance.now() - known.at < ASKED_MS) return known.text
  const text = fieldMap(field)?.text ?? ''
  if (isStill) asked.set(field.element, { text, at: performance.now() })
  else asked.delete(field.element)
  return text
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
function isSamePlace(a: Place, b: Place): boolean {
  if (!a.range || !b.range) return false
  return a.range.startContainer === b.range.startContainer && a.range.startOffset === b.range.startOffset
}
