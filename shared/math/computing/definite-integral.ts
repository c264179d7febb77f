import { evaluate } from '../evaluate.ts'
import { type Expression, negative, someIn, substitute, sum, variablesOf } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { asExpression } from '../statement.ts'
import { angleText } from './angle-text.ts'
import { antiderivative, simplify } from './transform.ts'
import { numericValue, type Value } from './values.ts'
import { workOutNumbers } from './work-out-numbers.ts'

/** Halvings of the interval, and pieces in all, before an integral is given up as one without a value. */
const DEEPEST = 40
const MOST_PIECES = 20_000
const NEAR = 1e-8

/**
 * The value of ∫ e d(by) from one number to another. It is measured by our own evaluation; an antiderivative's exact value is
 * told only where it agrees with that. Null where it cannot be measured: a pole, a side without end, another letter.
 */
export function definiteIntegral(
  e: Expression,
  by: string,
  [from, to]: readonly [Expression, Expression],
  seed: number,
): Value | null {
  if (variablesOf(from, to).length > 0 || variablesOf(e).some((name) => name !== by)) return null
  const [a, b] = [evaluate(from, {}), evaluate(to, {})]
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null
  const measured = quadrature((x) => evaluate(e, { [by]: x }), a, b)
  if (measured === null) return null
  const area = antiderivative(e, by, seed)?.result
  const exact = area && sum([substitute(area, by, to), negative(substitute(area, by, from))])
  const agrees = (value: Expression): boolean =>
    Math.abs(evaluate(value, {}) - measured) <= NEAR * Math.max(1, Math.abs(measured))
  if (exact && agrees(exact)) {
    const short = multipleOfPi(exact) ?? shortest(exact, seed)
    if (agrees(short)) return { value: printExpression(short), exact: true }
  }
  return numericValue({ kind: 'number', text: measured.toFixed(9) }, false)
}

function shortest(e: Expression, seed: number): Expression {
  const plain = workOutNumbers(e)
  return workOutNumbers(simplify(plain, seed)?.result ?? plain)
}

/** atan(1) − atan(0) is π/4. */
function multipleOfPi(e: Expression): Expression | null {
  if (!someIn(e, (part) => part.kind === 'call' && /^a(?:sin|cos|tan)$/.test(part.name))) return null
  const { text, exact } = angleText(evaluate(e, {}), 'radians')
  return exact ? readBack(text) : null
}

function readBack(text: string): Expression | null {
  const parsed = parseLine(text)
  const [statement] = parsed.kind === 'statements' ? parsed.statements : []
  return (statement && asExpression(statement)?.expression) ?? null
}

/** Simpson's rule on pieces that are halved until they agree with their halves; null where they never do. */
function quadrature(f: (x: number) => number, a: number, b: number): number | null {
  let pieces = 0
  const simpson = (fa: number, fm: number, fb: number, width: number): number =>
    (width * (fa + 4 * fm + fb)) / 6
  const size = Math.max(1, Math.abs(b - a))
  const over = (from: number, to: number, fa: number, fm: number, fb: number, depth: number): number => {
    pieces++
    const middle = (from + to) / 2
    const [left, right] = [f((from + middle) / 2), f((middle + to) / 2)]
    const coarse = simpson(fa, fm, fb, to - from)
    const fine = simpson(fa, left, fm, middle - from) + simpson(fm, right, fb, to - middle)
    const gap = Math.abs(fine - coarse)
    if (!Number.isFinite(gap)) return Number.NaN
    const small = (1e-9 * Math.max(1, Math.abs(fine)) * Math.abs(to - from)) / size
    // The first halvings are always made: a wave may fool five points.
    if (depth >= 5 && gap <= Math.max(small, 1e-12)) return fine + (fine - coarse) / 15
    if (depth >= DEEPEST || pieces > MOST_PIECES) return Number.NaN
    return over(from, middle, fa, left, fm, depth + 1) + over(middle, to, fm, right, fb, depth + 1)
  }
  const value = over(a, b, f(a), f((a + b) / 2), f(b), 0)
  return Number.isFinite(value) ? value : null
}
