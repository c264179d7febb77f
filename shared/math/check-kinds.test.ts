import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}
/** Every line after the first was found to follow. */
function allFollow(...lines: string[]): boolean {
  return checkWorking(lines, { seed: 1 }).every(({ verdict, line }) => line === 0 || verdict === 'follows')
}

const SUM = String.raw`\sum_{k=1}^{4} k^2`
const LIMIT = String.raw`\lim_{x\to 2} \frac{x^2-4}{x-2}`
const A = String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`
const SWAP = String.raw`\begin{pmatrix}0&1\\1&0\end{pmatrix}`

describe('sums, limits and choices', () => {
  it.each([
    [SUM, '= 1 + 4 + 9 + 16', '= 30'],
    [LIMIT, String.raw`= \lim_{x\to 2} (x+2)`, '= 4'],
    ['lim x→∞ (3x+1)/(x-2)', '= 3'],
    [String.raw`\lim_{h\to0} \frac{(x+h)^2-x^2}{h}`, String.raw`= \lim_{h\to0} 2x + h`, '= 2x'],
    [String.raw`\sum_{k=1}^{n} k`, String.raw`= \frac{n(n+1)}{2}`],
    [String.raw`\binom{5}{2}`, '= C(5, 2)', '= 10'],
  ])('%s …', (...lines) => {
    expect(allFollow(...lines)).toBe(true)
  })
  it.each([
    [SUM, '= 1 + 4 + 9 + 25'],
    [LIMIT, '= 2'],
    ['lim x→∞ (3x+1)/(x-2)', '= -1/2'],
    [String.raw`\lim_{n\to\infty} \frac{2n^2+1}{n^2}`, String.raw`= \infty`],
    [String.raw`\sum_{k=1}^{n} k`, String.raw`= \frac{n(n-1)}{2}`],
    [String.raw`\binom{6}{2}`, '= 12'],
  ])('%s is not … %s', (...lines) => {
    expect(flagged(...lines)).toBe(1)
  })
  it('does not guess a limit that does not settle', () => {
    expect(flagged(String.raw`\lim_{x\to\infty} \sin x`, '= 0')).toBeNull()
    expect(flagged(String.raw`\lim_{x\to 0} \sin\frac{1}{x}`, '= 1')).toBeNull()
  })
})

describe('vectors and matrices', () => {
  it.each([
    ['(1, 2) + (3, -1)', '= (4, 1)'],
    [`${A}${SWAP}`, String.raw`= \begin{pmatrix}2&1\\4&3\end{pmatrix}`],
    [String.raw`\det${A}`, '= 1·4 − 2·3', '= −2'],
    ['|(3, 4)|', '= √(9 + 16)', '= 5'],
  ])('%s …', (...lines) => {
    expect(allFollow(...lines)).toBe(true)
  })
  it.each([
    ['(1, 2) + (3, -1)', '= (4, 3)'],
    [`${A}${SWAP}`, String.raw`= \begin{pmatrix}0&2\\3&0\end{pmatrix}`],
    [String.raw`\det${A}`, '= 1·4 + 2·3'],
  ])('%s is not … %s', (...lines) => {
    expect(flagged(...lines)).toBe(1)
  })
  it('says nothing where sizes do not fit', () => {
    expect(flagged('(1, 2) + (3, 4, 5)', '= (4, 6)')).toBeNull()
    expect(flagged('M = ((1+3)/2, (2+4)/2) = (2, 3)')).toBeNull()
  })
})

describe('quantities', () => {
  it.each(['3 km + 500 m = 3500 m', '72 km/h = 20 m/s', 'A = 3 m × 40 cm = 1.2 m²', '5 cm + 3 cm = 8 cm'])(
    '%s',
    (line) => expect(flagged(line)).toBeNull(),
  )
  it.each(['3 km + 500 m = 3050 m', '2.5 h = 250 min', '1 m² = 100 cm²', 'v = s/t = 150 km / 2 h = 70 km/h'])(
    'not %s',
    (line) => expect(flagged(line)).toBe(0),
  )
  it('lets pass what a change of unit or rounding explains', () => {
    expect(flagged('3 · 40 = 1.2 m')).toBeNull()
    expect(flagged('12.5 km/h = 3.47 m/s')).toBeNull()
  })
})

describe('lines that rest on several others', () => {
  const SYSTEM = ['3x + 2y = 16', 'x − y = 2']
  it('an unknown of a system', () => {
    expect(flagged(...SYSTEM, '5x = 20', 'x = 4', 'y = 2')).toBeNull()
    expect(flagged(...SYSTEM, '5x = 12')).toBe(2)
    expect(flagged(...SYSTEM, '5x = 20', 'x = 4', 'y = 3')).toBe(4)
  })
  it('values put into an expression or a formula', () => {
    expect(flagged('let A = (2 − 5) = −3', 'let B = 4', 'so A − B = −3 − 4 = −7')).toBeNull()
    expect(flagged('let A = (2 − 5) = −3', 'let B = 4', 'so A − B = −3 + 4 = 1')).toBe(2)
    const formula = String.raw`x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}`
    expect(flagged(formula, 'a=1, b=5, c=6', String.raw`x=\frac{-5\pm\sqrt{25+24}}{2}`)).toBe(2)
  })
  it('a letter put in for an expression', () => {
    const begun = ['x^4 − 5x² + 4 = 0', 'let u = x²', 'u² − 5u + 4 = 0', 'u = 1 or u = 4']
    expect(flagged(...begun, 'x = ±1 or x = ±2')).toBeNull()
    expect(flagged(...begun, 'x = 1 or x = 2')).toBe(4)
  })
  it('terms of a sequence, values of a function', () => {
    expect(flagged('a_n = 3n + 2', 'a_1 = 5', 'a_{10} = 30')).toBe(2)
    expect(flagged('f(x) = x² − 3x', 'f(−2) = 4 − 6')).toBe(1)
    expect(flagged('f(x) = x³ − 4x', 'f′(x) = 3x² − 4', 'f′(2) = 10')).toBe(2)
  })
})

describe('rounding', () => {
  it.each(['√2 ≈ 1.41', '2/3 ≈ 0.66', 'π · 3² ≈ 28.26', '22/7 ≈ 3.14', '5√2 ≈ 7.05'])('%s', (line) =>
    expect(flagged(line)).toBeNull(),
  )
  it.each(['√2 ≈ 1.42', '2/3 ≈ 0.68'])('not %s', (line) => expect(flagged(line)).toBe(0))
})
