import { expect, it, test } from 'vitest'
import { slips } from '../../catalogue/en/slips.ts'
import { checkWorking } from '../check-working.ts'
import { equalAnswers } from '../equal-answers.ts'
import type { SlipId } from '../verdict.ts'
import { SLIPS } from './all-slips.ts'
import { exampleOf } from './worked-examples.ts'

const IDS = Object.keys(slips.rules) as SlipId[]

it.each(IDS)('%s has an example that is right', (id) => {
  const lines = exampleOf(id, [])
  expect(lines.length).toBeGreaterThan(0)
  const verdicts = checkWorking(lines, { seed: 1 })
  expect(verdicts.filter(({ verdict }) => verdict === 'does-not-follow')).toEqual([])
  const [first = ''] = lines
  if (lines.length === 1) {
    const [left = '', right = ''] = first.split(' = ')
    expect(equalAnswers(left, right, { seed: 1 }).verdict).toBe('equal')
  } else expect(verdicts[1]?.verdict).toBe('follows')
})

it.each(SLIPS.map(({ id, example }) => [id, example] as const))(
  '%s has other numbers than where it is looked for',
  (id, { from, to }) => {
    expect(exampleOf(id, [from, to])).not.toEqual([])
  },
)

test.each([['7(a+4)'], ['3 + 7 * (a + 4) = 10'], ['7\\cdot(a+4)=7a+4']])(
  'is not given to one who has written it: %s',
  (line) => {
    expect(exampleOf('distributes-to-first-term', ['x = 1', line])).toEqual([])
  },
)
