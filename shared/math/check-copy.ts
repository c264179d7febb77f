import { WORKING_WORK, within } from './budget.ts'
import { checkWorking } from './check-working.ts'
import { areEqual, compareExpressions } from './compare-expressions.ts'
import { isSolvedFor } from './entry.ts'
import { type Expression, partsOf, sameShape, someIn, variablesOf } from './expression.ts'
import { type Change, changesBetween, relationChange } from './name-change.ts'
import { PLAIN_READING, parseLine, type Reading } from './parse-line.ts'
import { hasLostExponent, type PageFormula, type Problem, problemFormulas } from './problem-formulas.ts'
import { type Chain, onlyChain, type Side, type Statement, sidesOf } from './statement.ts'
import type { Relation } from './token.ts'
import { tokenize } from './tokenize.ts'
import type { LineVerdict } from './verdict.ts'

/**
 * What the first line of a working is beside the page's problem. `line` is a 0-based index, `formula` the
 * page's formula as it stands there, `written` the line's mathematics.
 */
export type CopyVerdict =
  | { verdict: 'copied'; line: number; formula: string }
  | { verdict: 'miscopied'; line: number; formula: string; written: string; change: Change }

/** Words with which a person writes down a problem; after any other the line says something of its own. */
const COPYING = new Set(
  `solve simplify expand factor factorise factorize evaluate calculate compute find for given the equation
   inequality expression problem question exercise task original we have is need to want first begin start with
   start starting line part no nr and
   löse lösen vereinfache berechne gegeben die der das gleichung ungleichung aufgabe nach ist wir haben`.split(
    /\s+/,
  ),
)
/** A formula that is smaller than this is one that many lines resemble. */
const FEWEST_PARTS = { relation: 3, expression: 4 }
/** A second formula of the page this close makes it unclear which one was meant. */
const CLEARLY = 2

/**
 * Whether the first line of a working copies a formula of the problem rightly, or differs from exactly one of
 * them in one small thing that can be named. Null when it is anything else: a step, a part, a substitution, an
 * answer, a definition, or unclear. It speaks of lines that a person may have right, so it is silent in doubt.
 */
export function checkCopy(problem: Problem, lines: readonly string[], seed: number): CopyVerdict | null {
  return within(WORKING_WORK, () => copyOf(problem, lines, seed))
}

function copyOf(problem: Problem, lines: readonly string[], seed: number): CopyVerdict | null {
  const formulas = problemFormulas(problem)
  if (formulas.length === 0) return null
  for (const [line, text] of lines.entries()) {
    const decimalComma = /\d,\d/.test(text)
    const parsed = parseLine(text, { ...PLAIN_READING, decimalComma })
    if (parsed.kind === 'nothing' && (parsed.why === 'blank' || isLabel(text))) continue
    const [statement] = parsed.kind === 'statements' ? parsed.statements : []
    const chain = statement && onlyChain(statement)
    if (parsed.kind === 'nothing' || !statement || !chain || statement.continues) return null
    const own: Line = { line, text, statement, chain }
    const same = formulas.find((formula) => isSame(own, formula))
    if (same) return { verdict: 'copied', line, formula: same.text }
    if (parsed.stance === 'denied' || !parsed.words.every((word) => COPYING.has(word))) return null
    return hasLostExponent(tokenize(text, PLAIN_READING)) ? null : miscopied(own, formulas, seed)
  }
  return null
}

type Line = { line: number; text: string; statement: Statement; chain: Chain }

/** "Exercise 3", "Solution:": what stands over a working and says nothing. */
const isLabel = (text: string): boolean => text.length < 40 && !/[=<>≤≥]/.test(text)

/** Written in any way that reads as the page's formula. */
function isSame({ text, chain }: Line, formula: PageFormula): boolean {
  const readings = [chain, ...OTHER_READINGS.flatMap((reading) => chainOf(text, reading))]
  return readings.some((one) => distance(formula, one)?.length === 0)
}

const OTHER_READINGS: readonly Partial<Reading>[] = [
  { tightProducts: true },
  { remark: true },
  { pointGroups: true, decimalComma: true },
]

function chainOf(text: string, reading: Partial<Reading>): Chain[] {
  const parsed = parseLine(text, { ...PLAIN_READING, ...reading })
  const chain = parsed.kind === 'statements' && parsed.statements[0] ? onlyChain(parsed.statements[0]) : null
  return chain ? [chain] : []
}

function miscopied(own: Line, formulas: readonly PageFormula[], seed: number): CopyVerdict | null {
  const near = formulas.flatMap((formula) => {
    const changes = distance(formula, own.chain)
    return changes ? [{ formula, changes }] : []
  })
  const [best] = near.filter(({ changes }) => changes.length === 1)
  const [change] = best?.changes ?? []
  if (!best || !change || !best.formula.asked || near.some((one) => isAsClose(one, best))) return null
  if (!isTelling(best.formula) || mayBeMeant(change, best.formula, own, formulas)) return null
  if (formulas.some((formula) => follows(formula, own, seed))) return null
  if (isWrongStep(best.formula, own, change, seed)) return null
  return isDifferent(best.formula, own, seed)
    ? {
        verdict: 'miscopied',
        line: own.line,
        formula: best.formula.text,
        written: own.statement.text,
        change,
      }
    : null
}

type Near = { formula: PageFormula; changes: readonly Change[] }

const isAsClose = (one: Near, best: Near): boolean =>
  one !== best &&
  one.formula.text.replace(/\s/g, '') !== best.formula.text.replace(/\s/g, '') &&
  one.changes.length < best.changes.length + CLEARLY

const MIRRORED: Record<Relation, Relation> = {
  '=': '=',
  '≈': '≈',
  '≠': '≠',
  '<': '>',
  '≤': '≥',
  '>': '<',
  '≥': '≤',
}

/** In what the line differs from the formula, sides swapped or not; null when it is built differently. */
function distance(formula: PageFormula, line: Chain): readonly Change[] | null {
  const page = onlyChain(formula.statement)
  if (!page) return null
  // 2(x + 3) − x = x + 6 begins with the expression that the page asks to simplify.
  if (page.relations.length === 0) {
    const [left, right] = line.sides
    if (!left) return null
    const claims = line.relations.length === 0 || (right && line.relations.every((one) => one === '='))
    return claims ? sidesDistance(page.sides, [left]) : null
  }
  if (page.relations.length !== line.relations.length) return null
  const straight = chainDistance(page, line)
  const swapped = chainDistance(page, {
    sides: line.sides.toReversed(),
    relations: line.relations.toReversed().map((one) => MIRRORED[one]),
  })
  if (!straight || !swapped) return straight ?? swapped
  return straight.length <= swapped.length ? straight : swapped
}

function chainDistance(page: Chain, line: Chain): readonly Change[] | null {
  const sides = sidesDistance(page.sides, line.sides)
  if (!sides) return null
  const changes = [...sides]
  for (const [index, relation] of page.relations.entries()) {
    const change = relationChange(relation, line.relations[index] ?? relation)
    if (!change) return null
    changes.push(...change)
  }
  return changes
}

function sidesDistance(page: Chain['sides'], line: Chain['sides']): readonly Change[] | null {
  const changes: Change[] = []
  for (const [index, side] of page.entries()) {
    const other = line[index]
    const some = other && changesBetween(side.expression, other.expression)
    if (!some) return null
    changes.push(...some)
  }
  return changes
}

/** Enough of it that a line which is nearly the same was hardly written by chance. */
function isTelling({ statement }: PageFormula): boolean {
  const sides = sidesOf(statement)
  const parts = sides.reduce((count, side) => count + leavesOf(side.expression), 0)
  if (variablesOf(...sides.map((side) => side.expression)).length === 0) return true
  return parts >= (sides.length > 1 ? FEWEST_PARTS.relation : FEWEST_PARTS.expression)
}

const leavesOf = (e: Expression): number => partsOf(e).reduce((count, part) => count + leavesOf(part), 0) || 1

/** What looks like a small difference and has a good reason. */
function mayBeMeant(
  change: Change,
  formula: PageFormula,
  own: Line,
  formulas: readonly PageFormula[],
): boolean {
  const page = sidesOf(formula.statement)
  const names = variablesOf(...page.map((side) => side.expression))
  if (isAnswer(own.statement)) return true
  if (names.length === 0) return !swapsDigits(change)
  if (change.kind === 'letter' && (formulas.length > 1 || !isSlipOfLetter(change, page, own))) return true
  return isRounding(change) || isPart(page, own.chain.sides)
}

/** x = 3: every other side is worked out. */
const isAnswer = (statement: Statement): boolean =>
  variablesOf(...sidesOf(statement).map((side) => side.expression)).some((name) =>
    isSolvedFor(statement, name),
  ) && sidesOf(statement).filter((side) => variablesOf(side.expression).length > 0).length === 1

/** 2x + 3y copied as 2x + 3x. Where every x became a t, the person has renamed it. */
function isSlipOfLetter({ from, to }: Change, page: readonly Side[], own: Line): boolean {
  // 3 for 3x: 1 was put in for x.
  if (from === '' || to === '') return from === ''
  const has = (sides: readonly Side[], name: string) =>
    variablesOf(...sides.map((side) => side.expression)).includes(name)
  return has(page, to) || has(own.chain.sides, from)
}

/** Sums of numbers are taken apart in many ways (8 + 5 = 8 + 2 + 3); only digits in another order are a slip. */
function swapsDigits({ kind, from, to }: Change): boolean {
  const sorted = (text: string) => [...text].sort().join('')
  return kind === 'number' && from.length >= 3 && from.length === to.length && sorted(from) === sorted(to)
}

function isRounding({ from, to }: Change): boolean {
  const [a, b] = [Number(from), Number(to)]
  return /\./.test(from + to) && Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b))
}

/** One side is a part of the other: a factor set to zero, or left away on one side. */
function isPart(page: readonly Side[], line: readonly Side[]): boolean {
  const within = (whole: Expression, part: Expression) =>
    !sameShape(whole, part) && someIn(whole, (one) => sameShape(one, part))
  return page.some(({ expression }) =>
    line.some(
      (other) =>
        isLarge(other.expression) &&
        isLarge(expression) &&
        (within(expression, other.expression) || within(other.expression, expression)),
    ),
  )
}

const isLarge = (e: Expression): boolean => leavesOf(e) > 1

/** The line follows from the formula. */
function follows(formula: PageFormula, own: Line, seed: number): boolean {
  return stepVerdict(formula, own, seed)?.verdict === 'follows'
}

/**
 * A wrong step with a name is for the check of steps to say. Where one thing stands for another and nothing was
 * left out, nothing was done to the formula.
 */
function isWrongStep(formula: PageFormula, own: Line, { from, to }: Change, seed: number): boolean {
  if (from !== '' && to !== '') return false
  const verdict = stepVerdict(formula, own, seed)
  return verdict?.verdict === 'does-not-follow' && verdict.slip !== null
}

const stepVerdict = (formula: PageFormula, own: Line, seed: number): LineVerdict | undefined =>
  checkWorking([formula.text, own.statement.text], { seed })[1]

/** Some side differs at a point, so the difference is not only one of spelling. */
function isDifferent(formula: PageFormula, own: Line, seed: number): boolean {
  const page = onlyChain(formula.statement)
  if (!page) return false
  const [first, second] = own.chain.sides
  if (page.relations.length === 0) {
    const holds = !first || !second || areEqual(first.expression, second.expression, seed)
    return holds && differ(page.sides, own.chain.sides.slice(0, 1), seed)
  }
  if (page.relations.join() !== own.chain.relations.join()) return true
  return differ(page.sides, own.chain.sides, seed) && differ(page.sides, own.chain.sides.toReversed(), seed)
}

function differ(page: readonly Side[], line: readonly Side[], seed: number): boolean {
  return page.some(({ expression }, index) => {
    const other = line[index]
    if (!other) return false
    const compared = compareExpressions(expression, other.expression, seed)
    return compared.result === 'different' && !compared.positiveOnly
  })
}
