import { describe, expect, test } from 'vitest'
import type { SlipId } from '../verdict.ts'
import { keptRule } from './kept-rule.ts'

const kept = (id: SlipId, ...lines: string[]) => {
  const index = lines.length - 1
  return keptRule(lines, index, index === 0 ? null : index - 1, [id]) === id
}

describe('a rule is kept where its slip could have been made', () => {
  test.each<[SlipId, ...string[]]>([
    ['distributes-to-first-term', '2(x+3) = 10', '2x+6 = 10'],
    ['distributes-to-first-term', '2(x+3)+4(x-1) = 10', '2x+6+4(x-1) = 10'],
    ['distributes-to-first-term', '2(x+3)', '= 2x+6'],
    ['distributes-to-first-term', '2(x+3) = 2x+6'],
    ['sign-lost-moving', '5x+3 = 2x+12', '3x+3 = 12'],
    ['multiplies-exponents', 'x^2·x^3', 'x^5'],
    ['square-of-sum', '(x+3)^2 = 16', 'x^2+6x+9 = 16'],
    ['inequality-not-flipped', '-2x < 6', 'x > -3'],
    ['missing-plus-minus', 'x^2 = 9', 'x = ±3'],
    ['order-of-operations', '3+4·2 = 11'],
    ['adds-denominators', '1/2+1/3', '5/6'],
    ['inner-derivative-lost', 'f(x) = sin(3x)', "f'(x) = 3cos(3x)"],
    ['product-rule-as-product', 'f(x) = x^2·sin(x)', "f'(x) = 2x·sin(x)+x^2·cos(x)"],
    ['minus-to-first-term', '5-(x-2) = 1', '7-x = 1'],
    ['double-negative-lost', '5-(-3)', '8'],
  ])('%s: %s', (id, ...lines) => expect(kept(id, ...lines)).toBe(true))

  test.each<[SlipId, ...string[]]>([
    ['distributes-to-first-term', '2(x+3) = 10', '2(3+x) = 10'],
    ['distributes-to-first-term', '2(x+3) = 10', 'x+3 = 5'],
    ['distributes-to-first-term', '2(x+3) = 10', '2x+6 = 11'],
    ['distributes-to-first-term', '2x = 10', 'x = 5'],
    ['square-of-sum', '(x+3)^2 = 16', 'x+3 = 4'],
    ['sign-lost-moving', '5x+3 = 2x+12', '3x = 9'],
    ['inequality-not-flipped', '2x < 6', 'x < 3'],
    ['inequality-not-flipped', '6 > 2x', 'x < 3'],
    ['multiplies-exponents', '2^3·2^4', '128'],
    ['missing-plus-minus', 'x^2 = 9', 'x = 3'],
  ])('and not %s: %s', (id, ...lines) => expect(kept(id, ...lines)).toBe(false))
})
