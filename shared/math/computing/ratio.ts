import type { Expression } from '../expression.ts'
import { fraction, ONE } from './fraction.ts'
import { add, constant, multiply, type Polynomial, polynomialOf, scale } from './polynomial.ts'

/** One polynomial over another, nothing cancelled: where it has no value, one of the two is zero. */
export type Ratio = { over: Polynomial; under: Polynomial }

const HIGHEST = 8

/** The ratio of polynomials that an expression is; null where it is none, or too large a one. */
export function ratioOf(e: Expression): Ratio | null {
  const whole = polynomialOf(e)
  if (whole) return { over: whole, under: constant(ONE) }
  switch (e.kind) {
    case 'negative': {
      const of = ratioOf(e.of)
      return of && { over: scale(of.over, fraction(-1n)), under: of.under }
    }
    case 'sum':
      return joined(e.terms, (a, b) => {
        const [left, right] = [multiply(a.over, b.under), multiply(b.over, a.under)]
        return left && right && { over: add(left, right), under: a.under, by: b.under }
      })
    case 'product':
      return joined(e.factors, (a, b) => {
        const over = multiply(a.over, b.over)
        return over && { over, under: a.under, by: b.under }
      })
    case 'quotient': {
      const [a, b] = [ratioOf(e.over), ratioOf(e.under)]
      if (!a || !b || b.over.size === 0) return null
      const [over, under] = [multiply(a.over, b.under), multiply(a.under, b.over)]
      return over && under && { over, under }
    }
    case 'power': {
      const exponent = e.exponent.kind === 'number' ? Number(e.exponent.text) : Number.NaN
      if (!Number.isInteger(exponent) || exponent < 1 || exponent > HIGHEST) return null
      return ratioOf({ kind: 'product', factors: Array.from({ length: exponent }, () => e.base) })
    }
    default:
      return null
  }
}

type Join = (a: Ratio, b: Ratio) => (Ratio & { by: Polynomial }) | null

function joined(parts: readonly Expression[], join: Join): Ratio | null {
  let total: Ratio | null = null
  for (const part of parts) {
    const next = ratioOf(part)
    if (!next) return null
    if (!total) total = next
    else {
      const both = join(total, next)
      const under = both && multiply(both.under, both.by)
      if (!both || !under) return null
      total = { over: both.over, under }
    }
  }
  return total
}
