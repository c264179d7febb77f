import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'
import { evidenceText } from './evidence-text.ts'

const check = (...lines: string[]) => checkWorking(lines, { seed: 7 })
const firstWrong = (...lines: string[]) =>
  check(...lines).findIndex(({ verdict }) => verdict === 'does-not-follow')

describe('a wrong line', () => {
  it('is shown at the smallest point with the side that changed', () => {
    const [, second] = check('2(x+3)=10', '2x+3=10')
    expect(second).toMatchObject({
      verdict: 'does-not-follow',
      from: 0,
      slip: { id: 'distributes-to-first-term' },
    })
    if (second?.verdict !== 'does-not-follow') return
    expect(second.proof).toEqual({
      kind: 'sides-differ',
      at: { x: 1 },
      values: [
        { line: 0, side: 'left', text: '2(x+3)', value: 8 },
        { line: 1, side: 'left', text: '2x+3', value: 5 },
      ],
    })
    expect(evidenceText(second.proof, 'en')).toBe(
      'At x = 1 the left side of line 1 is 8, that of line 2 is 5.',
    )
    expect(second.slip?.question).toEqual({ id: 'distributes-to-first-term', about: ['3'] })
  })

  it('loses a root', () => {
    expect(firstWrong('x² = 9x', 'x = 9')).toBe(1)
    expect(firstWrong('x² = 9', 'x = 3')).toBe(1)
    expect(firstWrong('|x − 3| = 2', 'x − 3 = 2', 'x = 5')).toBe(1)
  })

  it('states an extraneous root', () => {
    expect(firstWrong('√(x+6) = x', 'x + 6 = x²', '(x − 3)(x + 2) = 0', 'x = 3 or x = −2')).toBe(3)
  })

  it('runs on after the equals sign', () => {
    expect(check('3 + 4 = 7 × 2 = 14')[0]).toMatchObject({
      verdict: 'does-not-follow',
      slip: { id: 'run-on-equals' },
    })
  })

  it('is the base for the lines after it', () => {
    const verdicts = check('2(x+3)=10', '2x+3=10', '2x=7', 'x=3.5').map(({ verdict }) => verdict)
    expect(verdicts).toEqual(['cannot-tell', 'does-not-follow', 'follows', 'follows'])
  })
})

describe('no alarm', () => {
  it.each([
    [['x² = 9', 'x = 3 or x = −3']],
    [['x = 3', 'x² = 9']],
    [['(x-2)(x-3)=0', 'x-2=0', 'x=2', 'x-3=0', 'x=3']],
    [['2x+3=7', 'x=2', '3x-1=8', 'x=3']],
    [['a) 2x = 6', 'x = 3', 'b) 5x = 20', 'x = 4']],
    [['x + y = 5', 'x − y = 1', '2x = 6', 'x = 3', 'y = 2']],
    [['2x + 3 = 2x + 5', '3 = 5', 'no solution']],
    [['1/2x = 4', 'x = 8']],
    [['1/2x = 4', '1 = 8x']],
    [['sin x = 1/2', 'x = 30°']],
    [['3x = 1', 'x = 0.33']],
    [['−3² + 10', '1']],
    [['∫ 2x dx', '= x²']],
    [['80 + 15% = 92']],
    [['c² = a² + b²', 'c² = 25', 'c = 5']],
  ])('for %j', (lines) => {
    expect(firstWrong(...lines)).toBe(-1)
  })

  it('for a line that is still being typed', () => {
    const verdicts = checkWorking(['2x + 4 = 10', '2x = 1'], { seed: 1, lastUnfinished: true })
    expect(verdicts[1]).toEqual({ verdict: 'cannot-tell', line: 1, why: 'unfinished' })
  })

  it('for any correct transformation of a linear equation', () => {
    const whole = fc.integer({ min: -9, max: 9 })
    const some = whole.filter((n) => n !== 0)
    fc.assert(
      fc.property(some, whole, some, whole, (a, b, c, x) => {
        const right = c * (a * x + b)
        const lines = [
          `${c}(${a}x + ${b}) = ${right}`,
          `${c * a}x + ${c * b} = ${right}`,
          `${c * a}x = ${right - c * b}`,
          `x = ${x}`,
        ].map((line) => line.replaceAll('+ -', '− '))
        expect(firstWrong(...lines)).toBe(-1)
      }),
    )
  })

  it('for any quadratic solved by its factors', () => {
    const whole = fc.integer({ min: -9, max: 9 })
    fc.assert(
      fc.property(whole, whole, (p, q) => {
        const lines = [
          `x^2 + ${-(p + q)}x + ${p * q} = 0`,
          `(x - ${p})(x - ${q}) = 0`.replaceAll('- -', '+ '),
          `x = ${p} or x = ${q}`,
        ].map((line) => line.replaceAll('+ -', '- '))
        expect(firstWrong(...lines)).toBe(-1)
      }),
    )
  })
})

describe('any text', () => {
  it('gets one verdict a line without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 }), (lines) => {
        expect(check(...lines).map(({ line }) => line)).toEqual(lines.map((_, i) => i))
      }),
    )
    const pieces =
      '2 3 x y = + - * / ^ ( ) [ ] { } | √ ² ½ sin ln \\frac \\sqrt{ \\left( π ° % ! or and , ; < ≥ ± ∫ dx'.split(
        ' ',
      )
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), { maxLength: 4 }),
        (lines) => {
          expect(check(...lines.map((line) => line.join(''))).length).toBe(lines.length)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('of a megabyte is refused unread', () => {
    expect(check('x+'.repeat(500_000))[0]).toEqual({ verdict: 'cannot-tell', line: 0, why: 'too-long' })
    expect(check('('.repeat(1900))[0]).toMatchObject({ verdict: 'cannot-tell' })
  })

  it('gives the same verdicts for the same seed', () => {
    const lines = ['x² + 5x = 3', 'x = (−5 ± √37)/2', 'x = 1']
    expect(check(...lines)).toEqual(check(...lines))
  })
})

describe('working with German words', () => {
  it.each([
    ['x² = 9', 'x = 3 oder x = −3', 'follows'],
    ['x² = 9', 'x = 3 oder x = 4', 'does-not-follow'],
    ['2x = 7', 'also x = 3,5', 'follows'],
    ['2x = 7', 'also x = 3,6', 'does-not-follow'],
    ['x² = 9', 'x = 3, weil x eine Länge ist', 'cannot-tell'],
    ['x² = 9', 'Länge x = 3', 'cannot-tell'],
    ['2x = 7', 'x = 4 ist falsch', 'cannot-tell'],
  ])('%s, then %s: %s', (before, after, verdict) => {
    const seen = checkWorking([before, after], { seed: 1 })[1]?.verdict
    if (verdict === 'cannot-tell') expect(seen).not.toBe('does-not-follow')
    else expect(seen).toBe(verdict)
  })
})

describe('a point before three digits', () => {
  const verdicts = (decimalComma: boolean, ...lines: string[]) =>
    checkWorking(lines, { seed: 1, decimalComma }).map(({ verdict }) => verdict)

  it.each([
    ['2 · 500 = 1.000'],
    ['1.000 + 500 = 1.500'],
    ['1.000 + 2,5 = 1.002,5'],
    ['1.234.567 - 567 = 1.234.000'],
    ['9/8 = 1.125'],
    ['0.125 = 1/8'],
    ['x = 1.000', 'x + 1 = 1001'],
    ['x = 1.000', 'x + 1 = 2'],
    ['2x = 3.000', 'x = 1.500', 'x = 1500'],
    ['2x = 3.000', 'x = 1.5'],
  ])('may part thousands or be the decimal point: %s %s is never called wrong', (...lines) => {
    expect(verdicts(true, ...lines)).not.toContain('does-not-follow')
    expect(verdicts(false, ...lines)).not.toContain('does-not-follow')
  })

  it.each([['2 · 500 = 1.001'], ['9/8 = 1.152'], ['1.000 + 500 = 1.600']])(
    '%s is wrong either way',
    (line) => {
      expect(verdicts(true, line)).toEqual(['does-not-follow'])
      expect(verdicts(false, line)).toEqual(['does-not-follow'])
    },
  )
})

describe('where decimals are written with a comma', () => {
  const last = (decimalComma: boolean, ...lines: string[]) =>
    checkWorking(lines, { seed: 1, decimalComma }).at(-1)?.verdict

  it.each([
    [['1,5x = 3', 'x = 2'], 'follows'],
    [['1,5x = 3', 'x = 3'], 'does-not-follow'],
    [['2(x+1,5) = 10', '2x + 3 = 10'], 'follows'],
    [['x + 1,25 = 2', 'x = 0,75'], 'follows'],
    [['8 · 1,125', '9'], 'follows'],
    [['1000 × 1,05³', '1157,625'], 'follows'],
  ])('%j is read as such', (lines, verdict) => {
    expect(last(true, ...lines)).toBe(verdict)
  })

  it.each([
    [['(x-1)(x-2) = 0', 'x = 1,2']],
    [['nCr(5,2) = 10']],
    [['nCr(5,2)', '10']],
    [['x + 1,500 = 2,000', 'x = 500']],
    [['x² − 6x + 8 = 0', 'x1,2 = 3 ± 1']],
    [['x² − 6x + 8 = 0', 'x_{1,2} = 3 ± 1', 'x_1 = 2, x_2 = 4']],
    [['(x-1,5)(x-2) = 0', 'x = 1,5 oder x = 2']],
    [['A(1,2), B(3,4)', '|AB|² = 8']],
    [['x ∈ [1,5]', '1 ≤ x ≤ 5']],
    [['(x-1)(x-2)(x-3) = 0', 'x = 1,2,3']],
  ])('%j is not called wrong for it', (lines) => {
    expect(last(true, ...lines)).not.toBe('does-not-follow')
  })
})
