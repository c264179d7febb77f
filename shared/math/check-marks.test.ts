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
