import { describe, expect, it } from 'vitest'
import { equalAnswers } from './equal-answers.ts'

const verdict = (a: string, b: string) => equalAnswers(a, b, { seed: 3 }).verdict

describe('two answers', () => {
  it.each([
    ['\\frac12x', 'x/2', 'equal'],
    ['√8', '2√2', 'equal'],
    ['x = 3 or x = −3', 'x = ±3', 'equal'],
    [']2;5[', '(2, 5)', 'equal'],
    ['y = 2x + 1', '2x − y = −1', 'equal'],
    ['(x+3)^2', 'x^2+9', 'different'],
    ['[2;5]', ']2;5[', 'different'],
    ['x > 3', 'x ≥ 3', 'different'],
    ['|x|', 'x', 'cannot-tell'],
    ['log x^2', '2 log x', 'cannot-tell'],
    ['√x·√x', 'x', 'cannot-tell'],
    ['0.33', '1/3', 'different'],
    // Holes: at 0 they are passed over, unless nothing is left of the letter.
    ['x^7/x^3', 'x^4', 'equal'],
    ['6xy/(3y)', '2x', 'equal'],
    ['x/x', '1', 'cannot-tell'],
    ['x^0', '1', 'cannot-tell'],
    ['(a^2 − ab)/(a − b)', 'a', 'cannot-tell'],
    ['x = π/4 + kπ', 'x = 5π/4 + nπ', 'equal'],
    ['x = π/4 + kπ', 'x = π/4 + 2kπ', 'different'],
    ['(2|−1)', '( 2 | −1 )', 'equal'],
    ['L = {2; 5}', 'x₁ = 5, x₂ = 2', 'equal'],
    ['|5 − 2t|', '2t − 5', 'cannot-tell'],
    ['5 t', '5000 kg', 'equal'],
    ['7C2', '21', 'equal'],
    ['7C2', '14', 'different'],
    ['\\mathrm{lcm}(4,6)', '12', 'equal'],
    ['ggT(12; 18)', '6', 'equal'],
    ['no solution', 'L = {}', 'equal'],
    ['all real numbers', 'ℝ', 'equal'],
    ['√(x^4 − 2x^3 + x^2)', 'x^2 − x', 'cannot-tell'],
    ['√(x^4 − 2x^3 + x^2)', 'x^2 + x', 'different'],
  ])('%s and %s: %3$s', (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected)
    expect(verdict(b, a)).toBe(expected)
  })
})
