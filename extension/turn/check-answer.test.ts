import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlayedLoop } from './played-loop.ts'
import { thoughtsOf } from './thoughts.ts'

/** A conversation in which questions were answered so, one after the other. */
async function answered(...answers: string[]): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(200)
  for (const text of answers) {
    loop.send(`And how many are there then, in all, after number ${loop.t}?`)
    await loop.pass(200)
    const thought = thoughtsOf(loop.state).at(-1)?.id ?? ''
    loop.reasoner({ kind: 'part', thought, part: { seq: 1, kind: 'text', text } })
    const done = { seq: 2, kind: 'done', by: 'model', model: 'm', tokens: null } as const
    loop.reasoner({ kind: 'part', thought, part: done })
    await loop.pass(600)
  }
  return loop
}
const struckIn = ({ entries }: PlayedLoop) =>
  [...entries.values()].flatMap(({ answer }) => answer?.struck.map(({ text }) => text) ?? [])

test('of two answers that give the same sum other values the wrong one is struck, whichever came first', async () => {
  const number = fc.integer({ min: 2, max: 999 })
  const sign = fc.constantFrom('+', '-', '·')
  await fc.assert(
    fc.asyncProperty(
      number,
      sign,
      number,
      fc.integer({ min: 1, max: 99 }),
      fc.boolean(),
      async (a, by, b, off, first) => {
        const value = by === '+' ? a + b : by === '-' ? a - b : a * b
        const right = `That makes ${a} ${by} ${b} = ${value} in all.`
        const wrong = `That makes ${a} ${by} ${b} = ${value + off} in all.`
        const loop = await answered(...(first ? [wrong, right] : [right, wrong]))
        expect(struckIn(loop)).toEqual([`${a} ${by} ${b} = ${value + off}`])
        expect(loop.said.filter((text) => text.startsWith('I have to correct myself'))).toHaveLength(1)
      },
    ),
    { numRuns: 25 },
  )
})

test('what differs and need not contradict is left alone', async () => {
  const loop = await answered(
    'The solution is x = 3.',
    'The solution is x = 5.',
    'It has 12 corners.',
    'It has 8 corners.',
    'In 2024 there were 40 of them.',
  )
  expect(struckIn(loop)).toEqual([])
  expect(loop.said.filter((text) => text.includes('correct myself'))).toEqual([])
})
