import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Answer, Task } from '../../percepts/computation.ts'
import { checkWorking } from '../check-working.ts'
import { areEqual } from '../compare-expressions.ts'
import { parseLine } from '../parse-line.ts'
import { exactly, truthOf } from '../truth.ts'
import { compute, readExpression } from './compute.ts'

const answerTo = (task: Task): Answer => compute({ task, seed: 1 })
const solved = (text: string, unknown: string | null = null) => answerTo({ what: 'solve', text, unknown })
const linesOf = (answer: Answer) => ('steps' in answer ? answer.steps.map(({ line }) => line) : [])
const to = (what: 'simplify' | 'expand' | 'factor', text: string) => {
  const answer = answerTo({ what, text })
  return answer.kind === 'transformed' ? answer.to : answer
}

describe('solve', () => {
  it.each([
    ['2x+3=7', ['2']],
    ['3(x-2)=2x+5', ['11']],
    ['x/2+1/3=5', ['28/3']],
    ['x^2-5x+6=0', ['2', '3']],
    ['2x^2=18', ['−3', '3']],
    ['x^2+2x-1=0', ['−1 − √(2)', '−1 + √(2)']],
    ['(x+1)^2=16', ['−5', '3']],
    ['x^2+6x+9=0', ['−3']],
    ['x(x-3)=0', ['0', '3']],
    ['x^2+9=0', []],
    ['x^2+x+1=0', []],
    ['ln(x)=1', ['e']],
    ['ln(x+1)=2', ['e^2 − 1']],
    ['log_2(x)=5', ['32']],
    ['3*2^x=24', ['3']],
    ['4^x=2', ['1/2']],
    ['2^x=5', ['ln(5)/ln(2)']],
    ['5-2e^(x/3)=1', ['3·ln(2)']],
    ['sqrt(x+1)=3', ['8']],
    ['x^3=2', ['\\sqrt[3]{2}']],
    ['|x-2|=3', ['−1', '5']],
  ])('%s in steps that the checker follows', (text, values) => {
    const answer = solved(text)
    expect(answer).toMatchObject({ kind: 'solved', values, proven: true })
    const verdicts = checkWorking(linesOf(answer), { seed: 5 })
    expect(verdicts.slice(1).map(({ verdict }) => verdict)).not.toContain('does-not-follow')
    if (values.length > 0) expect(verdicts.slice(1).every(({ verdict }) => verdict === 'follows')).toBe(true)
    if (values.length > 0) expect(linesOf(answer).length).toBeGreaterThan(1)
  })

  it.each([
    ['x^3-6x^2+11x-6=0', ['1', '2', '3']],
    ['x^4-5x^2+4=0', ['−2', '−1', '1', '2']],
    ['x^3-2x+1=0', ['1', '(−1 − √(5))/2', '(−1 + √(5))/2']],
    ['sqrt(x+1)=x-1', ['3']],
    ['x/(x-1)=3', ['3/2']],
    ['(x-1)^3=8', ['3']],
    ['2^(x+1)=4^(x-1)', ['3']],
    ['e^(2x)-3e^x+2=0', ['0', 'ln(2)']],
    ['2^x=3^(x-1)', ['−ln(3)/(ln(2) − ln(3))']],
    ['e^x=-1', []],
    ['(x^2-1)/(x-1)=0', ['−1']],
  ])('%s without steps', (text, values) => {
    expect(solved(text)).toMatchObject({ kind: 'solved', values, steps: [] })
  })

  test('an equation that always or never holds', () => {
    expect(solved('2x+1=2x+1')).toMatchObject({ values: [], every: true })
    expect(solved('2x+1=2x')).toMatchObject({ values: [], every: false, proven: true })
  })

  it.each([
    ['2x+3<7', null, 'x < 2'],
    ['-2x>=6', null, 'x ≤ −3'],
    ['x+y=3, x-y=1', null, 'x = 2, y = 1'],
    ['3x+2y=7; 5x-4y=1', null, 'x = 15/11, y = 16/11'],
    ['x^2-5x+6<0', null, '2 < x < 3'],
    ['x^2>=4', null, 'x ≤ −2 or x ≥ 2'],
    ['x^2>2', null, 'x < −√(2) or x > √(2)'],
    ['x^2<=0', null, 'x = 0'],
    ['1/x^2>0', null, 'x ≠ 0'],
    ['x^3>x', null, '−1 < x < 0 or x > 1'],
    ['1/x<2', null, 'x < 0 or x > 1/2'],
    ['(x+1)/(x-3)>=0', null, 'x ≤ −1 or x > 3'],
    ['|2x+1|>=5', null, 'x ≤ −3 or x ≥ 2'],
    ['-1<2x+3<7', null, '−2 < x < 2'],
    ['x^2=4, x>0', null, 'x = 2'],
    ['A=l*b', 'b', 'b = A/l'],
    ['y=2x+3', 'x', 'x = (1/2)y − 3/2'],
  ])('%s as one claim', (text, unknown, line) => {
    const answer = solved(text, unknown)
    expect(answer).toMatchObject({ kind: 'claim', line })
  })

  it.each([
    ['sin x = cos x', 'too-hard'],
    ['sin(x) < 1/2', 'too-hard'],
    ['x^5-x-1=0', 'too-hard'],
    ['a+b=c', 'which-unknown'],
    ['3+4=7', 'no-unknown'],
    ['x+y=3, 2x+2y=6', 'too-hard'],
    ['not mathematics', 'not-read'],
  ])('%s: %s', (text, why) => {
    expect(solved(text)).toEqual({ kind: 'cannot', why })
  })

  test('inequalities that hold nowhere and everywhere', () => {
    expect(solved('x^2<0')).toMatchObject({ kind: 'solved', values: [], every: false, proven: true })
    expect(solved('x^2+1>0')).toMatchObject({ kind: 'solved', every: true })
  })

  test('random inequalities hold at a point where it is in the solution, and nowhere else', () => {
    const whole = fc.integer({ min: -6, max: 6 })
    const relation = fc.constantFrom('<', '>', '<=', '>=')
    const side = fc
      .tuple(whole, whole, whole)
      .chain(([a, b, c]) =>
        fc.constantFrom(
          `(x - ${a})(x - ${b})`,
          `(x - ${a})/(x - ${b})`,
          `|x - ${a}|`,
          `${a}x + ${b}`,
          `${c}`,
        ),
      )
      .map((text) => text.replaceAll('- -', '+ ').replaceAll('+ -', '- '))
    fc.assert(
      fc.property(side, relation, side, (left, between, right) => {
        const asked = `${left} ${between} ${right}`
        const answer = solved(asked)
        fc.pre(answer.kind === 'claim')
        const [given, claimed] = [asked, answer.line].map((line) => {
          const parsed = parseLine(line)
          return parsed.kind === 'statements' ? parsed.statements[0] : undefined
        })
        if (!given || !claimed) throw new Error(asked)
        for (let x = -40; x <= 40; x++) {
          const [wanted, found] = [given, claimed].map((each) => truthOf(each, exactly({ x: x / 3 + 0.001 })))
          expect(found === 'true', `${asked} at ${x / 3 + 0.001}: ${answer.line}`).toBe(wanted === 'true')
        }
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  it.each([
    ['sin x = 0.5', undefined, ['π/6 + 2π·k', '(5π)/6 + 2π·k'], false],
    ['sin x = 0.5', 'degrees', ['30° + 360°·k', '150° + 360°·k'], false],
    ['sin(x°) = 0.5', undefined, ['30 + 360·k', '150 + 360·k'], false],
    ['2cos(3x) + 1 = 0', undefined, ['(2π)/9 + (2π)/3·k', '(4π)/9 + (2π)/3·k'], false],
    ['2cos x = sqrt(3)', undefined, ['π/6 + 2π·k', '(11π)/6 + 2π·k'], false],
    ['tan(2x) = 1', 'degrees', ['22.5° + 90°·k'], false],
    ['sin(x)^2 = sin(x)', undefined, ['π·k', 'π/2 + 2π·k'], false],
    ['cos x = 1/3', undefined, ['1.23096 + 2π·k', '5.05223 + 2π·k'], true],
    ['sin x = 0.5, 0° <= x <= 360°', undefined, ['30°', '150°'], false],
    ['cos x = 0, 0 <= x <= 2π', undefined, ['π/2', '(3π)/2'], false],
    ['cos x = 0.3, 0 <= x <= 360', 'degrees', ['72.5424°', '287.458°'], true],
  ] as const)('%s (%s): all angles', (text, angles, values, rounded) => {
    const answer = answerTo({ what: 'solve', text, unknown: null, ...(angles && { angles }) })
    expect(answer).toMatchObject({ kind: 'angles', values, rounded })
  })

  test('angles that there are not, and degrees that may be radians', () => {
    expect(solved('sin x = 2')).toMatchObject({ kind: 'solved', values: [], proven: true })
    expect(answerTo({ what: 'solve', text: 'sin(2x+30) = 0.5', unknown: null, angles: 'degrees' })).toEqual({
      kind: 'cannot',
      why: 'too-hard',
    })
  })

  test('random linear and quadratic equations come out at the numbers they were made of', () => {
    const whole = fc.integer({ min: -9, max: 9 })
    const factor = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(whole, whole, factor, whole, factor, (root, other, a, b, c) => {
        const linear = solved(`${a + c}x + ${b} = ${c}x + ${a * root + b}`.replaceAll('+ -', '- '))
        expect(linear).toMatchObject({ values: [String(root).replace('-', '−')] })
        const text = `${a}x^2 + ${-a * (root + other)}x + ${a * root * other} = 0`.replaceAll('+ -', '- ')
        const values = [...new Set([root, other])]
          .sort((p, q) => p - q)
          .map((v) => String(v).replace('-', '−'))
        const quadratic = solved(text)
        expect(quadratic, text).toMatchObject({ kind: 'solved', values })
        expect(linesOf(quadratic).length, text).toBeGreaterThan(1)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

describe('expressions', () => {
  it.each([
    ['simplify', '2x+3x', '5x'],
    ['simplify', '3/4+1/8', '7/8'],
    ['simplify', 'sqrt(50)', '5·√(2)'],
    ['simplify', 'sin(x)^2+cos(x)^2', '1'],
    ['expand', '(x+2)^3', 'x^3 + 6x^2 + 12x + 8'],
    ['expand', '(2x-3y)(x+y)', '2x^2 − x·y − 3y^2'],
    ['factor', 'x^2-5x+6', '(x − 2)(x − 3)'],
    ['factor', 'x^2-y^2', '(x − y)(x + y)'],
    ['factor', '6x^2+9x', '3x·(2x + 3)'],
    ['factor', '-x^2+4', '−(x + 2)(x − 2)'],
    ['factor', 'x^4-1', '(x + 1)(x − 1)(x^2 + 1)'],
  ] as const)('%s %s', (what, text, result) => {
    expect(to(what, text)).toBe(result)
  })

  test('where a cancelled factor had no value is said', () => {
    expect(answerTo({ what: 'simplify', text: '(x^2-1)/(x-1)' })).toMatchObject({
      to: 'x + 1',
      holds: 'where-defined',
    })
  })

  test('what has no factors is not given any', () => {
    expect(to('factor', 'x^2+1')).toEqual({ kind: 'cannot', why: 'no-factors' })
  })

  it.each([
    ['differentiate', 'x^3', '3x^2'],
    ['differentiate', 'ln(x^2+1)', '(2x)/(x^2 + 1)'],
    ['differentiate', '(3x+1)^5', '15(3x + 1)^4'],
    ['integrate', '3x^2+2x-1', 'x^3 + x^2 − x + C'],
    ['integrate', '1/x', 'ln(abs(x)) + C'],
    ['integrate', 'x*sin(x)', 'sin(x) − x·cos(x) + C'],
  ] as const)('%s %s', (what, text, result) => {
    expect(answerTo({ what, text, by: null })).toMatchObject({ kind: 'transformed', to: result })
  })

  test('an antiderivative that nobody can write down is not made up', () => {
    expect(answerTo({ what: 'integrate', text: 'e^(x^2)', by: null })).toEqual({
      kind: 'cannot',
      why: 'too-hard',
    })
  })

  it.each([
    ['x^2', '0', '1', '1/3', true],
    ['3x^2+2x', '-1', '2', '12', true],
    ['x^2', '1', '0', '−1/3', true],
    ['sin(x)', '0', 'pi', '2', true],
    ['1/x', '1', '2', 'ln(2)', true],
    ['sqrt(x)', '0', '4', '16/3', true],
    ['abs(x)', '-1', '2', '5/2', true],
    ['1/(1+x^2)', '0', '1', 'π/4', true],
    ['e^(x^2)', '0', '1', '1.46265', false],
  ])('∫ %s from %s to %s', (text, from, to, value, exact) => {
    expect(answerTo({ what: 'integral', text, by: null, from, to })).toMatchObject({ value, exact })
  })

  it.each([
    ['1/x', '-1', '1'],
    ['1/x^2', '-1', '1'],
    ['1/(x-0.1)', '0', '1'],
    ['tan(x)', '0', '3'],
    ['1/x', '1', '∞'],
    ['a*x', '0', '1'],
  ])('∫ %s from %s to %s has no value that could be measured', (text, from, to) => {
    expect(answerTo({ what: 'integral', text, by: 'x', from, to })).toEqual({
      kind: 'cannot',
      why: 'too-hard',
    })
  })

  test('an integral that is written with its bounds is worked out, whatever is asked of it', () => {
    expect(answerTo({ what: 'simplify', text: '∫_0^1 x^2 dx' })).toMatchObject({ value: '1/3' })
    expect(answerTo({ what: 'integrate', text: '\\int_{0}^{1} x^2 dx', by: null })).toMatchObject({
      value: '1/3',
    })
  })

  test('a logarithm is no fraction, however near one comes', () => {
    expect(to('simplify', 'ln(5)/ln(2)')).toBe('ln(5)/ln(2)')
  })

  test('values, exactly and rounded', () => {
    const value = (text: string, x: string) =>
      answerTo({ what: 'substitute', text, values: [{ name: 'x', value: x }] })
    expect(value('x^2+1', '-3')).toMatchObject({ value: '10', exact: true })
    expect(value('x/6', '4')).toMatchObject({ value: '2/3', exact: true })
    expect(value('sqrt(x)', '2')).toMatchObject({ value: '1.41421', exact: false })
    expect(value('1/x', '0')).toMatchObject({ value: null })
    expect(value('a*x+1', '3')).toMatchObject({ value: '3a + 1' })
  })

  test('a table has a row for each value, and says where there is none', () => {
    const answer = answerTo({ what: 'table', text: 'y=1/x', from: -1, to: 1, step: 1 })
    expect(answer).toMatchObject({
      rows: [
        { x: '−1', y: { value: '−1' } },
        { x: '0', y: { value: null } },
        { x: '1', y: { value: '1' } },
      ],
    })
    const long = answerTo({ what: 'table', text: 'x', from: 0, to: 1e8, step: 1 })
    expect(long.kind === 'table' && long.rows.length).toBe(25)
  })

  test('a product of random factors is expanded to what it is, and factored back', () => {
    const whole = fc.integer({ min: -6, max: 6 })
    fc.assert(
      fc.property(
        whole,
        whole,
        whole.filter((a) => a !== 0),
        (a, b, c) => {
          const text = `${c}(x + ${a})(x + ${b})`
          const open = to('expand', text)
          const back = typeof open === 'string' ? to('factor', open) : null
          if (typeof open !== 'string' || typeof back !== 'string') throw new Error(text)
          const [first, second, third] = [text, open, back].map(readExpression)
          if (!first || !second || !third) throw new Error(text)
          expect(areEqual(first, second, 3) && areEqual(first, third, 4)).toBe(true)
        },
      ),
      { numRuns: 40, seed: 3 },
    )
  })
})

test.each([
  ['90', 'km/h', 'm/s', '25', 'm/s'],
  ['3', 'm²', 'cm^2', '30000', 'cm²'],
  ['20', 'celsius', 'fahrenheit', '68', '°F'],
  ['2', 'Stunden', 'Minuten', '120', 'min'],
  ['1.5', 'kilograms', 'g', '1500', 'g'],
])('%s %s in %s', (amount, from, unit, value, shown) => {
  expect(answerTo({ what: 'convert', amount, from, to: unit })).toMatchObject({ value, unit: shown })
})

test('kilograms are no metres', () => {
  expect(answerTo({ what: 'convert', amount: '3', from: 'kg', to: 'm' })).toEqual({
    kind: 'cannot',
    why: 'other-kind',
  })
})

test('any text gets an answer, and none throws', () => {
  const signs = fc.constantFrom(
    ...'x y 2 3 0 . , + - * / ^ ( ) = < sqrt sin | ! \\frac { } π e i or ∫ d x² % °'.split(' '),
  )
  const text = fc.oneof(
    fc.array(signs, { maxLength: 16 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  const tasks = (text: string): Task[] => [
    { what: 'solve', text, unknown: null },
    { what: 'solve', text: `${text} < 1`, unknown: null },
    { what: 'solve', text: `sin(${text}) = 1/2`, unknown: null, angles: 'degrees' },
    { what: 'expand', text },
    { what: 'simplify', text },
    { what: 'factor', text },
    { what: 'differentiate', text, by: null },
    { what: 'integrate', text, by: null },
    { what: 'integral', text, by: null, from: '0', to: '1' },
    { what: 'substitute', text, values: [{ name: 'x', value: text }] },
    { what: 'table', text, from: -2, to: 2, step: 1 },
    { what: 'convert', amount: '3', from: text, to: text },
  ]
  fc.assert(
    fc.property(text, (text) => {
      for (const task of tasks(text)) expect(answerTo(task).kind).toMatch(/^[a-z]+$/)
    }),
    { numRuns: 150, seed: 11 },
  )
})
