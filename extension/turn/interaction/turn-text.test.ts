import { expect, test, vi } from 'vitest'
import type { Runtime } from './runtime.ts'
import { beliefsByRules, openTurnText, readTurnText, type TurnTextLogits } from './turn-text.ts'

const said: TurnTextLogits = {
  turn: Float32Array.of(0, Math.log(8), 0),
  overlap: Float32Array.of(Math.log(2), 0, Math.log(2)),
}

/** A runtime whose sessions yield these numbers whatever they are fed. */
const runtimeOf = (turn: readonly number[]): Runtime<string> => ({
  tensor: (type) => type,
  session: async () => ({
    run: async () => ({ turn: { data: Float32Array.from(turn) }, overlap: { data: said.overlap } }),
  }),
})

test('logits come back as probabilities', async () => {
  const beliefs = await readTurnText('so if I', 'en-GB', async () => said)
  const expected = [0.1, 0.8, 0.1, 0.4, 0.2, 0.4]
  expect(beliefs?.map((belief) => Number(belief.toFixed(6)))).toEqual(expected)
})

test.each([
  ['fails', () => Promise.reject(new Error('no memory'))],
  [
    'yields NaN',
    async (text: string) => (await openTurnText(runtimeOf([0, Number.NaN, 0]), new Uint8Array()))(text),
  ],
  ['yields too little', async (text: string) => (await openTurnText(runtimeOf([1]), new Uint8Array()))(text)],
])('the rules answer where the network %s', async (_, run) => {
  expect(await readTurnText('hold on', 'en', run)).toEqual(beliefsByRules('hold on'))
})

test('in another language the network is not asked, and of no text nobody is', async () => {
  const run = vi.fn(async () => said)
  expect(await readTurnText('warte mal', 'de', run)).toEqual(beliefsByRules('warte mal'))
  expect(await readTurnText('hold on', 'en', null)).toEqual(beliefsByRules('hold on'))
  expect(await readTurnText('  ', 'en', run)).toBeNull()
  expect(run).not.toHaveBeenCalled()
})

test.each([
  ['hold on', 'wait'],
  ['warte mal', 'wait'],
  ['2x + 3 =', 'unfinished'],
  ['so if I multiply by', 'unfinished'],
  ['weil', 'unfinished'],
  ['x is 4', 'finished'],
] as const)('by the rules “%s” is %s', (text, label) => {
  expect(beliefsByRules(text)[['finished', 'unfinished', 'wait'].indexOf(label)]).toBe(0.9)
})

test.each([
  ['ok', 'backchannel'],
  ['o', 'backchannel'],
  ['ja, genau', 'backchannel'],
  ['stop', 'interruption'],
  ['but why', 'interruption'],
] as const)('by the rules “%s”, said while the tutor speaks, is %s', (text, label) => {
  expect(beliefsByRules(text)[3 + ['backchannel', 'interruption'].indexOf(label)]).toBe(0.9)
})
