import { describe, expect, it } from 'vitest'
import { checkWorking } from '../check-working.ts'

/** The first line that does not follow, or null. */
function flagged(lines: readonly string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

describe('what was put in for a letter', () => {
  it.each([
    [['x⁴ − 5x² + 4 = 0', 't = x²: t² − 5t + 4 = 0', 't = 1 or t = 4', 'x = 1 or x = 2'], 3],
    [['x − 5√x + 6 = 0, u = √x', 'u² − 5u + 6 = 0', 'u = 2 or u = 3', 'x = √2 or x = √3'], 3],
    [['e^{2x} − 3e^x + 2 = 0', 'u = e^x', 'u = 1 or u = 2', 'x = 1 or x = ln 2'], 3],
    [['Evaluate 3x² − 2x + 1 at x = −2', '3·4 − 4 + 1 = 9'], 1],
    [['x² − 2x for x = −4', '−16 + 8'], 1],
    [['f(x) = x² − x', 'f(x+h) = x² + h² − x − h'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['x⁴ − 5x² + 4 = 0', 't = x²: t² − 5t + 4 = 0', 't = 1 or t = 4', 'x = ±1 or x = ±2']],
    [['x⁴ − 5x² + 4 = 0, x > 0', 't = x²: t² − 5t + 4 = 0', 't = 1 or t = 4', 'x = 1 or x = 2']],
    [['(ln x)^2 - 3 ln x + 2 = 0', 'y = ln x', 'y^2 - 3y + 2 = 0 so y=1, y=2', 'x = e, x = e^2']],
    [['x⁴ − 3x² − 4 = 0', 'u = x², u = 4 or u = −1', 'x = 2', 'x = −2']],
    [['Evaluate 3x² − 2x + 1 at x = −2', '3·4 = 12', '12 + 4 + 1 = 17']],
    [['f(x) = x² − x', 'f(x+h) = x² + 2xh + h² − x − h']],
    [['cos 2x with cos x = 1/3', '= 2·(1/9) − 1 = −7/9']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('a conclusion in a sentence', () => {
  it.each([
    [
      ['The sum of three integers is 72.', 'Then (m − 1) + m + (m + 1) = 72, so 3m = 72.', 'Hence m = 26.'],
      2,
    ],
    [['If Ann has a, then a + 2a = 27, so a = 13.5'], 0],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['If Ann has a, then a + 2a = 27, so a = 9']],
    [['cos x = −1/2', 'so x = 120°']],
    [['3n = 25, so n = 8 are full']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('a limit, an integral or a sum goes on past notes', () => {
  it.each([
    [['lim_{x→0} tan(4x)/x', 'tan u / u → 1', '= 1'], 2],
    [['\\lim_{x\\to0}\\frac{|x|}{x}', '=1'], 1],
    [['\\int_0^2x\\,e^{x^2}\\,dx', 'u=x^2,\\quad du=2x\\,dx', '=\\frac12\\int_0^2e^u\\,du'], 2],
    [['1 + 1/3 + 1/9 + …', '= 1/(1 + 1/3) = 3/4'], 1],
    [['\\sum_{k=1}^{\\infty}\\left(\\frac12\\right)^k', '=\\frac{1}{1-\\frac12}'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['lim_{x→0} tan(4x)/x', 'tan u / u → 1', '= 4']],
    [['\\int_0^2x\\,e^{x^2}\\,dx', 'u=x^2,\\quad du=2x\\,dx', '=\\frac12\\int_0^4e^u\\,du']],
    [['\\int_1^e \\frac{1}{x} dx', '= \\ln e - \\ln 1', '= 1']],
    [['1 + 1/3 + 1/9 + …', '= 1/(1 − 1/3) = 3/2']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('terms and figures in words', () => {
  it.each([
    [['2, 6, 18, 54, …', 'next: 54 + 36 = 90'], 1],
    [['4, 9, 14, 19, …', 'nth term = 4 + 5n'], 1],
    [['arithmetic, a_2 = 5, a_5 = 17', 'd = 12/4 = 3'], 1],
    [['Ein Rechteck ist 7 cm lang und 4 cm breit.', 'Sein Umfang beträgt also 28 cm.'], 1],
    [['180 km in 2.5 h', '180/2.5 = 75 km/h'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['2, 6, 18, 54, …', 'next: 54·3 = 162']],
    [['arithmetic, a_2 = 5, a_5 = 17', 'd = 12/3 = 4']],
    [['geometric, b_1 = 3, b_3 = 12', 'q = −2']],
    [['Ein Rechteck ist 7 cm lang und 4 cm breit.', 'Der Flächeninhalt ist 28 cm²']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('formulas and systems', () => {
  it.each([
    [['U=2\\pi r,\\ r=3', 'U=6\\pi', 'U\\approx18.58'], 2],
    [['(1) y = 3x', '(2) x + y = 12', '(1) in (2): 4x = 12', 'x = 3', 'back in (1): y = 6'], 4],
    [['g(x) = 4 − x², g(−3) = ?', 'g(−3) = 4 + 9 = 13'], 1],
    [['31 eggs, boxes of 6', '31 : 6 = 5.17', 'so 5 boxes are needed for all eggs'], 2],
    [['8/3', '= 2.666…', '≈ 2.66'], 2],
    [['Find the 15th term of 4, 7, 10, …', '4 + 15·3 = 49'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['U=2\\pi r,\\ r=3', 'U=6\\pi', 'U\\approx18.85']],
    [['y = 3x − 6', 'Nullstelle: 0 = 3x − 6, x = 2', 'y-Achse: x = 0, y = −6']],
    [['(1) y = 3x', '(2) x + y = 12', '(1) in (2): 4x = 12', 'x = 3', 'back in (1): y = 9']],
    [['31 eggs, boxes of 6', '31 : 6 = 5.17', 'so 5 boxes are full']],
    [['31 eggs, boxes of 6', '31 : 6 = 5.17', 'so 6 boxes are needed']],
    [['8/3', '= 2.666…', '≈ 2.67']],
    [['√2 = 1.4142…', '≈ 1.41']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})
