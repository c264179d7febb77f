import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Database } from './database.ts'
import { storageByKind } from './storage-by-kind.ts'

test('every kind is counted whole and weighed by some of its rows', async () => {
  const database = new Database('by-kind')
  const promise = {
    tutoring: 't',
    kind: 'remind' as const,
    text: 'x'.repeat(1000),
    madeAt: 1,
    due: 1,
    every: null,
    until: null,
    kept: 0,
    state: 'open' as const,
  }
  await database.promises.bulkPut(
    Array.from({ length: 200 }, (_, index) => ({ ...promise, id: `p${index}` })),
  )
  await database.settings.put({ key: 'draft:t', value: 'abc' })
  const { conversations, traces, rest } = await storageByKind(database)
  expect(conversations.rows).toBe(200)
  expect(conversations.bytes).toBeGreaterThan(200_000)
  expect(conversations.bytes).toBeLessThan(250_000)
  expect(traces).toEqual({ rows: 0, bytes: 0 })
  expect(rest.rows).toBe(1)
})
