import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { DrivenLoop, newDatabase, START } from './driven-loop.ts'
import { newLoopState } from './loop-state.ts'
import { enact, perceiveAll } from './micro-turn.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { lastAtRest, restedUntil } from './rest.ts'
import { rulePolicy } from './rule-policy.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'

/** What a person does, and what time does. */
const DEEDS: Record<string, (loop: PlayedLoop) => void> = {
  'writes a wrong line': (loop) => loop.write(WRONG),
  'gets stuck': (loop) => loop.write('5x − 3 = 2x + 9\n'),
  'opens a panel': (loop) => loop.door({ kind: 'panel-joined', panel: 'another' }),
  'puts it right': (loop) => loop.write('2(x+3)=10\n2x+6=10\n'),
  drafts: (loop) => loop.draft('hm'),
  'is reminded': (loop) => loop.send('remind me to breathe every 4 seconds'),
  'is reminded for a while': (loop) => loop.send('remind me to breathe every 3 seconds for 8 seconds'),
  'is asked in silence': (loop) => loop.send('each time I have been silent for 5 seconds ask me why'),
  'is told of mistakes': (loop) => loop.send('tell me when I make a mistake'),
  asks: (loop) => loop.send('check 2+2=5'),
  'wants quiet': (loop) => loop.send('be quiet for 10 seconds'),
  stops: (loop) => loop.send('stop'),
  pauses: (loop) => loop.panel({ kind: 'pause', until: loop.state.now + 5000 }),
  dismisses: (loop) => {
    for (const remark of loop.remarks.keys()) loop.panel({ kind: 'remark', remark, what: 'dismiss' })
  },
  'calls it wrong': (loop) => {
    for (const remark of loop.remarks.keys()) loop.panel({ kind: 'remark', remark, what: 'wrong' })
  },
  removes: (loop) => loop.panel({ kind: 'remove-tutorings', tutorings: ['another'] }),
  'goes away': (loop) => loop.page({ kind: 'shown', visible: false, focused: false }),
  'comes back': (loop) => loop.page({ kind: 'shown', visible: true, focused: true }),
}

const life = fc.array(
  fc.record({
    deed: fc.constantFrom(...Object.keys(DEEDS)),
    turns: fc.constantFrom(1, 3, 10, 40, 120, 700),
  }),
  { minLength: 1, maxLength: 12 },
)

test('a micro-turn at rest changes nothing but the time, whatever was before', async () => {
  let rested = 0
  await fc.assert(
    fc.asyncProperty(life, async (deeds) => {
      const loop = new PlayedLoop()
      for (const { deed, turns } of deeds) {
        DEEDS[deed]?.(loop)
        await loop.turn()
        for (let passed = 1; passed < turns; passed += 1) {
          const { state } = loop
          const turn = state.turn + 1
          if (turn <= lastAtRest(state)) {
            const { work, frame } = perceiveAll(state, turn, [])
            const act = enact(work, await rulePolicy(frame, state.policy))
            expect(act.kind).toBe('hold')
            expect(Object.values(work.writes).map((table) => table.size)).toEqual([0, 0, 0, 0, 0, 0])
            expect([work.notices, [...work.forgets]]).toEqual([[], []])
            expect(work.state).toEqual(restedUntil(state, turn))
            rested += 1
          }
          await loop.turn()
        }
      }
    }),
    { numRuns: 25 },
  )
  expect(rested).toBeGreaterThan(1000)
}, 60_000)

test('while something waits for its time, rest ends there', async () => {
  const loop = new PlayedLoop()
  await loop.pass(1000)
  expect(lastAtRest(loop.state)).toBe(Infinity)
  loop.send('remind me in 4 seconds to breathe')
  await loop.pass(400)
  const [promise] = loop.state.promises
  expect(loop.state.run + (lastAtRest(loop.state) + 1) * 200).toBeGreaterThanOrEqual(promise?.due ?? Infinity)
  expect(loop.state.run + lastAtRest(loop.state) * 200).toBeLessThan(promise?.due ?? 0)
  loop.write(WRONG)
  await loop.pass(400)
  expect(lastAtRest(loop.state)).toBeLessThanOrEqual(loop.state.turn)
})

test('a loop at rest looks at its clocks every two seconds; a percept wakes it for the next micro-turn', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const bench = new DrivenLoop(newDatabase(), newLoopState(START, 0))
  const turn = vi.spyOn(bench.loop, 'turn')
  const ended = new AbortController()
  /** Time passes, a millisecond at a time, and waits for the micro-turn in hand. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1) {
      bench.now += 1
      vi.advanceTimersByTime(1)
      await turn.mock.results.at(-1)?.value
    }
  }
  bench.loop.run(ended.signal)
  bench.begin()
  await pass(1000)
  const before = turn.mock.calls.length
  await pass(60_000)
  expect(turn.mock.calls.length - before).toBeLessThanOrEqual(31)
  bench.write(WRONG, 1)
  await pass(201)
  expect(bench.acked.get('page')).toBe(1)
  await pass(3000)
  expect(await bench.remarks()).toBe(1)
  bench.send('remind me in 21 seconds to breathe')
  await pass(20_900)
  expect(await bench.said()).not.toContain('Reminder: breathe')
  await pass(400)
  expect(await bench.said()).toContain('Reminder: breathe')
  const trace = await bench.database.trace.toArray()
  expect(JSON.stringify(trace)).not.toContain('"late"')
  expect((await replay(trace, { mode: 'recorded' })).parting).toBeNull()
  ended.abort()
  vi.useRealTimers()
})
