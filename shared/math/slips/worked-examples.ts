import { plainLine } from '../same-line.ts'
import type { SlipId } from '../verdict.ts'

/**
 * Each rule followed once, in notation that needs no words: one line that is true, or two of which the second
 * follows. They stand here, apart from the rules, because the loop needs them and not the checker.
 */
const EXAMPLES: Readonly<Record<SlipId, readonly [string] | readonly [string, string]>> = {
  'absolute-value-one-branch': ['|x| = 7', 'x = 7 or x = -7'],
  'adds-denominators': ['1/4 + 2/5 = 5/20 + 8/20'],
  'adds-exponents-of-power': ['(a^4)^5 = a^20'],
  'adds-percentages': ['300·1.4·1.5 = 300·2.1'],
  'adds-powers': ['a^4·a^5 = a^9'],
  'cancels-across-sum': ['(8a + 12)/4 = 2a + 3'],
  'combines-unlike-terms': ['4a + 7b + 2a = 6a + 7b'],
  'derivative-keeps-constant': ['f(x) = x^2 + 8x + 7', "f'(x) = 2x + 8"],
  'derivative-of-cosine-sign': ['f(x) = 4cos(x)', "f'(x) = -4sin(x)"],
  'differentiates-instead': ['\\int x^6 \\, dx = \\frac{x^7}{7} + C'],
  'distributes-to-first-term': ['7(a + 4) = 7a + 28'],
  'divides-by-each-term': ['(a + b)/c = a/c + b/c'],
  'divides-by-variable': ['x^2 = 7x', 'x = 0 or x = 7'],
  'divides-exponents': ['a^9/a^3 = a^6'],
  'divides-one-side-only': ['5x + 15 = 40', 'x + 3 = 8'],
  'divides-some-terms-only': ['6x + 18 = 42', 'x + 3 = 7'],
  'divides-without-inverting': ['(2/7)/(3/5) = (2/7)·(5/3)'],
  'double-negative-lost': ['8 - (-6) = 8 + 6'],
  'extraneous-root': ['√(x + 6) = x', 'x = 3'],
  'fractional-exponent-as-factor': ['64^(1/3) = 4'],
  'function-of-multiple': ['sin(2a) = 2·sin(a)·cos(a)'],
  'function-of-sum': ['sin(a + b) = sin(a)·cos(b) + cos(a)·sin(b)'],
  'inequality-not-flipped': ['-5x < 35', 'x > -7'],
  'inner-derivative-lost': ['f(x) = (4x + 1)^5', "f'(x) = 5(4x + 1)^4·4"],
  'integral-divides-by-old-exponent': ['\\int x^6 \\, dx = \\frac{x^7}{7} + C'],
  'integral-divisor-lost': ['\\int x^6 \\, dx = \\frac{x^7}{7} + C'],
  'log-of-product-as-product': ['ln(7a) = ln(7) + ln(a)'],
  'log-of-sum': ['ln(5·7) = ln(5) + ln(7)'],
  'middle-term-not-doubled': ['(a + 6)^2 = a^2 + 12a + 36'],
  'minus-to-first-term': ['9 - (a - 4) = 9 - a + 4'],
  'missing-plus-minus': ['x^2 = 49', 'x = 7 or x = -7'],
  'multiplies-base-by-exponent': ['4^3 = 4·4·4'],
  'multiplies-bases': ['7^2·7^3 = 7^5'],
  'multiplies-both-parts': ['4·(2/9) = 8/9'],
  'multiplies-exponents': ['a^4·a^5 = a^9'],
  'multiplies-one-side-only': ['x/7 = 4', 'x = 28'],
  'multiplies-some-terms-only': ['x/4 + 5 = 7', 'x + 20 = 28'],
  'negative-exponent-as-sign': ['5^(-2) = 1/25'],
  'order-of-operations': ['4 + 6·5 = 4 + 30'],
  'percent-as-whole': ['35%·60 = 0.35·60'],
  'power-of-log': ['ln(2^5) = 5·ln(2)'],
  'power-rule-exponent-kept': ['f(x) = x^7', "f'(x) = 7x^6"],
  'power-rule-factor-lost': ['f(x) = x^7', "f'(x) = 7x^6"],
  'power-rule-on-exponential': ['f(x) = 5^x', "f'(x) = 5^x·ln(5)"],
  'power-to-one-factor': ['(5a)^2 = 25a^2'],
  'product-of-negatives-negative': ['(-6)·(-7) = 42'],
  'product-rule-as-product': ['f(x) = x^4·sin(x)', "f'(x) = 4x^3·sin(x) + x^4·cos(x)"],
  'quotient-of-logs': ['ln(28) - ln(4) = ln(7)'],
  'quotient-rule-as-quotient': ['f(x) = sin(x)/x^4', "f'(x) = (cos(x)·x^4 - sin(x)·4x^3)/x^8"],
  'quotient-rule-flipped': ['f(x) = sin(x)/x^4', "f'(x) = (cos(x)·x^4 - sin(x)·4x^3)/x^8"],
  'root-as-half': ['√(49) = 7'],
  'root-of-sum': ['√(36 + 64) = √(100)'],
  'root-sign-flipped': ['(x - 7)(x + 4) = 0', 'x = 7 or x = -4'],
  'run-on-equals': ['6·5 = 30', '30 + 8 = 38'],
  'sign-lost-moving': ['7x + 8 = 4x + 20', '7x - 4x = 20 - 8'],
  'square-of-sum': ['(a + 6)^2 = a^2 + 12a + 36'],
  'subtracts-coefficient': ['7x = 42', 'x = 6'],
  'zero-exponent-as-zero': ['7^0 = 1'],
  'zero-product-misused': ['(x - 7)(x + 4) = 0', 'x = 7 or x = -4'],
}

/** The example for a slip, unless it is what the learner has written there: that would be the answer. */
export function exampleOf(id: SlipId, learner: readonly (string | null)[]): readonly string[] {
  const [first, ...rest] = EXAMPLES[id]
  const own = learner.map((line) => plainLine(line ?? ''))
  const start = plainLine(rest.length === 0 ? first.slice(0, first.lastIndexOf('=')) : first)
  return own.some((line) => line.includes(start)) ? [] : EXAMPLES[id]
}
