import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Database } from './database.ts'
import { EntrySearch, type Sought } from './search-entries.ts'

const tutoring = (id: string, title = '') => ({
  id,
  tab: 1,
  origin: 'https://a.example',
  address: 'https://a.example/x',
  title,
  startedAt: 1,
  endedAt: 2,
})
const entry = (id: string, tutoring: string, text: string, at = 1) => ({
  ...({ who: 'person', kind: 'said', spoken: 0, state: 'done', remark: null } as const),
  places: [],
  id,
  tutoring,
  text,
  at,
})
const MANY = Array.from({ length: 60 }, (_, index) => tutoring(`t${index}`))
const { signal } = new AbortController()

async function filled(name: string) {
  const database = new Database(name)
  await database.entries.bulkPut(MANY.map(({ id }) => entry(`e-${id}`, id, `The  SLOPE of ${id}`)))
  let read = 0
  database.entries.hook('reading', (row) => {
    read += 1
    return row
  })
  const search = new EntrySearch(database)
  const find = async (query: string, ends = signal, each: (sought: Sought) => void = () => undefined) => {
    const told: Sought[] = []
    await search.find(query, MANY, ends, (sought) => {
      told.push(sought)
      each(sought)
    })
    return told
  }
  const readSince = () => {
    const before = read
    read = 0
    return before
  }
  return { database, find, readSince }
}

test('what is found is told as it is found, in the order of the tutorings', async () => {
  const { find } = await filled('search-told')
  const told = await find('slope the')
  expect(told.map(({ hits, share }) => [hits.length, Math.round(share * 60)])).toEqual([
    [25, 25],
    [50, 50],
    [60, 60],
  ])
  expect(told.at(-1)?.hits.map((hit) => hit.tutoring)).toEqual(MANY.map(({ id }) => id))
})

test('a search ends between two pieces; what it has read is not read again', async () => {
  const { find, readSince } = await filled('search-ends')
  const life = new AbortController()
  await expect(find('slope', life.signal, () => life.abort())).rejects.toThrow()
  const read = readSince()
  expect(read).toBeGreaterThanOrEqual(25)
  expect(read).toBeLessThan(60)
  await find('of')
  expect(read + readSince()).toBe(60)
})

test('of a tutoring with other entries than before all are read, of the others none', async () => {
  const { find, readSince, database } = await filled('search-again')
  await find('slope')
  readSince()
  await database.entries.bulkPut([
    entry('new', 't30', 'A newcomer.', 5),
    entry('newer', 't30', 'Newcomer 2', 6),
  ])
  expect((await find('newcomer')).at(-1)?.hits).toEqual([
    { tutoring: 't30', entries: 2, text: 'Newcomer 2', entry: 'newer' },
  ])
  expect(readSince()).toBe(3)
  await database.entries.where('id').anyOf(['new', 'newer', 'e-t30']).delete()
  expect((await find('newcomer')).at(-1)).toEqual({ hits: [], share: 1 })
})

test('title and site are found where no entry is; nothing asked for finds nothing', async () => {
  const search = new EntrySearch(new Database('search-title'))
  const told: Sought[] = []
  await search.find('a.EXAMPLE lines', [tutoring('t', 'Straight lines')], signal, (sought) =>
    told.push(sought),
  )
  await search.find('  ', [tutoring('t')], signal, (sought) => told.push(sought))
  expect(told).toEqual([
    { hits: [{ tutoring: 't', entries: 0, text: null, entry: null }], share: 1 },
    { hits: [], share: 1 },
  ])
})

test('a text is searched as it is shown and as it is stored, and told as it is shown', async () => {
  const database = new Database('search-shown')
  await database.entries.put(entry('e', 't', 'It is $x^2$.'))
  const search = new EntrySearch(database, (text) => text.replace('$x^2$', 'x²'))
  const hits: unknown[] = []
  for (const query of ['X²', 'x^2', 'is x²'])
    await search.find(query, [tutoring('t')], signal, (sought) => hits.push(...sought.hits))
  expect(hits).toEqual(Array(3).fill({ tutoring: 't', entries: 1, text: 'It is x².', entry: 'e' }))
})
