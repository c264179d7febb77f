import type { Expression } from '../expression.ts'
import { asNumber, fraction, fractionExpression } from './fraction.ts'
import { coefficientsIn, type Polynomial } from './polynomial.ts'
import { rationalRoots } from './rational-roots.ts'
import { surds } from './solve-steps.ts'

/**
 * All real zeros of a polynomial in one letter, exactly; null where what is left after the rational ones is of a higher
 * degree than two, or where there is another letter.
 */
export function realRoots(whole: Polynomial, name: string): Expression[] | null {
  const coefficients = coefficientsIn(whole, name)
  if (!coefficients) return null
  const { roots, rest } = rationalRoots(coefficients)
  const exact = roots.map(fractionExpression)
  if (rest.length <= 1) return exact
  const [c, b, a, more] = rest
  if (!c || !b || !a || more) return null
  const discriminant = asNumber(b) ** 2 - 4 * asNumber(a) * asNumber(c)
  if (discriminant < 0) return exact
  const square = fraction(b.over ** 2n, b.under ** 2n)
  const product4 = fraction(4n * a.over * c.over, a.under * c.under)
  const d = fraction(
    square.over * product4.under - product4.over * square.under,
    square.under * product4.under,
  )
  return [...exact, ...surds(fraction(-b.over, b.under), d, fraction(2n * a.over, a.under))]
}
