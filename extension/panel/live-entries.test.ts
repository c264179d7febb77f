import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../store/database.ts'
import type { Entry } from '../store/rows.ts'
import { type Entries, LiveEntries } from './live-entries.ts'

const START = 1_000_000

let database: Database
let life: AbortController
/** Rows that were read from the disk since it was last set to 0. */
let read = 0

beforeEach(() => {
  database = new Database(`live-entries-${crypto.randomUUID()}`)
  database.entries.hook('reading', (row) => {
    read += 1
    return row
  })
  life = new AbortController()
  read = 0
})
afterEach(async () => {
  life.abort()
  await database.delete()
})

const idOf = (index: number) => `e${100_000 + index}`

function entry(index: number, changes: Partial<Entry> = {}): Entry {
  return {
    id: idOf(index),
    tutoring: 't1',
    at: START + index,
    who: 'tutor',
    kind: 'said',
    text: `Sentence ${index}.`,
    spoken: 9,
    state: 'done',
    remark: null,
    places: [],
    ...changes,
  }
}

const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index))

function open(): LiveEntries {
  return new LiveEntries(database, 't1', {
    ended: life.signal,
    failed: (error) => {
      throw error
    },
  })
}

/** What is shown, as soon as it is so. */
function until(live: LiveEntries, wanted: (seen: Entries) => boolean): Promise<Entries> {
  return new Promise((resolve) => {
    const stop = live.seen.subscribe((seen) => {
      if (seen === undefined || !wanted(seen)) return
      resolve(seen)
      queueMicrotask(() => stop())
    })
  })
}

const has = (index: number) => (seen: Entries) => seen.ids.includes(idOf(index))

test('an empty conversation is there at once', async () => {
  const seen = await until(open(), () => true)
  expect(seen).toMatchObject({ ids: [], newest: [], unread: 0 })
})

test('all are known, the newest are read, older ones when they are shown', async () => {
  await database.entries.bulkPut(entries(1000))
  const live = open()
  const seen = await until(live, () => true)
  expect(seen.ids).toEqual(entries(1000).map(({ id }) => id))
  expect(seen.newest.at(-1)?.entry).toEqual(entry(999))
  expect(seen.rows.has(idOf(500))).toBe(false)
  live.show([495, 510])
  const shown = await until(live, ({ rows }) => rows.has(idOf(500)))
  expect(shown.rows.get(idOf(500))?.entry).toEqual(entry(500))
  live.show([0, 10])
  const first = await until(live, ({ rows }) => rows.has(idOf(0)))
  expect(first.rows.has(idOf(500))).toBe(false)
})

test('one more entry reads as few rows after 5,000 as after 50', async () => {
  const costs = new Map<number, number>()
  for (const count of [50, 5000]) {
    await database.entries.clear()
    await database.entries.bulkPut(entries(count))
    const live = open()
    await until(live, has(count - 1))
    read = 0
    for (let index = count; index < count + 100; index += 1) {
      await database.entries.put(entry(index))
      await until(live, has(index))
    }
    costs.set(count, read / 100)
    life.abort()
    life = new AbortController()
  }
  expect(costs.get(5000)).toBeLessThan(120)
  expect(costs.get(5000)).toBeLessThan(2 * (costs.get(50) ?? 0))
})

test('however many come, and of the same moment, none is lost or twice', async () => {
  const live = open()
  await until(live, () => true)
  for (let index = 0; index < 400; index += 40) {
    const some = Array.from({ length: 40 }, (_, more) => entry(index + more, { at: START + index }))
    await database.entries.bulkPut(some)
    await until(live, has(index + 39))
  }
  const seen = await until(live, ({ ids }) => ids.length >= 400)
  expect(seen.ids).toEqual(entries(400).map(({ id }) => id))
})

test('what changes, comes or goes among older ones is shown', async () => {
  await database.entries.bulkPut(entries(300))
  const live = open()
  await until(live, () => true)
  live.show([10, 20])
  await until(live, ({ rows }) => rows.has(idOf(15)))
  await database.entries.put(entry(15, { text: 'Otherwise.' }))
  const changed = await until(live, ({ rows }) => rows.get(idOf(15))?.entry.text === 'Otherwise.')
  expect(changed.rows.get(idOf(16))).toBe((await until(live, () => true)).rows.get(idOf(16)))
  await database.entries.delete(idOf(16))
  expect((await until(live, ({ ids }) => ids.length === 299)).ids).not.toContain(idOf(16))
  await database.entries.put({ ...entry(16), id: 'back' })
  expect((await until(live, ({ ids }) => ids.length === 300)).ids[16]).toBe('back')
})

test('a row that did not change stays the same object', async () => {
  await database.entries.bulkPut(entries(60))
  const live = open()
  const before = await until(live, has(59))
  await database.entries.put(entry(60))
  const after = await until(live, has(60))
  expect(after.rows.get(idOf(59))).toBe(before.rows.get(idOf(59)))
})

test('a row that cannot be understood is counted', async () => {
  await database.entries.bulkPut(entries(3))
  await database.table('entries').put({ id: 'bad', tutoring: 't1', at: START + 9, text: 7 })
  const seen = await until(open(), () => true)
  expect(seen.unread).toBe(1)
  expect(seen.newest).toHaveLength(3)
  expect(seen.rows.get('bad')).toBe(null)
})
