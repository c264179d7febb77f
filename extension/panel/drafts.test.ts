import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Database } from '../store/database.ts'
import { openDrafts } from './drafts.ts'

let opened = 0
let made = 0

function newDatabase(): Database {
  opened += 1
  return new Database(`drafts-${opened}`)
}

function open(database: Database) {
  return openDrafts(database, 't1', {
    newId: () => {
      made += 1
      return `id${made}`
    },
    kept: () => undefined,
    failed: (error) => {
      throw error
    },
  })
}

async function kept(database: Database, expected: unknown) {
  await expect.poll(async () => (await database.settings.get('draft:t1'))?.value).toEqual(expected)
}

const utterance = (id: string) => ({
  id,
  tutoring: 't1',
  at: 1,
  who: 'person' as const,
  kind: 'said' as const,
  text: 'hello',
  spoken: 5,
  state: 'done' as const,
  remark: null,
  places: [],
})

test('a draft outlives the panel', async () => {
  const database = newDatabase()
  const drafts = await open(database)
  drafts.edit('hello')
  await kept(database, { id: expect.any(String), text: 'hello', outgoing: [] })
  expect((await open(database)).text.value).toBe('hello')
})

test('what was sent stays until it is in the conversation', async () => {
  const database = newDatabase()
  const drafts = await open(database)
  drafts.edit('hello')
  const sent = drafts.send(5)
  await kept(database, { id: expect.any(String), text: '', outgoing: [sent] })
  const again = await open(database)
  expect(again.outgoing.value).toEqual([sent])
  again.arrived(sent?.id ?? '')
  expect(again.outgoing.value).toEqual([])
  await kept(database, undefined)
})

test('a draft whose entry is there already is dropped, even if the panel died before it noted the sending', async () => {
  const database = newDatabase()
  const drafts = await open(database)
  drafts.edit('hello')
  await kept(database, { id: expect.any(String), text: 'hello', outgoing: [] })
  const before = (await database.settings.get('draft:t1'))?.value as { id: string }
  await database.entries.put(utterance(before.id))
  expect((await open(database)).text.value).toBe('')
})

test('blank drafts are not sent, and each sending has an id of its own', async () => {
  const drafts = await open(newDatabase())
  drafts.edit('  \n')
  expect(drafts.send(1)).toBeNull()
  drafts.edit('one')
  const one = drafts.send(1)
  drafts.edit('two')
  expect(drafts.send(2)?.id).not.toBe(one?.id)
})

test('a row that is not a draft counts as none', async () => {
  const database = newDatabase()
  await database.settings.put({ key: 'draft:t1', value: { text: 7 } })
  expect((await open(database)).text.value).toBe('')
})
