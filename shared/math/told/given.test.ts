import { describe, expect, it } from 'vitest'
import { checkWorking } from '../check-working.ts'

/** The first line that does not follow, or null. */
function flagged(lines: readonly string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}
const wrongLast = (lines: readonly string[]) => expect(flagged(lines)).toBe(lines.length - 1)
const right = (lines: readonly string[]) => expect(flagged(lines)).toBeNull()

describe('sequences', () => {
  it.each([
    [['arithmetic sequence, a_1 = 2, d = 5', 'a_n = 2 + 5n']],
    [['3, 12, 48, …', 'q = 4', 'a_5 = 3·4^5']],
    [['geometric: b₁ = 2, q = 3', 'b_5 = 2·3^5 = 486']],
    [['5 + 9 + 13 + … + 41', 'n = (41 − 5)/4 + 1 = 10', 'S = 10·(5 + 41) = 460']],
    [['5 + 10 + 15 + … + 100', 'Anzahl: 100 : 5 − 1 = 19']],
    [['6 + 3 + 3/2 + 3/4 + …', String.raw`S_\infty = 6/(1 + 1/2)`]],
    [['geometric sequence 80, 40, 20, ...', 'r = 80/40 = 2']],
  ])('%s', wrongLast)
  it.each([
    [['arithmetic sequence, a_1 = 2, d = 5', 'a_n = 2 + 5(n − 1) = 5n − 3']],
    [['3, 7, 11, 15, …', 'a_n = 3 + 4n, counted from n = 0']],
    [['a_0 = 3, a_n = 3·4^n', '3, 12, 48, …', 'a_5 = 3·4^5']],
    [['4 + 7 + 10 + … + 61', 'n = (61 − 4) : 3 + 1 = 20 Glieder', '20 · (4 + 61) : 2 = 650']],
    [['S = 3 + 6 + 12 + … + 384', '2S = 6 + 12 + 24 + … + 768', '2S − S = 768 − 3', 'S = 765']],
    [['1, 1, 2, 3, 5, …', 'a_6 = 3 + 5 = 8']],
    [['2, 4, 8, … or 2, 4, 6, …', 'a_4 = 16']],
  ])('%s', right)
})

describe('rounding as it was asked for', () => {
  it.each([
    [['7,384 auf zwei Nachkommastellen', '7,384 ≈ 7,39']],
    [['3.14159 rounded to 3 decimal places', '≈ 3.141']],
    [['7 649 auf Hunderter gerundet', '≈ 7 700']],
    [['0.0703 to one significant figure', '≈ 0.1']],
    [['0,0738 · 100 = 7,38', 'auf Zehntel gerundet', '7,3']],
    [['5 ÷ 3 = 1.6666…', '≈ 1.66 (2 d.p.)']],
    [['c² = 34', 'c = √34', 'c ≈ 5.38']],
  ])('%s', wrongLast)
  it.each([
    [['7,385 auf zwei Nachkommastellen', '7,385 ≈ 7,39']],
    [['2.5 to the nearest whole number', '≈ 2']],
    [['7,649 to the nearest hundred', '≈ 7,600']],
    [['0.0703 to one significant figure', '≈ 0.07']],
    [['round 12.34 down to one decimal place', '≈ 12.3']],
    [['c = √34', 'c ≈ 5.83']],
    [['2 kg at 1.79 each, nearest cent', '2 · 1.79 = 3.58']],
  ])('%s', right)
})

describe('points', () => {
  it.each([
    [['line through (2, 3) and (6, 5)', 'm = (6 − 2)/(5 − 3) = 2']],
    [['P(1, 2), Q(4, 11)', 'm = (4 − 1)/(11 − 2) = 1/3']],
    [['A(2|5), B(7|1)', 'AB→ = (2 − 7 | 5 − 1) = (−5 | 4)']],
    [['A(1, 4), B(7, 2)', String.raw`\vec{AB} = (1 - 7, 4 - 2) = (-6, 2)`]],
  ])('%s', wrongLast)
  it.each([
    [['line through (2, 3) and (6, 5)', 'm = (3 − 5)/(2 − 6) = 1/2']],
    [['A(1|0|0), B(0|2|0), C(0|0|2)', 'AB = (−1; 2; 0), AC = (−1; 0; 2)', '|AB| = √(1 + 4) = √5']],
    [['A(2|5), B(7|1)', 'BA = (−5 | 4)']],
    [['P(1, 2), Q(4, 11), R(0, 0)', 'm = 2/1 = 2']],
  ])('%s', right)
})

describe('probabilities', () => {
  it.each([
    [['n = 3, p = 0.5, P(X = 1)', '= 0.5 · 0.5^2']],
    [['P(X ≥ 2) for n = 3, p = 1/2', 'P(X = 0) = 1/8', 'P(X ≥ 2) = 1 − 1/8 = 7/8']],
    [['Urn: 4 red, 6 white, two draws without replacement', 'P(rr) = 4/10 · 4/9 = 16/90']],
    [['P(A) = 0.6, P(B) = 0.3, P(A ∩ B) = 0.1', 'P(A ∪ B) = 0.6 + 0.3']],
    [['n(A) = 12, n(B) = 9, n(A ∩ B) = 4', 'n(A ∪ B) = 12 + 9 = 21']],
    [['P(mindestens einmal Zahl bei 3 Würfen)', '= 1 − (1/2)·3']],
    [['Münze dreimal werfen', 'P(genau einmal Kopf) = 1/8']],
    [['A fair coin is tossed three times', 'P(HHH) = 1/2 + 1/2 + 1/2 = 3/2']],
  ])('%s', wrongLast)
  it.each([
    [['n = 3, p = 0.5, P(X = 1)', '= 3 · 0.5 · 0.5²', '= 0.375']],
    [['5 red, 3 green, with replacement', 'P(both red) = 5/8 · 5/8 = 25/64']],
    [['P(A) = 0.6, P(B) = 0.3, P(A ∩ B) = 0.1', 'P(A ∪ B) = 0.6 + 0.3 − 0.1 = 0.8']],
    [['Münze dreimal werfen', 'P(KZZ) = 1/8', 'P(genau einmal Kopf) = 3 · 1/8 = 3/8']],
    [['A biased coin with P(H) = 0.7', 'P(HH) = 0.7² = 0.49']],
    [['P(red) = 3/8, so of 40 draws about 15', 'P = 2 · (5 + 3) = 16 is the perimeter']],
  ])('%s', right)
})

describe('sets', () => {
  const SETS = 'A = {1, 3, 5}, B = {2, 3}'
  it.each([
    [[SETS, 'A ∪ B = {3}']],
    [[SETS, 'A \\ B = {1, 2, 5}']],
    [['[0, 6] ∩ [4, 9]', '= [0, 9]']],
    [['[0; 4] ∩ ]2; 6[', '= [2; 4]']],
    [['A = (−∞, 3]', "A' = [3, ∞)"]],
    [['−2 < x ≤ 2', '[−2, 2)']],
    [['x² − 9 ≥ 0', '[−3, 3]']],
    [['f(x) = 1/(x² − 3x)', 'D = ℝ \\ {3}']],
  ])('%s', wrongLast)
  it.each([
    [[SETS, 'A ∪ B = {1, 2, 3, 5}', 'A ∩ B = {3}', 'A \\ B = {5, 1}']],
    [['[0; 4] ∩ ]2; 6[', '= ]2; 4]']],
    [['A = (−∞, 3]', "A' = (3, ∞)"]],
    [['Ω = {1, 2, 3, 4}, A = {1, 2}', "A' = {3, 4}"]],
    [['x > 0', '5 − x > 0', 'D = ]0; 5[']],
    [['x² − 9 ≥ 0', '(−∞, −3] ∪ [3, ∞)']],
    [['f(x) = 1/(x² − 3x)', 'D = ℝ \\ {0; 3}']],
    [['A = {1, 2}', 'A = {3, 4} in the second exercise', 'A(2|3), B = (1, 2)']],
  ])('%s', right)
})

describe('quantities said again', () => {
  it.each([
    [['A = 6 m²', 'A = 600 cm²']],
    [['Ein Fass mit 0,3 m³', '0,3 m³ = 30 l']],
    [['1 h 15 min at 80 km/h', '= 1.15 × 80 km']],
  ])('%s', wrongLast)
  it.each([
    [['A = 6 m²', 'A = 60000 cm²']],
    [['t = 0,5·10³ s', '= 500 s = 8 min 20 s']],
    [['h = 3 m', 'h = 5 m in the second exercise']],
    [['1 h 15 min at 80 km/h', '= 1.25 × 80 km']],
  ])('%s', right)
})
