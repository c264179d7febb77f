import fc from 'fast-check'
import { expect, it } from 'vitest'
import { difference, expression, NOTATIONS, write } from './notations-for-tests.ts'

it.each(Object.entries(NOTATIONS))('2,000 expressions in %s keep their value', (_, notation) => {
  fc.assert(
    fc.property(expression, (e) => {
      const text = write(e, notation)
      fc.pre(text.length < 200)
      expect(difference(e, text, notation.decimal !== undefined)).toBeNull()
    }),
    { numRuns: 2000, seed: 7 },
  )
})
