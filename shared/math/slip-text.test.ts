import { expect, test } from 'vitest'
import { questionText } from './slip-text.ts'

test('a whole exponent stands raised in a question, any other as it was printed', () => {
  const asked = (about: string) => questionText({ id: 'root-of-sum', about: [about] }, 'en')
  expect(asked('x^2 + y^10')).toBe('Is the root taken of x² + y¹⁰ as a whole, or of each term?')
  expect(asked('x^2.5 + 2^(n + 1)')).toBe(
    'Is the root taken of x^2.5 + 2^(n + 1) as a whole, or of each term?',
  )
})
