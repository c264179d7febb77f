import { describe, expect, test } from 'vitest'
import { practiceItem } from '../../shared/math/practice/practice-item.ts'
import type { SlipId } from '../../shared/math/verdict.ts'
import { rate } from '../../shared/practice/schedule.ts'
import { findingOf } from '../senses/finding-of.ts'
import type { Practice } from './loop-state.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 2, 9)

const noted = (id: SlipId, daysAgo: number) => ({
  id,
  seen: 2,
  corrected: 1,
  lastSeen: START - daysAgo * DAY,
  practised: null,
  card: rate(null, 'again', START - daysAgo * DAY),
})

/** A loop that knows of two slips, the second due longer. */
async function knowing(): Promise<PlayedLoop> {
  const loop = new PlayedLoop(START)
  loop.state = { ...loop.state, slips: [noted('sign-lost-moving', 2), noted('distributes-to-first-term', 5)] }
  await loop.turn()
  return loop
}
async function say(loop: PlayedLoop, text: string): Promise<string> {
  loop.send(text)
  await loop.pass(600)
  return loop.said.at(-1) ?? ''
}
function open(loop: PlayedLoop): Practice {
  if (loop.state.practice === null) throw new Error('Nothing is practised.')
  return loop.state.practice
}
/** The slip that the open exercise tempts to, made. */
function tempting(loop: PlayedLoop): string {
  const { slip, given } = open(loop)
  for (let turn = 0; turn < 200; turn += 1) {
    const item = slip === null ? null : practiceItem(slip, (START + turn) % 2 ** 31)
    if (item?.given === given) return item.tempting
  }
  throw new Error('No such exercise.')
}
const rowOf = (loop: PlayedLoop, id: SlipId) => loop.state.slips.find((row) => row.id === id)

describe('practice', () => {
  test('brings back the slip that is due longest; a right answer rates it and says when it comes back', async () => {
    const loop = await knowing()
    expect(await say(loop, 'practise')).toBe(
      `Expand ${open(loop).given}. Write your answer below, in one line or several. You can also say “hint”, “skip” or “later”.`,
    )
    expect(open(loop).slip).toBe('distributes-to-first-term')
    expect(await say(loop, open(loop).answer)).toMatch(/^Right\. I bring this rule back in \d+ days\.$/)
    expect(loop.state.practice).toBeNull()
    const row = rowOf(loop, 'distributes-to-first-term')
    expect(row).toMatchObject({ seen: 2, practised: expect.any(Number) })
    expect(row?.card.due).toBeGreaterThan(START + DAY)
  })

  test('asks the question of the slip when it is made again, rates it once, and goes on', async () => {
    const loop = await knowing()
    await say(loop, 'practise')
    expect(await say(loop, tempting(loop))).toMatch(/^What happens to the .* when the bracket opens\?$/)
    expect(rowOf(loop, 'distributes-to-first-term')).toMatchObject({ seen: 3, card: { reps: 2 } })
    expect(await say(loop, open(loop).answer)).toBe('Right this time. I bring this rule back tomorrow.')
    expect(rowOf(loop, 'distributes-to-first-term')).toMatchObject({ seen: 3, card: { reps: 2 } })
  })

  test('takes a working step by step, also over several messages', async () => {
    const loop = await knowing()
    loop.state.slips = [noted('sign-lost-moving', 2)]
    await say(loop, 'practise')
    const [, a = '', b = '', c = ''] = /^(\d+)x \+ (\d+) = (−?\d+)$/.exec(open(loop).given) ?? []
    const right = Number(c.replace('−', '-')) - Number(b)
    expect(await say(loop, `${a}x = ${right}`)).toBe('Right so far. What comes next?')
    expect(await say(loop, `${right / Number(a)}`)).toMatch(/^Right\. /)
  })

  test('“skip” brings another slip, “later” ends it, and neither rates anything', async () => {
    const loop = await knowing()
    const before = loop.state.slips
    await say(loop, 'practise')
    await say(loop, 'skip')
    expect(open(loop).slip).toBe('sign-lost-moving')
    expect(await say(loop, 'later')).toBe('Later, then.')
    expect(loop.state.practice).toBeNull()
    expect(loop.state.slips).toEqual(before)
  })

  test('tells the rule when asked for a hint, and the answer only when asked for it', async () => {
    const loop = await knowing()
    await say(loop, 'üben')
    const { answer } = open(loop)
    expect(await say(loop, 'a hint')).toBe('A factor before a bracket multiplies every term inside it.')
    expect(loop.said.join()).not.toContain(answer)
    expect(await say(loop, 'I give up')).toContain(`The answer, as you asked for it: ${answer}.`)
    expect(rowOf(loop, 'distributes-to-first-term')?.card.reps).toBe(2)
  })

  test('without a record there is an exercise all the same, and nothing is noted', async () => {
    const loop = new PlayedLoop(START)
    loop.panel({ kind: 'manner', change: { record: false } })
    expect(await say(loop, 'give me practice')).toMatch(/^I have noticed no slip of yours/)
    expect(await say(loop, tempting(loop))).toMatch(/\?|\./)
    expect(await say(loop, open(loop).answer)).toBe('Right this time.')
    expect(loop.state.slips).toEqual([])
  })

  test('leaves everything else that is said to whom it may concern', async () => {
    const loop = await knowing()
    await say(loop, 'practise')
    expect(await say(loop, 'remind me in 5 minutes to stretch')).toMatch(/^I will remind you/)
    expect(await say(loop, 'check 2+2=4')).toBe('That is right.')
    expect(open(loop).tries).toBe(0)
  })

  test('what is left alone for half an hour is no longer being answered', async () => {
    const loop = await knowing()
    await say(loop, 'practise')
    loop.state.practice = { ...open(loop), at: START - 1_800_000 }
    expect(await say(loop, 'x = 4')).toMatch(/^I did not understand that/)
  })

  test('goes on after the loop has died in the middle of a check, and replays', async () => {
    const loop = await knowing()
    await say(loop, 'practise')
    loop.send(open(loop).answer)
    await loop.turn()
    const restored = parseSnapshot(structuredClone(loop.state))
    expect(restored.practice).toEqual(loop.state.practice)
    expect(restored.asks.map(({ practice }) => practice?.given)).toEqual([open(loop).given])
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/^Right\. /)
    const recomputed = { mode: 'recomputed', policy: rulePolicy, check: findingOf } as const
    const [first, ...rest] = structuredClone(loop.trace)
    const start = {
      ...Object(first?.start),
      slips: [noted('sign-lost-moving', 2), noted('distributes-to-first-term', 5)],
    }
    expect((await replay([{ ...first, start }, ...rest], recomputed)).parting).toBeNull()
  })
})
