import { expect, test } from 'vitest'
import { solvesLine } from './solves-line.ts'

test.each([
  ['2(x+3) = 10', 'x = 2', true],
  ['x^2 = 9', 'x = 3 or x = -3', true],
  ['2x = 1', 'x = 1/2', true],
  ['2(x+3) = 10', 'x = 3', false],
  ['x^2 = 9', 'x = 3 or x = -4', false],
  ['2(x+3) = 10', '2x = 4', false],
  ['2(x+3) = 10', 'x = 4/2 + 0', false],
  ['x + y = 3', 'x = 3', false],
  ['x = 2', 'x = 2', false],
])('%s by %s: %s', (first, line, solves) => expect(solvesLine(first, line)).toBe(solves))
