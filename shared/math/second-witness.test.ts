import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asNumber, fraction } from './computing/fraction.ts'
import { type Entry, makeEntry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { evaluateExactly } from './evaluate-exactly.ts'
import { type Expression, negative, number, power, product, quotient, sum, symbol } from './expression.ts'
import { parseLine } from './parse-line.ts'
import { isContradicted } from './second-witness.ts'
import type { Assignment, Proof, SideValue } from './verdict.ts'

function entryOf(text: string, line: number): Entry {
  const parsed = parseLine(text)
  const statement = parsed.kind === 'statements' ? parsed.statements[0] : undefined
  if (!statement) throw new Error(text)
  return makeEntry(statement, new Map(), { line, stance: 'plain', words: [], afterBlank: false })
}

const side = (line: number, text: string): SideValue => ({ line, side: 'left', text, value: 0 })

/** Two sides that somebody says differ. */
function differing(a: string, b: string, at: Assignment): boolean {
  const [from, entry] = [entryOf(a, 0), entryOf(b, 1)]
  const proof: Proof = { kind: 'sides-differ', at, values: [side(0, a), side(1, b)] }
  return isContradicted(proof, entry, from)
}

describe('two sides that are said to differ', () => {
  test.each([
    ['2(x+3)', '2x+6', { x: 1 }],
    ['0.1 + 0.2', '0.3', {}],
    ['(x^2-1)/(x-1)', 'x+1', { x: 0.3 }],
    ['123456789*987654321', '121932631112635269', {}],
  ])('%s and %s are equal: it is no proof', (a, b, at) => {
    expect(differing(a, b, at)).toBe(true)
  })

  test.each([
    ['2(x+3)', '2x+3', { x: 1 }],
    ['0.1 + 0.2', '0.3000000001', {}],
    ['sqrt(x^2+9)', 'x+3', { x: 4 }],
    ['sin(x)^2', 'sin(x)', { x: 1 }],
    ['1/x', '2/x', { x: 0 }],
  ])('%s and %s are not, or nobody else can tell: it stands', (a, b, at) => {
    expect(differing(a, b, at)).toBe(false)
  })
})

test.each([
  ['solution-lost', 'x^2 = 9', 'x = 3', -3, false],
  ['solution-lost', 'x^2 = 9', 'x = 3', 3, true],
  ['solution-lost', 'x^2 = 9', 'x = 3', 2, true],
  ['solution-lost', 'x^2 = 2', 'x = 1', Math.SQRT2, false],
  ['solution-lost', '3x = 1', 'x = 3', 1 / 3 + 1e-11, false],
  ['solution-gained', 'x = 3', 'x^2 = 9', -3, false],
  ['solution-gained', 'x = 3', 'x^2 = 9', 3, true],
  ['solution-lost', '-2x < 6', 'x < -3', 0, false],
  ['solution-lost', '-2x < 6', 'x > -3', 0, true],
  ['solution-lost', 'x^2 = 9', 'x = 3 or x = -3', -3, true],
] as const)('%s from %s to %s at %d: contradicted %s', (kind, a, b, x, contradicted) => {
  const proof: Proof = { kind, at: { x }, values: [] }
  expect(isContradicted(proof, entryOf(b, 1), entryOf(a, 0))).toBe(contradicted)
})

test('exact values are what our own evaluation measures', () => {
  const leaf = fc.oneof(
    fc.integer({ min: -9, max: 9 }).map((n): Expression => number(n)),
    fc.constantFrom<Expression>(symbol('x'), number('0.5')),
  )
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.tuple(tie('expression'), tie('expression')).map((terms) => sum(terms)),
      fc.tuple(tie('expression'), tie('expression')).map((factors) => product(factors)),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => quotient(a, b)),
      fc.tuple(tie('expression'), fc.integer({ min: -3, max: 3 })).map(([a, n]) => power(a, number(n))),
      tie('expression').map(negative),
    ),
  }))
  fc.assert(
    fc.property(expression, fc.integer({ min: -8, max: 8 }), (e, n) => {
      const [exact, measured] = [
        evaluateExactly(e, { x: fraction(BigInt(n), 4n) }),
        evaluate(e, { x: n / 4 }),
      ]
      if (!exact || !Number.isFinite(measured)) return
      expect(Math.abs(asNumber(exact) - measured)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(measured)))
    }),
    { numRuns: 400, seed: 2 },
  )
})
