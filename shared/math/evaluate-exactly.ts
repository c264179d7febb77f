import {
  type Fraction,
  fraction,
  fractionOf,
  isNegative,
  isZero,
  ONE,
  opposite,
  over,
  plus,
  squareRoot,
  times,
} from './computing/fraction.ts'
import { type Expression, isNumber } from './expression.ts'

export type ExactAssignment = Readonly<Record<string, Fraction>>

/** Larger powers and longer numbers would take long. */
const HIGHEST = 12
const LONGEST = 24

/** The rational value of an expression, in whole numbers only; null where it has none, or is no rational number. */
export function evaluateExactly(e: Expression, at: ExactAssignment): Fraction | null {
  switch (e.kind) {
    case 'number':
      return e.text.length <= LONGEST && /^\d+(?:\.\d+)?$|^\.\d+$/.test(e.text) ? fractionOf(e.text) : null
    case 'symbol':
      return at[e.name] ?? null
    case 'negative': {
      const of = evaluateExactly(e.of, at)
      return of && opposite(of)
    }
    case 'sum':
      // 80 + 15% is meant as 92.
      return e.terms.some((term) => term.kind === 'percent') ? null : joined(e.terms, at, fraction(0n), plus)
    case 'product':
      return joined(e.factors, at, ONE, times)
    case 'quotient': {
      const [top, bottom] = [evaluateExactly(e.over, at), evaluateExactly(e.under, at)]
      return top && bottom && !isZero(bottom) ? over(top, bottom) : null
    }
    case 'power':
      return raised(evaluateExactly(e.base, at), evaluateExactly(e.exponent, at))
    case 'root': {
      const of = isNumber(e.index, 2) ? evaluateExactly(e.of, at) : null
      return of && squareRoot(of)
    }
    case 'percent': {
      const of = evaluateExactly(e.of, at)
      return of && times(of, fraction(1n, 100n))
    }
    case 'call': {
      const of = e.name === 'abs' ? evaluateExactly(e.of, at) : null
      return of && (isNegative(of) ? opposite(of) : of)
    }
    default:
      return null
  }
}

function joined(
  parts: readonly Expression[],
  at: ExactAssignment,
  first: Fraction,
  join: (a: Fraction, b: Fraction) => Fraction,
): Fraction | null {
  let total = first
  for (const part of parts) {
    const value = evaluateExactly(part, at)
    if (!value) return null
    total = join(total, value)
  }
  return total
}

function raised(base: Fraction | null, exponent: Fraction | null): Fraction | null {
  if (!base || !exponent || exponent.under !== 1n) return null
  const times = exponent.over < 0n ? -exponent.over : exponent.over
  if (times > HIGHEST || (exponent.over <= 0n && isZero(base))) return null
  const [top, bottom] = [base.over ** times, base.under ** times]
  return exponent.over < 0n ? fraction(bottom, top) : fraction(top, bottom)
}
