import { type Expression, product, quotient } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { fraction, fractionExpression } from './fraction.ts'

/**
 * `radians`: a multiple of π where it is one; `angle-in-degrees`: radians shown with °; `number-of-degrees`: degrees, shown
 * with °; `number`: a number alone.
 */
export type Shown = 'radians' | 'angle-in-degrees' | 'number-of-degrees' | 'number'

const DIGITS = 6
const PI: Expression = { kind: 'constant', name: 'pi' }

/** An angle as it is told, rounded where it is no short multiple of what is usual. */
export function angleText(x: number, shown: Shown): { text: string; exact: boolean } {
  if (shown === 'radians') {
    const parts = shortFraction(x / Math.PI, 180)
    if (!parts) return { text: rounded(x), exact: false }
    const { over, under } = parts
    const top = over === 0n ? fractionExpression(fraction(0n)) : timesPi(over)
    return {
      text: printExpression(under === 1n || over === 0n ? top : quotient(top, whole(under))),
      exact: true,
    }
  }
  const degrees = shown === 'angle-in-degrees' ? (x * 180) / Math.PI : x
  const sign = shown === 'number' ? '' : '°'
  const parts = shortFraction(degrees, 8)
  if (!parts) return { text: `${rounded(degrees)}${sign}`, exact: false }
  return { text: `${String(Number(parts.over) / Number(parts.under)).replace('-', '−')}${sign}`, exact: true }
}

const whole = (n: bigint): Expression => fractionExpression(fraction(n))
const timesPi = (by: bigint): Expression =>
  by < 0n ? { kind: 'negative', of: timesPi(-by) } : by === 1n ? PI : product([whole(by), PI])

const rounded = (x: number): string => String(Number(x.toPrecision(DIGITS))).replace('-', '−')

/** The fraction that a number is within its rounding; null where it is none with so small a denominator. */
function shortFraction(x: number, largest: number): { over: bigint; under: bigint } | null {
  for (let under = 1; under <= largest; under++) {
    const top = Math.round(x * under)
    if (Math.abs(x * under - top) <= 1e-11 * Math.max(1, Math.abs(top)))
      return fraction(BigInt(top), BigInt(under))
  }
  return null
}
