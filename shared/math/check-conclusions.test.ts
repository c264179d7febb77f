import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

describe('what a sentence concludes', () => {
  it('is claimed after "so", whatever was supposed before', () => {
    const zero = '(x − 4)(x + 1) = 0'
    expect(flagged(zero, 'If one factor is zero the product is, so x = 4 or x = 1')).toBe(1)
    expect(flagged(zero, 'If one factor is zero the product is, so x = 4 or x = −1')).toBeNull()
    expect(flagged('x² = 16', 'try x = 3, so 9 = 16')).toBeNull()
  })
  it('follows from the value found', () => {
    expect(flagged('4x = 28', 'x = 7', 'Damit ist x² = 14')).toBe(2)
    expect(flagged('4x = 28', 'x = 7', 'Damit ist x² = 49')).toBeNull()
    expect(flagged('x² − 5x + 6 = 0', 'x = 2', 'so the other one is x − 3 = 0')).toBeNull()
  })
  it('gives a reason only for what is dropped', () => {
    expect(flagged('2x = 12', 'so x must be 10: x = 10')).toBe(1)
    expect(flagged('x² = 36', 'so x must be 6: x = 6, it is a length')).toBeNull()
    expect(flagged('2x = 9', 'x must be whole, so x = 5')).toBeNull()
  })
  it('tells of two sides, not of two cases', () => {
    expect(flagged('3x − 4 = 20', 'Subtract 4 on both sides, so 3x = 16')).toBe(1)
    expect(flagged('x² = 9', 'in both cases x² = 9, first x = 3')).toBeNull()
  })
})

describe('a chain goes on', () => {
  it('past notes beside it', () => {
    const parts = ['∫ x·cos x dx', 'u = x, v′ = cos x', 'u′ = 1, v = sin x']
    expect(flagged(...parts, '= x·sin x + ∫ sin x dx')).toBe(3)
    expect(flagged(...parts, '= x·sin x − ∫ sin x dx')).toBeNull()
    expect(flagged('(x+2)(x−5) + x²', 'NR: (x+2)(x−5) = x² − 3x − 10', '= 2x² + 3x − 10')).toBe(2)
    expect(flagged('(x+2)(x−5) + x²', 'NR: (x+2)(x−5) = x² − 3x − 10', '= 2x² − 3x − 10')).toBeNull()
  })
  it('past the form of a limit', () => {
    expect(flagged('lim_{x→1} (x² − 1)/(x − 1) = 0/0 = 0')).toBe(0)
    expect(flagged('lim_{x→1} (x² − 1)/(x − 1) = 0/0 = 2')).toBeNull()
  })
  it('but not to a number divided by zero', () => {
    expect(flagged('5/6 − 1/4', '= 7/0')).toBe(1)
    expect(flagged('m = (5 − 1)/(2 − 2)', '= 4/0')).toBeNull()
  })
})

describe('several lines together', () => {
  it('are a system, its equations called I and II', () => {
    expect(flagged('x + 3y = 9', 'x − y = 1', 'I − II: 2y = 8')).toBe(2)
    expect(flagged('x + 3y = 9', 'x − y = 1', 'I − II: 4y = 8', 'y = 2', 'x = 3')).toBeNull()
  })
  it('are two exercises where no solution is shared', () => {
    expect(flagged('3x = 18 => x = 6', '5(x + 1) = 20 => 5x + 1 = 20')).toBe(1)
    expect(flagged('3x = 18 => x = 6', '5(x + 1) = 20 => x + 1 = 4 => x = 3')).toBeNull()
  })
  it('state what was found before to be no solution', () => {
    const lines = ['x²/(x − 3) = 9/(x − 3)', 'x² = 9', 'x = ±3']
    expect(flagged(...lines, 'L = {−3; 3}')).toBe(3)
    expect(flagged(...lines, 'L = {−3}')).toBeNull()
  })
  it('a stated angle is none, though others repeat', () => {
    expect(flagged('sin x = √3/2', 'x = 60° or x = 240°')).toBe(1)
    expect(flagged('sin x = √3/2, 0° ≤ x < 360°', 'x = 60° or x = 120°')).toBeNull()
  })
})

describe('one line', () => {
  it('states an equation and its solution', () => {
    expect(flagged('2) 7 − y = 3, y = 10')).toBe(0)
    expect(flagged('2) 7 − y = 3, y = 4')).toBeNull()
    expect(flagged('x² = 16 and x > 0', 'x = 4')).toBeNull()
  })
  it('multiplies an equation of a system', () => {
    expect(flagged('x − 2y = 1, 3x + y = 17', 'Multiply the second by 2', '6x + 2y = 17')).toBe(2)
    expect(flagged('x − 2y = 1, 3x + y = 17', 'Multiply the second by 2', '6x + 2y = 34')).toBeNull()
    expect(flagged('(1) x + 3y = 7', '(2) 2x + 5y = 12', '(1)·2: 2x + 6y = 7')).toBe(2)
    expect(flagged('x + 2y = 4; 2x + 4y = 9', '2x + 4y = 8')).toBeNull()
  })
  it('gives an expression in a sentence', () => {
    expect(flagged('We want to simplify 6a − 2(a − 5).', 'This gives 6a − 2a − 10.')).toBe(1)
    expect(flagged('We want to simplify 6a − 2(a − 5).', 'This gives 6a − 2a + 10.')).toBeNull()
  })
})
