import type { PageText } from '../../shared/percepts/page-text.ts'
import { PAGE_TEXT_LENGTH } from '../../shared/percepts/page-text.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import { INLINE } from './page-runs.ts'
import { pathOf } from './path-of.ts'
import { closestOf, isShadowTree, parentOf, shadowOf } from './shadow.ts'
import { slices } from './slices.ts'
import { contentMap } from './text-map.ts'
import { unseenInk } from './unseen-ink.ts'

/** What is not the text of a page: menus, fields with all that was written there, and what no person reads. */
const SKIPPED_TAGS = new Set(
  'script style template noscript iframe object svg canvas nav footer aside button select textarea input math-field aside-marks'.split(
    ' ',
  ),
)
const SKIPPED =
  '.mq-editable-field, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=navigation], [aria-hidden=true]:not(.katex *)'

/** Passages that are read at most. */
const MOST_PASSAGES = 100
/** Blocks that are looked at; a longer page is a book. */
const MOST_BLOCKS = 8_000
/** What is smaller than this is not there to be seen (px): text for screen readers, or hidden text. */
const SEEN_PX = 2
/** Formulas that are told by their name alone. */
const FORMULA_TAGS = new Set(['math', 'mjx-container'])
/** What has a description. */
const IMAGE = 'img[alt]:not([alt=""]), [role=img][aria-label]'
/** A smaller image shows nothing (px): it counts visits, or is a bullet. */
const IMAGE_PX = 8
/** Longest description, in UTF-16 units. */
const DESCRIPTION = 500
/** Shadow trees within one another. */
const DEEP = 30
/** What a person writes in. */
const FIELDS = 'textarea, math-field, .mq-editable-field, [contenteditable], [role=textbox]'

/** What holds words: an element, or a shadow tree in which they lie bare. */
type Block = Element | ShadowRoot
/** Whether words that stand in this element are of the colour behind them. */
type Unseen = (element: Element) => boolean

/**
 * The main text of a page near the place that the person looks at, in the order of the page, formulas as `$LaTeX$`,
 * images as `[image: their description]`. Nothing is read of fields, of menus, or of what is hidden. Works in slices.
 */
export async function readPageText(document: Document, signal: AbortSignal): Promise<PageText> {
  const root = document.querySelector('main, [role=main]') ?? document.body
  const middle = innerHeight / 2
  const unseen = unseenInk()
  const pause = slices(signal)
  const blocks: { block: Block; far: number }[] = []
  for (const block of await blocksOf(root, pause)) {
    const paused = pause()
    if (paused) await paused
    const { top, bottom } = elementOf(block).getBoundingClientRect()
    blocks.push({ block, far: top > middle ? top - middle : Math.max(0, middle - bottom) })
  }
  const texts = new Map<Block, string>()
  let length = 0
  const pauseOften = slices(signal, 1)
  for (const { block } of blocks.toSorted((a, b) => a.far - b.far)) {
    await pauseOften()
    // Only of what is near: it takes ten times as long as all else.
    if (!isSeen(elementOf(block))) continue
    const text = isPre(block) ? textOf(block, unseen).trimEnd() : tidied(textOf(block, unseen))
    if (text.trim() === '') continue
    length += text.length
    if (length > PAGE_TEXT_LENGTH || texts.size >= MOST_PASSAGES) break
    texts.set(block, text)
  }
  const read = blocks.filter(({ block }) => texts.has(block))
  const passages: PageText['passages'] = []
  for (const { block } of read) {
    await pauseOften()
    passages.push(...passageOf(block, texts.get(block)))
  }
  const [nearest] = texts.keys()
  const near = Math.max(
    0,
    read.findIndex(({ block }) => block === nearest),
  )
  const { lang } = document.documentElement
  return { origin: location.origin, ...(lang === '' ? {} : { lang: lang.slice(0, 35) }), near, passages }
}

const elementOf = (block: Block): Element => (isShadowTree(block) ? block.host : block)
const hasAttributes = (element: Element): boolean => element.attributes.length > 0
const isPre = (block: Block): boolean => closestOf(elementOf(block), 'pre') !== null
const isFormula = (element: Element): boolean =>
  (hasAttributes(element) || FORMULA_TAGS.has(element.localName)) && element.matches(FORMULA)
const isImage = (element: Element): boolean => hasAttributes(element) && element.matches(IMAGE)

/** Most elements have no attributes, and a look at the name takes a tenth of the time of a selector. */
function isSkipped(element: Element): boolean {
  if (SKIPPED_TAGS.has(element.localName)) return element.localName !== 'svg' || !isImage(element)
  return hasAttributes(element) && element.matches(SKIPPED)
}

/** What holds words of its own, outermost words first, in the order of the page; a shadow tree before its host's children. */
async function blocksOf(
  root: Block,
  pause: ReturnType<typeof slices>,
  blocks = new Set<Block>(),
  depth = 0,
): Promise<Set<Block>> {
  const treeOf = (host: Element) => (depth < DEEP ? shadowOf(host) : null)
  const own = isShadowTree(root) ? null : treeOf(root)
  if (own) await blocksOf(own, pause, blocks, depth + 1)
  // Of a formula, and of an image that is made of elements, only the outermost counts.
  let whole: Element | null = null
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      whole?.contains(node) === true || (node instanceof Element && isSkipped(node))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node && blocks.size < MOST_BLOCKS; node = walker.nextNode()) {
    const paused = pause()
    if (paused) await paused
    if (node instanceof Element) {
      const tree = treeOf(node)
      if (tree) await blocksOf(tree, pause, blocks, depth + 1)
      if (!isFormula(node) && !isImage(node)) continue
      whole = node
    } else if (!(node instanceof Text) || node.data.trim() === '') continue
    const block = blockOf(node, root)
    if (block !== null) blocks.add(block)
  }
  return blocks
}

const isWithin = ({ nodeName }: Node): boolean => INLINE.has(nodeName) || nodeName === 'PICTURE'

function blockOf(node: Node, root: Block): Block | null {
  let block = node.parentNode
  while (block && isWithin(block) && block !== root) block = block.parentNode
  return block instanceof Element || isShadowTree(block) ? block : null
}

/** Whether a person who scrolls there would see it: displayed, of some size, and not beyond the page's edges. */
function isSeen(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  const parent = parentOf(element)
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
  for (let around = element; around; around = parentOf(around)) {
    if (!isTiny(around)) continue
    const { display, overflowX, overflowY } = getComputedStyle(around)
    if (display !== 'contents' && (overflowX !== 'visible' || overflowY !== 'visible')) return true
  }
  return false
}

function passageOf(block: Block, text: string | undefined): PageText['passages'] {
  if (text === undefined) return []
  if (isShadowTree(block)) return [{ text, place: null }]
  // What the person writes stays unread, and of formulas a page may hold far more than it shows.
  const raw = block.querySelector(FIELDS) === null ? contentMap(block).text : ''
  const path = raw.trim() !== '' && raw.length <= 6 * text.length + 200 ? pathOf(block) : null
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
function textOf(block: Block, unseen: Unseen): string {
  const element = elementOf(block)
  const pre = isPre(block)
  let hidden: boolean | undefined
  let text = ''
  for (const child of block.childNodes) {
    if (child instanceof Text) {
      if (child.data.trim() !== '') hidden ??= isNotShown(block) || unseen(element)
      if (hidden !== true) text += pre ? child.data : child.data.replaceAll('\n', ' ')
    } else if (!(child instanceof Element) || isSkipped(child)) continue
    else if (isFormula(child)) text += formulaOf(child)
    else if (isImage(child)) text += descriptionOf(child)
    else if (child.nodeName === 'BR') text += '\n'
    else if (isWithin(child) && isSeen(child)) text += textOf(child, unseen)
  }
  return text
}

/** Words beside a shadow tree without a place for them, or in a place that others have taken. */
function isNotShown(block: Block): boolean {
  if (isShadowTree(block)) return false
  if (block instanceof HTMLSlotElement && block.assignedNodes().length > 0) return true
  const tree = shadowOf(block)
  return tree !== null && tree.querySelector('slot:not([name]), slot[name=""]') === null
}

function formulaOf(element: Element): string {
  const latex = formulaText(element)
  return latex === null ? ' ' : ` $${latex}$ `
}

/** What an image is said to show. Brackets in it would end it early. */
function descriptionOf(image: Element): string {
  const { width, height } = image.getBoundingClientRect()
  if (width < IMAGE_PX || height < IMAGE_PX || !isSeen(image)) return ' '
  const said = image.getAttribute('alt') || image.getAttribute('aria-label') || ''
  const plain = said.replaceAll(/\s+/gu, ' ').replaceAll('[', '(').replaceAll(']', ')').trim()
  return plain === '' ? ' ' : ` [image: ${plain.slice(0, DESCRIPTION)}] `
}
