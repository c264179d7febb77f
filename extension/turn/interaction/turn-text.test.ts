import { expect, test, vi } from 'vitest'
import { readTurnText, type TurnTextLogits, turnTextByRules } from './turn-text.ts'

const vector = new Array<number>(16).fill(0.25)
const said: TurnTextLogits = { turn: [0, Math.log(8), 0], overlap: [Math.log(2), 0, Math.log(2)], vector }

test('logits come back as probabilities, with the vector as it is', async () => {
  const { turn, overlap, by, ...rest } = await readTurnText('so if I', 'en-GB', async () => said)
  expect(turn.unfinished).toBeCloseTo(0.8)
  expect(turn.finished).toBeCloseTo(0.1)
  expect(overlap.elsewhere).toBeCloseTo(0.4)
  expect(rest.vector).toBe(vector)
  expect(by).toBe('network')
})

test.each<[string, () => Promise<TurnTextLogits>]>([
  ['fails', () => Promise.reject(new Error('no memory'))],
  ['yields NaN', async () => ({ ...said, turn: [0, Number.NaN, 0] })],
  ['yields a vector of NaN', async () => ({ ...said, vector: vector.map(() => Number.NaN) })],
  ['yields nothing', async () => ({ turn: [], overlap: [], vector: [] })],
])('the rules answer where the network %s', async (_, run) => {
  expect(await readTurnText('hold on', 'en', run)).toEqual(turnTextByRules('hold on'))
})

test('in another language, and of no text, the network is not asked', async () => {
  const run = vi.fn(async () => said)
  expect(await readTurnText('warte mal', 'de', run)).toMatchObject({ by: 'rules' })
  expect(await readTurnText('  ', 'en', run)).toMatchObject({ by: 'rules' })
  expect(await readTurnText('hold on', 'en', null)).toMatchObject({ by: 'rules' })
  expect(run).not.toHaveBeenCalled()
})

test.each([
  ['hold on', 'wait'],
  ['warte mal', 'wait'],
  ['2x + 3 =', 'unfinished'],
  ['so if I multiply by', 'unfinished'],
  ['weil', 'unfinished'],
  ['', 'unfinished'],
  ['x is 4', 'finished'],
] as const)('by the rules “%s” is %s', (text, label) => {
  expect(turnTextByRules(text).turn[label]).toBe(0.9)
})

test.each([
  ['ok', 'backchannel'],
  ['o', 'backchannel'],
  ['ja, genau', 'backchannel'],
  ['stop', 'interruption'],
  ['but why', 'interruption'],
] as const)('by the rules “%s”, said while the tutor speaks, is %s', (text, label) => {
  expect(turnTextByRules(text).overlap[label]).toBe(0.9)
})
