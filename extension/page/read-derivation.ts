import { type Anchor, anchorOf } from '../../shared/percepts/anchor.ts'
import { DERIVATION_LINES, type DerivationLine, FORMULA_LENGTH } from '../../shared/percepts/page-percept.ts'
import { isOutlined } from './anchor.ts'
import { editableText } from './editable-text.ts'
import { langOf } from './field.ts'
import { formulaLines } from './formula-lines.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import { pathOf } from './path-of.ts'
import { contentMap } from './text-map.ts'
import type { Unread } from './unread.ts'

/** Formulas that are looked at on one page; more are a book. */
const MOST_FORMULAS = 500

/** `line`: the one selected, where the others are what stands around it. `lang`: as the page says, where it does. */
export interface Derivation {
  lines: DerivationLine[]
  line?: number
  lang?: string
}

/**
 * The worked solution that the person means: the formulas in what they selected (its lines of text where it has
 * none); where they selected one line, or nothing, the displayed formulas that stand together with it, or nearest to the middle
 * of the window.
 */
export function readDerivation(document: Document, isUnread: Unread): Derivation {
  const { meant, ...derivation } = derivationIn(document, isUnread)
  const lang = meant && langOf(meant)
  return lang === undefined ? derivation : { ...derivation, lang }
}

/** `meant`: an element in which it stands. */
function derivationIn(document: Document, isUnread: Unread): Derivation & { meant?: Element | undefined } {
  const formulas = formulasIn(document, isUnread)
  const selection = document.getSelection()
  const range = selection?.isCollapsed === false ? selection.getRangeAt(0) : null
  const within = range && formulas.filter((each) => range.intersectsNode(each))
  if (within?.length === 0 && range && !isUnread(elementOf(range)))
    return { lines: linesOfText(textOf(range)), meant: elementOf(range) }
  const lines = within?.flatMap(linesOf) ?? []
  const [only] = within ?? []
  if (lines.length > 1 || (within && !only)) return { lines: lines.slice(0, DERIVATION_LINES), meant: only }
  const together = displayedTogether(formulas, only)
  const [meant = only] = together
  const around = together.flatMap(linesOf).slice(0, DERIVATION_LINES)
  if (!only) return { lines: around, meant }
  if (!together.includes(only)) return { lines, meant }
  const before = together.slice(0, together.indexOf(only)).flatMap(linesOf).length
  return before < around.length ? { lines: around, line: before, meant } : { lines, meant }
}

/** The beginning of what is selected, as text. The browser's own words for it do not tell x² from x2, and all of a page takes it 60 ms. */
export const textOf = (range: Range): string => editableText(elementOf(range), range).text

const formulasIn = (root: Document | Element, isUnread: Unread): Element[] =>
  [...root.querySelectorAll(FORMULA)]
    .slice(0, MOST_FORMULAS)
    .filter((each) => !each.parentElement?.closest(FORMULA) && each.checkVisibility() && !isUnread(each))

/**
 * The LaTeX of what is selected, line by line, where that is formulas: one, or displayed ones with what is said between
 * them. '' where it is text.
 */
export function selectedFormulas(range: Range, isUnread: Unread): string {
  const element = elementOf(range)
  const inside = element.closest(FORMULA)
  const formulas = inside
    ? [inside]
    : formulasIn(element, isUnread).filter((each) => range.intersectsNode(each))
  const [only, more] = formulas
  const alone = only && !more && (inside !== null || isBlankAround(range, only))
  return (alone ? formulas : formulas.filter((each) => blockOf(each) !== null))
    .flatMap(linesOf)
    .map(({ text }) => text)
    .join('\n')
}

function isBlankAround(range: Range, formula: Element): boolean {
  const [before, after] = [range.cloneRange(), range.cloneRange()]
  before.setEndBefore(formula)
  after.setStartAfter(formula)
  return [before, after].every((each) => String(each).trim() === '')
}

function elementOf({ commonAncestorContainer: node }: Range): Element {
  return node instanceof Element ? node : (node.parentElement ?? document.documentElement)
}

function linesOfText(text: string): DerivationLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && line.length <= FORMULA_LENGTH)
    .slice(0, DERIVATION_LINES)
    .map((line) => ({ text: line.trim(), anchor: null }))
}

/** What a formula stands in by itself: the block that each library makes of a displayed one, or a paragraph. */
function blockOf(formula: Element): Element | null {
  const made = formula.closest('.katex-display, mjx-container[display=true], math[display=block]')
  if (made) return made
  const parent = formula.parentElement
  const alone = parent?.textContent?.trim() === formula.textContent?.trim()
  return alone ? (parent ?? null) : null
}

/** Those around one that is meant, else around the one nearest to the middle. */
function displayedTogether(formulas: readonly Element[], meant?: Element): Element[] {
  const displayed = formulas.filter((each) => blockOf(each) !== null)
  const middle = innerHeight / 2
  const far = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return Math.abs((top + bottom) / 2 - middle)
  }
  const nearest =
    meant ??
    displayed.reduce<Element | null>((best, each) => (best && far(best) <= far(each) ? best : each), null)
  if (!nearest) return []
  let container = blockOf(nearest)?.parentElement ?? null
  const inside = () => displayed.filter((each) => container?.contains(each))
  while (container && container !== document.body && inside().length < 2) container = container.parentElement
  return inside()
}

function linesOf(formula: Element): DerivationLine[] {
  const latex = formulaText(formula)
    ?.replace(/\\tag\*?\{[^{}]*\}/g, '')
    .replace(/[.,;]\s*$/, '')
  if (!latex || latex.length > FORMULA_LENGTH * 4) return []
  const anchor = anchorTo(formula)
  return formulaLines(latex)
    .filter((line) => line.trim() !== '' && line.length <= FORMULA_LENGTH)
    .map((line) => ({ text: line, anchor }))
}

function anchorTo(formula: Element): Anchor | null {
  // KaTeX keeps a copy for screen readers before what it draws. Anchors speak of HTML: MathML is quoted in what it stands in.
  const drawn = formula.querySelector('.katex-html') ?? formula
  const holder = formula instanceof HTMLElement ? drawn : (formula.parentElement ?? drawn)
  const path = pathOf(holder)
  if (path === null) return null
  if (isOutlined(formula)) {
    const source = formulaText(formula) ?? ''
    return source === '' ? null : anchorOf(path, source, 0, source.length)
  }
  const { text, pieces } = contentMap(holder)
  const own = pieces.filter(({ node }) => drawn.contains(node) && node.data.trim() !== '')
  const [first, last] = [own[0], own.at(-1)]
  return first && last ? anchorOf(path, text, first.at, last.at + last.length) : null
}
