import { evaluate } from '../evaluate.ts'
import { type Expression, mapParts, number, variablesOf } from '../expression.ts'
import { fractionExpression } from './fraction.ts'
import { numberOf, polynomialOf } from './polynomial.ts'
import { tidy } from './tidy.ts'

/** The same value with its numbers worked out: ln(1) is 0, cos(100·3) is cos(300), |e| is e. */
export function workOutNumbers(e: Expression): Expression {
  return tidy(worked(e))
}

function worked(e: Expression): Expression {
  const inner = mapParts(e, worked)
  const whole = polynomialOf(inner)
  const value = whole && numberOf(whole)
  if (value) return fractionExpression(value)
  if (inner.kind !== 'call' || variablesOf(inner).length > 0) return inner
  if (inner.name === 'abs' && evaluate(inner.of, {}) > 0) return inner.of
  const near = evaluate(inner, {})
  const rounded = Math.round(near)
  return Math.abs(rounded) <= 1000 && Math.abs(near - rounded) <= 1e-14 * Math.max(1, Math.abs(rounded))
    ? number(rounded)
    : inner
}
