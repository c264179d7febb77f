import { describe, expect, test } from 'vitest'
import { rate } from '../../shared/practice/schedule.ts'
import { findingOf } from '../senses/finding-of.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { stuckAfterMs } from './rhythm.ts'
import { rulePolicy } from './rule-policy.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 2, 9)
const HINT = 'Shall I give you a hint?'
const UNSOLVED = '5x − 3 = 2x + 9\n'

const offers = (loop: PlayedLoop) =>
  [...loop.entries.values()]
    .filter(({ kind, who }) => kind === 'remark' && who === 'tutor')
    .map(({ text }) => text)
const remark = (loop: PlayedLoop) => [...loop.remarks.values()].at(-1)
/** Types, with a pause of so many ms after each of the first lines. */
async function thinking(loop: PlayedLoop, ms: number): Promise<void> {
  for (const letter of 'abcdefg') {
    await loop.type(letter)
    await loop.pass(ms)
  }
  loop.write('')
}

describe('somebody who is stuck', () => {
  test('is asked once, in their own time, whether they want a hint; it names the kind of step only', async () => {
    const loop = new PlayedLoop(START)
    await thinking(loop, 20_000)
    await loop.type(UNSOLVED)
    await loop.pass(75_000)
    expect(offers(loop)).toEqual([])
    await loop.pass(10_000)
    expect(offers(loop)).toEqual([HINT])
    expect(remark(loop)?.evidence.text).toMatch(
      /^You have written nothing for 1 minute 2\d seconds, .* line 1 is not/,
    )
    expect(ordersOf(loop.state, PlayedLoop.tutoring).marks).toEqual([])
    loop.send('yes please')
    await loop.pass(1000)
    expect(loop.said.at(-1)).toBe('The unknown is on both sides. How could it come to one side only?')
    await loop.pass(1_000_000)
    expect(offers(loop)).toEqual([HINT])
  })

  test('who goes on by themselves is not asked again for the same problem, and for another one is', async () => {
    const loop = new PlayedLoop(START)
    await loop.type(UNSOLVED)
    await loop.pass(130_000)
    await loop.type('3x − 3 = 9\n')
    expect(remark(loop)?.state).toBe('outdated')
    await loop.pass(600_000)
    expect(offers(loop)).toEqual([HINT])
    loop.write('7x = 2x + 15\n')
    await loop.pass(600_000)
    expect(offers(loop)).toEqual([HINT, HINT])
  })

  test('and says no, hears nothing more: the back-off holds', async () => {
    const loop = new PlayedLoop(START)
    await loop.type(UNSOLVED)
    await loop.pass(130_000)
    const said = loop.said.length
    loop.send('no thanks')
    await loop.pass(2000)
    expect(remark(loop)?.state).toBe('dismissed')
    expect(loop.said).toHaveLength(said)
    expect(loop.state.backOff.count).toBe(1)
  })

  test('at a line that was wrong and is being rewritten, gets the rule of that slip', async () => {
    const loop = new PlayedLoop(START)
    await loop.type('2(x+3)=10\n2x+3=10\n')
    await loop.pass(5000)
    loop.write('2(x+3)=10\n2x+')
    await loop.pass(130_000)
    expect(offers(loop).at(-1)).toBe(HINT)
    loop.panel({ kind: 'remark', remark: remark(loop)?.id ?? '', what: 'hint' })
    await loop.turn()
    expect(remark(loop)).toMatchObject({
      hinted: true,
      rungs: [{ parts: [{ text: 'A factor before a bracket multiplies every term inside it.' }] }],
    })
  })
})

test.each<[written: string, asked: string | null, hint: string]>([
  ['x + y = 3\nx − y = 1\n', null, 'Two equations hold for both unknowns.'],
  ['2(x + 3) − x\n', 'Simplify the term.', 'There is a bracket.'],
  ['f(x) = x²·sin(x)\n', 'Leite die Funktion ab.', 'Two factors change here.'],
  ['∫ x² dx\n', null, 'Take it term by term. Of what is each term the derivative?'],
  ['3 + 4·(2 − 5)\n= 3 + 4·(−3)\n', null, 'There is a product beside a plus or a minus.'],
])('somebody stuck at %j (%s) is asked once, and hears what to think of', async (written, asked, hint) => {
  const loop = new PlayedLoop(START)
  await loop.turn()
  loop.write(written)
  if (asked !== null) loop.page({ kind: 'problem', path: '#working', text: asked, formulas: [] })
  await loop.later(130_000)
  expect(offers(loop)).toEqual([HINT])
  loop.send('yes')
  await loop.pass(1000)
  expect(loop.said.at(-1)).toContain(hint)
  await loop.later(600_000)
  expect(offers(loop)).toEqual([HINT])
})

const quietly: Record<string, (loop: PlayedLoop) => void> = {
  'in exam mode': (loop) => loop.panel({ kind: 'manner', change: { exam: true } }),
  'who muted it': (loop) => loop.panel({ kind: 'mute', check: 'stuck', rule: HINT, muted: true }),
  'who wants quiet': (loop) => loop.send('be quiet for an hour'),
  'whose page is hidden': (loop) => loop.page({ kind: 'shown', visible: false, focused: false }),
  'who is at another window': (loop) => loop.page({ kind: 'shown', visible: true, focused: false }),
  'who is asking something': (loop) => loop.draft('hm, what if'),
  'who has solved it': (loop) => loop.write('5x − 3 = 2x + 9\n3x = 12\nx = 4\n'),
  'whose term has no task': (loop) => loop.write('2(x + 3) − x\n'),
  'who has solved the system': (loop) => loop.write('x + y = 3\nx − y = 1\nx = 2, y = 1\n'),
  'who writes prose': (loop) => loop.write('Dear diary, today I have 3 things to tell'),
}
test.each(Object.entries(quietly))('nobody %s is asked', async (_, deed) => {
  const loop = new PlayedLoop(START)
  await loop.type(UNSOLVED)
  deed(loop)
  await loop.pass(900_000)
  expect(offers(loop)).toEqual([])
})

test('a fluent writer is never asked, and a thinker not before a long time', async () => {
  const fluent = new PlayedLoop(START)
  for (let lines = 0; lines < 8; lines += 1) await fluent.type(UNSOLVED)
  expect(offers(fluent)).toEqual([])
  const thinker = new PlayedLoop(START)
  await thinking(thinker, 50_000)
  await thinker.type(UNSOLVED)
  await thinker.pass(195_000)
  expect(offers(thinker)).toEqual([])
  await thinker.pass(50_000)
  expect(offers(thinker)).toEqual([HINT])
})

test('the time is four of one’s own long pauses, within bounds', () => {
  expect(stuckAfterMs([])).toBe(120_000)
  expect(stuckAfterMs([2000, 2000, 2000, 2000, 2500])).toBe(45_000)
  expect(stuckAfterMs(Array.from({ length: 30 }, () => 20_000))).toBe(80_000)
  expect(stuckAfterMs(Array.from({ length: 30 }, () => 500_000))).toBe(240_000)
})

describe('practice that is due', () => {
  const OFFER =
    'A slip of yours from before is due for two minutes of practice. Shall I give you an exercise?'
  async function returning(change: (loop: PlayedLoop) => void = () => undefined): Promise<PlayedLoop> {
    const loop = new PlayedLoop(START)
    const card = rate(null, 'again', START - 3 * DAY)
    const row = { seen: 2, corrected: 1, lastSeen: START - 3 * DAY, practised: null, card }
    loop.state = { ...loop.state, slips: [{ id: 'distributes-to-first-term', ...row }] }
    change(loop)
    await loop.pass(8000)
    return loop
  }

  test('is offered once to somebody who opens the panel with nothing going on; “yes” begins it', async () => {
    const loop = await returning()
    expect(offers(loop)).toEqual([OFFER])
    expect(remark(loop)?.evidence.text).toMatch(/^You slipped on its rule 2 times\./)
    loop.send('ja gern')
    await loop.pass(1000)
    expect(loop.said.at(-1)).toMatch(/^Expand /)
    loop.door({ kind: 'panel-joined', panel: 'another' })
    await loop.pass(60_000)
    expect(offers(loop)).toEqual([OFFER])
  })

  test('is declined by “later”, and not offered again the same day', async () => {
    const loop = await returning()
    loop.send('later')
    await loop.pass(1000)
    expect(loop.state.practice).toBeNull()
    expect(remark(loop)?.state).toBe('dismissed')
    loop.door({ kind: 'panel-joined', panel: 'another' })
    await loop.pass(600_000)
    expect(offers(loop)).toEqual([OFFER])
  })

  test.each<[string, (loop: PlayedLoop) => void]>([
    ['in exam mode', (loop) => loop.panel({ kind: 'manner', change: { exam: true } })],
    [
      'to whom it is muted',
      (loop) => loop.panel({ kind: 'mute', check: 'practice', rule: OFFER, muted: true }),
    ],
    ['who keeps no record', (loop) => loop.panel({ kind: 'manner', change: { record: false } })],
    ['who is working', (loop) => loop.write('5x − 3')],
    ['who is writing to Aside', (loop) => loop.draft('how')],
  ])('is not offered to a person %s', async (_, change) => {
    expect(offers(await returning(change))).toEqual([])
  })
})

test('offers replay, recomputed', async () => {
  const loop = new PlayedLoop(START)
  await loop.type(UNSOLVED)
  await loop.pass(130_000)
  loop.send('yes')
  await loop.pass(2000)
  expect(offers(loop)).toEqual([HINT])
  const recomputed = { mode: 'recomputed', policy: rulePolicy, check: findingOf } as const
  expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
})
