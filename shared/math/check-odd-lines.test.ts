import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

/** Each right working with a wrong one that looks like it. */
describe('lines that look odd', () => {
  it('branches that each have steps of their own', () => {
    expect(flagged('(x − 2)(x − 3) = 0', 'x − 2 = 0 ⇒ x = 2; x − 3 = 0 ⇒ x = 3')).toBeNull()
    expect(flagged('(x − 2)(x − 3) = 0', 'x − 2 = 0 ⇒ x = 2; x − 3 = 0 ⇒ x = −3')).toBe(1)
  })
  it('a function that is another one on each part', () => {
    const pieces = 'f(x) = 2x for x < 1 and x + 1 for x ≥ 1'
    expect(flagged(pieces, 'f(0) = 0, f(1) = 2, f(3) = 4')).toBeNull()
    expect(flagged('f(x) = 2x', 'f(3) = 4')).toBe(1)
  })
  it('a derivative by another letter', () => {
    const chain = ['y = (3x − 2)⁵', 'Let u = 3x − 2, so y = u⁵ and du/dx = 3']
    expect(flagged(...chain, 'dy/dx = 5u⁴ · 3')).toBeNull()
    expect(flagged('x = t², y = t³', 'dx/dt = 2t, dy/dt = 3t²', 'dy/dx = 3t²/(2t) = 3t/2')).toBeNull()
    expect(flagged('y = t³', 'dy/dt = 3t')).toBe(1)
  })
  it('a derivative of a power of a bracket', () => {
    expect(flagged('d/dx (2x + 1)⁵', '= 5(2x + 1)⁴ · 2', '= 10(2x + 1)⁴')).toBeNull()
    expect(flagged('d/dx (2x + 1)^5', '= 5(2x + 1)^4')).toBe(1)
  })
  it('a second derivative with its own sign', () => {
    const f = ['f(x) = x³ − 3x² − 9x', 'f″(x) = 6x − 6']
    expect(flagged(...f, 'f″(3) = 12 > 0, so a minimum')).toBeNull()
    expect(flagged(...f, 'f″(3) = 24 > 0, so a minimum')).toBe(2)
  })
  it('percentages of something that is not said', () => {
    expect(flagged('120% = £54', '1% = £0.45', '100% = £45')).toBeNull()
    expect(flagged('50% − 40% = 10 percentage points')).toBeNull()
    expect(flagged('5% = 0.5')).toBe(0)
  })
  it('a sum that is named', () => {
    const interest = 'I = (1500 × 4 × 3)/100 = 180'
    expect(flagged(interest, 'total = 1500 + 180 = 1680')).toBeNull()
    expect(flagged(interest, 'total = 1500 + 180 = 1780')).toBe(1)
  })
  it('what two equations of a system come to', () => {
    expect(flagged('x + 2y = 4; 2x + 4y = 9', '2x + 4y = 8 from the first', '8 = 9')).toBeNull()
    expect(flagged('2x + 4y = 8', '2·3 + 4 = 9')).toBe(1)
  })
  it('letters that often stand for something else', () => {
    expect(flagged('h² − 4h + 3 = 0', 'h = 1 or h = 3')).toBeNull()
    expect(flagged('h² − 4h + 3 = 0', 'h = 1 or h = 2')).toBe(1)
    expect(flagged('e² = 9e', 'e = 0 or e = 9')).toBeNull()
    expect(flagged('h = 3k', 'h + k = 24', '4k = 24, k = 6, h = 18')).toBeNull()
    expect(flagged('3x = 90° + k·360°', 'x = 30° + k·120°')).toBeNull()
    expect(flagged('3x = 90° + k·360°', 'x = 30° + k·360°')).toBe(1)
    expect(flagged('(C + 1)²', '= C² + 2C + 1')).toBeNull()
  })
  it('congruences, and what somebody wrote at first', () => {
    expect(flagged('17 ≡ 2 (mod 5)', '17² ≡ 4 (mod 5)')).toBeNull()
    expect(flagged("I wrote 6 · 7 = 43 but it's 42")).toBeNull()
    expect(flagged('6 · 7 = 43')).toBe(0)
  })
  it('zeros of a function that could not be read', () => {
    expect(flagged('f(x) = x² − 4x + 3 (see § 2 ¤)', 'f(x) = 0', 'x = 1 or x = 3', 'f(0) = 3')).toBeNull()
  })
  it('another claim after an arrow or a word', () => {
    const terms = '4, 12, 36, …'
    expect(flagged(terms, 'r = 12/4 = 3 ⇒ u_6 = 4 · 3⁵ = 972')).toBeNull()
    expect(flagged(terms, 'r = 4 ⇒ u_6 = 4096')).toBe(1)
    expect(flagged('3x = 24 → x = 24 : 3 = 8')).toBeNull()
    expect(flagged('3x = 24 → x = 6')).toBe(0)
    expect(flagged('3x = 13, so x = 4 1/3')).toBeNull()
  })
  it('a name, and its value in the next line', () => {
    expect(flagged('c²', '= 25 + 144', '= 169')).toBeNull()
    expect(flagged('P(rr)', '= 3/10 · 2/9', '= 1/15')).toBeNull()
    expect(flagged('7x − x', '= 7')).toBe(1)
  })
  it('a change and the same change the other way round', () => {
    const told = 'Der Preis sinkt von 50 € auf 40 €'
    expect(flagged(told, '10/50 = 20 % weniger; umgekehrt wären es 10/40 = 25 % mehr')).toBeNull()
    expect(flagged(told, '10/40 = 25 % weniger')).toBe(1)
  })
  it.each([
    ['(3 + 2i)/(1 − i)', '= (3 + 2i)(1 + i)/2', '= (1 + 5i)/2'],
    ['det(2A) mit A 3×3, det A = 5', 'det(2A) = 2³·5 = 40'],
    [String.raw`\operatorname{ld}(32) = 5`],
    ['2 + 3 + 4 = 9 parts, 180° : 9 = 20°'],
    ['∫_{−1}^{2} (x + 2 − x²) dx = [x²/2 + 2x − x³/3]', '= (2 + 4 − 8/3) − (1/2 − 2 + 1/3)'],
    ['x² − 2x = 8, x > 2', 'x = 4 oder x = −2', 'nur x = 4, da x > 2'],
  ])('%s', (...lines) => {
    expect(flagged(...lines)).toBeNull()
  })
})
