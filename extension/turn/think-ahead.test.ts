import { describe, expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import type { Part } from '../../shared/thoughts/part.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { isWholeQuestion } from './think-ahead.ts'

const QUESTION = 'Who was Emmy Noether?'
const ANSWER = 'A mathematician.'

async function paired(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(400)
  return loop
}

/** Writes in the composer key by key, a micro-turn a key. */
async function compose(loop: PlayedLoop, text: string, before = ''): Promise<void> {
  for (let end = 1; end <= text.length; end += 1) {
    loop.draft(before + text.slice(0, end))
    await loop.turn()
  }
}

const ahead = (loop: PlayedLoop) => loop.state.ahead

function answers(loop: PlayedLoop, ...texts: string[]): void {
  const thought = ahead(loop)?.thought.id ?? ''
  const done = { kind: 'done', by: 'model', model: 'm', tokens: null }
  const parts = [...texts.map((text) => ({ kind: 'text', text })), done]
  for (const [at, part] of parts.entries())
    loop.reasoner({ kind: 'part', thought, part: { seq: at + 1, ...part } as Part })
}

/** A question stands in the composer and is being thought about. */
async function thinking(): Promise<PlayedLoop> {
  const loop = await paired()
  await compose(loop, QUESTION)
  await loop.pass(1000)
  expect(ahead(loop)?.thought.question).toBe(QUESTION)
  return loop
}

describe('a question that stands in the composer', () => {
  test('is thought about once it is whole and the draft pauses, and nobody is told', async () => {
    const loop = await paired()
    await compose(loop, QUESTION)
    expect(ahead(loop)).toBeUndefined()
    await loop.pass(1000)
    expect(ahead(loop)?.thought).toMatchObject({ question: QUESTION, web: false, ahead: true })
    answers(loop, ANSWER)
    await loop.pass(20_000)
    expect(loop.said).toEqual([])
    expect(loop.state.thoughts ?? []).toEqual([])
  })

  test('also by a loop that rests in between', async () => {
    const loop = await paired()
    loop.draft(QUESTION)
    await loop.later(2000)
    expect(ahead(loop)?.thought.question).toBe(QUESTION)
  })

  test('is not thought about before it is whole', async () => {
    const loop = await paired()
    await compose(loop, 'Who was Emmy Noether')
    await loop.pass(20_000)
    expect(ahead(loop)).toBeUndefined()
  })

  test.each([
    'Who was she?',
    'はい、なぜ三角形の角は百八十度ですか？',
    'Wie hoch ist der Turm?',
    'Is “here” a noun, or “there?”',
  ])('may be whole: %s', (draft) => expect(isWholeQuestion(draft)).toBe(true))

  test.each(['Why?', 'how do I find the ?', 'what is a vector. I mean', 'what is x^2', 'und warum ist der?'])(
    'may go on: %s',
    (draft) => expect(isWholeQuestion(draft)).toBe(false),
  )
})

describe('sent as it was', () => {
  test('it is answered at once with what was thought', async () => {
    const loop = await thinking()
    answers(loop, ANSWER)
    await loop.turn()
    loop.send(` ${QUESTION} `)
    await loop.turn()
    expect(loop.said).toEqual([ANSWER])
    expect(ahead(loop)).toBeUndefined()
    expect([...loop.entries.values()].at(-1)).toMatchObject({ state: 'done', answer: { model: 'm' } })
  })

  test('before its answer it is told to be thought about, and the rest comes', async () => {
    const loop = await thinking()
    const id = ahead(loop)?.thought.id
    loop.send(QUESTION)
    await loop.turn()
    expect(loop.said).toEqual([en.thoughts.thinking])
    expect(loop.state.thoughts).toMatchObject([{ id }])
    expect(loop.state.thoughts?.[0]).not.toHaveProperty('ahead')
    loop.reasoner({ kind: 'part', thought: id ?? '', part: { seq: 1, kind: 'text', text: ANSWER } })
    await loop.turn()
    expect(loop.said.at(-1)).toBe(ANSWER)
  })

  test('but from another page than it was thought from, it is thought about anew', async () => {
    const loop = await thinking()
    answers(loop, ANSWER)
    loop.page({ kind: 'selected', text: 'Noether, 1918' })
    await loop.turn()
    loop.send(QUESTION)
    await loop.turn()
    expect(loop.said).toEqual([en.thoughts.thinking])
    expect(loop.state.thoughts).toMatchObject([{ selection: 'Noether, 1918', web: true }])
  })

  test('replays', async () => {
    const loop = await thinking()
    answers(loop, ANSWER)
    await loop.turn()
    loop.send(QUESTION)
    await loop.pass(1000)
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
  })
})

describe('is given up', () => {
  test.each([
    ['when the draft goes on', (loop: PlayedLoop) => loop.draft(`${QUESTION} And when`)],
    ['when the draft is taken back', (loop: PlayedLoop) => loop.draft('')],
    ['when something else is sent', (loop: PlayedLoop) => loop.send('what time is it?')],
    ['in exam mode', (loop: PlayedLoop) => loop.panel({ kind: 'manner', change: { exam: true } })],
    [
      'when the panel closes',
      (loop: PlayedLoop) => loop.door({ kind: 'panel-left', panel: PlayedLoop.panel }),
    ],
  ])('%s', async (_when, then) => {
    const loop = await thinking()
    answers(loop, ANSWER)
    await loop.turn()
    then(loop)
    await loop.pass(400)
    expect(ahead(loop)).toBeUndefined()
    expect(loop.said).not.toContain(ANSWER)
  })

  test('and the next whole question is begun: never two at once, and no more than three of one draft', async () => {
    const loop = await paired()
    const begun = new Set<string>()
    for (const name of ['Noether', 'Gauss', 'Euler', 'Hilbert', 'Cantor']) {
      loop.draft(`Who was ${name} and what for?`)
      await loop.pass(2000)
      if (ahead(loop) !== undefined) begun.add(ahead(loop)?.thought.question ?? '')
    }
    expect(begun.size).toBe(3)
  })
})

describe('nothing is thought about ahead', () => {
  test.each([
    ['without a backend', (loop: PlayedLoop) => loop.door({ kind: 'paired', paired: false })],
    ['in exam mode', (loop: PlayedLoop) => loop.panel({ kind: 'manner', change: { exam: true } })],
    [
      'of a site of which nothing is sent',
      (loop: PlayedLoop) => loop.panel({ kind: 'send-site', pattern: 'http://page/*', sent: false }),
    ],
    ['while another question is thought about', (loop: PlayedLoop) => loop.send('Who was Hilbert?')],
  ])('%s', async (_when, before) => {
    const loop = await paired()
    before(loop)
    await loop.turn()
    await compose(loop, QUESTION)
    await loop.pass(5000)
    expect(ahead(loop)).toBeUndefined()
  })

  test.each(['How long did that take me?', 'Can you solve 2x + 3 = 7?', 'What does my other tab say?'])(
    'of what stays here, or needs another tab: %s',
    async (question) => {
      const loop = await paired()
      await compose(loop, question)
      await loop.pass(5000)
      expect(ahead(loop)).toBeUndefined()
    },
  )

  test('of a question that was pasted', async () => {
    const loop = await paired()
    loop.draft(QUESTION, loop.t, 'put-in')
    await loop.pass(5000)
    expect(ahead(loop)).toBeUndefined()
  })

  test('for ten minutes after no model on this machine was there to do it', async () => {
    const loop = await thinking()
    loop.reasoner({ kind: 'unanswered', thought: ahead(loop)?.thought.id ?? '', why: 'not-local' })
    await loop.turn()
    expect(ahead(loop)).toBeUndefined()
    loop.draft('')
    await loop.turn()
    await compose(loop, QUESTION)
    await loop.pass(5000)
    expect(ahead(loop)).toBeUndefined()
    expect(loop.said).toEqual([])
    loop.send(QUESTION)
    await loop.turn()
    expect(loop.said).toEqual([en.thoughts.thinking])
  })
})
