import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

const verdictsOf = (...lines: string[]) => checkWorking(lines, { seed: 1 }).map(({ verdict }) => verdict)

describe('letters that were given as numbers', () => {
  it('are those numbers in the term below', () => {
    expect(verdictsOf('a = 3, b = -2', 'a² - 2ab + b²', '= 9 + 12 + 4', '= 25').slice(2)).toEqual([
      'follows',
      'follows',
    ])
    expect(verdictsOf('a = 3', 'b = -2', 'a² - 2ab + b²', '= 9 + 12 + 4').at(-1)).toBe('follows')
  })

  it('show what was put in wrongly', () => {
    const [, , verdict] = checkWorking(['a = 3, b = -2', 'a² - 2ab + b²', '= 9 - 12 + 4'], { seed: 1 })
    expect(verdict).toMatchObject({
      verdict: 'does-not-follow',
      from: 1,
      proof: { at: { a: 3, b: -2 }, values: [{ value: 25 }, { value: 1 }] },
    })
  })

  it('may be known in other ways', () => {
    expect(verdictsOf('x₁ = 3, x₂ = −1', 'x₁ + x₂', '= 2').at(-1)).toBe('cannot-tell')
    expect(verdictsOf('AB = 5, BC = 7', 'AB + BC', '= 12').at(-1)).toBe('cannot-tell')
    expect(verdictsOf('y = 3x', 'x = 2', 'y', '= 6').at(-1)).toBe('cannot-tell')
  })

  it('say nothing of other letters', () => {
    expect(verdictsOf('a = 3', 'a² + c', '= 9 + c').at(-1)).not.toBe('does-not-follow')
  })
})
