import { expect, test } from 'vitest'
import { clockTime, fullTime, timeLeft, timeSpan } from './clock-time.ts'

const AT = new Date(2026, 4, 7, 9, 5, 3).getTime()

test('a time is hours and minutes, with seconds and day in its title', () => {
  expect(clockTime(AT)).toBe('09:05')
  expect(fullTime(AT)).toBe('2026-05-07 09:05:03')
})

test.each([
  [-5, '0 s'],
  [400, '1 s'],
  [45_000, '45 s'],
  [59_999, '1:00 min'],
  [247_000, '4:07 min'],
  [7_500_000, '2 h 05 min'],
  [273_600_000, '3 d 4 h'],
])('%d ms left reads %s', (span, text) => {
  expect(timeLeft(span)).toBe(text)
})

test.each([
  [30_000, '30 s'],
  [600_000, '10 min'],
  [5_400_000, '1 h 30 min'],
])('every %d ms reads %s', (span, text) => {
  expect(timeSpan(span)).toBe(text)
})
