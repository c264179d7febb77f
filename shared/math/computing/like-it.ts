import {
  type Expression,
  isNumber,
  mapParts,
  number,
  someIn,
  substitute,
  symbol,
  variablesOf,
} from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import type { Task } from '../practice/item-draft.ts'
import { printExpression } from '../print-expression.ts'
import { seededRandom } from '../random.ts'
import { asEquation, asExpression } from '../statement.ts'
import { fractionExpression } from './fraction.ts'
import { degreeIn, numberOf, polynomialOf, subtract } from './polynomial.ts'
import { workOut } from './solve-steps.ts'
import type { Sort } from './sorts.ts'
import { derivative, expand } from './transform.ts'

const TASK: Readonly<Record<Sort, Task>> = {
  linear: 'solve',
  quadratic: 'solve',
  fractions: 'calculate',
  expand: 'expand',
  derivative: 'differentiate',
}

/** An exercise as a line of plain text, with the answer that the checker knows. */
export type Exercise = { kind: 'exercise'; task: Task; given: string; answer: string }

/** What an exercise looks like where none was pointed at. */
const EXAMPLES: Readonly<Record<Sort, string>> = {
  linear: '3x + 5 = 20',
  quadratic: 'x^2 - 5x + 6 = 0',
  fractions: '3/4 + 1/6',
  expand: '3(x + 4)(x - 2)',
  derivative: '4x^3 - 2x^2 + 5x',
}

type Parts = { left: Expression; right: Expression | null }

/** Other numbers are tried until the exercise comes out well. */
const TRIES = 400

/** An exercise of the same kind with other numbers; null where the text is none of the kinds. */
export function likeIt(text: string, named: Sort | null, seed: number): Exercise | null {
  const given = partsIn(text)
  const found = given && sortOf(given, text)
  const sort = named ?? found
  if (sort === null) return null
  const parts = given && (found === sort || fits(given, sort)) ? given : partsIn(EXAMPLES[sort])
  if (!parts) return null
  const random = seededRandom(seed)
  const letter = variablesOf(parts.left, ...(parts.right ? [parts.right] : []))[0]
  const inX = (e: Expression) => (letter === undefined ? e : substitute(e, letter, symbol('x')))
  for (let i = 0; i < TRIES; i++) {
    const [left, right] = [inX(varied(parts.left, random)), parts.right && inX(varied(parts.right, random))]
    const answer = answerOf({ left, right }, sort, seed)
    if (answer === null) continue
    const line = right ? `${printExpression(left)} = ${printExpression(right)}` : printExpression(left)
    const same = [text, EXAMPLES[sort]].some((each) => plain(each) === plain(line))
    if (!same) return { kind: 'exercise', task: TASK[sort], given: line, answer }
  }
  return null
}

const plain = (text: string): string => text.replaceAll(/[\s·*]/g, '').replaceAll('−', '-')

function partsIn(text: string): Parts | null {
  const parsed = parseLine(text)
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  if (!statement || more) return null
  const equation = asEquation(statement)
  if (equation) {
    const { left, right } = equation
    const defines = left.expression.kind === 'apply' && variablesOf(right.expression).length === 1
    return defines
      ? { left: right.expression, right: null }
      : { left: left.expression, right: right.expression }
  }
  const side = asExpression(statement)
  return side && { left: side.expression, right: null }
}

function sortOf({ left, right }: Parts, text: string): Sort | null {
  if (right) {
    const [a, b] = [polynomialOf(left), polynomialOf(right)]
    const [name, more] = variablesOf(left, right)
    if (!a || !b || name === undefined || more !== undefined) return null
    const degree = degreeIn(subtract(a, b), name)
    return degree === 1 ? 'linear' : degree === 2 ? 'quadratic' : null
  }
  if (/^\s*[a-z]\s*\([a-z]\)\s*=/i.test(text)) return 'derivative'
  if (variablesOf(left).length === 0) return someIn(left, isFraction) ? 'fractions' : null
  return hasBrackets(left) && polynomialOf(left) ? 'expand' : null
}

/** A polynomial may be multiplied out or differentiated, as was asked. */
const fits = ({ left, right }: Parts, sort: Sort): boolean =>
  right === null &&
  polynomialOf(left) !== null &&
  (sort === 'derivative' ? variablesOf(left).length === 1 : sort === 'expand' && hasBrackets(left))

const isFraction = (e: Expression): boolean => e.kind === 'quotient'
const hasBrackets = (e: Expression): boolean =>
  someIn(
    e,
    (part) =>
      (part.kind === 'product' && part.factors.some((factor) => factor.kind === 'sum')) ||
      (part.kind === 'power' && part.base.kind === 'sum'),
  )

/** Other whole numbers of the same size; exponents stay. */
function varied(e: Expression, random: () => number): Expression {
  if (e.kind === 'power') return { ...e, base: varied(e.base, random) }
  if (e.kind !== 'number') return mapParts(e, (part) => varied(part, random))
  const value = Number(e.text)
  if (!Number.isInteger(value) || value === 0) return e
  const most = Math.max(9, Math.min(60, value * 2))
  return number(2 + Math.floor(random() * (most - 1)))
}

/** The answer; null where the exercise does not come out well. */
function answerOf({ left, right }: Parts, sort: Sort, seed: number): string | null {
  if (right) {
    const [name = 'x'] = variablesOf(left, right)
    const worked = workOut('', { left, relation: '=', right }, name)
    const whole = worked?.solutions.filter((each) => isWhole(each)) ?? []
    if (!worked || whole.length < worked.solutions.length || whole.length !== (sort === 'linear' ? 1 : 2))
      return null
    if (sort === 'linear' && whole.some((value) => isNumber(value, 0))) return null
    return whole.map((value) => `${name} = ${printExpression(value)}`).join(' or ')
  }
  const read = polynomialOf(left)
  if (!read) return null
  if (sort === 'fractions') {
    const value = numberOf(read)
    const fits = value !== null && value.under > 1n && value.under <= 60n
    return fits ? printExpression(fractionExpression(value)) : null
  }
  const [name = 'x'] = variablesOf(left)
  const done = sort === 'expand' ? expand(left, seed) : derivative(left, name, seed)
  return done && printExpression(done.result)
}

const isWhole = (e: Expression): boolean =>
  e.kind === 'number' || (e.kind === 'negative' && e.of.kind === 'number')
