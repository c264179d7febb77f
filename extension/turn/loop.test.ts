import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { restoreState } from '../store/restore-state.ts'
import { DrivenLoop, newDatabase, START, TUTORING } from './driven-loop.ts'
import { newLoopState } from './loop-state.ts'
import type { Policy } from './policy.ts'
import { replay } from './replay.ts'
import { parseSnapshot } from './snapshot.ts'

afterEach(() => vi.restoreAllMocks())

test('what a micro-turn did is written with how far the links were read, then acknowledged', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.write('2(x+3)=10\n', 4)
  await bench.pass(1)
  expect(bench.acked.get('page')).toBe(4)
  expect(await bench.database.links.get('page')).toMatchObject({ got: 4 })
  expect(await bench.database.trace.count()).toBe(1)
})

test('the death of the loop while it speaks loses and doubles nothing', async () => {
  const first = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  first.begin()
  first.write('2(x+3)=10\n2x+3=10\n', 1)
  for (let turn = 0; first.loop.state.speech === null && turn < 50; turn += 1) await first.pass(1)
  const restored = await restoreState(first.database, first.now + 1500, 0)
  const second = new DrivenLoop(first.database, restored)
  second.loop.take({
    from: 'door',
    at: second.now,
    it: {
      kind: 'page-joined',
      tutoring: TUTORING,
      tab: 1,
      origin: 'http://page',
      address: 'http://page/',
      title: 'Page',
      fresh: true,
    },
  })
  second.write('2(x+3)=10\n2x+3=10\n', 2)
  await second.pass(60)
  expect(await second.remarks()).toBe(1)
  const [entry] = (await second.database.entries.toArray()).filter((each) => each.kind === 'remark')
  expect(entry).toMatchObject({ state: 'done', spoken: entry?.text.length })
  const runs = Map.groupBy(await second.database.trace.toArray(), (row) => row.run)
  expect(runs.size).toBe(2)
  for (const rows of runs.values()) expect((await replay(rows, { mode: 'recorded' })).parting).toBeNull()
})

test('a database that refuses is said plainly, and its micro-turn comes again', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  await bench.pass(1)
  const refused = vi
    .spyOn(bench.database, 'transaction')
    .mockRejectedValue(Object.assign(new Error('full'), { name: 'QuotaExceededError' }))
  bench.write('2(x+3)=10\n2x+3=10\n', 1)
  await bench.pass(3)
  expect(bench.faults.at(-1)).toMatch(/disk is full/)
  expect(bench.acked.has('page')).toBe(false)
  refused.mockRestore()
  await bench.pass(20)
  expect(bench.faults.at(-1)).toBeNull()
  expect(bench.acked.get('page')).toBe(1)
  expect(await bench.remarks()).toBe(1)
})

test('a policy that never answers, or throws, holds; promises are kept all the same', async () => {
  const silent: Policy = Object.assign(() => new Promise<never>(() => undefined), { version: 'silent' })
  const broken: Policy = Object.assign(() => Promise.reject(new Error('NaN')), { version: 'broken' })
  for (const policy of [silent, broken]) {
    const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0), policy)
    bench.begin()
    bench.send('remind me in 1 second to breathe')
    await bench.pass(8)
    const said = await bench.said()
    expect(said.filter((text) => /^Reminder: .*breathe/.test(text))).toHaveLength(1)
  }
})

test('a checking worker that dies is replaced and asked again; one request that kills two is given up', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.behaviour.die = 1
  bench.write('2(x+3)=10\n2x+3=10\n', 1)
  await bench.pass(20)
  expect(await bench.remarks()).toBe(1)
  bench.behaviour.die = 2
  bench.send('check 2+2=4')
  await bench.pass(5)
  const said = await bench.said()
  expect(said.some((text) => text.startsWith('I could not check that'))).toBe(true)
})

test('micro-turns that were slept through are counted, and a reminder of then comes once, late', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.send('remind me to breathe every 4 seconds')
  await bench.pass(1)
  bench.now += 600_000
  await bench.pass(3)
  const reminders = (await bench.database.entries.toArray()).filter((entry) => entry.kind === 'reminder')
  expect(reminders).toHaveLength(1)
  expect(reminders[0]?.text).toMatch(/late/)
})

test('a snapshot of another version keeps the promises and closes what was open', async () => {
  const database = newDatabase()
  const bench = new DrivenLoop(database, newLoopState(START, 0))
  bench.begin()
  bench.send('remind me in 1 hour to stretch')
  await bench.pass(1)
  await database.snapshots.put({ id: 'loop', state: { version: 0, anything: true } })
  const state = await restoreState(database, START + 5000, 0)
  expect(state.promises).toHaveLength(1)
  expect(Object.keys(state.tutorings)).toHaveLength(0)
  expect((await database.tutorings.get(TUTORING))?.endedAt).toBe(START + 5000)
})

test('a clock that is set back begins a new grid: what is written then is heard, and replays', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.write('2(x+3)=10\n', 1)
  await bench.pass(5)
  bench.now -= 3_600_000
  bench.write('2(x+3)=10\n2x+3=10\n', 2)
  await bench.pass(20)
  expect(bench.acked.get('page')).toBe(2)
  expect(await bench.remarks()).toBe(1)
  const runs = Map.groupBy(await bench.database.trace.toArray(), (row) => row.run)
  expect(runs.size).toBe(2)
  for (const rows of runs.values()) expect((await replay(rows, { mode: 'recorded' })).parting).toBeNull()
})

test('a percept that cannot be taken in is dropped and said; those beside it count', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  await bench.pass(1)
  const poisoned = {
    kind: 'remark',
    at: 0,
    what: 'hint',
    get remark(): string {
      throw new Error('poison')
    },
  } as const
  bench.loop.take({ from: 'panel', at: bench.now, panel: 'p', it: poisoned }, { link: 'panel', seq: 1 })
  bench.write('2(x+3)=10\n2x+3=10\n', 1)
  await bench.pass(1)
  expect(bench.faults.at(-1)).toMatch(/cannot write down/)
  await bench.pass(20)
  expect(bench.faults.at(-1)).toBeNull()
  expect([bench.acked.get('panel'), bench.acked.get('page')]).toEqual([1, 1])
  expect(await bench.remarks()).toBe(1)
})

test('erasing empties every table and the loop’s own memory', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.send('remind me in 5 seconds to breathe')
  await bench.pass(2)
  const erased = bench.loop.erase()
  await bench.pass(1)
  await erased
  await bench.pass(60)
  for (const table of bench.database.tables)
    expect([table.name, await table.count()]).toEqual([table.name, 0])
})

test('what is written in a pause is acknowledged and leaves no trace, also over the death of the loop', async () => {
  const database = newDatabase()
  const first = new DrivenLoop(database, newLoopState(START, 0))
  first.begin()
  const until = START + 60_000
  first.loop.take({ from: 'panel', at: START, panel: 'p', it: { kind: 'pause', at: START, until } })
  await first.pass(1)
  first.write('a secret', 7)
  await first.pass(2)
  expect(first.acked.get('page')).toBe(7)
  const second = new DrivenLoop(database, await restoreState(database, START + 10_000, 0))
  second.write('a secret', 8)
  await second.pass(2)
  expect(JSON.stringify(await database.trace.toArray())).not.toContain('secret')
  second.now = until
  second.write('no secret', 9)
  await second.pass(2)
  expect(JSON.stringify(await database.trace.toArray())).toContain('no secret')
  expect((await database.settings.get('manner'))?.value).toMatchObject({ pausedUntil: null })
})

test('another language is a percept of its own, and is spoken from then on', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.language = 'de'
  bench.begin()
  await bench.pass(3)
  const notices = await bench.database.entries.toArray()
  expect(notices.map(({ text }) => text)).toEqual([expect.stringMatching(/^Ich lese mit/)])
  const trace = await bench.database.trace.toArray()
  expect(trace.flatMap(({ percepts }) => percepts).filter(({ from }) => from === 'door')[0]).toMatchObject({
    it: { kind: 'language', language: 'de' },
  })
  expect((await replay(trace, { mode: 'recorded' })).parting).toBeNull()
  const restored = await restoreState(bench.database, bench.now + 1500, 0)
  expect(restored.language).toBe('de')
})

test('a memory from before there were languages speaks English', () => {
  const { language: _, ...old } = newLoopState(START, 0)
  expect(parseSnapshot(old).language).toBe('en')
})
