import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

const verdictOf = (...lines: string[]) => checkWorking(lines, { seed: 1 }).at(-1)?.verdict

describe('a line that is more than mathematics', () => {
  it('is not called wrong where its words carry on the number beside them', () => {
    expect(verdictOf('3 of the 12 eggs broke', '2/3 of those 9 = 6 used, 3 remain')).toBe('cannot-tell')
    expect(verdictOf('I = (1500 × 4 × 3)/100 = 180', 'capital 1500 + 180 = 1680')).not.toBe('does-not-follow')
  })

  it('is called wrong where numbers alone are reckoned wrongly, whatever is counted', () => {
    expect(verdictOf('so each of them gets 27 / 3 = 8 pencils')).toBe('does-not-follow')
    expect(verdictOf('The train goes 80 km in one hour, so in 3 hours it goes 3 · 80 = 280 km.')).toBe(
      'does-not-follow',
    )
    expect(verdictOf('180 + 4 = 185 pens with the loose ones')).toBe('does-not-follow')
    expect(verdictOf('4 such sets: 4 \\cdot  120 = 490')).toBe('does-not-follow')
    expect(verdictOf('Hypotenuse: 12² + 12² = 144')).toBe('does-not-follow')
  })

  it('is called wrong where every word of it is understood', () => {
    const lines = ['x² - 3x - 4 = 0', '(x - 4)(x + 1) = 0']
    expect(verdictOf(...lines, 'the solutions are x = 4 and x = -2')).toBe('does-not-follow')
    expect(verdictOf(...lines, 'the candidates sit near x = 4 and x = -2')).toBe('cannot-tell')
  })

  it('is not called wrong for one of several claims', () => {
    const lines = ['cos²θ = 9/25', 'sin²θ = 1 − 9/25 = 16/25']
    expect(verdictOf(...lines, 'sinθ = 4/5, tanθ = 4/3')).toBe('cannot-tell')
    expect(verdictOf('2x + y = 16', 'y = 2x → 4x = 16, x = 4; y = 8')).toBe('cannot-tell')
    expect(verdictOf('3x = 12, so x = 6')).toBe('does-not-follow')
  })

  it('is not called wrong for what lies between two units', () => {
    expect(verdictOf('(54−45)/45 × 100', '= 20 %')).toBe('cannot-tell')
    expect(verdictOf('7/20', '= 3.5 %')).toBe('does-not-follow')
    expect(verdictOf('£1 = $1.25', '£80 = 80 × 1.25 = $100')).toBe('cannot-tell')
    expect(verdictOf('40 · 3 = 2 hours')).toBe('cannot-tell')
    expect(verdictOf('40 · 3 = 110 minutes')).toBe('does-not-follow')
  })

  it('is not called wrong for a point that is told with an arrow', () => {
    expect(verdictOf('y = 2x + 3', 'x = 0 → y = 3', 'y = 0 → x = −1.5')).toBe('cannot-tell')
    expect(verdictOf('y = 2x + 3', '2x = 4 ⇒ x = 3')).toBe('does-not-follow')
  })

  it('is not called wrong where a label stands before its number', () => {
    expect(verdictOf('s = n(n+1)', 'n=10: 110')).toBe('cannot-tell')
    const identity = String.raw`\ln\left(x^2\right)=2\ln\left|x\right|,\ x\ne0`
    expect(verdictOf(identity, String.raw`x=-3:\ \ln9=2\ln3`)).toBe('cannot-tell')
    expect(verdictOf(String.raw`\left|x\right|=3`, 'x=3')).toBe('does-not-follow')
  })
})

describe('a condition told above', () => {
  it('leaves out solutions from then on', () => {
    const [first, second] = ['sin²θ = 16/25', 'sinθ = 4/5']
    expect(verdictOf(first, second)).toBe('does-not-follow')
    expect(verdictOf('cosθ = 3/5, θ acute', first, second)).toBe('cannot-tell')
    expect(verdictOf('x² = 16', 'x = −4')).toBe('does-not-follow')
    expect(verdictOf('x² = 16, x is negative', 'x = −4')).toBe('cannot-tell')
  })

  it('says of its letter where a term is taken', () => {
    expect(verdictOf('sqrt(a^2)', '= -a')).toBe('does-not-follow')
    expect(verdictOf('sqrt(a^2) with a negative', '= -a')).toBe('cannot-tell')
    expect(verdictOf('sqrt(a^2), a negative', '= -a', '= |a|')).toBe('cannot-tell')
    expect(verdictOf('the negative sign: 3(b − 2)', '= 3b − 2')).toBe('does-not-follow')
  })

  it('is not what the next line goes on from', () => {
    const [term, value] = ['Σ_{k=0}^{∞} (1/4)^k, |q| < 1 ok', '= 1/(1 − 1/4)']
    expect(verdictOf(term, value)).toBe('cannot-tell')
    expect(verdictOf(term, value, '= 3/4')).toBe('does-not-follow')
  })
})
