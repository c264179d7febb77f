import type { PageText } from '../../shared/percepts/page-text.ts'
import { PAGE_TEXT_LENGTH } from '../../shared/percepts/page-text.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import { INLINE } from './page-runs.ts'
import { pathOf } from './path-of.ts'
import { contentMap } from './text-map.ts'

/** What is not the text of a page: menus, fields with all that was written there, and what no person reads. */
const SKIPPED =
  'script, style, template, noscript, iframe, object, svg, canvas, nav, footer, aside, button, select, textarea, input, math-field, .mq-editable-field, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=navigation], [aria-hidden=true]:not(.katex *), aside-marks'

/** Passages that are read at most. */
const MOST_PASSAGES = 100
/** Blocks that are looked at; a longer page is a book. */
const MOST_BLOCKS = 8_000
/** What is smaller than this is not there to be seen (px): text for screen readers, or hidden text. */
const SEEN_PX = 2
/** What a person writes in. */
const FIELDS = 'textarea, math-field, .mq-editable-field, [contenteditable], [role=textbox]'

/**
 * The main text of a page near the place that the person looks at, in the order of the page, formulas as `$LaTeX$`.
 * Nothing is read of fields, of menus, or of what is hidden.
 */
export function readPageText(document: Document): PageText {
  const root = document.querySelector('main, [role=main]') ?? document.body
  const middle = innerHeight / 2
  const blocks = [...blocksOf(root)].map((block) => {
    const { top, bottom } = block.getBoundingClientRect()
    return { block, far: top > middle ? top - middle : Math.max(0, middle - bottom) }
  })
  const texts = new Map<Element, string>()
  let length = 0
  for (const { block } of blocks.toSorted((a, b) => a.far - b.far)) {
    // Only of what is near: it takes ten times as long as all else.
    if (!isSeen(block)) continue
    const text = block.closest('pre') === null ? tidied(textOf(block)) : textOf(block).trimEnd()
    if (text === '') continue
    length += text.length
    if (length > PAGE_TEXT_LENGTH || texts.size >= MOST_PASSAGES) break
    texts.set(block, text)
  }
  const read = blocks.filter(({ block }) => texts.has(block))
  const passages = read.flatMap(({ block }) => passageOf(block, texts.get(block)))
  const [nearest] = texts.keys()
  const near = Math.max(
    0,
    read.findIndex(({ block }) => block === nearest),
  )
  const { lang } = document.documentElement
  return { origin: location.origin, ...(lang === '' ? {} : { lang: lang.slice(0, 35) }), near, passages }
}

/** Elements that hold words of their own, outermost words first, in the order of the page. */
function blocksOf(root: Element): Set<Element> {
  const blocks = new Set<Element>()
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && (node.matches(SKIPPED) || isPassedOver(node))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node && blocks.size < MOST_BLOCKS; node = walker.nextNode()) {
    const formula = node instanceof Element && node.matches(FORMULA)
    if (!formula && !(node instanceof Text && node.data.trim() !== '')) continue
    let block = node.parentElement
    while (block && INLINE.has(block.nodeName) && block !== root) block = block.parentElement
    if (block !== null) blocks.add(block)
  }
  return blocks
}

/** Whether a person who scrolls there would see it: displayed, of some size, and not beyond the page's edges. */
function isSeen(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  const parent = element.parentElement
  if (display === 'contents') return visibility === 'visible' && parent !== null && isSeen(parent)
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
  if (isTiny(element)) return false
  const { right, bottom } = element.getBoundingClientRect()
  return right + scrollX > 0 && bottom + scrollY > 0 && !isCutAway(parent)
}

function isTiny(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width < SEEN_PX || height < SEEN_PX
}

/** Whether it lies in a box without room that shows nothing beyond its rim. */
function isCutAway(element: Element | null): boolean {
  for (let around = element; around; around = around.parentElement) {
    if (!isTiny(around)) continue
    const { display, overflowX, overflowY } = getComputedStyle(around)
    if (display !== 'contents' && (overflowX !== 'visible' || overflowY !== 'visible')) return true
  }
  return false
}

/** Of a formula only the outermost element counts. */
const isPassedOver = (element: Element) => element.parentElement?.closest(FORMULA) != null

function passageOf(block: Element, text: string | undefined): PageText['passages'] {
  if (text === undefined) return []
  // What the person writes stays unread, and of formulas a page may hold far more than it shows.
  const raw = block.querySelector(FIELDS) === null ? contentMap(block).text : ''
  const path = raw !== '' && raw.length <= 6 * text.length + 200 ? pathOf(block) : null
  return [{ text, place: path === null ? null : { path, text: raw.slice(0, PAGE_TEXT_LENGTH) } }]
}

/** White space of the source counts for as little as on the page. */
function tidied(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim()
}

/** The words of a block without those of the blocks in it. */
function textOf(block: Element): string {
  const pre = block.closest('pre') !== null
  let text = ''
  for (const child of block.childNodes) {
    if (child instanceof Text) text += pre ? child.data : child.data.replaceAll('\n', ' ')
    else if (!(child instanceof Element) || child.matches(SKIPPED)) continue
    else if (child.matches(FORMULA)) text += formulaOf(child)
    else if (child.nodeName === 'BR') text += '\n'
    else if (INLINE.has(child.nodeName) && isSeen(child)) text += textOf(child)
  }
  return text
}

function formulaOf(element: Element): string {
  const latex = formulaText(element)
  return latex === null ? ' ' : ` $${latex}$ `
}
