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
  ])('%s and %s: %3$s', (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected)
    expect(verdict(b, a)).toBe(expected)
  })
})
