import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Glimpse } from '../../../shared/messages/glimpse.ts'
import { followGlimpses, type Seen } from './follow-glimpses.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const glimpse: Glimpse = {
  at: -200,
  floor: 'person',
  act: 'hold',
  beliefs: { finished: 0.1 },
  by: 'network-1',
}

function followed() {
  const seen: Seen[] = []
  const channel = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    asked: 0,
    closed: false,
    postMessage(message: unknown) {
      expect(message).toEqual({ kind: 'ask' })
      expect(this.closed).toBe(false)
      this.asked += 1
    },
    close() {
      this.closed = true
    },
  }
  const life = new AbortController()
  followGlimpses((next) => seen.push(next), { ended: life.signal, now: Date.now, every: 500, channel })
  const tell = (data: unknown) => channel.onmessage?.(new MessageEvent('message', { data }))
  return { seen, channel, life, tell }
}

test('the loop is asked at once and then twice a second, and what it tells is shown', () => {
  const { seen, channel, tell } = followed()
  expect(channel.asked).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(channel.asked).toBe(3)
  tell({ kind: 'glimpses', glimpses: [glimpse] })
  expect(seen).toEqual([{ glimpses: [glimpse], now: 1000, answering: true }])
})

test('what others ask, and what is no glimpse, is not shown', () => {
  const { seen, tell } = followed()
  const unlikely = { ...glimpse, beliefs: { finished: 7 } }
  for (const other of [null, { kind: 'ask' }, { kind: 'glimpses', glimpses: [unlikely] }]) tell(other)
  expect(seen).toEqual([])
})

test('a loop that stays silent is said to be gone, with what it told last, until it answers again', () => {
  const { seen, tell } = followed()
  tell({ kind: 'glimpses', glimpses: [glimpse] })
  vi.advanceTimersByTime(1000)
  expect(seen).toHaveLength(1)
  vi.advanceTimersByTime(1000)
  expect(seen.at(-1)).toEqual({ glimpses: [glimpse], now: 2000, answering: false })
  tell({ kind: 'glimpses', glimpses: [] })
  expect(seen.at(-1)).toEqual({ glimpses: [], now: 2000, answering: true })
})

test('nothing is asked any more once it is closed', () => {
  const { channel, life } = followed()
  life.abort()
  vi.advanceTimersByTime(5000)
  expect(channel).toMatchObject({ asked: 1, closed: true })
})
