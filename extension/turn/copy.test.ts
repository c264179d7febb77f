import { describe, expect, test } from 'vitest'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'

const PROBLEM = { text: 'Solve 2(x + 3) = 10', formulas: [] }

function onPage(problem: { text: string; formulas: string[] } = PROBLEM): PlayedLoop {
  const loop = new PlayedLoop()
  loop.page({ kind: 'problem', path: '#working', ...problem })
  return loop
}

const marks = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring).marks
const remarkOf = (loop: PlayedLoop) => [...loop.remarks.values()][0]
const told = (loop: PlayedLoop) => [...loop.entries.values()].filter((entry) => entry.kind === 'remark')

/** A loop that has asked whether the first line was meant so. */
async function asked(): Promise<PlayedLoop> {
  const loop = onPage()
  await loop.type('2(x+3)=16\n')
  await loop.pass(8000)
  return loop
}

describe('a first line that is not quite what the page says', () => {
  test('is marked and asked about, with both as evidence', async () => {
    const loop = await asked()
    expect(marks(loop)).toHaveLength(1)
    expect(told(loop).map((entry) => entry.text)).toEqual([
      'Line 1: The page says 2(x + 3) = 10. Is that what you meant to copy?',
    ])
    expect(remarkOf(loop)).toMatchObject({
      kind: 'copy',
      evidence: {
        text: 'The page has 10 where line 1 has 16.',
        lines: [{ text: '2(x + 3) = 10' }, { text: '2(x+3)=16' }],
      },
    })
    expect(marks(loop)[0]?.anchor.quote).toBe('2(x+3)=16')
  })

  test('is asked about once, and its right steps are not', async () => {
    const loop = await asked()
    await loop.type('2x+6=16\n2x=10\nx=5\n')
    await loop.pass(20_000)
    expect(told(loop)).toHaveLength(1)
  })

  test('corrected: the mark goes, and that it is so is said once', async () => {
    const loop = await asked()
    loop.write('2(x+3)=10\n')
    await loop.pass(3000)
    expect(marks(loop)).toEqual([])
    expect(loop.said.filter((text) => text === 'Line 1 is as on the page now.')).toHaveLength(1)
    expect(remarkOf(loop)?.state).toBe('resolved')
  })

  test('corrected before it was spoken of is never spoken of', async () => {
    const loop = onPage()
    await loop.type('2(x+3)=16\n')
    loop.write('2(x+3)=10\n')
    await loop.pass(8000)
    expect(loop.said).toEqual([])
  })

  test('“you were wrong” quiets the question here, until undone', async () => {
    const loop = await asked()
    const id = remarkOf(loop)?.id ?? ''
    loop.panel({ kind: 'remark', remark: id, what: 'wrong' })
    loop.write('2(x-3)=10\n')
    await loop.pass(8000)
    expect(marks(loop)).toEqual([])
    expect(told(loop)).toHaveLength(1)
    loop.panel({ kind: 'remark', remark: id, what: 'undo' })
    loop.write('')
    await loop.pass(400)
    loop.write('2(x+4)=10\n')
    await loop.pass(8000)
    expect(told(loop)).toHaveLength(2)
  })

  test('dismissed: the next question waits out the back-off', async () => {
    const loop = await asked()
    loop.panel({ kind: 'remark', remark: remarkOf(loop)?.id ?? '', what: 'dismiss' })
    await loop.turn()
    expect(marks(loop)).toEqual([])
    loop.write('2(x+30)=10\n')
    await loop.pass(20_000)
    expect(told(loop)).toHaveLength(1)
  })

  test('is not asked about any more once the page asks something else', async () => {
    const loop = await asked()
    loop.page({ kind: 'problem', path: '#working', text: 'Solve 3x − 4 = 11', formulas: [] })
    await loop.pass(3000)
    expect(marks(loop)).toEqual([])
    loop.write('')
    await loop.pass(400)
    loop.write('3x-4=12\n')
    await loop.pass(8000)
    expect(told(loop).at(-1)?.text).toContain('3x − 4 = 11')
  })

  test('is answered with that question when “check this” is asked', async () => {
    const loop = onPage()
    loop.write('2(x+3)=16\n2x+6=16\n')
    loop.send('check this')
    await loop.pass(600)
    expect(loop.said.at(-1)).toContain('The page says 2(x + 3) = 10')
  })

  test('replays', async () => {
    const loop = await asked()
    const rows = structuredClone(loop.trace)
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(rows, recomputed)).parting).toBeNull()
  })
})

describe('nothing is asked', () => {
  test('of a right copy, nor of its steps', async () => {
    const loop = onPage()
    await loop.type('2(x+3)=10\n2x+6=10\n2x=4\nx=2\n')
    await loop.pass(20_000)
    expect(loop.said).toEqual([])
  })

  test('where the page shows what is being written', async () => {
    const loop = onPage({ text: '', formulas: [] })
    await loop.type('2(x+3)=1')
    loop.page({ kind: 'problem', path: '#working', text: '2(x+3)=1', formulas: [] })
    await loop.type('0\n')
    await loop.pass(20_000)
    expect(loop.said).toEqual([])
  })

  test('of a formula as LaTeX that was copied with the keyboard', async () => {
    const loop = onPage({ text: 'Solve \uFFFC.', formulas: ['\\frac{x}{2}+3=7'] })
    await loop.type('x/2+3=7\nx/2=4\nx=8\n')
    await loop.pass(20_000)
    expect(loop.said).toEqual([])
  })
})
