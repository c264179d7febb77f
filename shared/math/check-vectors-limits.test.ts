import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

describe('vectors and matrices called by their names', () => {
  const VECTORS = 'a = (3, −2), b = (5, 4)'
  const SPACE = 'u = (1, 0, 2), v = (3, 1, 0)'
  const MATRIX = 'A = [[3, 1], [4, 2]]'
  it.each([
    [VECTORS, 'a·b = 15 − 8 = 7'],
    [VECTORS, '2a + b = (11, 0)'],
    [SPACE, 'u × v = (0·0 − 2·1, 2·3 − 1·0, 1·1 − 0·3)', '= (−2, 6, 1)'],
    [SPACE, 'u · v = 3 + 0 + 0 = 3'],
    [MATRIX, 'det A = 6 − 4 = 2', 'A^(-1) = [[1, −1/2], [−2, 3/2]]'],
    [
      String.raw`\vec a=\begin{pmatrix}1\\2\\2\end{pmatrix}`,
      String.raw`|\vec a|=\sqrt{1+4+4}=3`,
      String.raw`\vec a_0=\frac13\begin{pmatrix}1\\2\\2\end{pmatrix}`,
    ],
    ['a = (1, 2)', '|a| = √5', 'a = (0, 3)', '|a| = 3'],
    ['3·(2 | −1 | 4)', '= (6 | −3 | 12)'],
  ])('%s: %s …', (...lines) => {
    expect(flagged(...lines)).toBeNull()
  })
  it.each([
    [VECTORS, 'a·b = 15 + 8 = 23'],
    [VECTORS, '2a + b = (8, 2)'],
    [SPACE, 'u × v = (−2, −6, 1)'],
    ['v = (2, 3, 6)', '|v| = 2 + 3 + 6 = 11'],
    [MATRIX, 'A^(-1) = [[2, −1], [−4, 3]]'],
    ['[[1,2],[3,4]] * [[2,0],[1,2]]', '= [[2,0],[3,8]]'],
    ['det [[3, 2], [5, 4]]', '= 12 + 10'],
    ['3·(2 | −1 | 4)', '= (6 | −1 | 4)'],
  ])('%s: not %s', (...lines) => {
    expect(flagged(...lines)).toBe(1)
  })
})

describe('limits', () => {
  it.each([
    ['lim_{n→∞} (√(n+1) − √n)', '= 0'],
    ['lim_{x→0} 1/x²', '= ∞'],
    ['lim_{n→∞} (n² − n)', '= ∞ − ∞ = ∞'],
    ['f(x) = −2x³ + 5x', 'lim_{x→−∞} f(x)', '= ∞'],
    [
      'lim x→1 (x² − 1)/(x² + x − 2)',
      '= lim (x − 1)(x + 1)/((x − 1)(x + 2))',
      '= lim (x + 1)/(x + 2)',
      '= 2/3',
    ],
    ['lim_{x→0} 1/x', '= ∞'],
    ['lim_{x→∞} ln x', '= ∞'],
  ])('%s %s …', (...lines) => {
    expect(flagged(...lines)).toBeNull()
  })
  it.each([
    ['lim_{n→∞} (√(n+1) − √n)', '= ∞'],
    ['lim_{n→∞} (n² − n)', '= ∞ − ∞ = 0'],
    ['lim_{x→−∞} (5x − 2x³)', '= −∞'],
    ['lim x→0 (x² + 3x)/x', '= lim (x + 3x)'],
  ])('%s is not %s', (...lines) => {
    expect(flagged(...lines)).toBe(1)
  })
})

describe('chains of terms', () => {
  it('do not lose a letter', () => {
    expect(flagged('7x − x + 2', '= 7 + 2')).toBe(1)
    expect(flagged('7x − x + 2 for x = 1', '= 8')).toBeNull()
    expect(flagged('(x² + 4x)/(x² + 7x)', '= x(x + 4)/(x(x + 7))', '= 4/7')).toBe(2)
  })
  it('put bounds in', () => {
    expect(flagged('∫₁² (x² + x) dx', '= [x³/3 + x²/2]₁²', '= 8/3 + 2 − 1/3 + 1/2')).toBe(2)
    expect(flagged('∫₁² (x² + x) dx', '= [x³/3 + x²/2]₁²', '= 8/3 + 2 − 1/3 − 1/2')).toBeNull()
  })
  it('put one function into another', () => {
    expect(flagged('f(x) = 2x, g(x) = x + 5', '(f ∘ g)(x) = f(g(x))', '= 2x + 5')).toBe(2)
    expect(flagged('f(x) = 2x, g(x) = x + 5', '(f ∘ g)(x) = f(g(x))', '= 2x + 10')).toBeNull()
  })
  it('reckon rightly in a test too', () => {
    expect(flagged('7x + 2 = 30', 'x = 4', 'Probe: 7·4 + 2 = 28 + 2 = 32')).toBe(2)
    expect(flagged('7x + 2 = 30', 'x = 3', 'Probe: 7·3 + 2 = 21 + 2 = 30')).toBe(1)
    expect(flagged('7x + 2 = 30', 'try x = 3', 'test: 7·3 + 2 = 21 + 2 = 30')).toBeNull()
  })
})
