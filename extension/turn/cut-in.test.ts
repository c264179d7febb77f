import { describe, expect, test } from 'vitest'
import { type Act, HOLD } from '../../shared/acts/act.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { cutIns } from './agenda.ts'
import type { Frame } from './frame.ts'
import { networkPolicy } from './interaction/network-policy.ts'
import type { Networks } from './interaction/networks.ts'
import { PlayedLoop } from './played-loop.ts'
import type { Decision, Policy, PolicyState } from './policy.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'

const WRONG = 'since 7·8 = 54, why '
const QUESTION = 'Is it true that 7·8 = 54?'

function onPage(text = 'Solve x^3 − 4x = 0'): PlayedLoop {
  const loop = new PlayedLoop()
  loop.page({ kind: 'problem', path: '#working', text, formulas: [] })
  return loop
}

/** Writes in the composer key by key, a micro-turn a key, after what stands there. */
async function compose(loop: PlayedLoop, text: string, before = ''): Promise<void> {
  for (let end = 1; end <= text.length; end += 1) {
    loop.draft(before + text.slice(0, end))
    await loop.turn()
  }
}

const told = (loop: PlayedLoop) => [...loop.entries.values()].filter(({ kind }) => kind === 'remark')
const states = (loop: PlayedLoop) => [...loop.remarks.values()].map(({ state }) => state)

/** A loop that has cut in on WRONG, to the end of its question. */
async function cutIn(): Promise<PlayedLoop> {
  const loop = onPage()
  await compose(loop, WRONG)
  await loop.pass(6000)
  return loop
}

describe('a finished clause of a question that is wrong', () => {
  test('an equation of numbers is asked about in a pause of the draft, with its evidence', async () => {
    const loop = onPage()
    await compose(loop, WRONG)
    expect(loop.said).toEqual([])
    await loop.pass(400)
    expect(told(loop)).toEqual([])
    await loop.pass(4000)
    expect(loop.said).toEqual([QUESTION])
    expect([...loop.remarks.values()]).toMatchObject([
      { kind: 'step', state: 'said', evidence: { lines: [{ text: '7·8 = 54' }] } },
    ])
    expect([...loop.remarks.values()][0]?.evidence.text).toContain('56')
  })

  test('a formula that is not quite the page’s is asked about by what differs', async () => {
    const loop = onPage()
    await compose(loop, 'how do I solve x^2 − 4x = 0, when ')
    await loop.pass(6000)
    expect(loop.said).toEqual(['The exponent is 3 on the page, not 2?'])
    expect([...loop.remarks.values()]).toMatchObject([
      { kind: 'copy', evidence: { lines: [{ text: 'x^3 − 4x = 0' }, { text: 'x^2 − 4x = 0' }] } },
    ])
  })

  test('is not spoken of in the middle of a word, however long that lasts', async () => {
    const loop = onPage()
    await compose(loop, `${WRONG}do`)
    await loop.pass(20_000)
    expect(loop.said).toEqual([])
    await compose(loop, 'es ', `${WRONG}do`)
    await loop.pass(4000)
    expect(loop.said).toEqual([QUESTION])
  })

  test('waits for a pause by the person’s own rhythm', async () => {
    const loop = onPage()
    for (let end = 1; end <= WRONG.length; end += 1) {
      loop.draft(WRONG.slice(0, end))
      await loop.pass(1000)
    }
    expect(loop.said).toEqual([])
    await loop.pass(600)
    expect(told(loop)).toEqual([])
    await loop.pass(1000)
    expect(told(loop)).toHaveLength(1)
  })

  test('who goes on writing keeps the floor: what was said of it stays as far as it came', async () => {
    const loop = onPage()
    await compose(loop, WRONG)
    await loop.pass(1200)
    await compose(loop, 'does it', WRONG)
    expect(told(loop)).toMatchObject([{ state: 'cut' }])
  })

  test('is asked about once', async () => {
    const loop = await cutIn()
    await compose(loop, 'does that, so ', WRONG)
    await loop.pass(8000)
    loop.draft('')
    await loop.turn()
    await compose(loop, WRONG)
    await loop.pass(8000)
    expect(told(loop)).toHaveLength(1)
  })

  test('put right before the pause is not spoken of', async () => {
    const loop = onPage()
    await compose(loop, WRONG)
    loop.draft('since 7·8 = 56, why ')
    await loop.pass(8000)
    expect(loop.said).toEqual([])
    expect(states(loop)).toEqual(['outdated'])
  })

  test('put right while its question comes: the question stops, and is not taken up', async () => {
    const loop = onPage()
    await compose(loop, WRONG)
    await loop.pass(1200)
    loop.draft('since 7·8 = 56, why ')
    await loop.turn()
    expect(told(loop)).toMatchObject([{ state: 'cut' }])
    expect(states(loop)).toEqual(['outdated'])
    expect(loop.state.cut).toBeNull()
  })

  test('sent before the pause is not cut in on any more', async () => {
    const loop = onPage()
    await compose(loop, WRONG)
    loop.send(WRONG)
    await loop.pass(8000)
    expect(told(loop)).toEqual([])
    expect(states(loop)).toEqual(['outdated'])
  })

  test('once said, “why?” explains it', async () => {
    const loop = await cutIn()
    loop.send(WRONG)
    await loop.pass(2000)
    loop.send('why?')
    await loop.pass(2000)
    expect(loop.said.at(-1)).toContain('56')
  })

  test('replays', async () => {
    const loop = await cutIn()
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
  })
})

describe('whatever the policy', () => {
  test('the guard lets nothing be said before the pause', async () => {
    const eager: Policy = Object.assign(
      async (_frame: Frame, state: PolicyState): Promise<Decision> => {
        const [item] = cutIns(loop.state)
        const act: Act = item === undefined ? HOLD : { kind: 'speak', remark: item.remark.id }
        return { act, beliefs: {}, state }
      },
      { version: 'eager' },
    )
    const loop: PlayedLoop = new PlayedLoop(undefined, eager)
    await compose(loop, `${WRONG}does`)
    await loop.pass(3000)
    expect(cutIns(loop.state)).toHaveLength(1)
    expect(loop.said).toEqual([])
    loop.draft(`${WRONG}does `)
    await loop.pass(600)
    expect(loop.said).toEqual([])
    await loop.pass(600)
    expect(told(loop)).toHaveLength(1)
  })

  test('a network that would hold cuts in all the same', async () => {
    const holding: Networks = {
      readText: async () => null,
      judge: async () => ({ acts: [1, 0, 0, 0, 0, 0], beliefs: [], next: [] }),
    }
    const loop = new PlayedLoop(undefined, networkPolicy(holding))
    await compose(loop, WRONG)
    await loop.pass(6000)
    expect(loop.said).toEqual([QUESTION])
  })
})

describe('nobody is cut in on', () => {
  test.each([
    ['in exam mode', (loop: PlayedLoop) => loop.panel({ kind: 'manner', change: { exam: true } })],
    ['in a pause', (loop: PlayedLoop) => loop.panel({ kind: 'pause', until: loop.state.now + 600_000 })],
    ['where the kind is muted', (loop: PlayedLoop) => mute(loop)],
    ['who asked for quiet', (loop: PlayedLoop) => loop.send('be quiet for ten minutes')],
  ])('%s', async (_when, before) => {
    const loop = onPage()
    before(loop)
    await loop.turn()
    await compose(loop, WRONG)
    await loop.pass(8000)
    expect(told(loop)).toEqual([])
  })

  test('in back-off', async () => {
    const loop = await cutIn()
    loop.panel({ kind: 'remark', remark: [...loop.remarks.keys()][0] ?? '', what: 'dismiss' })
    await compose(loop, 'and since 6·7 = 48, how ')
    await loop.pass(8000)
    expect(told(loop)).toHaveLength(1)
  })

  test('for a right equation, nor for a step that follows from the page', async () => {
    const loop = onPage('Solve 2(x + 3) = 10')
    await compose(loop, 'since 7·8 = 56, and as 2x + 6 = 10, why ')
    await loop.pass(8000)
    expect(loop.said).toEqual([])
  })

  test('for a line of the own working, which is spoken of there', async () => {
    const loop = onPage()
    loop.write('x^2 − 4x = 0')
    await compose(loop, 'how do I solve x^2 − 4x = 0, when ')
    await loop.pass(8000)
    expect(told(loop).filter(({ text }) => text.startsWith('The exponent'))).toEqual([])
  })

  test('for a pasted paragraph', async () => {
    const loop = onPage()
    loop.draft(`${WRONG}so.\nAnd then there was more of it.\n`)
    await loop.pass(8000)
    expect(loop.said).toEqual([])
  })
})

function mute(loop: PlayedLoop): void {
  loop.panel({ kind: 'mute', check: 'step:algebra', rule: 'Steps', muted: true })
}
