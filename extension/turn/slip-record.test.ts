import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { commitTurn } from '../store/commit-turn.ts'
import { restoreState } from '../store/restore-state.ts'
import { DrivenLoop, newDatabase, START } from './driven-loop.ts'
import { newLoopState } from './loop-state.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'
import { beginWork, putSlip } from './work.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'
const RIGHT = '2(x+3)=10\n2x+6=10\n'
const DAY = 86_400_000

async function slipped(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(5000)
  return loop
}
const figures = (loop: PlayedLoop) =>
  loop.state.slips.map(({ id, seen, corrected }) => ({ id, seen, corrected }))
const remarkOf = (loop: PlayedLoop) => [...loop.remarks.keys()][0] ?? ''
const SEEN = [{ id: 'distributes-to-first-term', seen: 1, corrected: 0 }]

describe('the record of slips', () => {
  test('counts a slip that was pointed at once, and when it was put right', async () => {
    const loop = await slipped()
    expect(figures(loop)).toEqual(SEEN)
    loop.write(RIGHT)
    await loop.pass(5000)
    expect(figures(loop)).toEqual([{ ...SEEN[0], corrected: 1 }])
    expect((loop.state.slips[0]?.card.due ?? 0) - loop.state.now).toBeGreaterThan(DAY - 20_000)
  })

  test('holds nothing of what was written', async () => {
    const loop = await slipped()
    expect(JSON.stringify(loop.state.slips)).not.toMatch(/x|10|#working/i)
  })

  test('is as before when the remark is taken back, and counts again when that is undone', async () => {
    const loop = await slipped()
    loop.panel({ kind: 'remark', remark: remarkOf(loop), what: 'wrong' })
    await loop.turn()
    expect(figures(loop)).toEqual([])
    loop.panel({ kind: 'remark', remark: remarkOf(loop), what: 'undo' })
    await loop.turn()
    expect(figures(loop)).toEqual(SEEN)
  })

  test('keeps what was there before when a later remark is taken back', async () => {
    const loop = await slipped()
    loop.write(`${RIGHT}\n3(y+2)=9\n3y+2=9\n`)
    await loop.pass(5000)
    expect(figures(loop)).toEqual([{ ...SEEN[0], seen: 2, corrected: 1 }])
    loop.panel({ kind: 'remark', remark: [...loop.remarks.keys()][1] ?? '', what: 'wrong' })
    await loop.turn()
    expect(figures(loop)).toEqual([{ ...SEEN[0], corrected: 1 }])
  })

  test('is not kept by a person who wants none, and a wrong line is pointed at all the same', async () => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'manner', change: { record: false } })
    await loop.type(WRONG)
    await loop.pass(5000)
    expect(loop.said).toHaveLength(1)
    expect(loop.state.slips).toEqual([])
  })

  test('says nothing of a slip that nobody was shown: in exam mode it is not noted', async () => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'manner', change: { exam: true } })
    await loop.type(WRONG)
    await loop.pass(5000)
    expect(loop.state.slips).toEqual([])
  })

  test('forgets, and keeps after all, one row; what was noted anew stays', async () => {
    const loop = await slipped()
    const rows = loop.state.slips
    loop.panel({ kind: 'forget-slips', slips: ['distributes-to-first-term', 'constructor'] })
    await loop.turn()
    expect(loop.state.slips).toEqual([])
    loop.panel({ kind: 'keep-slips', rows })
    loop.panel({ kind: 'keep-slips', rows: rows.map((row) => ({ ...row, seen: 7 })) })
    await loop.turn()
    expect(loop.state.slips).toEqual(rows)
  })

  test('replays, recomputed', async () => {
    const loop = await slipped()
    loop.write(RIGHT)
    await loop.pass(5000)
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
  })
})

test('the record is written with its micro-turn, outlives the loop, and goes with everything else', async () => {
  const database = newDatabase()
  const bench = new DrivenLoop(database, newLoopState(START, 0))
  bench.begin()
  bench.write(WRONG, 1)
  await bench.pass(20)
  const [row] = await database.slips.toArray()
  expect(row).toMatchObject(SEEN[0] ?? {})
  // Also from its rows alone, where the memory of the loop is of another version.
  await database.snapshots.put({ id: 'loop', state: { version: 99 } })
  expect((await restoreState(database, START, 0)).slips).toEqual([row])
  const erased = bench.loop.erase()
  await bench.pass(1)
  await erased
  expect(await database.slips.count()).toBe(0)
  expect(bench.loop.state.slips).toEqual([])
})

test('a slip that is forgotten leaves the table', async () => {
  const database = newDatabase()
  const loop = await slipped()
  const trace = { run: 1, turn: 1, tutorings: [], percepts: [], act: { kind: 'hold' as const }, digest: '' }
  const record = { forgets: new Set<string>(), trace, state: loop.state, got: new Map() }
  await commitTurn(database, { ...record, writes: beginWork(loop.state).writes }, () => undefined)
  expect(await database.slips.count()).toBe(1)
  const work = beginWork(loop.state)
  putSlip(work, null, 'distributes-to-first-term')
  await commitTurn(database, { ...record, writes: work.writes }, () => undefined)
  expect(await database.slips.count()).toBe(0)
})

test('a memory from before there was a record has an empty one; a row that is none is left out', () => {
  const { slips: _, ...old } = newLoopState(1, 0)
  expect(parseSnapshot(old).slips).toEqual([])
  expect(parseSnapshot({ ...newLoopState(1, 0), slips: [{ id: 'no-such-slip' }] }).slips).toEqual([])
})
