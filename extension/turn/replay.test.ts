import { beforeAll, describe, expect, test } from 'vitest'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { PlayedLoop } from './played-loop.ts'
import type { Policy } from './policy.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import type { TraceRow } from './trace.ts'

const recomputed = { mode: 'recomputed', policy: rulePolicy, check: findingOf, compute: computedOf } as const

let rows: TraceRow[]

beforeAll(async () => {
  const loop = new PlayedLoop()
  await loop.type('2(x+3)=10\n2x+3=10\n')
  await loop.pass(1000)
  loop.draft('hm')
  await loop.pass(400)
  loop.send('remind me to breathe every 4 seconds until I say stop')
  await loop.pass(10_000)
  loop.send('stop')
  loop.write('2(x+3)=10\n2x+6=10\n')
  await loop.pass(5000)
  rows = loop.trace
})

/** As it lies in the database: nothing but data. */
const stored = (): TraceRow[] => structuredClone(rows)

describe('a trace', () => {
  test('replays as recorded, byte for byte', async () => {
    const result = await replay(stored(), { mode: 'recorded' })
    expect(result.parting).toBeNull()
    expect(result.acts.length).toBeGreaterThan(2)
  })

  test('replays recomputed: policy and checker come to the same again', async () => {
    expect((await replay(stored(), recomputed)).parting).toBeNull()
  })

  test.each(['recorded', 'recomputed'])('with one percept changed parts (%s)', async (mode) => {
    const changed = stored()
    const row = changed.find(({ percepts }) =>
      percepts.some(
        (each) => each.from === 'page' && each.it.kind === 'text-changed' && each.it.text.endsWith('10\n'),
      ),
    )
    for (const percept of row?.percepts ?? [])
      if (percept.from === 'page' && percept.it.kind === 'text-changed') percept.it.keys = [percept.at - 400]
    expect(
      (await replay(changed, mode === 'recorded' ? { mode: 'recorded' } : recomputed)).parting,
    ).not.toBeNull()
  })

  test('with one percept left out parts', async () => {
    const changed = stored()
    for (const row of changed) row.percepts = row.percepts.filter((each) => each.from !== 'checker')
    expect((await replay(changed, { mode: 'recorded' })).parting).not.toBeNull()
  })

  test('with one rule changed parts when recomputed', async () => {
    const eager: Policy = Object.assign(
      async (...[frame, state]: Parameters<Policy>) => {
        const best = frame.remarks[0]
        if (best !== undefined && frame.speech === null)
          return { act: { kind: 'speak' as const, remark: best.id }, beliefs: {}, state }
        return rulePolicy(frame, state)
      },
      { version: rulePolicy.version },
    )
    const result = await replay(stored(), { ...recomputed, policy: eager })
    expect(result.parting).toMatchObject({ what: 'act' })
  })

  test('with another checker parts when recomputed', async () => {
    const result = await replay(stored(), {
      ...recomputed,
      check: (request) => ({ ...findingOf(request), verdicts: [] }),
      compute: computedOf,
    })
    expect(result.parting).toMatchObject({ what: 'finding' })
  })

  test('of another policy version is refused', async () => {
    const changed = stored()
    if (changed[0] !== undefined) changed[0].policy = 'rules-0'
    await expect(replay(changed, recomputed)).rejects.toThrow(/policy rules-0/)
  })

  test.each([
    [[]],
    [[{ run: 1 }]],
    [['nonsense']],
    [
      [
        {
          run: 1,
          turn: 1,
          tutorings: [],
          percepts: [],
          act: { kind: 'hold' },
          digest: 'x',
          start: { version: 7 },
        },
      ],
    ],
  ])('that is none is refused: %j', async (nonsense) => {
    await expect(replay(nonsense, { mode: 'recorded' })).rejects.toThrow()
  })
})
