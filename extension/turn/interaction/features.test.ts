import { expect, it } from 'vitest'
import type { Frame } from '../frame.ts'
import { frameOf } from '../frame.ts'
import { newLoopState } from '../loop-state.ts'
import { featuresOf, textOf } from './features.ts'

const still = frameOf(newLoopState(0, 0))
const remark = {
  id: 'r',
  kind: 'step',
  urgency: 1,
  confidence: 1,
  ageMs: 1e9,
  expiresInMs: -5,
  marked: true,
  distance: 400,
} as const
const busy: Frame = {
  ...still,
  sinceKeyMs: 0,
  sinceDraftMs: 1e9,
  draft: 'why is that? '.repeat(15),
  voice: { active: true, sinceMs: 3, sinceHeardMs: null, heard: 'why', final: false },
  speech: { spoken: 3, length: 4000, heldMs: 5, heldBy: 'voice', overlapMs: 400, sinceSignMs: 0 },
  reply: true,
  thoughts: 40,
  remarks: [remark, remark, remark],
  dismissals: 99,
  dueInMs: 12,
}

it('is as many numbers for every frame, all within bounds', () => {
  const length = featuresOf(still, null).length
  for (const features of [featuresOf(still, null), featuresOf(busy, [0.1, 0.2, 0.7, 1, 0, 0])]) {
    expect(features).toHaveLength(length)
    expect([...features].every((each) => each >= -1 && each < 1.201)).toBe(true)
  }
})

it('reads what was sent first, then what is heard, then the draft, then what was sent before', () => {
  expect(textOf(busy)).toBe('why')
  expect(textOf({ ...busy, sent: 'ok' })).toBe('ok')
  expect(textOf({ ...busy, voice: null })).toBe(busy.draft)
  const silent = { ...busy, voice: null, draft: '', lastSent: 'one moment' }
  expect(textOf({ ...silent, sinceDraftMs: 2000, sinceSentMs: 2000 })).toBe('one moment')
  // What was written since and taken out again leaves nothing to read.
  expect(textOf({ ...silent, sinceDraftMs: 300, sinceSentMs: 2000 })).toBe('')
  expect(textOf({ ...silent, sinceDraftMs: 300, sinceSentMs: null })).toBe('')
})
