import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

const flagged = (lines: readonly string[]) =>
  checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null

describe('marks that are read in the whole working', () => {
  it.each([
    [
      [
        String.raw`4\frac{1}{5}-2\frac{4}{5}`,
        String.raw`=3\frac{6}{5}-2\frac{4}{5}`,
        String.raw`=1\frac{2}{5}`,
      ],
    ],
    [[String.raw`2\frac{5}{3}\cdot 6`, String.raw`=\frac{10}{3}\cdot 6=20`]],
    [[String.raw`\binom{3}{4}+\binom{1}{2}`, String.raw`=\binom{4}{6}`]],
    [[String.raw`\vec a=\binom{2}{1},\ \vec b=\binom{-1}{3}`, String.raw`3\vec a-\vec b=\binom{7}{0}`]],
    [[String.raw`\binom{5}{2}\cdot\binom{4}{1}=10\cdot4=40`]],
    [['the distance is at most 1,5: |x − 4| ≤ 1,5', 'so 2,5 ≤ x ≤ 5,5']],
    [['1{,}200/10 = 120']],
    [['5!=120']],
    [['8e + 5k = 180, e + k = 30', '8e+5(30-e)=180', '3e+150=180']],
    [['x^2 − 8x + 3 = 0', 'x = 4 +− sqrt(13)']],
  ])('%s is right', (lines) => {
    expect(flagged(lines)).toBeNull()
  })
  it.each([
    [[String.raw`\binom{6}{3}`, String.raw`=\frac{6!}{3!}`], 1],
    [[String.raw`\vec a=\binom{2}{1},\ \vec b=\binom{-1}{3}`, String.raw`\vec a+\vec b=\binom{1}{3}`], 1],
    [[String.raw`3\frac{1}{2}-1\frac{1}{4}`, String.raw`=3\frac{5}{4}-1\frac{1}{4}`], 1],
  ])('%s is wrong', (lines, line) => {
    expect(flagged(lines)).toBe(line)
  })
})

describe('what is crossed out, framed or numbered', () => {
  it.each([
    [['3(x − 2) = 12', '~~3x − 2 = 12~~', '3x − 6 = 12']],
    [['2x = 10', '~~x = 20~~ x = 5']],
    [['3x + 1 = 7', String.raw`\cancel{3x = 8}`, '3x = 6']],
    [['2x + 3y = 12 (1).', '4x − y = 10 (2).', '(1)*2: 4x + 6y = 24 (3).']],
    [['x² + 2x − 15 = 0', 'p = 2, q = −15', 'x₁ = 3', 'x₂ = −5']],
    [['arithmetic, a_3 = 10 and d = 3', 'a_1 = 10 − 6 = 4', 'a_1 = 4']],
    [['14:30 + 1:45 = 16:15']],
    [['P(1|2), Q(3|8)', '=> m = (8-2)/(3-1) = 3']],
    [['4^x − 6·2^x + 8 = 0', 'u = 2 or u = 4', 'so 2^x = 2 → x = 1', 'so 2^x = 4 → x = 2']],
  ])('%s is right', (lines) => {
    expect(flagged(lines)).toBeNull()
  })
  it.each([
    [['3(x − 2) = 12', '~~3x − 2 = 12~~', '3x − 6 = 12', '3x = 6'], 3],
    [['$2x = 10$', '$x = 4$.'], 1],
    [[String.raw`\frac{\cancel{6}x}{\cancel{6}} = 4`, 'x = 5'], 1],
  ])('%s is wrong', (lines, line) => {
    expect(flagged(lines)).toBe(line)
  })
})

describe('terms beside the working', () => {
  it.each([
    [['3x² + 6x', 'take out 3x', '3x(x + 2)']],
    [['simplify (x²−1)/(x²+x)', 'top: (x−1)(x+1)', 'bottom: x(x+1)', '(x−1)/x']],
    [['numerator: 2x² + 4x', 'denominator: 2x', 'gives x + 2']],
    [['first two brackets: x² + 3x + 2', 'times (x+3): x³ + 6x² + 11x + 6']],
    [['x² − 2x for x = −4', '16 + 8', '24']],
    [['p = 2, q = 5', '3p − (q − p)', 'q − p = 3', '6 − 3 = 3']],
    [['1/x > 2', 'x must be positive, so 1 > 2x', '0 < x < 1/2']],
    [['{x ∈ ℤ : x² ≤ 4}', '= {−2, −1, 0, 1, 2}']],
    [['P(at least one)', '= 1 − 0,9³ = 0,271']],
  ])('%s is right', (lines) => {
    expect(flagged(lines)).toBeNull()
  })
  it.each([
    [['x² − 2x for x = −5', '−25 + 10'], 1],
    [['½·m·v² with m = 4, v = 3', '½·12² = 72'], 1],
    [['s = 4, t = −1', 's² − t³', '16 − 1 = 15'], 2],
    [['{x ∈ ℝ : x² = 9}', '= {3}'], 1],
    [['P(at least one six) = 1 − 25/36 = 9/36'], 0],
    [['√(36 + 64)', '= √(36 − 64)'], 1],
    [['a_5 = 17, d = 4', 'a_1 = 17 − 5·4 = −3'], 1],
  ])('%s is wrong', (lines, line) => {
    expect(flagged(lines)).toBe(line)
  })
})

describe('what is read for what it is', () => {
  const vectors = String.raw`\vec u=\binom10,\ \vec v=\binom11`
  const angle = String.raw`\cos\varphi=\frac{\vec u\cdot\vec v}{|\vec u||\vec v|}=\frac{1}{1\cdot\sqrt2}`
  it.each([
    [[vectors, angle, String.raw`\varphi=45^\circ`]],
    [
      [
        String.raw`2\cos^2x-3\cos x+1=0,\quad x\in[0;2\pi[`,
        String.raw`\cos x=\tfrac12\ \text{or}\ \cos x=1`,
        String.raw`x\in\left\{0,\frac\pi3,\frac{5\pi}3\right\}`,
      ],
    ],
    [['f(x) = x²e^(−x)', "f'(x) = (2x − x²)e^(−x)", "f'(x) = 0", 'x = 0 or x = 2']],
    [['1.5 L + 250 mL', '= 1500 mL + 250 mL = 1750 mL']],
    [[String.raw`x=\frac{17}{6}=2{,}8\overline{3}`, String.raw`x\approx2{,}83`]],
    [['p(x) = x² − 2x − 1 at x = 1 + √2', 'p(1 + √2) = 0']],
    [['5 − x > 2x − 4 > −6', 'left part: 9 > 3x, so x < 3', 'right part: 2x > −2, so x > −1', '−1 < x < 3']],
    [[String.raw`\left(\frac12+\frac13\right):\left(\frac14-\frac16\right)=\frac56:\frac1{12}=10`]],
  ])('%s is right', (lines) => {
    expect(flagged(lines)).toBeNull()
  })
})
