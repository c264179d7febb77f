import { expect, test } from 'vitest'
import { type Disputed, dismissed, disputed, NO_BACK_OFF, undone } from './back-off.ts'

const NOW = Date.UTC(2026, 2, 2)
const MINUTE = 60_000

test('each dismissal costs twice the silence of the one before, up to an hour', () => {
  let backOff = NO_BACK_OFF
  const lengths = Array.from({ length: 8 }, () => {
    backOff = dismissed(backOff, NOW)
    return (backOff.until - NOW) / MINUTE
  })
  expect(lengths).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
})

test('undo takes back the last dismissal only', () => {
  const one = dismissed(NO_BACK_OFF, NOW)
  expect(undone(dismissed(one, NOW + 1000))).toMatchObject({ count: 1, until: one.until })
})

test('a day of peace forgets', () => {
  const many = dismissed(dismissed(dismissed(NO_BACK_OFF, NOW), NOW), NOW)
  expect(dismissed(many, NOW + 2 * 86_400_000).count).toBe(1)
})

test('a check called wrong is quiet ten times as long; where it names no rule the first time costs its line only', () => {
  const lengthsOf = (check: string) => {
    let known: Disputed[] = []
    return Array.from({ length: 3 }, () => {
      known = disputed(known, check, NOW)
      return ((known[0]?.until ?? 0) - NOW) / MINUTE
    })
  }
  expect(lengthsOf('step:square-of-sum')).toEqual([10, 20, 40])
  expect(lengthsOf('step:algebra')).toEqual([0, 20, 40])
})
