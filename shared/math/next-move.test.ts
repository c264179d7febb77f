import { expect, test } from 'vitest'
import { nextMove } from './next-move.ts'

test.each([
  ['2(x+3) = 10', 'open-bracket'],
  ['2x + 6 = 10', 'undo-sum'],
  ['2x = 4', 'undo-factor'],
  ['−2x < 6', 'undo-factor'],
  ['5x − 3 = 2x + 9', 'collect'],
  ['x = 2x − 3', 'collect'],
  ['x/3 + 1 = 5', 'clear-fraction'],
  ['x² = 49', 'take-root'],
  ['x² + 3x = 10', 'to-zero'],
  ['(x − 3)(x + 5) = 0', 'zero-product'],
] as const)('%s is not solved yet: %s', (line, move) => {
  expect(nextMove(line)).toBe(move)
})

test.each([
  'x = 4',
  '4 = x',
  'x = 2 or x = −3',
  'x > 3',
  '3 + 4 = 7',
  'A = a · b',
  'y = 2x + 1',
  'f(x) = x² + 1',
  'the answer is 4',
  '4x − 12',
  'sin x = 0.5',
  '',
  `${'x + '.repeat(100)}1 = 2`,
])('%s asks for nothing more, or cannot be told', (line) => {
  expect(nextMove(line)).toBeNull()
})
