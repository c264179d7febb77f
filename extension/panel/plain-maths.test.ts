import temml from 'temml'
import { expect, test } from 'vitest'
import { plainMaths } from './plain-maths.ts'

test.each([
  ['2(x+3) = 2x+6', '2(x+3) = 2x+6'],
  ['x^10', 'x^{10}'],
  ['x^(n+1) <= 3*y', 'x^{n+1} \\le  3\\cdot y'],
  ['sqrt(x+1) = 2', '\\sqrt{x+1} = 2'],
  ['sin(x) = 0', '\\sin (x) = 0'],
  ['x = 2 or x = -1', 'x = 2 \\text{ or } x = -1'],
  ['x² − 1 ≠ 0', 'x^{2} - 1 \\ne  0'],
  ['\\frac{1}{2}', '\\frac{1}{2}'],
  ['$\\frac{1}{2}$', '\\frac{1}{2}'],
])('%s is mathematics that can be typeset', (line, latex) => {
  expect(plainMaths(line)).toBe(latex)
  expect(() => temml.renderToString(latex, { throwOnError: true })).not.toThrow()
})

test.each([
  'left 8, right 5',
  'the sum is 3 + 4',
  'for i in range(3):',
  'a_b = c',
  'const x = 1',
  '42',
  '',
  '<img src=x>',
  `x = ${'1+'.repeat(300)}1`,
])('%s is not', (line) => {
  expect(plainMaths(line)).toBeNull()
})
