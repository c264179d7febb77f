import { expect, test } from 'vitest'
import type { Glimpse } from '../../../shared/messages/glimpse.ts'
import { drawMinute, sumUpMinute } from './draw-minute.ts'

const NOW = 1_800_000_000_000
/** x is ms since the strip began. */
const strip = { now: NOW, width: 60_000 }

/** The micro-turn that began so many ms before NOW. */
const turn = (agoMs: number, changes: Partial<Glimpse> = {}): Glimpse => ({
  at: NOW - agoMs,
  floor: 'nobody',
  act: 'hold',
  beliefs: {},
  by: 'rules-6',
  ...changes,
})

test('nothing happened: nothing is drawn, nor of what is older than a minute', () => {
  expect(drawMinute([], strip)).toBeNull()
  expect(drawMinute([turn(60_000), turn(90_000)], strip)).toBeNull()
  expect(sumUpMinute([turn(60_000)], NOW)).toBeNull()
})

test('each voice has its stretches, and both have one where they overlap', () => {
  const drawn = drawMinute(
    [
      turn(1000, { floor: 'person' }),
      turn(800, { floor: 'both' }),
      turn(600, { floor: 'tutor' }),
      turn(400),
      turn(200, { floor: 'tutor' }),
    ],
    strip,
  )
  expect(drawn?.person).toEqual([{ from: 59_000, to: 59_400 }])
  expect(drawn?.tutor).toEqual([
    { from: 59_200, to: 59_600 },
    { from: 59_800, to: 60_000 },
  ])
  expect(drawn?.ran).toEqual([{ from: 59_000, to: 60_000 }])
})

test('micro-turns that were not run are gaps, in the voices and in the beliefs', () => {
  const held = { floor: 'person', beliefs: { unfinished: 0.8 } } as const
  const drawn = drawMinute([turn(30_000, held), turn(29_800, held), turn(10_000, held)], strip)
  const stretches = [
    { from: 30_000, to: 30_400 },
    { from: 50_000, to: 50_200 },
  ]
  expect(drawn?.ran).toEqual(stretches)
  expect(drawn?.person).toEqual(stretches)
  expect(drawn?.beliefs.map(({ name, last }) => [name, last])).toEqual([['unfinished', 0.8]])
  expect(drawn?.beliefs[0]?.runs).toEqual([
    [
      { from: 30_000, to: 30_200, share: 0.8 },
      { from: 30_200, to: 30_400, share: 0.8 },
    ],
    [{ from: 50_000, to: 50_200, share: 0.8 }],
  ])
})

test('a belief breaks off while rules decide, and what is not known is not drawn', () => {
  const drawn = drawMinute(
    [
      turn(600, { beliefs: { stuck: 0.1, another: 0.9 }, by: 'network-1' }),
      turn(400),
      turn(200, { beliefs: { stuck: 0.3 }, by: 'network-1' }),
    ],
    strip,
  )
  expect(drawn?.beliefs.map(({ name, runs, last }) => [name, runs.length, last])).toEqual([['stuck', 2, 0.3]])
  expect(drawn?.ran).toHaveLength(1)
})

test('what was done stands where it was done; keeping still is nothing done', () => {
  const drawn = drawMinute(
    [turn(45_000, { act: 'backchannel' }), turn(44_800), turn(15_000, { act: 'yield' })],
    strip,
  )
  expect(drawn?.acts).toEqual([
    { x: 15_000, act: 'backchannel' },
    { x: 45_000, act: 'yield' },
  ])
})

test('in words: who talks, what was done last, and what is likelier than not', () => {
  const minute = [
    turn(5000, { act: 'reply' }),
    turn(200, {
      floor: 'both',
      beliefs: { finished: 0.2, interruption: 0.7, stuck: 0.5, interruptible: 0.9 },
      by: 'network-1',
    }),
  ]
  expect(sumUpMinute(minute, NOW)).toEqual({
    floor: 'both',
    act: { act: 'reply', agoMs: 5000 },
    believed: [
      { name: 'interruptible', share: 0.9 },
      { name: 'interruption', share: 0.7 },
    ],
    decider: 'network',
  })
})

test('who decided last: the network, the rules, or nobody in time', () => {
  expect(sumUpMinute([turn(400, { by: 'network-2' }), turn(200)], NOW)).toMatchObject({
    act: null,
    believed: [],
    decider: 'rules',
  })
  expect(sumUpMinute([turn(200, { by: null })], NOW)?.decider).toBe('late')
})
