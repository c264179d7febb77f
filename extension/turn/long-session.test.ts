import { describe, expect, test } from 'vitest'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'

const MINUTE = 60_000
const marks = (loop: PlayedLoop) =>
  ordersOf(loop.state, PlayedLoop.tutoring).marks.map(({ anchor }) => anchor.quote)
const lastRemark = (loop: PlayedLoop) => [...loop.remarks.keys()].at(-1) ?? ''

/** A wrong step that no rule explains, another one for each number. */
const unnamed = (n: number) => `5x = ${n + 20}\nx = ${n + 900}\n`
/** The slip of one kind, in another line for each number. */
const named = (n: number) => `${n}(x+${n}) = 50\n${n}x+${n} = 50\n`

async function wrongAbout(working: string): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.write(working)
  await loop.pass(8000)
  expect(marks(loop)).toHaveLength(1)
  loop.panel({ kind: 'remark', remark: lastRemark(loop), what: 'wrong' })
  await loop.turn()
  expect(marks(loop)).toEqual([])
  return loop
}

describe('in a long session “you were wrong”', () => {
  test('about a step that no rule explains leaves that line alone, and the next wrong step is marked', async () => {
    const loop = await wrongAbout(unnamed(3))
    loop.write(unnamed(4))
    await loop.pass(4000)
    expect(marks(loop)).toEqual(['x = 904'])
    loop.write(unnamed(3))
    await loop.later(60 * MINUTE)
    loop.write(`${unnamed(3)} `)
    await loop.pass(4000)
    expect(marks(loop)).toEqual([])
  })

  test('about a rule quiets it for ten minutes, and then for twenty', async () => {
    const loop = await wrongAbout(named(3))
    await loop.later(9 * MINUTE)
    loop.write(named(4))
    await loop.pass(4000)
    expect(marks(loop)).toEqual([])
    await loop.later(MINUTE)
    loop.write(named(6))
    await loop.pass(4000)
    expect(marks(loop)).toEqual(['6x+6 = 50'])
    loop.panel({ kind: 'remark', remark: lastRemark(loop), what: 'wrong' })
    await loop.later(19 * MINUTE)
    loop.write(named(7))
    await loop.pass(4000)
    expect(marks(loop)).toEqual([])
    await loop.later(MINUTE)
    loop.write(named(8))
    await loop.pass(4000)
    expect(marks(loop)).toEqual(['8x+8 = 50'])
  })

  test('about one rule leaves the others', async () => {
    const loop = await wrongAbout(named(3))
    loop.write('(x+3)^2 = 16\nx^2+9 = 16\n')
    await loop.pass(4000)
    expect(marks(loop)).toEqual(['x^2+9 = 16'])
  })
})

describe('in a long session dismissals', () => {
  test('hold words back, never marks: these stay as long as their line', async () => {
    const loop = new PlayedLoop()
    for (let n = 3; n < 9; n += 1) {
      loop.write(named(n))
      await loop.pass(8000)
      loop.panel({ kind: 'remark', remark: lastRemark(loop), what: 'dismiss' })
      await loop.turn()
    }
    const said = loop.said.length
    loop.write(named(9))
    await loop.pass(2000)
    expect(marks(loop)).toEqual(['9x+9 = 50'])
    await loop.later(10 * MINUTE)
    expect(marks(loop)).toEqual(['9x+9 = 50'])
    expect(loop.said).toHaveLength(said)
    loop.page({ kind: 'mark-opened', id: lastRemark(loop) })
    await loop.turn()
    expect(loop.said.at(-1)).toMatch(/^Line 2: .*What happens to the 9/)
    loop.write('9(x+9) = 50\n9x+81 = 50\n')
    await loop.pass(2000)
    expect(marks(loop)).toEqual([])
  })

  test('after quiet, what is still wrong is marked once its lines are looked at again', async () => {
    const loop = new PlayedLoop()
    loop.send('be quiet for 10 minutes')
    await loop.turn()
    loop.write(named(3))
    await loop.later(11 * MINUTE)
    expect(marks(loop)).toEqual([])
    loop.write(`${named(3)}3x = 47\n`)
    await loop.pass(4000)
    expect(marks(loop)).toEqual(['3x+3 = 50'])
  })
})
