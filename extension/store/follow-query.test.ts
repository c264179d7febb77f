import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { Database } from './database.ts'
import { followQuery } from './follow-query.ts'

const other = (database: Database, at: number) => database.links.put({ id: 'link', got: at, at })

test('writes elsewhere are let go of every 200 transactions; what the query asks for is told all the same', async () => {
  const database = new Database('follow')
  await database.open()
  const asked = vi.fn(() => database.settings.get('language'))
  const told: unknown[] = []
  const error = vi.fn()
  const stop = followQuery(asked, { next: (row) => told.push(row?.value), error })
  await vi.waitFor(() => expect(told).toEqual([undefined]))
  for (let at = 0; at < 199; at += 1) await other(database, at)
  expect(asked).toHaveBeenCalledTimes(1)
  await other(database, 199)
  await vi.waitFor(() => expect(told).toEqual([undefined, undefined]))
  expect(asked).toHaveBeenCalledTimes(2)
  await database.settings.put({ key: 'language', value: 'de' })
  await vi.waitFor(() => expect(told).toEqual([undefined, undefined, 'de']))
  stop()
  for (let at = 0; at < 200; at += 1) await other(database, at)
  await database.settings.put({ key: 'language', value: 'en' })
  expect(asked).toHaveBeenCalledTimes(3)
  expect(error).not.toHaveBeenCalled()
})
