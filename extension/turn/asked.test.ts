import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { evidencePicture } from '../../shared/math/pictures/evidence-picture.ts'
import { EntrySchema } from '../store/rows.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'

/** A loop in which the wrong line was written and its remark has begun. */
async function speaking(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  while (loop.state.speech === null) {
    await loop.turn()
    if (loop.t > 60_000) throw new Error('It never spoke.')
  }
  return loop
}

const marks = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring).marks
const remarkEntry = (loop: PlayedLoop) => [...loop.entries.values()].find((entry) => entry.kind === 'remark')

describe('asking about a remark', () => {
  test('“why?” gets its evidence, “hint” its rule, and the mark stays', async () => {
    const loop = await speaking()
    await loop.pass(3000)
    loop.send('why?')
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/At x = 1.* 8, .* 5/)
    const why = [...loop.entries.values()].at(-1)
    expect(why?.proof?.lines).toEqual(['2(x+3)=10', '2x+3=10'])
    expect(why?.proof && evidencePicture(why.proof.lines, why.proof.witness)).toMatchObject({ kind: 'area' })
    expect(v.is(EntrySchema, why)).toBe(true)
    loop.send('give me a hint')
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/multiplies every term/)
    expect([...loop.entries.values()].at(-1)?.proof).toBeUndefined()
    expect(marks(loop)).toHaveLength(1)
  })

  test('“you were wrong” in words does what the button does', async () => {
    const loop = await speaking()
    loop.send('no, you were wrong')
    await loop.pass(600)
    expect(marks(loop)).toEqual([])
    expect([...loop.remarks.values()].map(({ state }) => state)).toEqual(['wrong'])
    expect(loop.said.at(-1)).toMatch(/^I take that back/)
  })

  test('in exam mode nothing is given away before it was asked for', async () => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'manner', change: { exam: true } })
    await loop.type(WRONG)
    await loop.pass(3000)
    loop.send('why?')
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/^There is nothing marked/)
  })
})

describe('checking on request', () => {
  test('points at the first wrong line of the working', async () => {
    const loop = new PlayedLoop()
    loop.send('be quiet')
    await loop.type(WRONG)
    loop.send('check this')
    await loop.pass(600)
    expect(remarkEntry(loop)?.text).toMatch(/^Line 2/)
    expect(remarkEntry(loop)?.state).toBe('done')
  })

  test('checks what is given in the panel', async () => {
    const loop = new PlayedLoop()
    loop.send('check 2(x+3) = 2x+6')
    await loop.pass(600)
    expect(loop.said.at(-1)).toBe('That is right.')
    loop.send('check 2(x+3) = 2x+3', 700)
    await loop.pass(600)
    expect(loop.said.at(-1)).toMatch(/At x = /)
  })

  test('says so when there is nothing to check', async () => {
    const loop = new PlayedLoop()
    loop.send('check this')
    await loop.pass(400)
    expect(loop.said.at(-1)).toMatch(/no working to check/)
  })
})

describe('plotting on request', () => {
  test('“plot this” keeps with its entry what is to be drawn: the line written last', async () => {
    const loop = new PlayedLoop()
    await loop.type('y = x^2 - 3\n')
    await loop.pass(3000)
    loop.send('plot this')
    await loop.pass(600)
    const entry = [...loop.entries.values()].at(-1)
    expect(entry).toMatchObject({
      text: 'Graph of x² − 3.',
      plot: { of: ['y = x^2 - 3'], from: null, to: null },
    })
    expect(v.parse(EntrySchema, structuredClone(entry))).toEqual(entry)
  })
})
