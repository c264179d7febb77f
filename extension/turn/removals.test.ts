import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { HOLD } from '../../shared/acts/act.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import { commitTurn } from '../store/commit-turn.ts'
import { Database } from '../store/database.ts'
import { restoreState } from '../store/restore-state.ts'
import { REMOVALS } from '../store/rows.ts'
import { type LoopState, newLoopState, TURN_MS } from './loop-state.ts'
import { perceiveAll } from './micro-turn.ts'
import { PlayedLoop } from './played-loop.ts'
import { KEPT_MS } from './removals.ts'
import { tutoringsIn } from './trace.ts'
import { beginWork } from './work.ts'

const RUN = Date.UTC(2026, 2, 2)

function told(state: LoopState, turn: number, ...messages: PanelToLoop[]) {
  const at = state.run + turn * TURN_MS
  return perceiveAll(
    state,
    turn,
    messages.map((it) => ({ from: 'panel' as const, at, panel: 'p', it })),
  ).work
}

const remove = (...tutorings: string[]): PanelToLoop => ({ kind: 'remove-tutorings', at: 0, tutorings })
const keep = (...tutorings: string[]): PanelToLoop => ({ kind: 'keep-tutorings', at: 0, tutorings })
const LATER = Math.ceil(KEPT_MS / TURN_MS)

test('what is removed can be kept for some seconds, and is forgotten then', () => {
  const removed = told(newLoopState(RUN, 0), 1, remove('a', 'b'))
  expect(removed.forgets.size).toBe(0)
  const kept = told(removed.state, 2, keep('b'))
  expect(kept.writes.settings.get(REMOVALS)).toEqual(kept.state.removals)
  const before = told(kept.state, LATER)
  expect(before.forgets.size).toBe(0)
  const after = told(before.state, LATER + 1)
  expect([...after.forgets]).toEqual(['a'])
  expect(after.state.removals).toEqual([])
  expect(told(after.state, LATER + 2, keep('a')).state.removals).toEqual([])
})

test('removing twice does not prolong it', () => {
  const twice = told(told(newLoopState(RUN, 0), 1, remove('a')).state, 50, remove('a'))
  expect([...told(twice.state, LATER + 1).forgets]).toEqual(['a'])
})

test('a tutoring that still goes on is stopped first, and stays stopped when it is kept', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  const tutorings = [PlayedLoop.tutoring]
  loop.panel({ kind: 'remove-tutorings', tutorings: [...tutorings, 'ended'] })
  await loop.turn()
  expect(loop.state.tutorings).toEqual({})
  expect(loop.state.front).toBeNull()
  expect(loop.state.removals).toMatchObject([
    { tutorings: [PlayedLoop.tutoring, 'ended'], stopped: [PlayedLoop.tutoring] },
  ])
  loop.panel({ kind: 'keep-tutorings', tutorings })
  await loop.pass(KEPT_MS + TURN_MS)
  expect(loop.state.removals).toEqual([])
  expect(loop.state.tutorings).toEqual({})
})

test('a micro-turn belongs to a tutoring of which something was noticed after its end', () => {
  const { state } = beginWork(newLoopState(RUN, 0))
  const left: Percept = {
    from: 'page',
    at: RUN,
    tutoring: 'gone',
    it: { kind: 'field-left', at: RUN, path: '#w' },
  }
  const draft: Percept = {
    from: 'panel',
    at: RUN,
    panel: 'p',
    it: { kind: 'draft', at: RUN, tutoring: 'also gone', text: 'x' },
  }
  expect(tutoringsIn(state, state, [left, draft])).toEqual(['gone', 'also gone'])
})

async function filled(name: string): Promise<Database> {
  const database = new Database(name)
  for (const id of ['gone', 'left']) {
    await database.tutorings.put({
      id,
      tab: 1,
      origin: 'o',
      address: 'a',
      title: `${id} title`,
      startedAt: 1,
      endedAt: 2,
    })
    const entry = { who: 'person', kind: 'said', spoken: 0, state: 'done', remark: null } as const
    await database.entries.put({
      ...entry,
      places: [],
      id: `e-${id}`,
      tutoring: id,
      at: 1,
      text: `${id} words`,
    })
    const promise = { kind: 'remind', madeAt: 1, due: 9, every: null, until: null, kept: 0 } as const
    await database.promises.bulkPut([
      { ...promise, id: `p-${id}`, tutoring: id, text: `${id} was promised`, state: 'ended' },
      { ...promise, id: `q-${id}`, tutoring: id, text: `${id} is promised`, state: 'open' },
    ])
    await database.settings.put({ key: `draft:${id}`, value: `${id} draft` })
  }
  const row = { percepts: [], act: HOLD, digest: '' }
  await database.trace.bulkPut([
    { ...row, run: 1, turn: 1, tutorings: ['gone'] },
    { ...row, run: 1, turn: 2, tutorings: ['gone', 'left'] },
    { ...row, run: 1, turn: 3, tutorings: ['left'] },
  ])
  return database
}

async function everything(database: Database): Promise<string> {
  return JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())))
}

const record = (trace: { run: number; turn: number }) => {
  const { state, writes } = beginWork(newLoopState(RUN, 0))
  const row = { tutorings: [], percepts: [], act: HOLD, digest: '', ...trace }
  return { writes, state, trace: row, forgets: new Set(['gone']), got: new Map() }
}

test('nothing of a deleted tutoring is left but what is still promised; the others stay', async () => {
  const database = await filled('forget')
  await commitTurn(database, record({ run: 2, turn: 1 }), () => undefined)
  const left = await everything(database)
  expect(left.match(/gone [^"]*/g)).toEqual(['gone is promised'])
  expect(left.match(/"[^"]*gone"/g)).toEqual(['"q-gone"', '"gone"'])
  for (const words of ['left title', 'left words', 'left draft', 'left was promised'])
    expect(left).toContain(words)
  expect(await database.trace.toCollection().primaryKeys()).toEqual([
    [1, 3],
    [2, 1],
  ])
})

test('where its transaction fails nothing is deleted at all', async () => {
  const database = await filled('forget-fails')
  const before = await everything(database)
  await expect(commitTurn(database, record({ run: Number.NaN, turn: 1 }), () => undefined)).rejects.toThrow()
  expect(await everything(database)).toBe(before)
})

test('a removal outlives the loop, also where its memory was lost', async () => {
  const database = new Database('removal-restored')
  const removed = told(newLoopState(RUN, 0), 1, remove('a')).state
  await database.settings.put({ key: REMOVALS, value: removed.removals })
  const restored = await restoreState(database, RUN + 60_000, 0)
  expect([...told(restored, 1).forgets]).toEqual(['a'])
})
