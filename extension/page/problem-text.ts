import {
  FORMULA_LENGTH,
  PROBLEM_FORMULAS,
  PROBLEM_LENGTH,
  type Problem,
} from '../../shared/percepts/page-percept.ts'
import { fieldOf } from './field.ts'
import { FORMULA as FORMULAS, formulaText } from './formula-text.ts'
import { INLINE } from './page-runs.ts'
import type { Unread } from './unread.ts'

/** Where a formula stands in the text, and where something stands that could not be read. */
const FORMULA = '\uFFFC'
const LOST = '\uFFFD'

/** A look back ends after so many nodes, which takes about 1 ms (Chromium 156, 2 cores); by the clock it would depend on the machine's load. */
const MOST_NODES = 400
/** Pages nest no deeper around a problem. */
const DEEPEST = 40

const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT SELECT OPTION BUTTON NAV ASIDE FOOTER IFRAME OBJECT AUDIO VIDEO ASIDE-MARKS MJX-ASSISTIVE-MML'.split(
    ' ',
  ),
)
const PICTURES = new Set(['IMG', 'CANVAS', 'svg'])
/** Fields of others: what is in them is never part of a problem. */
const FIELDS =
  'textarea, input, math-field, .mq-editable-field, [contenteditable]:not([contenteditable=false]), [role=textbox]'
const HEADINGS = /^H[1-6]$/
const MATHS = /[=<>≤≥≠\uFFFC]|\d\s*[a-z(+*/^·×÷−-]|[a-z]\s*[+*/^·×÷−-]\s*[\d(]/i

/** What the page asks near a field, and the element in which all of it lies. */
export type Near = { problem: Problem; within: Element }

/**
 * The text before a field, outward from it and backward in reading order, until there is a formula and a heading,
 * or another field with what belongs to it, or enough. Nothing is read of fields, of what is hidden, or secret.
 */
export function problemNear(field: HTMLElement, isUnread: Unread): Near {
  const reader = new ProblemReader(field, isUnread)
  const within = reader.readOutward()
  return { problem: reader.problem(), within }
}

class ProblemReader {
  private readonly field: HTMLElement
  private readonly isUnread: Unread
  private readonly labels: readonly Element[]
  /** What was read, the last first. */
  private readonly pieces: string[] = []
  private readonly formulas: string[] = []
  private length = 0
  private nodes = 0
  private ended = false
  /** Something besides the field's own labels, or mathematics anywhere. */
  private hasContent = false
  private hasMaths = false

  constructor(field: HTMLElement, isUnread: Unread) {
    this.field = field
    this.isUnread = isUnread
    const ids = `${field.getAttribute('aria-labelledby') ?? ''} ${field.getAttribute('aria-describedby') ?? ''}`
    const named = ids.split(/\s+/).flatMap((id) => field.ownerDocument.getElementById(id) ?? [])
    const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : []
    this.labels = [...named, ...labels.filter((label) => label instanceof Element)]
  }

  readOutward(): Element {
    let at: Element = this.field
    while (!this.ended) {
      for (let node = at.previousSibling; node && !this.ended; node = node.previousSibling) this.read(node, 0)
      const parent = at.parentElement ?? hostOf(at)
      if (!parent || parent === parent.ownerDocument.documentElement) break
      at = parent
      if (!INLINE.has(at.nodeName)) this.boundary()
      // What lies outside a dialog or the main part of the page is about something else.
      if (at.matches('dialog, [role=dialog], main, body')) break
    }
    return at
  }

  problem(): Problem {
    const text = this.pieces
      .toReversed()
      .join('')
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim()
    return { text, formulas: this.formulas.toReversed() }
  }

  private read(node: Node, depth: number): void {
    this.nodes += 1
    if (this.nodes > MOST_NODES || depth > DEEPEST) {
      this.ended = true
      return
    }
    if (node instanceof Text) this.readText(node)
    else if (node instanceof Element) this.readElement(node, depth)
  }

  private readText(node: Text): void {
    const parent = node.parentElement
    const tail = node.data.slice(-PROBLEM_LENGTH).replaceAll(FORMULA, LOST)
    const text = parent?.closest('pre') ? tail : tail.replace(/\s+/g, ' ')
    if (text.trim() === '') this.push(' ')
    if (text.trim() === '' || !parent || this.isUnread(parent)) return
    this.push(text)
    this.hasMaths ||= MATHS.test(text)
    this.hasContent ||= this.hasMaths || !this.labels.some((label) => label.contains(node))
  }

  private readElement(element: Element, depth: number): void {
    if (element.matches(FIELDS)) return this.passField(element)
    if (element.matches(FORMULAS)) return this.readFormula(formulaText(element))
    const pictured = picturedFormula(element)
    if (pictured) return this.readFormula(pictured)
    const name = element.nodeName
    // What stands before another frame is asked in that one.
    if (name === 'IFRAME' && this.field.nodeName === 'IFRAME')
      this.ended ||= this.hasContent && isRoomy(element)
    if (SKIPPED.has(name) || element.getAttribute('aria-hidden') === 'true') return
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return
    if (PICTURES.has(name)) {
      if (element.getAttribute('alt') !== '') this.push(LOST)
      return
    }
    if (name === 'BR') return this.boundary()
    const heading = HEADINGS.test(name) || element.getAttribute('role') === 'heading'
    const enough = this.hasMaths && (heading || name === 'HR')
    const block = !INLINE.has(name)
    const raised = name === 'SUP' ? '^{' : name === 'SUB' ? '_{' : ''
    if (block) this.boundary()
    if (raised) this.push('}')
    for (let child = element.lastChild; child && !this.ended; child = child.previousSibling)
      this.read(child, depth + 1)
    if (raised) this.push(raised)
    if (block) this.boundary()
    if (enough) this.ended = true
  }

  private readFormula(latex: string | null): void {
    const readable = latex !== null && latex.trim() !== '' && latex.length <= FORMULA_LENGTH
    if (this.formulas.length === PROBLEM_FORMULAS) this.ended = true
    const pushed = !this.ended && this.push(readable ? FORMULA : LOST)
    if (!readable || !pushed) return
    this.formulas.push(latex.trim())
    this.hasMaths = true
    this.hasContent = true
  }

  /** What stands before another field belongs to that one, unless nothing has been found for this one yet. */
  private passField(element: Element): void {
    const shown = fieldOf(element) !== null || element.localName === 'math-field'
    if (shown && this.hasContent) this.ended = true
    else this.boundary()
  }

  private boundary(): void {
    if (this.pieces.length > 0 && this.pieces.at(-1) !== '\n') this.push('\n')
  }

  /** @returns whether there was room for any of it */
  private push(text: string): boolean {
    const room = PROBLEM_LENGTH - this.length
    if (room <= 0) {
      this.ended = true
      return false
    }
    const kept = text.slice(-room)
    this.pieces.push(kept)
    this.length += kept.length
    return true
  }
}

/** Wikipedia shows a picture of a formula beside MathML that it hides, others a picture whose text is LaTeX. */
function picturedFormula(element: Element): string | null {
  if (element.classList.contains('mwe-math-element')) {
    const math = element.querySelector('math')
    return math && formulaText(math)
  }
  const alt = element.localName === 'img' ? (element.getAttribute('alt') ?? '') : ''
  const shown = /tex|math|formula|equation/i.test(`${element.className} ${element.getAttribute('src') ?? ''}`)
  return shown && alt !== '' ? alt : null
}

/** Whether there is room for a field in a frame. */
function isRoomy(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect()
  return width >= 40 && height >= 16
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
