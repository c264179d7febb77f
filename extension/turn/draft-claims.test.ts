import { expect, test } from 'vitest'
import { draftClaims } from './draft-claims.ts'

test.each([
  ['since 7·8 = 54, ', '7·8 = 54'],
  ['Since 7*8=54 why does ', '7*8=54'],
  ['weil 7·8 = 54 ist, ', '7·8 = 54'],
  ['why is 3,5·2 = 8? ', '3.5·2 = 8'],
  ['I got 12 − 5 = 8, ', '12 − 5 = 8'],
])('“%s” says that %s', (draft, text) => {
  expect(draftClaims(draft)).toEqual([{ text, kind: 'numbers' }])
})

test.each([
  ['how do I solve 2(x+3) = 16, ', '2(x+3) = 16'],
  ['in x² − 5x + 6 = 0, which ', 'x² − 5x + 6 = 0'],
])('“%s” speaks of %s', (draft, text) => {
  expect(draftClaims(draft)).toEqual([{ text, kind: 'formula' }])
})

test.each([
  // Still being written.
  'since 7·8 = 54',
  'since 7·8 = 5',
  'since 3·2 = 6,',
  // Asked, supposed, denied.
  'if 7·8 = 54, then ',
  'is 7·8 = 54, or what? ',
  'since 7·8 = 54, is that right',
  'why isn’t 7·8 = 54, ',
  'what would happen with x² + 6x = 0, ',
  'can you plot x^2 − 4x, ',
  'give me one like x² + 6x = 0, ',
  // Read in part only.
  'since 7 times 8 = 56, ',
  'since half of 8 = 4, ',
  'since 1,000 = 10^3, ',
  'since 15:30 = 3:30, ',
  'on page 54, line 7, ',
])('“%s” claims nothing', (draft) => {
  expect(draftClaims(draft)).toEqual([])
})

test('a word of “constant” or “exponent” is no “not”', () => {
  expect(draftClaims('the exponent is constant since 7·8 = 54, why ')).toHaveLength(1)
})
