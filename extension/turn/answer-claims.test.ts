import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerClaims } from './answer-claims.ts'

test.each([
  ['You get $3 \\cdot 4 = 12$ tyres.', [['3 \\cdot 4 = 12']]],
  ['So 3 × 4 = 13, which is odd.', [['3 × 4 = 13']]],
  ['Then $x + 2 = 5$ holds.', []],
  ['$$2x + 6 = 10$$\n$$2x = 4$$\n$$x = 2$$', [['2x + 6 = 10', '2x = 4', 'x = 2']]],
  ['\\[\\begin{aligned} a &= 2 + 3 \\\\ &= 6 \\end{aligned}\\]', [['a = 2 + 3', '= 6']]],
  ['Solve it:\n\n1. 2x + 6 = 10\n2. 2x = 4\n\nDone.', [['2x + 6 = 10', '2x = 4']]],
  ['Look at\n2x = 4\nand, elsewhere,\n3x = 5', []],
  ['`3 = 4` and\n```\n1 = 2\n```', []],
  ['In 2026 there were 12 of them.', []],
  ['', []],
])('%s', (markdown, claims) => {
  expect(answerClaims(markdown)).toEqual(claims)
})

test('no text throws or takes long', () => {
  const piece = fc.constantFrom(
    '$',
    '$$',
    '\\[',
    '\\]',
    '=',
    ' 3 = 3 ',
    '\n',
    '\\\\',
    '`',
    '```',
    'x',
    '**',
    '- ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      expect(answerClaims(pieces.join('')).length).toBeLessThanOrEqual(12)
    }),
  )
  for (const letter of ['$', '=', '1 ', '1=', '`', '\n', '\\[', '(-'])
    answerClaims(letter.repeat(60_000 / letter.length))
})
