import { expect, test } from 'vitest'
import { DIAGNOSIS_WORK, leftAfter, spend, WORKING_WORK, within } from './budget.ts'
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
const MATRICES = '\\begin{pmatrix}1&2\\3&4\\end{pmatrix}'.repeat(30)
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

/** What stands in a line many times, numbered, and what parts it. */
const REPEATED: readonly [(i: number) => string, string][] = [
  [(i) => `a_${i}=${i}`, ','],
  [(i) => `f_${i}(x)=x+${i}`, '; '],
  [(i) => `x=${i}`, ' => '],
  [(i) => `2x=${2 * i} => x=${i}`, '; '],
  [(i) => `x=${i}`, ' or '],
  [(i) => `x=${i}`, ', '],
  [(i) => `x_${i}+y_${i}=${i}`, ' and '],
  [(i) => `word a=${i}`, ' so '],
  [(i) => `${i}`, '='],
  [(i) => `${i}`, '<'],
  [(i) => `${i}`, ', '],
  [(i) => `1/${i}x`, '+'],
  [(i) => `sin(${i}x)`, '+'],
  [(i) => `(x+${i})`, ''],
  [(i) => `|x-${i}|`, '+'],
  [(i) => `±${i}`, '+'],
  [(i) => `1.${i}00,5`, '+'],
  [(i) => `\\sum_{k=1}^{${i}}k`, '+'],
  [(i) => `\\lim_{x\\to ${i}}x`, '+'],
  [(i) => `[${i},${i + 1}]`, '∪'],
]

test.each(REPEATED.map(([piece, between]) => [piece(1) + between, piece, between] as const))(
  'a line of %s… takes no more work than is allowed, however long it is',
  (_, piece, between) => {
    for (const length of [250, 500, 750, 1000, 1250, 1500, 2000]) {
      let line = piece(1)
      for (let i = 2; line.length + between.length + piece(i).length <= length; i++)
        line += between + piece(i)
      for (const lines of [[line], ['2x = 4', line]]) {
        const took = -leftAfter(0, () => void checkWorking(lines, { seed: 1 }))
        expect(took, line).toBeLessThan(WORKING_WORK + DIAGNOSIS_WORK)
      }
    }
  },
)
