import { describe, expect, test } from 'vitest'
import type { SlipId } from '../../shared/math/verdict.ts'
import { rate } from '../../shared/practice/schedule.ts'
import { findingOf } from '../senses/finding-of.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const START = Date.UTC(2026, 2, 2, 9)
const OPENED = 'Line 2 is exactly right: every term of the bracket is multiplied.'

const noted = (id: SlipId) => {
  const at = START - 3 * DAY
  return { id, seen: 2, corrected: 1, lastSeen: at, practised: null, card: rate(null, 'again', at) }
}
async function knowing(...ids: SlipId[]): Promise<PlayedLoop> {
  const loop = new PlayedLoop(START)
  loop.state = { ...loop.state, slips: ids.map(noted), practiceOfferedAt: START }
  await loop.turn()
  return loop
}
const praises = (loop: PlayedLoop) =>
  [...loop.entries.values()].flatMap(({ text, remark }) =>
    remark !== null && loop.remarks.get(remark)?.kind === 'praise' ? [text] : [],
  )
async function worked(loop: PlayedLoop, text: string): Promise<string[]> {
  loop.write('')
  await loop.turn()
  await loop.type(text)
  await loop.pass(20_000)
  return praises(loop)
}
const RIGHT = '2(x+3) = 10\n2x+6 = 10\n'

describe('praise', () => {
  test('names what is right where a rule is kept that was slipped on before; it marks nothing', async () => {
    const loop = await knowing('distributes-to-first-term')
    expect(await worked(loop, RIGHT)).toEqual([OPENED])
    expect(ordersOf(loop.state, PlayedLoop.tutoring).marks).toEqual([])
    loop.send('why?')
    await loop.pass(1000)
    expect(loop.said.at(-1)).toBe('You slipped on this before; here the rule is kept.')
  })

  test.each<[SlipId, string, string]>([
    ['sign-lost-moving', '5x+3 = 2x+12\n3x+3 = 12\n', 'the moved term has changed its sign'],
    ['inequality-not-flipped', '5-2x < 9\n-2x < 4\nx > -2\n', 'the sign is turned round'],
    ['missing-plus-minus', '4x^2 = 36\nx^2 = 9\nx = 3 or x = -3\n', 'both solutions are there'],
    ['square-of-sum', '(x+3)^2 = 16\nx^2+6x+9 = 16\n', 'the product of the two terms is there twice'],
    ['order-of-operations', '3+4*2 = 3+8\n', 'the operations are in the right order'],
    [
      'inner-derivative-lost',
      "f(x) = sin(3x)\nf'(x) = 3cos(3x)\n",
      'the derivative of the inside is there as a factor',
    ],
  ])('of %s', async (id, working, what) => {
    const said = await worked(await knowing(id), working)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`exactly right: ${what}\\.$`))
  })

  test('in German', async () => {
    const loop = await knowing('distributes-to-first-term')
    loop.door({ kind: 'language', language: 'de' })
    expect(await worked(loop, RIGHT)).toEqual([
      'Zeile 2 stimmt genau: Jedes Glied der Klammer ist malgenommen.',
    ])
  })

  test('comes once for a rule, and again only after it was slipped on again', async () => {
    const loop = await knowing('distributes-to-first-term')
    await worked(loop, RIGHT)
    await loop.later(10 * MINUTE)
    expect(await worked(loop, '3(x+5) = 21\n3x+15 = 21\n')).toEqual([OPENED])
    await worked(loop, '4(x+5) = 40\n4x+5 = 40\n')
    expect(await worked(loop, '7(x+2) = 21\n7x+14 = 21\n')).toEqual([OPENED, OPENED])
  })

  test('backs off: the next one waits five minutes', async () => {
    const loop = await knowing('distributes-to-first-term', 'square-of-sum', 'sign-lost-moving')
    await worked(loop, RIGHT)
    expect(await worked(loop, '(x+3)^2 = 16\nx^2+6x+9 = 16\n')).toHaveLength(1)
    await loop.later(5 * MINUTE)
    expect(await worked(loop, '(x+5)^2 = 36\nx^2+10x+25 = 36\n')).toHaveLength(2)
  })

  test('of a solution reached over a line that was put right; without such a line it is silent', async () => {
    const loop = await knowing()
    await loop.type('2(x+3) = 10\n2x+3 = 10\n')
    await loop.pass(8000)
    loop.write('2(x+3) = 10\n2x+6 = 10\n')
    await loop.pass(8000)
    expect(loop.said.at(-1)).toBe('Line 2 follows now.')
    await loop.type('2x = 4\nx = 2\n')
    await loop.pass(20_000)
    expect(praises(loop)).toEqual(['Line 4 is the solution: put into the first line, it fits.'])
    expect(await worked(await knowing(), '2(x+3) = 10\n2x+6 = 10\n2x = 4\nx = 2\n')).toEqual([])
  })

  test('that is muted is listed by a name of its own, and does not come again', async () => {
    const loop = await knowing('distributes-to-first-term', 'square-of-sum')
    await worked(loop, RIGHT)
    const [id = ''] = [...loop.remarks.values()].flatMap((each) => (each.kind === 'praise' ? [each.id] : []))
    loop.panel({ kind: 'remark', remark: id, what: 'mute' })
    await loop.later(6 * MINUTE)
    expect(loop.state.manner.muted).toEqual([
      { check: 'praise', rule: 'Saying what is exactly right in a line' },
    ])
    expect(await worked(loop, '(x+3)^2 = 16\nx^2+6x+9 = 16\n')).toEqual([OPENED])
  })

  test('replays, recomputed, and survives in the stored state', async () => {
    const loop = await knowing('distributes-to-first-term')
    await worked(loop, RIGHT)
    const stored: unknown = JSON.parse(JSON.stringify(loop.state))
    expect(parseSnapshot(stored).praise).toEqual(loop.state.praise)
    const recomputed = { mode: 'recomputed', policy: rulePolicy, check: findingOf } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
  })
})

const SAME: SlipId = 'distributes-to-first-term'
const silent: Record<string, { slips?: SlipId[]; before?: (loop: PlayedLoop) => void; working?: string }> = {
  'for a rule that was never slipped on': { slips: ['square-of-sum'] },
  'with an empty record': { slips: [] },
  'for a step by another way': { working: '2(x+3) = 10\nx+3 = 5\n' },
  'for a trivial rewriting': { working: '2(x+3) = 10\n2(3+x) = 10\n' },
  'for several steps at once': { working: '2(x+3) = 10\nx = 2\n' },
  'for a wrong line': { working: '2(x+3) = 10\n2x+5 = 10\n' },
  'where a line before is wrong': { working: '2(x+3) = 10\n4(x+3) = 10\n4x+12 = 10\n' },
  'for a line that cannot be judged': { working: '2(x+3) = 10\nso we get 2x and 6\n' },
  'in exam mode, watching only': {
    before: (loop) => loop.panel({ kind: 'manner', change: { exam: true } }),
  },
  'where it is muted': {
    before: (loop) => loop.panel({ kind: 'mute', check: 'praise', rule: 'x', muted: true }),
  },
  'in quiet': { before: (loop) => loop.send('be quiet for an hour') },
  'to whom keeps no record': { before: (loop) => loop.panel({ kind: 'manner', change: { record: false } }) },
}
test.each(Object.entries(silent))('no praise %s', async (_, { slips = [SAME], before, working = RIGHT }) => {
  const loop = await knowing(...slips)
  before?.(loop)
  await loop.turn()
  expect(await worked(loop, working)).toEqual([])
})

test('no praise for the correction itself: that is acknowledged', async () => {
  const loop = await knowing(SAME)
  await loop.type('2(x+3) = 10\n2x+3 = 10\n')
  await loop.pass(8000)
  loop.write(RIGHT)
  await loop.pass(20_000)
  expect(praises(loop)).toEqual([])
  expect(loop.said.at(-1)).toBe('Line 2 follows now.')
})

test('no praise for what the page wrote itself, and none in a fluent run of lines', async () => {
  const page = await knowing(SAME)
  const field = { path: '#working', kind: 'textarea' as const, label: 'Working' }
  page.page({ kind: 'text-changed', field, text: RIGHT, cut: false, by: 'page', keys: [] })
  await page.pass(20_000)
  expect(praises(page)).toEqual([])
  const fluent = await knowing(SAME)
  await fluent.type(`${RIGHT}2x = 4\nx = 2\n3(x+1) = 9\n`)
  await fluent.pass(20_000)
  expect(praises(fluent)).toEqual([])
})
