import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { DrivenLoop, newDatabase, START, TUTORING } from './driven-loop.ts'
import { newLoopState } from './loop-state.ts'
import { mergeWaiting, type Waiting } from './merge-waiting.ts'

afterEach(() => vi.restoreAllMocks())

test('a database that refuses is asked once a second; what gathers meanwhile is one text for each field', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  await bench.pass(1)
  const refused = vi
    .spyOn(bench.database, 'transaction')
    .mockRejectedValue(Object.assign(new Error('full'), { name: 'QuotaExceededError' }))
  for (let seq = 1; seq <= 50; seq += 1) {
    bench.write('2(x+3)=10\n2x+3=10\n'.slice(0, seq), seq)
    await bench.pass(1)
  }
  expect(refused.mock.calls.length).toBeLessThanOrEqual(11)
  refused.mockRestore()
  await bench.pass(20)
  expect(bench.acked.get('page')).toBe(50)
  expect(await bench.remarks()).toBe(1)
  const texts = (await bench.database.trace.toArray())
    .flatMap((row) => row.percepts)
    .filter((percept) => percept.from === 'page' && percept.it.kind === 'text-changed')
  expect(texts.length).toBeLessThan(10)
})

test('what the disk lost is put back from memory, and said', async () => {
  const database = newDatabase()
  const bench = new DrivenLoop(database, newLoopState(START, 0))
  bench.begin()
  bench.send('remind me in 10 seconds to stretch')
  bench.write('2(x+3)=10\n2x+3=10\n', 1)
  await bench.pass(10)
  const name = database.name
  database.close({ disableAutoOpen: false })
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  bench.write('2(x+3)=10\n2x+3=10\n2x=7\n', 2)
  await bench.pass(60)
  expect(await database.tutorings.get(TUTORING)).toMatchObject({ endedAt: null })
  const texts = await bench.said()
  expect(texts.filter((text) => text.includes('was deleted from this disk'))).toHaveLength(1)
  expect(texts.filter((text) => text.startsWith('Reminder:'))).toHaveLength(1)
  expect(await bench.remarks()).toBeLessThanOrEqual(1)
  expect(await database.remarks.count()).toBeGreaterThan(0)
})

test('a first start, and one after erasing, say nothing of a loss', async () => {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  await bench.pass(5)
  const erased = bench.loop.erase()
  await bench.pass(1)
  await erased
  bench.begin()
  await bench.pass(5)
  expect((await bench.said()).filter((text) => text.includes('deleted'))).toEqual([])
})

const waiting = fc.array(
  fc.record({
    seq: fc.nat(),
    link: fc.constantFrom('a', 'b'),
    path: fc.constantFrom('#one', '#two'),
    by: fc.constantFrom('person' as const, 'page' as const),
    kind: fc.constantFrom('text', 'scroll', 'nothing'),
  }),
)

test('merging keeps the newest text of each field, every key, the order and the highest receipts', () => {
  fc.assert(
    fc.property(waiting, (drawn) => {
      const before = drawn.map(({ link, path, by, kind }, index): Waiting => {
        const receipt = { link, seq: index }
        if (kind === 'nothing') return { percept: null, receipt }
        const field = { path, kind: 'textarea' as const, label: '' }
        const it =
          kind === 'scroll'
            ? { kind: 'scrolled' as const, at: index }
            : {
                kind: 'text-changed' as const,
                at: index,
                field,
                text: `${index}`,
                cut: false,
                by,
                keys: [index],
              }
        return { percept: { from: 'page', at: index, tutoring: 't', it }, receipt }
      })
      const after = mergeWaiting(before)
      const percepts = (list: readonly Waiting[]) =>
        list.flatMap(({ percept }) => (percept === null ? [] : [percept]))
      const texts = (list: readonly Waiting[]) =>
        percepts(list).flatMap((each) =>
          each.from === 'page' && each.it.kind === 'text-changed' ? [each.it] : [],
        )
      const key = (it: { field: { path: string }; by: string }) => `${it.by} ${it.field.path}`
      const newest = (list: readonly Waiting[]) => new Map(texts(list).map((it) => [key(it), it.text]))
      const got = (list: readonly Waiting[]) =>
        new Map(
          list.flatMap(({ receipt }) => (receipt === null ? [] : [[receipt.link, receipt.seq] as const])),
        )
      expect([...newest(after)].sort()).toEqual([...newest(before)].sort())
      expect(texts(after)).toHaveLength(newest(before).size)
      const keys = (list: readonly Waiting[]) =>
        texts(list)
          .flatMap((it) => it.keys)
          .sort((a, b) => a - b)
      expect(keys(after)).toEqual(keys(before))
      expect([...got(after)].sort()).toEqual([...got(before)].sort())
      const times = percepts(after).map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }),
  )
})

test('a clock that is set back keeps spans, times of day and the order of the conversation', async () => {
  const HOUR = 3_600_000
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  bench.send('remind me in 10 seconds to stretch', 'span')
  bench.send('remind me at 10:00 to eat', 'time')
  await bench.pass(5)
  bench.now -= HOUR
  await bench.pass(60)
  const entries = (await bench.database.entries.where('tutoring').equals(TUTORING).sortBy('at')).map(
    ({ text }) => text,
  )
  expect(entries.filter((text) => text.startsWith('Reminder:'))).toEqual(['Reminder: stretch'])
  expect(entries.at(-1)).toBe('Reminder: stretch')
  const open = await bench.database.promises.where('state').equals('open').toArray()
  expect(open.map(({ due }) => due)).toEqual([START + HOUR])
})
