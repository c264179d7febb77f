import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Database } from './database.ts'
import { ERASED_AFTER_MS, Erasure, readErasure } from './erasure.ts'

let names = 0
function bench(database = new Database(`erasure-${++names}`)) {
  const life = new AbortController()
  const told: string[] = []
  const erasure = new Erasure({
    database,
    now: Date.now,
    end: () => void told.push('end'),
    erase: async () => {
      told.push('erase')
      await database.settings.clear()
    },
    ended: life.signal,
  })
  return { database, told, erasure, life }
}

// Only what is waited for here; the database needs its own timers.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('reading ends at once; what was written is erased when the time is over, and cannot be kept then', async () => {
  const { erasure, told, database } = bench()
  expect(await erasure.ask()).toBe('soon')
  expect(told).toEqual(['end'])
  expect(await readErasure(database)).toBe(Date.now() + ERASED_AFTER_MS)
  vi.advanceTimersByTime(ERASED_AFTER_MS - 1)
  expect(told).toEqual(['end'])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['end', 'erase'])
  expect(await erasure.keep()).toBe(false)
})

test('what is kept after all is not erased, nor at the next start', async () => {
  const { erasure, told, database } = bench()
  await erasure.ask()
  expect(await erasure.keep()).toBe(true)
  vi.advanceTimersByTime(10 * ERASED_AFTER_MS)
  expect(told).toEqual(['end'])
  const next = bench(database)
  await next.erasure.resume()
  vi.advanceTimersByTime(10 * ERASED_AFTER_MS)
  expect(next.told).toEqual([])
})

test('what a death left standing is erased at the next start', async () => {
  const first = bench()
  await first.erasure.ask()
  first.life.abort()
  vi.advanceTimersByTime(10 * ERASED_AFTER_MS)
  expect(first.told).toEqual(['end'])
  const next = bench(first.database)
  await next.erasure.resume()
  vi.advanceTimersByTime(0)
  expect(next.told).toEqual(['erase'])
})

test('a disk that takes no note of it is erased at once', async () => {
  const { erasure, told, database } = bench()
  vi.spyOn(database.settings, 'put').mockRejectedValue(new Error('QuotaExceededError'))
  expect(await erasure.ask()).toBe('gone')
  expect(told).toEqual(['end', 'erase'])
})

test('asked for twice at once, it can still be kept', async () => {
  const { erasure, told } = bench()
  await Promise.all([erasure.ask(), erasure.ask()])
  expect(await erasure.keep()).toBe(true)
  vi.advanceTimersByTime(10 * ERASED_AFTER_MS)
  expect(told).toEqual(['end'])
})

test('what cannot be undone on the disk is erased, and said not to be kept', async () => {
  const { erasure, told, database } = bench()
  await erasure.ask()
  vi.spyOn(database.settings, 'delete').mockRejectedValue(new Error('QuotaExceededError'))
  expect(await erasure.keep()).toBe(false)
  vi.advanceTimersByTime(ERASED_AFTER_MS)
  expect(told).toEqual(['end', 'erase'])
})
