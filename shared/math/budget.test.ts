import { expect, test } from 'vitest'
import { leftAfter, spend, within } from './budget.ts'
import { checkWorking } from './check-working.ts'

test('what takes more work than is allowed comes to nothing, and what it took counts around it', () => {
  const left = leftAfter(100, () => {
    expect(within(10, () => spend(10))).toBeUndefined()
    expect(within(10, () => spend(11))).toBeNull()
    expect(
      within(10, () => {
        expect(within(100, () => spend(11))).toBeNull()
        spend(1)
      }),
    ).toBeNull()
  })
  expect(left).toBeLessThan(70)
  expect(() =>
    within(1, () => {
      throw new Error('another')
    }),
  ).toThrow('another')
})

const AGAIN = [
  'f(x) = x^2 + x + 1',
  ...[...'ghijklmn'].map((name, i) => `${name}(x) = ${'fghijklm'[i]}(${'fghijklm'[i]}(x)) + 1`),
  'n(2) = 5',
]
const MANY = [
  'f(x) = x + 1',
  ...[...'ghijklmn'].map((name, i) => `${name}(x) = ${Array(50).fill(`${'fghijklm'[i]}(x)`).join('+')}`),
]
const MATRICES = '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}'.repeat(30)
const SOUGHT = ['(sin((y)²))²=\\frac{\\frac{sin(1.000)}{(10)²}}{((n)^{10}+y)}', '2x = 4', 'x = 3']

test.each([
  ['functions of functions', AGAIN],
  ['functions many times over', MANY],
  ['products of many matrices', [MATRICES, `${MATRICES}x`]],
])('%s end, without a false alarm', (_, lines) => {
  expect(checkWorking(lines, { seed: 1 }).map(({ verdict }) => verdict)).not.toContain('does-not-follow')
})

test('a line that is given up leaves the others to be judged, and is given up each time', () => {
  const verdicts = checkWorking(SOUGHT, { seed: 1 })
  expect(verdicts.at(-1)?.verdict).toBe('does-not-follow')
  const most = leftAfter(0, () => void checkWorking([...SOUGHT, ...SOUGHT, ...SOUGHT], { seed: 1 }))
  expect(-most).toBeLessThan(1_000_000)
  expect(checkWorking(SOUGHT, { seed: 1 })).toEqual(verdicts)
})
