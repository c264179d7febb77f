import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { HOLD } from '../../shared/acts/act.ts'
import { Database } from './database.ts'
import { pruneStore } from './prune-store.ts'

const NOW = Date.UTC(2026, 2, 2)
const DAY = 86_400_000

test('drops what is past its time, and some of the oldest while there is too much', async () => {
  const database = new Database('prune')
  const row = (run: number, turn: number) => ({
    run,
    turn,
    tutorings: [],
    percepts: [],
    act: HOLD,
    digest: '',
  })
  await database.trace.bulkPut([row(NOW - 31 * DAY, 1), row(NOW - 29 * DAY, 1)])
  await database.trace.bulkPut(Array.from({ length: 6000 }, (_, turn) => row(NOW - DAY, turn)))
  await pruneStore(database, NOW, 0)
  expect(await database.trace.count()).toBe(6001)
  await pruneStore(database, NOW, 201e6)
  expect(await database.trace.count()).toBe(1001)
  expect(await database.trace.get([NOW - DAY, 5999])).toBeDefined()
})
