import { anchorOf } from '../../shared/percepts/anchor.ts'
import { DERIVATION_LINES, type DerivationLine, FORMULA_LENGTH } from '../../shared/percepts/page-percept.ts'
import { formulaLines } from './formula-lines.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import { pathOf } from './path-of.ts'
import { contentMap } from './text-map.ts'
import type { Unread } from './unread.ts'

/** Formulas that are looked at on one page; more are a book. */
const MOST_FORMULAS = 500

/**
 * The worked solution that the person means: the formulas in what they selected (its lines of text where it has
 * none), else the displayed formulas that stand together nearest to the middle of the window.
 */
export function readDerivation(document: Document, isUnread: Unread): DerivationLine[] {
  const formulas = [...document.querySelectorAll(FORMULA)]
    .slice(0, MOST_FORMULAS)
    .filter((each) => !each.parentElement?.closest(FORMULA) && each.checkVisibility() && !isUnread(each))
  const selection = document.getSelection()
  const range = selection?.isCollapsed === false ? selection.getRangeAt(0) : null
  const within = range && formulas.filter((each) => range.intersectsNode(each))
  if (within?.length === 0 && range && !isUnread(elementOf(range))) return linesOfText(String(selection))
  return (within ?? displayedTogether(formulas)).flatMap(linesOf).slice(0, DERIVATION_LINES)
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

function displayedTogether(formulas: readonly Element[]): Element[] {
  const displayed = formulas.filter((each) => blockOf(each) !== null)
  const middle = innerHeight / 2
  const far = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return Math.abs((top + bottom) / 2 - middle)
  }
  const nearest = displayed.reduce<Element | null>(
    (best, each) => (best && far(best) <= far(each) ? best : each),
    null,
  )
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
  // KaTeX keeps a copy for screen readers before what it draws.
  const drawn = formula.querySelector('.katex-html') ?? formula
  const [path, { text }] = [pathOf(drawn), contentMap(drawn)]
  const anchor = path === null || text.trim() === '' ? null : anchorOf(path, text, 0, text.length)
  return formulaLines(latex)
    .filter((line) => line.trim() !== '' && line.length <= FORMULA_LENGTH)
    .map((line) => ({ text: line, anchor }))
}
