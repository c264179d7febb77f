import type { PageText } from '../../shared/percepts/page-text.ts'
import { PAGE_TEXT_LENGTH } from '../../shared/percepts/page-text.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import { INLINE } from './page-runs.ts'
import { pathOf } from './path-of.ts'
import { contentMap } from './text-map.ts'

/** What is not the text of a page: menus, fields with all that was written there, and what no person reads. */
const SKIPPED =
  'script, style, template, noscript, iframe, object, svg, canvas, nav, footer, aside, button, select, textarea, input, math-field, .mq-editable-field, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=navigation], [aria-hidden=true]:not(.katex *), aside-marks'

/** Blocks that are looked at; a longer page is a book. */
const MOST_BLOCKS = 3_000

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
  const kept = new Set<Element>()
  let length = 0
  for (const { block } of blocks.toSorted((a, b) => a.far - b.far)) {
    length += textOf(block).length
    if (length > PAGE_TEXT_LENGTH) break
    kept.add(block)
  }
  const passages = blocks.flatMap(({ block }) => (kept.has(block) ? passageOf(block) : []))
  const { lang } = document.documentElement
  return { ...(lang === '' ? {} : { lang: lang.slice(0, 35) }), passages: passages.slice(0, 100) }
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
    if (block?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true)
      blocks.add(block)
  }
  return blocks
}

/** Of a formula only the outermost element counts. */
const isPassedOver = (element: Element) => element.parentElement?.closest(FORMULA) != null

function passageOf(block: Element) {
  const text = textOf(block)
  if (text.trim() === '') return []
  const raw = contentMap(block).text
  const path = text === raw ? pathOf(block) : null
  return [{ text, path }]
}

/** The words of a block without those of the blocks in it. */
function textOf(block: Element): string {
  let text = ''
  for (const child of block.childNodes) {
    if (child instanceof Text) text += child.data
    else if (!(child instanceof Element) || child.matches(SKIPPED)) continue
    else if (child.matches(FORMULA)) text += formulaOf(child)
    else if (child.nodeName === 'BR') text += '\n'
    else if (INLINE.has(child.nodeName)) text += textOf(child)
  }
  return text
}

function formulaOf(element: Element): string {
  const latex = formulaText(element)
  return latex === null ? ' ' : ` $${latex}$ `
}
