import * as v from 'valibot'
import { expect, test } from 'vitest'
import { NotedSlipSchema } from './noted-slip.ts'
import { type Rated, rate } from './schedule.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 2, 2, 9)

const days = (rated: readonly Rated[]) => {
  let card = rate(null, 'again', NOW)
  let now = NOW
  return rated.map((each) => {
    now = card.due
    card = rate(card, each, now)
    return Math.round((card.due - now) / DAY)
  })
}

test('a slip comes back the next day, never sooner', () => {
  expect(rate(null, 'again', NOW).due - NOW).toBe(DAY)
  expect(Math.min(...days(['again', 'again', 'again']))).toBeGreaterThanOrEqual(1)
})

test('what was right waits longer each time, what was hard less long, and what slipped comes back soon', () => {
  const good = days(['good', 'good', 'good', 'good'])
  expect(good).toEqual(good.toSorted((a, b) => a - b))
  expect(good.at(-1)).toBeGreaterThan(5)
  const [first = 0] = good
  expect(days(['hard'])[0]).toBeLessThanOrEqual(first)
  expect(days(['good', 'good', 'again'])[2]).toBeLessThan(good[2] ?? 0)
})

test('the same ratings give the same card, also after the clock was set back', () => {
  const card = rate(rate(null, 'again', NOW), 'good', NOW + DAY)
  expect(rate(rate(null, 'again', NOW), 'good', NOW + DAY)).toEqual(card)
  expect(rate(card, 'good', NOW - 10 * DAY).due).toBeGreaterThan(card.lastReview ?? 0)
})

test('a row is of a known slip, or it is none', () => {
  const row = {
    id: 'square-of-sum',
    seen: 1,
    corrected: 0,
    lastSeen: NOW,
    practised: null,
    card: rate(null, 'again', NOW),
  }
  expect(v.parse(NotedSlipSchema, row)).toEqual(row)
  expect(v.is(NotedSlipSchema, { ...row, id: 'constructor' })).toBe(false)
})
