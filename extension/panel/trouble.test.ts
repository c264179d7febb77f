import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { Database } from '../store/database.ts'
import { watchTrouble } from './trouble.ts'

/** Opens the database as a page of an older version does that does not let go of it. */
function holdOlder(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

test('held by an older version, it says which pages to close at once, and opens when they are', async () => {
  const name = `trouble-${crypto.randomUUID()}`
  const older = await holdOlder(name)
  const life = new AbortController()
  const database = new Database(name)
  const sentence = await new Promise<string>((resolve) => watchTrouble(database, life.signal, resolve))
  expect(sentence).toMatch(/keeps the conversations closed.*history.*settings/)
  older.close()
  await vi.waitFor(() => expect(database.isOpen()).toBe(true))
  life.abort()
  await database.delete()
})

test('told that a newer version wants it, it says that Aside was updated', async () => {
  const name = `trouble-${crypto.randomUUID()}`
  const life = new AbortController()
  const database = new Database(name)
  await database.open()
  const told = new Promise<string>((resolve) => watchTrouble(database, life.signal, resolve))
  const newer = indexedDB.open(name, 1_000_000)
  expect(await told).toMatch(/has been updated/)
  newer.onsuccess = () => newer.result.close()
  life.abort()
})
