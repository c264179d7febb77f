import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { HOLD } from '../../shared/acts/act.ts'
import { Database } from './database.ts'
import { pruneStore } from './prune-store.ts'
import { RETENTION, readRetention, writeRetention } from './retention.ts'

const NOW = Date.UTC(2026, 2, 2)
const DAY = 86_400_000

const row = (run: number, turn: number) => ({
  run,
  turn,
  tutorings: [],
  percepts: [],
  act: HOLD,
  digest: '',
})

test('drops what is past its time, and some of the oldest while there is too much', async () => {
  const database = new Database('prune')
  await database.trace.bulkPut([row(NOW - 31 * DAY, 1), row(NOW - 29 * DAY, 1)])
  await database.trace.bulkPut(Array.from({ length: 6000 }, (_, turn) => row(NOW - DAY, turn)))
  await pruneStore(database, NOW, 0)
  expect(await database.trace.count()).toBe(6001)
  await pruneStore(database, NOW, 201e6)
  expect(await database.trace.count()).toBe(1001)
  expect(await database.trace.get([NOW - DAY, 5999])).toBeDefined()
})

test('obeys the days and the size that the person chose', async () => {
  const database = new Database('prune-chosen')
  await writeRetention(database, { days: 2, megabytes: 10 })
  await database.trace.bulkPut([row(NOW - 3 * DAY, 1), row(NOW - DAY, 1)])
  await pruneStore(database, NOW, 9e6)
  expect(await database.trace.toCollection().primaryKeys()).toEqual([[NOW - DAY, 1]])
  await pruneStore(database, NOW, 11e6)
  expect(await database.trace.count()).toBe(0)
})

test('what is no choice is not kept, and what was stored damaged counts as none', async () => {
  const database = new Database('prune-nonsense')
  for (const nonsense of [null, { days: 0, megabytes: 200 }, { days: 1.5, megabytes: 200 }, { days: 30 }])
    await writeRetention(database, nonsense)
  expect(await database.settings.count()).toBe(0)
  await database.settings.put({ key: 'retention', value: 'for ever' })
  expect(await readRetention(database)).toEqual(RETENTION)
})
