import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

describe('systems', () => {
  it.each([
    [['(1) x + 3y = 7', '(2) 2x + 5y = 12', '(1)·2: 2x + 6y = 7'], 2],
    [['x − 2y = 3   | ·2', '3x + 4y = 19', '2x − 4y = 3'], 2],
    [['x − 2y = 1, 3x + y = 17', 'Multiply the second by 2', '6x + 2y = 17'], 2],
    [['x*y = -6 and y = x - 5', 'x(x - 5) = -6', 'x = 2 or x = 3', '(2, -2) and (3, -3)'], 3],
    [['x + y = 5', 'x − y = 1', 'L = {(2 | 3)}'], 2],
    [['y = 4x − 8', 'x = 0: y = −8', 'x = 1: y = −4', 'x = 3: y = 20'], 3],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['(1) x + 3y = 7', '(2) 2x + 5y = 12', '(1)·2: 2x + 6y = 14', 'y = 2', 'x = 1']],
    [['(1) x + y = 5', '(2) x + y = 7']],
    [['x + 2y = 4', '2x + 4y = 9', '2x + 4y = 8', '0 = 1']],
    [['(1) 2x + 3 = 7', 'x = 2', '(2) 3x = 9', 'x = 3']],
    [['y = x², y = 5x', 'x = 0 or x = 5', '(0, 0) and (5, 25)']],
    [['y = x²', 'y = x + 2', 'A(−1 | 1), B(2 | 4)']],
    [['y = 4x − 8', 'x = 0: y = −8', 'x = 3: y = 4']],
    [['y = x/3', 'x = 1: y = 0,33']],
    [['y = 2x', 'y = 3x − 1', 'x = 1: y = 2']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('what is put in and taken out again', () => {
  it.each([
    [['x⁴ − 13x² + 36 = 0', 'u = x²: u² − 13u + 36 = 0', 'u = 4 oder u = 9', 'x = 4 oder x = 9'], 3],
    [['4^x − 6·2^x + 8 = 0', 'z = 2^x', 'z² − 6z + 8 = 0', 'z = 2 oder z = 4', 'x = 2 oder x = 4'], 4],
    [['\\frac{x^2-4}{x-2}=2x', 'x^2-4=2x^2-4x', 'x^2-4x+4=0', 'x=2 is the only solution'], 3],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['x⁴ − 13x² + 36 = 0', 'u = x²: u² − 13u + 36 = 0', 'u = 4 oder u = 9', 'x = ±2 oder x = ±3']],
    [
      [
        '4^x − 6·2^x + 8 = 0',
        'z = 2^x',
        'z² − 6z + 8 = 0',
        'z = 2 oder z = 4',
        '2^x = 2 ⇒ x = 1; 2^x = 4 ⇒ x = 2',
      ],
    ],
    [['x = t + 1', 't = 3', 'x = 4']],
    [['√(x + 6) = x', 'x + 6 = x²', 'x = 3 is the only solution']],
    [['log_2(x) + log_2(x − 2) = 3,   x > 2', 'x² − 2x = 8', 'x = 4 oder x = −2', 'nur x = 4, da x > 2']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('angles', () => {
  it.each([
    [['cos x = 1/2 auf [0; 2π[', 'x = π/3', 'L = {π/3}'], 1],
    [['\\sin(3x)=1', '3x=90^\\circ+k\\cdot360^\\circ', 'x=30^\\circ+k\\cdot360^\\circ'], 2],
    [['2x = π/3 + 2kπ', 'x = π/6 + 2kπ'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['sin x = 1/2 on [0, 2π)', 'x = π/6 or x = 5π/6']],
    [['sin(x)(2cos(x) − 1) = 0 on [0, 2π)', 'sin(x) = 0 or cos(x) = 1/2', 'x = 0, π, π/3, 5π/3']],
    [['sin x = 1/2 im Intervall [0°; 90°]', 'x = 30°']],
    [['2x = π/3 + 2kπ', 'x = π/6 + kπ']],
    [['3x = 90° + k·360°', 'x = 150° + k·120°']],
    [['x = 60° + k·360°', 'x/2 = 30° + k·180°']],
    [['y = 2x + 3k', 'y = 5 + k']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('inverse functions', () => {
  it.each([
    [['f(x)=2x+6', '\\text{Umkehrfunktion gesucht}', 'f^{-1}(x)=\\frac{1}{2x+6}'], 2],
    [['f(x) = x^3', 'f⁻¹(x) = 1/x^3'], 1],
    [['g(x) = 4x', 'g^(-1)(x) = x - 4'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['f(x)=2x+6', 'f^{-1}(x)=(x-6)/2', 'f⁻¹(0) = −3']],
    [['f(x) = (x-1)/(x+2)', 'y = (x-1)/(x+2)', 'f^-1(x) = (1+2x)/(1-x)']],
    [['f(x) = x², x ≥ 0', 'f⁻¹(x) = √x']],
    [['f(x) = x², x ≤ 0', 'f⁻¹(x) = −√x']],
    [['f(x) = e^x', 'f^{-1}(x) = ln x']],
    [['f(x) = sin x', 'f^{-1}(x) = arcsin x']],
    [['f(x)=3x-2', 'x = 3y - 2', 'f⁻¹(x) = (x+2)/3', 'f(f⁻¹(x)) = x']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('on the way', () => {
  it('a check may fail, but is worked out rightly', () => {
    expect(flagged('x² − 3x = 10', 'x = 5 oder x = −2', 'Probe mit −2: (−2)² − 3·(−2) = 4 − 6 = 10 ✓')).toBe(
      2,
    )
    expect(
      flagged('x² − 3x = 10', 'x = 5 oder x = −2', 'Probe mit −2: (−2)² − 3·(−2) = 4 + 6 = 10 ✓'),
    ).toBeNull()
    expect(flagged('7x + 2 = 30', 'try x = 3', 'Probe: 7·3 + 2 = 23 = 30')).toBeNull()
  })
  it('an antiderivative in brackets stands between an integral and its value', () => {
    expect(flagged('∫_1^3 2x dx', '[x²]', '= 1 − 9 = −8')).toBe(2)
    expect(flagged('∫_1^3 2x dx', '= [x²]', '= 1 − 9 = −8')).toBe(2)
    expect(flagged('∫_1^3 2x dx', '[x²]', '= 9 − 1 = 8')).toBeNull()
    expect(flagged('∫_1^3 2x dx', '= [x²]', '= 9 − 1 = 8')).toBeNull()
    expect(flagged('∫ 2x dx from 1 to 3', '[x²]', '= 9 − 1')).toBeNull()
    expect(flagged('Fläche: ∫_0^2 (x − 3) dx', '[x²/2 − 3x]', '= 4')).toBeNull()
  })
})
