import { describe, expect, test } from 'vitest'
import { checkWritten } from '../check-written.ts'
import type { LineVerdict } from '../verdict.ts'
import { PRACTISED, practiceItem } from './practice-item.ts'
import { answerLines, type Exercise, firstLine, reached } from './practice-lines.ts'

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed * 7919)

function judged(exercise: Exercise, text: string): LineVerdict | undefined {
  const lines = [firstLine(exercise), ...answerLines(exercise, text)]
  return checkWritten({ lines, lastUnfinished: false, paused: true, seed: 1 }).at(-1)
}
const lastOf = (exercise: Exercise, text: string) => answerLines(exercise, text).at(-1) ?? ''
const itemOf = (...[slip, seed]: Parameters<typeof practiceItem>) => {
  const item = practiceItem(slip, seed)
  if (item === null) throw new Error(`No exercise for ${slip}.`)
  return item
}

test('more than twenty slips can be practised, and the others honestly cannot', () => {
  expect(PRACTISED.length).toBeGreaterThan(40)
  expect(practiceItem('run-on-equals', 1)).toBeNull()
})

describe.each(PRACTISED)('an exercise for %s', (slip) => {
  test('has an answer that follows and is reached, and tempts to just this slip', () => {
    for (const seed of SEEDS) {
      const item = itemOf(slip, seed)
      expect(judged(item, item.answer), item.given).toMatchObject({ verdict: 'follows' })
      expect(reached(item, lastOf(item, item.answer), 1), `${item.given}: ${item.answer}`).toBe('answer')
      expect(judged(item, item.tempting), `${item.given}: ${item.tempting}`).toMatchObject({
        verdict: 'does-not-follow',
        slip: { id: slip },
      })
      expect(reached(item, lastOf(item, item.tempting), 1)).not.toBe('answer')
    }
  })

  test('is the same for the same seed, and not always the same', () => {
    expect(itemOf(slip, 5)).toEqual(itemOf(slip, 5))
    expect(new Set(SEEDS.map((seed) => itemOf(slip, seed).given)).size).toBeGreaterThan(3)
  })
})

const solve: Exercise = { task: 'solve', given: 'x² = 49', answer: 'x = 7 or x = −7' }
const expand: Exercise = { task: 'expand', given: '4(x − 3)', answer: '4x − 12' }
const derive: Exercise = { task: 'differentiate', given: 'x⁵', answer: '5x⁴' }
const integrate: Exercise = { task: 'integrate', given: 'x³', answer: 'x⁴/4' }
const add: Exercise = { task: 'calculate', given: '1/2 + 1/3', answer: '5/6' }

test.each([
  [solve, '7 or -7', 'follows', 'answer'],
  [solve, 'x = 7 oder x = -7', 'follows', 'answer'],
  [solve, '7; −7', 'follows', 'answer'],
  [solve, 'x = ±7', 'follows', 'answer'],
  [solve, '7', 'does-not-follow', 'other'],
  [solve, 'x² − 49 = 0', 'follows', 'open'],
  [expand, '4(x − 3) = 4x − 12', 'follows', 'answer'],
  [expand, '4·x - 12', 'follows', 'answer'],
  [expand, '4*x + 4*(-3)', 'follows', 'open'],
  [expand, '2(2x − 6)', 'follows', 'open'],
  [expand, '4x − 3', 'does-not-follow', 'other'],
  [derive, "f'(x) = 5x^4", 'follows', 'answer'],
  [derive, "y' = 5x^4", 'follows', 'answer'],
  [derive, '5x^5', 'does-not-follow', 'other'],
  [integrate, 'x^4/4 + C', 'follows', 'answer'],
  [integrate, 'F(x) = 1/4 x^4', 'follows', 'answer'],
  [add, '3/6 + 2/6\n5/6', 'follows', 'answer'],
  [add, '10/12', 'follows', 'answer'],
  [add, '2/5', 'does-not-follow', 'other'],
] as const)('%o answered by %j: %s, %s', (exercise, text, verdict, how) => {
  expect(judged(exercise, text)?.verdict).toBe(verdict)
  expect(reached(exercise, lastOf(exercise, text), 1)).toBe(how)
})
