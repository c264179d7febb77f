import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import {
  call,
  type Expression,
  negative,
  number,
  power,
  product,
  quotient,
  root,
  sum,
  symbol,
} from './expression.ts'
import { parseLine } from './parse-line.ts'
import { printExpression } from './print-expression.ts'

function sidesOf(text: string): Expression[] {
  const parsed = parseLine(text)
  if (parsed.kind === 'nothing') throw new Error(`${text}: ${parsed.why}`)
  return parsed.statements.flatMap(({ cases }) =>
    cases.flat().flatMap(({ sides }) => sides.map(({ expression }) => expression)),
  )
}
const valueAt = (text: string, x = 2): number | undefined =>
  sidesOf(text).map((side) => evaluate(side, { x, y: 3 }))[0]
const why = (text: string) => {
  const parsed = parseLine(text)
  return parsed.kind === 'nothing' ? parsed.why : parsed.kind
}

describe('one line in any notation', () => {
  it.each([
    ['−3²', -9],
    ['2\\frac13', 7 / 3],
    ['2 1/2', 2.5],
    ['\\frac12x', 1],
    ['1/2x', 1],
    ['½ + ¼', 0.75],
    ['\\sqrt[3]{8}', 2],
    ['√(x+7)', 3],
    ['log x^2', Math.log10(4)],
    ['\\sin^2x+\\cos^2x', 1],
    ['\\log_{2}\\left(8\\right)', 3],
    ['log2(8)', 3],
    ['3{,}5', 3.5],
    ['1,000 + 1', 1001],
    ['10 000', 10000],
    ['|x − 5|', 3],
    ['2|x|', 4],
    ['\\left|x-5\\right|', 3],
    ['5!', 120],
    ['20% of 50', 10],
    ['\\sin 30^\\circ', 0.5],
    ['sin^{-1}(1)', Math.PI / 2],
    ['3 x 4', 12],
    ['xy', 6],
    ['x sinx', 2 * Math.sin(2)],
    ['(−8)^(1/3)', -2],
    ['$x^{10}$', 1024],
    ['2·−3', -6],
    ['\\dfrac{1}{x}\\cdot\\operatorname{arctan}(0)', 0],
  ])('%s', (text, value) => {
    expect(valueAt(text)).toBeCloseTo(value, 12)
  })

  it('finds the mathematics in prose', () => {
    expect(sidesOf('Divide both sides by 2: x = 4').map(printExpression)).toEqual(['x', '4'])
    expect(sidesOf('\\text{So } x=3\\text{ or }x=-3').map(printExpression)).toEqual(['x', '3', 'x', '−3'])
    expect(sidesOf('2x + 3 = 7 | −3').map(printExpression)).toEqual(['2x + 3', '7'])
  })

  it('sets the rest aside', () => {
    expect(why('The number of apples is 5')).toBe('prose')
    expect(why('2x + 3 =')).toBe('unfinished')
    expect(why('2(x + 3')).toBe('unfinished')
    expect(why('2x +')).toBe('unfinished')
    expect(why('x'.repeat(2001))).toBe('too-long')
    const steps = (count: number) => Array.from({ length: count }, (_, i) => `x = ${i}`)
    expect([24, 25].map((count) => why(steps(count).join(' => ')))).toEqual(['statements', 'too-long'])
    expect([40, 41].map((count) => why(steps(count).join(' or ')))).toEqual(['statements', 'too-long'])
    expect(why('   ')).toBe('blank')
  })
})

const leaf = fc.oneof(fc.integer({ min: 0, max: 99 }).map(number), fc.constantFrom('x', 'y', 'k').map(symbol))
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(sum),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(product),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => quotient(a, b)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => power(a, b)),
    tie('tree').map((e) => root(e)),
    tie('tree').map((e) => call('sin', e)),
    tie('tree').map(negative),
  ),
}))

describe('printing', () => {
  it('parses back to the same value', () => {
    fc.assert(
      fc.property(tree, (e) => {
        const text = printExpression(e)
        const [back] = sidesOf(text)
        const at = { x: 1.3, y: 0.7, k: 2 }
        const [before, after] = [evaluate(e, at), back ? evaluate(back, at) : Number.NaN]
        if (Number.isNaN(before)) expect(after).toBeNaN()
        else expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(before)))
      }),
      { numRuns: 300 },
    )
  })
})
