import { type Expression, negative, number, quotient } from '../expression.ts'

/** An exact rational number in lowest terms; `under` is positive. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

/** @throws RangeError when `under` is 0 */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new RangeError('A fraction has no denominator 0.')
  const shared = gcd(over, under) * (under < 0n ? -1n : 1n)
  return { over: over / shared, under: under / shared }
}

export const ONE = fraction(1n)

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)
export const opposite = (a: Fraction): Fraction => fraction(-a.over, a.under)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, opposite(b))
/** @throws RangeError when `b` is 0 */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over)
export const isZero = (a: Fraction): boolean => a.over === 0n
export const isOne = (a: Fraction): boolean => a.over === 1n && a.under === 1n
export const isNegative = (a: Fraction): boolean => a.over < 0n
export const asNumber = (a: Fraction): number => Number(a.over) / Number(a.under)

/** A decimal as it is written, with a point. */
export function fractionOf(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.')
  return fraction(BigInt(`${whole}${part}`), 10n ** BigInt(part.length))
}

/** The rational square root, null where there is none. */
export function squareRoot(a: Fraction): Fraction | null {
  const [top, bottom] = [wholeRoot(a.over), wholeRoot(a.under)]
  return top === null || bottom === null ? null : fraction(top, bottom)
}

function wholeRoot(n: bigint): bigint | null {
  if (n < 0n) return null
  if (n < 2n) return n
  let root = BigInt(Math.floor(Math.sqrt(Number(n))))
  while (root * root > n) root -= 1n
  while ((root + 1n) * (root + 1n) <= n) root += 1n
  return root * root === n ? root : null
}

/** n = outside² · inside, with squares of numbers up to 1000 taken out. */
export function takeOutSquares(n: bigint): { outside: bigint; inside: bigint } {
  let [outside, inside] = [1n, n]
  for (let factor = 2n; factor <= 1000n && factor * factor <= inside; factor += 1n)
    while (inside % (factor * factor) === 0n) {
      inside /= factor * factor
      outside *= factor
    }
  return { outside, inside }
}

/** As it is written: 3, −2/5. */
export function fractionExpression(a: Fraction): Expression {
  if (a.over < 0n) return negative(fractionExpression(opposite(a)))
  const top = number(String(a.over))
  return a.under === 1n ? top : quotient(top, number(String(a.under)))
}
