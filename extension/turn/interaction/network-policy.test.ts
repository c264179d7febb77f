import { expect, it } from 'vitest'
import { type Frame, frameOf } from '../frame.ts'
import { newLoopState } from '../loop-state.ts'
import { ACTS } from './acts.ts'
import { networkPolicy } from './network-policy.ts'
import { BELIEFS, STATE } from './networks.ts'

/** Networks that would always hold. */
const holds = networkPolicy({
  readText: async () => null,
  judge: async () => ({
    acts: ACTS.map((name) => (name === 'hold' ? 1 : 0)),
    beliefs: BELIEFS.map(() => 0.5),
    next: Array.from({ length: STATE }, () => 0),
  }),
})
const step = {
  id: 'r',
  kind: 'step',
  urgency: 0.6,
  confidence: 0.9,
  ageMs: 6000,
  expiresInMs: 60_000,
  marked: true,
  distance: 0,
} as const
const alone: Frame = {
  ...frameOf(newLoopState(0, 0)),
  floor: 'nobody',
  seen: true,
  sinceKeyMs: 5000,
  remarks: [step],
}
const actIn = async (frame: Partial<Frame>) => (await holds({ ...alone, ...frame }, {})).act
const HOLD = { kind: 'hold' }
const SAYS = { kind: 'speak', remark: 'r' }

it('says what is sure once the page was left alone for five seconds, whatever the network says', async () => {
  expect(await actIn({})).toEqual(SAYS)
  expect(await actIn({ sinceKeyMs: 4999 })).toEqual(HOLD)
  expect(await actIn({ sinceScrollMs: 400 })).toEqual(HOLD)
  expect(await actIn({ early: 'at-once', sinceKeyMs: 0, sinceSelectMs: null })).toEqual(SAYS)
})

it('says nothing so that is doubtful, an offer, barred, over a draft or to nobody', async () => {
  expect(await actIn({ remarks: [{ ...step, confidence: 0.69 }] })).toEqual(HOLD)
  expect(await actIn({ remarks: [{ ...step, kind: 'practice' }] })).toEqual(HOLD)
  expect(await actIn({ barred: true })).toEqual(HOLD)
  expect(await actIn({ draft: 'why' })).toEqual(HOLD)
  expect(await actIn({ seen: false })).toEqual(HOLD)
  expect(await actIn({ floor: 'person' })).toEqual(HOLD)
})
