import { describe, expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'
const says = en.loop.takeUp
const OFFER = says.line(2)

const remarkEntries = (loop: PlayedLoop) => [...loop.entries.values()].filter(({ kind }) => kind === 'remark')
const offered = (loop: PlayedLoop) => loop.said.filter((text) => text === OFFER).length

/** A question comes while Aside speaks of line 2, and is answered. */
async function interrupted(question = 'how long did that take me?'): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(1600)
  for (let end = 1; end <= question.length; end += 1) {
    loop.draft(question.slice(0, end))
    await loop.turn()
  }
  loop.send(question)
  await loop.turn()
  expect(remarkEntries(loop)).toMatchObject([{ state: 'cut' }])
  return loop
}

/** The offer has been made, and this was answered. */
async function answered(reply: string): Promise<PlayedLoop> {
  const loop = await interrupted()
  await loop.pass(8000)
  loop.send(reply)
  await loop.pass(600)
  return loop
}

describe('what was cut by a question', () => {
  test('is offered once its answer has been read, once', async () => {
    const loop = await interrupted()
    await loop.pass(4000)
    expect(offered(loop)).toBe(0)
    await loop.pass(4000)
    expect(offered(loop)).toBe(1)
    await loop.pass(200_000)
    expect(offered(loop)).toBe(1)
  })

  test.each(['yes', 'go on'])('“%s”: it is said whole, and what was cut stays cut', async (reply) => {
    const loop = await answered(reply)
    const [cut, , whole] = remarkEntries(loop)
    expect(cut?.state).toBe('cut')
    expect(whole).toMatchObject({ state: 'done', text: cut?.text, remark: cut?.remark })
    expect(whole?.spoken).toBe(cut?.text.length)
  })

  test('“no”: it is dropped', async () => {
    const loop = await answered('no')
    await loop.pass(100_000)
    expect(remarkEntries(loop)).toHaveLength(2)
  })

  test('is spoken of as it is now: its line has moved down by one', async () => {
    const loop = await interrupted()
    loop.write(`Exercise 3\n${WRONG}`)
    await loop.pass(9000)
    expect(loop.said).toContain(says.line(3))
    loop.send('yes')
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/^Line 3: /)
  })

  test('replays', async () => {
    const loop = await answered('yes')
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
  })

  test('is offered by a loop that rests in between', async () => {
    const loop = await interrupted()
    await loop.later(8000)
    expect(offered(loop)).toBe(1)
  })
})

describe('is not offered', () => {
  test.each([
    ['who said stop', (loop: PlayedLoop) => loop.send('stop')],
    ['who said never mind', (loop: PlayedLoop) => loop.send('never mind')],
    ['once the line is right', (loop: PlayedLoop) => loop.write('2(x+3)=10\n2x+6=10\n')],
    ['once the line is gone', (loop: PlayedLoop) => loop.write('2(x+3)=10\n')],
    ['in exam mode', (loop: PlayedLoop) => loop.panel({ kind: 'manner', change: { exam: true } })],
    ['to whom its kind is muted', (loop: PlayedLoop) => mute(loop)],
    ['who has called it wrong', (loop: PlayedLoop) => treat(loop, 'wrong')],
    ['while a draft stands', (loop: PlayedLoop) => loop.draft('and then ')],
  ])('%s', async (_who, then) => {
    const loop = await interrupted()
    then(loop)
    await loop.pass(150_000)
    expect(offered(loop)).toBe(0)
  })

  test('after two minutes', async () => {
    const loop = await interrupted('be quiet for two minutes')
    await loop.pass(150_000)
    expect(offered(loop)).toBe(0)
  })

  test('where the last word alone was missing', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    await loop.pass(1600)
    while (/\S\s+\S/u.test(rest(loop))) await loop.turn()
    loop.draft('how long did that take me?')
    await loop.pass(400)
    loop.send('how long did that take me?')
    await loop.pass(20_000)
    expect(remarkEntries(loop)).toMatchObject([{ state: 'cut' }])
    expect(offered(loop)).toBe(0)
  })
})

test('after “wait” it is offered once that is over', async () => {
  const loop = await interrupted('wait a moment')
  await loop.pass(15_000)
  expect(offered(loop)).toBe(0)
  await loop.pass(10_000)
  expect(offered(loop)).toBe(1)
})

test('an offer that was made is withdrawn when the person writes on', async () => {
  const loop = await interrupted()
  await loop.pass(8000)
  loop.write(`${WRONG}2x=7\n`)
  await loop.pass(400)
  loop.send('yes')
  await loop.pass(400)
  expect(remarkEntries(loop)[2]).toBeUndefined()
})

function rest(loop: PlayedLoop): string {
  const [entry] = remarkEntries(loop)
  return entry?.text.slice(entry.spoken).trim() ?? ''
}

function treat(loop: PlayedLoop, what: 'wrong' | 'dismiss'): void {
  loop.panel({ kind: 'remark', remark: remarkEntries(loop)[0]?.remark ?? '', what })
}

function mute(loop: PlayedLoop): void {
  loop.panel({ kind: 'mute', check: 'resume', rule: says.kind, muted: true })
}
