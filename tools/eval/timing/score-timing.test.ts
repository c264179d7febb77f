import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../extension/turn/frame.ts'
import type { Policy, PolicyState } from '../../../extension/turn/policy.ts'
import { rulePolicy } from '../../../extension/turn/rule-policy.ts'
import { HOLD } from '../../../shared/acts/act.ts'
import { timingFigures } from '../timing.ts'
import { playConversation } from './play-conversation.ts'
import { eager, silenceTimeout, waitForSend } from './policies.ts'
import { scoreConversation } from './score-timing.ts'
import type { TimingCase } from './timing-case.ts'

const conversation = (it: Partial<TimingCase>): TimingCase => ({
  id: 'one',
  mode: 'text',
  rate: 5,
  events: [],
  truth: [],
  ...it,
})

/** A question with a thinking pause of 1.5 s, then an answer of 40 words; what follows happens while it is said. */
const asked = (events: TimingCase['events'], truth: TimingCase['truth']) =>
  conversation({
    events: [
      { t: 200, e: 'draft', text: 'why is' },
      { t: 300, e: 'reply', words: 40 },
      { t: 1700, e: 'draft', text: 'why is that 3 wrong' },
      { t: 2000, e: 'send' },
      ...events,
    ],
    truth: [{ is: 'turn', from: 200, to: 2000 }, ...truth],
  })

async function score(one: TimingCase, policy: Policy = rulePolicy) {
  return scoreConversation(one, await playConversation(one, { policy, guarded: policy === rulePolicy }))
}

describe('a turn', () => {
  it('is answered in the micro-turn after it was sent', async () => {
    const { latencies, answered, cutIn } = await score(asked([], []))
    expect({ latencies, answered, cutIn }).toEqual({
      latencies: [0],
      answered: { hit: 1, of: 1 },
      cutIn: { hit: 0, of: 1 },
    })
  })

  it.each([
    ['the eager', eager],
    ['a timeout of 0.6 s', silenceTimeout(600)],
    ['a timeout of 1 s', silenceTimeout(1000)],
  ])('is cut into by %s', async (_, policy) => {
    expect((await score(asked([], []), policy)).cutIn).toEqual({ hit: 1, of: 1 })
  })

  it('that is not answered within 2 s counts against it', async () => {
    const never: Policy = Object.assign(
      async () => ({ act: { kind: 'hold' as const }, beliefs: {}, state: {} }),
      { version: 'never' },
    )
    expect((await score(asked([], []), never)).answered).toEqual({ hit: 0, of: 1 })
  })
})

/** Answers what is sent, and talks on whatever the person does. */
const deaf: Policy = Object.assign(
  async (frame: Frame) => {
    const [goesOn, sent] = [frame.speech !== null, frame.sent !== null]
    if (goesOn) return { act: { kind: 'speak' as const, remark: null }, beliefs: {}, state: {} }
    return {
      act: sent ? { kind: 'speak' as const, remark: null, reply: true as const } : HOLD,
      beliefs: {},
      state: {},
    }
  },
  { version: 'deaf' },
)

/** Lets the page pass, and gives way to the composer. */
const passing: Policy = Object.assign(
  async (frame: Frame, state: PolicyState) =>
    frame.speech?.heldBy === 'page'
      ? { act: { kind: 'speak' as const, remark: null }, beliefs: {}, state }
      : await waitForSend(frame, state),
  { version: 'passing' },
)

describe('an overlap', () => {
  const ok = asked(
    [
      { on: 1, t: 900, e: 'draft', text: 'o' },
      { on: 1, t: 1050, e: 'draft', text: 'ok' },
      { on: 1, t: 1200, e: 'send' },
    ],
    [{ on: 1, is: 'backchannel', from: 900, to: 1200 }],
  )
  const wait = asked(
    [
      { on: 1, t: 900, e: 'draft', text: 'w' },
      { on: 1, t: 1100, e: 'draft', text: 'wait' },
      { on: 1, t: 1500, e: 'draft', text: 'wait why 3' },
      { on: 1, t: 3000, e: 'send' },
    ],
    [{ on: 1, is: 'interruption', from: 900, to: 3000, evident: 1100 }],
  )

  it('holds the next word in the next micro-turn', async () => {
    for (const one of [ok, wait])
      for (const policy of [rulePolicy, waitForSend]) {
        const [held = 0] = (await score(one, policy)).holds
        expect(held).toBeLessThanOrEqual(200)
      }
  })

  it('that is a sign of listening is gone on after, not given way to', async () => {
    expect((await score(ok)).wentOn).toEqual({ hit: 1, of: 1 })
    expect((await score(ok, waitForSend)).wentOn).toEqual({ hit: 0, of: 1 })
  })

  it('that is an interruption is given way to', async () => {
    expect((await score(wait)).yielded).toEqual({ hit: 1, of: 1 })
    expect((await score(wait, deaf)).yielded).toEqual({ hit: 0, of: 1 })
  })

  it('that was short and evident late may be answered as soon as it is over', async () => {
    const huh = asked(
      [
        { on: 1, t: 900, e: 'draft', text: 'wait' },
        { on: 1, t: 1100, e: 'send' },
        { on: 1, t: 1100, e: 'reply', words: 20 },
      ],
      [{ on: 1, is: 'interruption', from: 900, to: 1100, evident: 1100 }],
    )
    expect((await score(huh, waitForSend)).yielded).toEqual({ hit: 1, of: 1 })
  })

  it('that is over at once must be given way to all the same', async () => {
    const huh = asked(
      [{ on: 1, t: 900, e: 'draft', text: 'huh' }],
      [{ on: 1, is: 'interruption', from: 900, to: 1000, evident: 900 }],
    )
    expect((await score(huh, waitForSend)).yielded).toEqual({ hit: 1, of: 1 })
    expect((await score(huh, deaf)).yielded).toEqual({ hit: 0, of: 1 })
  })

  it('that was let pass is not held against it when a later one is given way to', async () => {
    const both = asked(
      [
        { on: 1, t: 900, e: 'page', what: 'edit', text: 'x' },
        { on: 1, t: 4000, e: 'draft', text: 'wait' },
        { on: 1, t: 4300, e: 'send' },
      ],
      [
        { on: 1, is: 'elsewhere', from: 900, to: 1000 },
        { on: 1, is: 'interruption', from: 4000, to: 4300, evident: 4000 },
      ],
    )
    const { unmoved, yielded } = await score(both, passing)
    expect([unmoved, yielded]).toEqual([
      { hit: 1, of: 1 },
      { hit: 1, of: 1 },
    ])
  })

  it('with less than a second of words left is not counted', async () => {
    const late = asked(
      [{ on: 1, t: 7500, e: 'draft', text: 'wait' }],
      [{ on: 1, is: 'interruption', from: 7500, to: 8500, evident: 7500 }],
    )
    expect((await score(late)).yielded.of).toBe(0)
  })

  it('on the page, not meant for Aside, must not stop it for longer than a second', async () => {
    const edits = Array.from({ length: 12 }, (_, index) => ({
      on: 1,
      t: 900 + 250 * index,
      e: 'page' as const,
      what: 'edit',
      text: 'x'.repeat(index + 1),
    }))
    const typing = asked(edits, [{ on: 1, is: 'elsewhere', from: 900, to: 3700 }])
    expect((await score(typing)).unmoved).toEqual({ hit: 0, of: 1 })
    expect((await score(typing, eager)).unmoved).toEqual({ hit: 1, of: 1 })
  })
})

describe('a remark', () => {
  const typing = Array.from({ length: 20 }, (_, index) => ({
    t: 200 * index,
    e: 'page' as const,
    what: 'edit',
    text: 'y'.repeat(index + 1),
  }))
  const one = conversation({
    events: [
      ...typing,
      { t: 4000, e: 'page', what: 'line' },
      { t: 2000, e: 'remark', kind: 'step', words: 6 },
      { t: 4300, e: 'remark', kind: 'step', words: 6, urgency: 0.9 },
    ],
    truth: [
      { is: 'closed', from: 0, to: 4000 },
      { is: 'open', from: 4200, to: 9000 },
    ],
  })

  it('is said where it is welcome, and not where it is not', async () => {
    const { inOpen, inClosed } = await score(one)
    expect(inOpen).toEqual({ hit: 1, of: 1 })
    expect(inClosed.hit).toBe(0)
    expect((await score(one, eager)).inClosed.hit).toBe(1)
    expect((await score(one, waitForSend)).inClosed.of).toBe(0)
  })
})

describe('robustness', () => {
  it('plays the same conversation at another pace, with percepts lost and micro-turns late', async () => {
    const lossy = { policy: rulePolicy, guarded: true, stretch: 2, lost: 0.5, lateMs: 400, random: () => 0.6 }
    const { said } = await playConversation(asked([], []), lossy)
    expect(said.map(({ kind, start }) => [kind, start >= 4000])).toEqual([['reply', true]])
  })
})

it('is printed as one line', async () => {
  expect(timingFigures('rules', await score(asked([], [])))).toBe(
    'timing policy=rules L_R=0.00 R_R=1.000 I_A=0.000 L_Y=0.00 R_Y=- S_BC=- S_ND=- P_open=- FA=-',
  )
})
