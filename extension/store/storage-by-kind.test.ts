import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Database } from './database.ts'
import { sentRow } from './sent-row.ts'
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
  await database.sent.bulkPut(['a', 'b'].map((id) => sentRow(id, 't', 1)))
  const { conversations, traces, sent, rest } = await storageByKind(database)
  expect(conversations.rows).toBe(200)
  expect(conversations.bytes).toBeGreaterThan(200_000)
  expect(conversations.bytes).toBeLessThan(250_000)
  expect(traces).toEqual({ rows: 0, bytes: 0 })
  expect(sent.rows).toBe(2)
  expect(sent.bytes).toBeGreaterThan(2 * 1000)
  expect(rest.rows).toBe(1)
})

test('every table is counted as something', async () => {
  const database = new Database('by-kind-all')
  // Each table finds its key in here.
  for (const table of database.tables) await table.put({ id: 'x', key: 'x', run: 1, turn: 1 })
  const used = Object.values(await storageByKind(database))
  expect(used.reduce((all, { rows }) => all + rows, 0)).toBe(database.tables.length)
})
