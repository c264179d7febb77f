import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareExpressions } from './compare-expressions.ts'
import { differentiate } from './differentiate.ts'
import { evaluate, measure } from './evaluate.ts'
import { type Expression, negative, number, power, product, quotient, sum, symbol } from './expression.ts'

/** An exact fraction, to hold the floating evaluator against. */
type Fraction = { over: bigint; under: bigint }

function exact(e: Expression): Fraction | null {
  switch (e.kind) {
    case 'number':
      return { over: BigInt(e.text), under: 1n }
    case 'negative': {
      const of = exact(e.of)
      return of && { over: -of.over, under: of.under }
    }
    case 'sum':
      return fold(e.terms, (a, b) => ({
        over: a.over * b.under + b.over * a.under,
        under: a.under * b.under,
      }))
    case 'product':
      return fold(e.factors, (a, b) => ({ over: a.over * b.over, under: a.under * b.under }))
    case 'quotient': {
      const [a, b] = [exact(e.over), exact(e.under)]
      return a && b && b.over !== 0n ? { over: a.over * b.under, under: a.under * b.over } : null
    }
    default:
      return null
  }
}

function fold(parts: readonly Expression[], join: (a: Fraction, b: Fraction) => Fraction): Fraction | null {
  return parts.map(exact).reduce((a, b) => a && b && join(a, b))
}

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 30 }).map(number),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(sum),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(product),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => quotient(a, b)),
    tie('tree').map(negative),
  ),
}))

describe('the evaluator', () => {
  it('is as close to the exact fraction as it says', () => {
    fc.assert(
      fc.property(tree, (e) => {
        const { value, error } = measure(e, {})
        const fraction = exact(e)
        if (!fraction || Number.isNaN(value)) return
        const truth = Number((fraction.over * 10n ** 20n) / fraction.under) / 1e20
        expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 1e-15 * Math.abs(truth) + 1e-19)
      }),
      { numRuns: 500 },
    )
  })

  it('has no value outside the real domain', () => {
    const x = symbol('x')
    expect(evaluate(quotient(number(1), x), { x: 0 })).toBeNaN()
    expect(evaluate(power(x, quotient(number(1), number(2))), { x: -4 })).toBeNaN()
    expect(evaluate(power(x, quotient(number(1), number(3))), { x: -8 })).toBeCloseTo(-2)
  })

  it('evaluates a bounded number of nodes in one comparison', () => {
    let reads = 0
    const counted = new Proxy(symbol('x'), {
      get(target, key) {
        if (key === 'name') reads++
        return Reflect.get(target, key)
      },
    })
    const long = sum(Array.from({ length: 1500 }, () => counted))
    compareExpressions(long, product([number(1500), symbol('x')]), 1)
    expect(reads).toBeLessThan(300_000)
  })

  it('agrees with the derivative by rule', () => {
    const x = symbol('x')
    const e = quotient(power(x, number(3)), sum([x, number(2)]))
    const slope = differentiate(e, 'x')
    const h = 1e-5
    const numeric = (evaluate(e, { x: 1.5 + h }) - evaluate(e, { x: 1.5 - h })) / (2 * h)
    expect(slope && evaluate(slope, { x: 1.5 })).toBeCloseTo(numeric, 7)
  })
})
