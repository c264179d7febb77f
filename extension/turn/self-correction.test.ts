import { describe, expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import { FORMULA_PLACE } from '../../shared/math/problem-formulas.ts'
import type { Part } from '../../shared/thoughts/part.ts'
import { PlayedLoop } from './played-loop.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'
const says = en.loop

const remark = (loop: PlayedLoop) => [...loop.entries.values()].find(({ kind }) => kind === 'remark')
const last = (loop: PlayedLoop) => [...loop.entries.values()].at(-1)

/** Aside is in the middle of saying that line 2 does not follow. */
async function saying(loop = new PlayedLoop()): Promise<PlayedLoop> {
  await loop.type(WRONG)
  await loop.pass(1600)
  expect(remark(loop)).toMatchObject({ state: 'speaking' })
  return loop
}

describe('in the middle of what it says of a line', () => {
  test('it stops at the word when the line is changed, and says that it is right now', async () => {
    const loop = await saying()
    const spoken = remark(loop)?.spoken
    loop.write('2(x+3)=10\n2x+6=10\n')
    await loop.turn()
    expect(remark(loop)).toMatchObject({ state: 'cut', spoken })
    await loop.pass(3000)
    expect(loop.said.filter((text) => text === says.follows(2))).toHaveLength(1)
    expect(remark(loop)).toMatchObject({ state: 'cut', spoken })
  })

  test('it goes on when a reload has emptied the field and the same is written again', async () => {
    const loop = await saying()
    const field = { path: '#working', kind: 'textarea' as const, label: 'Working' }
    loop.page({ kind: 'text-changed', field, text: '', cut: false, by: 'page', keys: [] }, loop.t)
    loop.write('')
    await loop.type(WRONG)
    await loop.pass(6000)
    const remarks = [...loop.entries.values()].filter(({ kind }) => kind === 'remark')
    expect(remarks.map(({ state }) => state)).toEqual(['done'])
  })

  test('it stops, and speaks of the new line, where that is wrong too', async () => {
    const loop = await saying()
    loop.write('2(x+3)=10\n2x+5=10\n')
    await loop.pass(8000)
    const remarks = [...loop.entries.values()].filter(({ kind }) => kind === 'remark')
    expect(remarks.map(({ state }) => state)).toEqual(['cut', 'done'])
  })

  test('it takes that back when the line before is changed, so that this one follows', async () => {
    const loop = await saying()
    const before = remark(loop)?.spoken
    loop.write(`2(x+3)=10\n2(x+3)-3=10\n2x+3=10\n`)
    await loop.pass(6000)
    expect(remark(loop)).toMatchObject({ state: 'cut' })
    expect(remark(loop)?.spoken).toBeLessThan((before ?? 0) + 20)
    expect(loop.said).toContain(says.takenBack(says.follows(3)))
    expect([...loop.remarks.values()][0]?.state).toBe('resolved')
  })

  test('it takes that back when the checker comes to another verdict on the same lines', async () => {
    const loop = await saying()
    const found = loop.trace.flatMap(({ percepts }) => percepts).findLast(({ from }) => from === 'checker')
    if (found?.from !== 'checker') throw new Error('Nothing was checked.')
    const verdicts = found.it.verdicts.map((verdict) =>
      verdict.line === 1 ? ({ verdict: 'follows', line: 1, from: 0 } as never) : verdict,
    )
    const { spoken } = remark(loop) ?? {}
    loop.finding({ ...found.it, verdicts })
    await loop.turn()
    expect(remark(loop)).toMatchObject({ state: 'cut', spoken })
    expect(last(loop)).toMatchObject({ text: says.takenBack(says.follows(2)), state: 'done' })
    await loop.pass(20_000)
    expect(last(loop)?.text).toBe(says.takenBack(says.follows(2)))
  })

  test('a word on another line changes nothing but the pause', async () => {
    const loop = await saying()
    loop.write(`${WRONG}2`)
    await loop.pass(10_000)
    expect(remark(loop)).toMatchObject({ state: 'done' })
  })
})

test('in the middle of a question about the page it takes that back when the page asks something else', async () => {
  const loop = new PlayedLoop()
  const ask = (formula: string) =>
    loop.page({ kind: 'problem', path: '#working', text: `Solve ${FORMULA_PLACE}`, formulas: [formula] })
  ask('x^3-4x=0')
  await loop.type('x^2-4x=0\n')
  await loop.pass(1600)
  expect(remark(loop)).toMatchObject({ state: 'speaking' })
  const { spoken } = remark(loop) ?? {}
  ask('x^2-4x=0')
  await loop.turn()
  expect(remark(loop)).toMatchObject({ state: 'cut', spoken })
  expect(last(loop)?.text).toBe(says.takenBack(says.copy.pageChanged))
})

test('what was said to its end is settled in one sentence, as ever', async () => {
  const loop = await saying()
  await loop.pass(10_000)
  loop.write('2(x+3)=10\n2x+6=10\n')
  await loop.pass(3000)
  expect(last(loop)?.text).toBe(says.follows(2))
})

describe('in the middle of an answer', () => {
  /** An answer of which this much has come, with time for the checker. */
  async function answering(...texts: string[]) {
    const loop = new PlayedLoop()
    loop.door({ kind: 'paired', paired: true })
    await loop.pass(400)
    loop.send('How many tyres do three cars have?')
    await loop.turn()
    const thought = loop.state.thoughts?.[0]?.id ?? ''
    let seq = 0
    const part = (part: object) => {
      seq += 1
      loop.reasoner({ kind: 'part', thought, part: { seq, ...part } as Part })
    }
    for (const text of texts) {
      part({ kind: 'text', text })
      await loop.pass(600)
    }
    const answer = () => [...loop.entries.values()].find((entry) => entry.answer !== undefined)
    const done = { kind: 'done', by: 'model', model: 'm', tokens: null }
    return { loop, answer, part, end: () => part(done) }
  }
  const corrections = (loop: PlayedLoop) =>
    loop.said.filter((text) => text.startsWith('I have to correct myself'))

  test('what is false is struck as soon as its sentence ends; it stops there and says the rest on request', async () => {
    const { loop, answer, part, end } = await answering('Each has 4, so 3 · 4 = 13. Now', ' we')
    expect(answer()).toMatchObject({ state: 'cut', answer: { struck: [{ text: '3 · 4 = 13' }] } })
    expect(corrections(loop)).toHaveLength(1)
    expect(loop.said.at(-1)).toContain(en.thoughts.restOnRequest)
    part({ kind: 'text', text: ' are done.' })
    end()
    await loop.pass(2000)
    expect(answer()?.text).not.toContain('are done')
    loop.send('go on')
    await loop.pass(1000)
    expect(answer()).toMatchObject({ state: 'done', answer: { struck: [{ text: '3 · 4 = 13' }] } })
    expect(answer()?.text).toContain('are done.')
    expect(corrections(loop)).toHaveLength(1)
  })

  test.each(['Each has 4, so 3 · 4 = 12. Now', 'It is wrong that 3 · 4 = 13. Now', 'so 3 · 4 = 13'])(
    'it goes on over: %s',
    async (text) => {
      const { loop, answer } = await answering(text)
      expect(answer()).toMatchObject({ state: 'speaking' })
      expect(corrections(loop)).toEqual([])
    },
  )

  test('what ended before the checker told is corrected all the same, once', async () => {
    const { loop, answer, part, end } = await answering()
    part({ kind: 'text', text: 'So 3 · 4 = 13. Now' })
    await loop.turn()
    end()
    await loop.pass(1000)
    expect(answer()?.answer?.struck).toMatchObject([{ text: '3 · 4 = 13' }])
    expect(corrections(loop)).toHaveLength(1)
  })
})
