import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { HOLD } from '../../shared/acts/act.ts'
import { Database } from './database.ts'
import { forgetTutorings } from './forget-tutorings.ts'
import { Pruning } from './prune-store.ts'
import { RETENTION, readRetention, TAKEN_BACK_MS, writeRetention } from './retention.ts'
import { sentRow } from './sent-row.ts'

const NOW = Date.UTC(2026, 2, 2)
const DAY = 86_400_000
const { signal } = new AbortController()

const row = (run: number, turn: number, tutorings: string[] = []) => ({
  run,
  turn,
  tutorings,
  percepts: [],
  act: HOLD,
  digest: '',
})
const ROW_BYTES = JSON.stringify(row(NOW - DAY, 1000)).length

function filled(name: string, rows: number): Promise<Database> {
  const database = new Database(name)
  return database.trace
    .bulkPut([
      row(NOW - 31 * DAY, 1),
      row(NOW - 29 * DAY, 1),
      ...Array.from({ length: rows }, (_, turn) => row(NOW - DAY, turn)),
    ])
    .then(() => database)
}

test('drops what is past its time, and of the oldest as much as the store is too large', async () => {
  const database = await filled('prune', 6000)
  const pruning = new Pruning(database)
  await pruning.prune(NOW, 0, signal)
  expect(await database.trace.count()).toBe(6001)
  await pruning.prune(NOW, 200e6 + 3000 * ROW_BYTES, signal)
  const left = await database.trace.count()
  expect(left).toBeGreaterThan(2400)
  expect(left).toBeLessThan(3100)
  expect(await database.trace.get([NOW - DAY, 5999])).toBeDefined()
  // The browser has not told yet that there is space again.
  await pruning.prune(NOW, 200e6 + 3000 * ROW_BYTES, signal)
  expect(await database.trace.count()).toBe(left)
  await pruning.prune(NOW, 200e6 + 1000 * ROW_BYTES, signal)
  expect(await database.trace.count()).toBeLessThan(left - 900)
})

test('a backlog goes at one time, and what is to be written meanwhile need not wait for its end', async () => {
  const database = await filled('prune-backlog', 20_000)
  await writeRetention(database, { ...RETENTION, megabytes: 10 })
  const pruning = new Pruning(database).prune(NOW, 1e9, signal)
  let left = Number.POSITIVE_INFINITY
  while (left > 15_000) left = await database.trace.count()
  await database.trace.put(row(NOW, 1))
  expect(await database.trace.count()).toBeGreaterThan(1000)
  await pruning
  expect(await database.trace.count()).toBe(0)
})

test('ends between two transactions when it is told to', async () => {
  const database = await filled('prune-ended', 10)
  const life = new AbortController()
  life.abort()
  await new Pruning(database).prune(NOW, 1e9, life.signal)
  expect(await database.trace.count()).toBe(12)
})

test('obeys the days and the size that the person chose', async () => {
  const database = new Database('prune-chosen')
  await writeRetention(database, { days: 2, megabytes: 10 })
  await database.trace.bulkPut([row(NOW - 3 * DAY, 1), row(NOW - DAY, 1)])
  const pruning = new Pruning(database)
  await pruning.prune(NOW, 9e6, signal)
  expect(await database.trace.toCollection().primaryKeys()).toEqual([[NOW - DAY, 1]])
  await pruning.prune(NOW, 11e6, signal)
  expect(await database.trace.count()).toBe(0)
})

async function withTutorings(name: string): Promise<Database> {
  const database = new Database(name)
  const past = Array.from({ length: 25 }, (_, index) => `past-${index}`)
  const ends = { running: null, young: NOW - 6 * DAY, promised: NOW - 9 * DAY }
  const known = [...past.map((id) => [id, NOW - 8 * DAY] as const), ...Object.entries(ends)]
  for (const [id, endedAt] of known) {
    const page = { tab: 1, origin: 'o', address: 'a', title: id }
    await database.tutorings.put({ ...page, id, startedAt: NOW - 20 * DAY, endedAt })
    await database.trace.put(
      row(
        NOW - 8 * DAY,
        known.findIndex(([each]) => each === id),
        [id],
      ),
    )
    const said = { who: 'person', kind: 'said', spoken: 0, state: 'done', remark: null } as const
    await database.entries.put({ ...said, places: [], id: `e-${id}`, tutoring: id, at: 1, text: 'words' })
  }
  const promise = { kind: 'remind', text: 't', madeAt: 1, due: 9, every: null, until: null, kept: 0 } as const
  await database.promises.bulkPut([
    { ...promise, id: 'p1', tutoring: 'promised', state: 'open' },
    { ...promise, id: 'p2', tutoring: 'past-3', state: 'ended' },
  ])
  return database
}

test('tutorings are kept for ever, until the person chooses for how long', async () => {
  const database = await withTutorings('prune-tutorings')
  await new Pruning(database).prune(NOW, 0, signal)
  expect(await database.tutorings.count()).toBe(28)
  await writeRetention(database, { ...RETENTION, tutoringDays: 7, chosenAt: NOW - TAKEN_BACK_MS })
  await new Pruning(database).prune(NOW, 0, signal)
  const left = ['promised', 'running', 'young']
  expect(await database.tutorings.toCollection().primaryKeys()).toEqual(left)
  expect((await database.entries.toArray()).map(({ tutoring }) => tutoring).sort()).toEqual(left)
  expect((await database.trace.toArray()).flatMap(({ tutorings }) => tutorings).sort()).toEqual(left)
  expect(await database.promises.toCollection().primaryKeys()).toEqual(['p1'])
})

test('the choice can be taken back for an hour', async () => {
  const database = await withTutorings('prune-taken-back')
  await writeRetention(database, { ...RETENTION, tutoringDays: 7, chosenAt: NOW - TAKEN_BACK_MS + 1 })
  await new Pruning(database).prune(NOW, 0, signal)
  expect(await database.tutorings.count()).toBe(28)
})

test('what is no choice is not kept, and what was stored damaged counts as none', async () => {
  const database = new Database('prune-nonsense')
  const bounds = { days: 30, megabytes: 200 }
  for (const nonsense of [
    null,
    { ...bounds, days: 0 },
    { ...bounds, days: 1.5 },
    { days: 30 },
    { ...bounds, tutoringDays: 0 },
  ])
    await writeRetention(database, nonsense)
  expect(await database.settings.count()).toBe(0)
  await database.settings.put({ key: 'retention', value: 'for ever' })
  expect(await readRetention(database)).toEqual(RETENTION)
  await database.settings.put({ key: 'retention', value: bounds })
  expect(await readRetention(database)).toEqual(RETENTION)
})

test('what was sent goes with its time, with its tutoring, and after the traces where the store is too large', async () => {
  const database = await filled('prune-sent', 10)
  await database.sent.bulkPut([
    sentRow('old', 't', NOW - 31 * DAY),
    ...Array.from({ length: 50 }, (_, n) => sentRow(`s${n}`, n < 5 ? 'gone' : 't', NOW - DAY + n)),
  ])
  const pruning = new Pruning(database)
  await pruning.prune(NOW, 0, signal)
  expect(await database.sent.get('old')).toBeUndefined()
  expect(await database.sent.count()).toBe(50)
  await database.transaction('rw', database.tables, () => forgetTutorings(database, new Set(['gone'])))
  expect(await database.sent.count()).toBe(45)
  // A trace of these rows weighs less than 10 kB, so that what was sent has to give some.
  await pruning.prune(NOW, 200e6 + 10_000, signal)
  expect(await database.trace.count()).toBe(0)
  expect((await database.sent.orderBy('at').primaryKeys()).at(-1)).toBe('s49')
  expect(await database.sent.count()).toBe(25)
})
