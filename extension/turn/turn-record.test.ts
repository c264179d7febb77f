import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { DrivenLoop, newDatabase, START } from './driven-loop.ts'
import { newLoopState } from './loop-state.ts'

async function begun(): Promise<DrivenLoop> {
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  bench.begin()
  await bench.pass(1)
  return bench
}

test('what is answered whole in one micro-turn is a reply, once', async () => {
  const bench = await begun()
  bench.send('remind me in 1 hour to stretch')
  await bench.pass(5)
  expect(await bench.said()).toContainEqual(expect.stringContaining('“stretch”'))
  expect(bench.loop.record.glimpses.filter(({ act }) => act !== 'hold')).toMatchObject([{ act: 'reply' }])
})

test('a slip is nodded to and then remarked on, and Aside has the floor while its words come', async () => {
  const bench = await begun()
  bench.write('2(x+3)=10\n2x+3=10\n', 1)
  await bench.pass(60)
  const { glimpses } = bench.loop.record
  expect(glimpses.map(({ act }) => act).filter((act) => act !== 'hold')).toEqual(['backchannel', 'remark'])
  const remarked = glimpses.findIndex(({ act }) => act === 'remark')
  expect(glimpses[remarked + 1]).toMatchObject({ floor: 'tutor', beliefs: {} })
  expect(new Set(glimpses.map(({ by }) => by?.split('-')[0]))).toEqual(new Set(['rules']))
})
