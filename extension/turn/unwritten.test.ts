import { describe, expect, test } from 'vitest'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'

const remarks = (loop: PlayedLoop) => [...loop.entries.values()].filter(({ kind }) => kind === 'remark')
const marks = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring).marks

/** One edit in each micro-turn, for this long (ms). */
async function keepOn(loop: PlayedLoop, ms: number, edit: () => void): Promise<void> {
  for (const end = loop.t + ms; loop.t < end; ) {
    edit()
    await loop.turn()
  }
}

/** A remark has begun. */
async function speaking(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(1200)
  expect(remarks(loop)).toMatchObject([{ state: 'speaking' }])
  return loop
}

describe('while an input method composes', () => {
  test('in the composer nothing is said, however long that takes; then it is', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    await keepOn(loop, 20_000, () => loop.draft('', loop.t, 'composing'))
    await loop.pass(5000)
    expect(remarks(loop)).toEqual([])
    loop.draft('')
    await loop.pass(1000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test('on the page nothing is said either, though the text stays as it was', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.write(WRONG, loop.t, 'composing')
    await loop.pass(5000)
    expect(remarks(loop)).toEqual([])
    loop.write(`${WRONG}なぜ`)
    await loop.pass(3000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test('one that was left open holds nothing up for ever', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.draft('', loop.t, 'composing')
    await loop.pass(12_000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test('the next word is held, and it is neither gone on nor given up before something is written', async () => {
    const loop = await speaking()
    await keepOn(loop, 4000, () => loop.draft('', loop.t, 'composing'))
    expect(remarks(loop)).toMatchObject([{ state: 'held' }])
    loop.draft('はい、なぜですか')
    await loop.pass(400)
    expect(remarks(loop)).toMatchObject([{ state: 'cut' }])
  })

  test('a composition that was given up is no turn: the sentence goes on', async () => {
    const loop = await speaking()
    await keepOn(loop, 1000, () => loop.draft('', loop.t, 'composing'))
    loop.draft('')
    await loop.pass(8000)
    expect(remarks(loop)).toMatchObject([{ state: 'done' }])
  })

  test('an answer waits', async () => {
    const loop = new PlayedLoop()
    loop.door({ kind: 'paired', paired: true })
    loop.send('Who was Emmy Noether?')
    await loop.pass(400)
    const [thought] = loop.state.thoughts ?? []
    loop.draft('', loop.t, 'composing')
    loop.reasoner({
      kind: 'part',
      thought: thought?.id ?? '',
      part: { seq: 1, kind: 'text', text: 'A mathematician.' },
    })
    await loop.pass(4000)
    expect(loop.said).not.toContain('A mathematician.')
    loop.draft('')
    await loop.pass(2000)
    expect(loop.said).toContain('A mathematician.')
  })
})

describe('a working that was pasted or dropped', () => {
  async function putIn(): Promise<PlayedLoop> {
    const loop = new PlayedLoop()
    await loop.turn()
    loop.write(WRONG, loop.t, 'put-in')
    await loop.pass(5000)
    return loop
  }

  test('is marked, and not spoken of before the person writes on', async () => {
    const loop = await putIn()
    expect(marks(loop)).toHaveLength(1)
    expect(remarks(loop)).toEqual([])
    loop.write(`${WRONG}2`)
    await loop.pass(2000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test.each([
    ['leaves the field', (loop: PlayedLoop) => loop.page({ kind: 'field-left', path: '#working' })],
    ['scrolls on', (loop: PlayedLoop) => loop.page({ kind: 'scrolled' })],
    ['leaves it so for long', (loop: PlayedLoop) => loop.pass(6000)],
  ])('is spoken of once the person %s', async (_what, moves) => {
    const loop = await putIn()
    await moves(loop)
    await loop.pass(1000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test('says nothing of how fast the person writes', async () => {
    const loop = new PlayedLoop()
    await loop.type('2x+6')
    const { gaps } = loop.state.person
    loop.write('2x+6=10', loop.t + 1000, 'put-in')
    await loop.turn()
    expect(loop.state.person.gaps).toEqual(gaps)
  })
})

describe('an undo that is held down', () => {
  const LINES = ['2(x+3)=10\n', WRONG, `${WRONG}2x=7\n`, `${WRONG}2x=7\nx=14\n`]

  test('marks nothing of what it passes over, says nothing, and finishes no line', async () => {
    const loop = new PlayedLoop()
    loop.send('tell me when I have finished 4 lines')
    await loop.turn()
    const said = loop.said.length
    for (const text of [...LINES, ...LINES.toReversed(), ...LINES.toReversed(), ...LINES]) {
      loop.write(text, loop.t, 'undone')
      await loop.turn()
      expect(marks(loop)).toEqual([])
    }
    await loop.pass(4000)
    expect(marks(loop).length).toBeGreaterThan(0)
    expect(remarks(loop)).toEqual([])
    expect(loop.said).toHaveLength(said)
    expect(loop.state.tutorings[PlayedLoop.tutoring]?.activity.lines).toEqual([])
  })

  test('what is written after it is judged as ever', async () => {
    const loop = new PlayedLoop()
    loop.write(WRONG, loop.t, 'undone')
    await loop.turn()
    loop.write(`${WRONG}2x=7\n`)
    await loop.turn()
    expect(marks(loop)).toHaveLength(1)
    await loop.pass(1000)
    expect(remarks(loop)).toHaveLength(1)
  })
})

describe('what is pasted into the composer', () => {
  const CLAIM = 'since 7·8 = 54, '

  test.each(['put-in', 'undone'] as const)('%s: is not cut in on, nor is a remark made', async (how) => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.draft(CLAIM, loop.t, how)
    await loop.pass(5000)
    expect(remarks(loop)).toEqual([])
    loop.draft('')
    await loop.pass(1000)
    expect(remarks(loop)).toHaveLength(1)
  })

  test('the person’s own clause after it is', async () => {
    const loop = new PlayedLoop()
    loop.draft(CLAIM, loop.t, 'put-in')
    await loop.turn()
    loop.draft(`${CLAIM}as 6·7 = 48, why `)
    await loop.pass(4000)
    expect(remarks(loop).map(({ text }) => text)).toEqual(['Is it true that 6·7 = 48?'])
  })
})

describe('somebody who thinks in the middle of a sentence to Aside', () => {
  async function pausing(draft: string, ms: number): Promise<number> {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.draft(draft)
    await loop.pass(ms)
    return remarks(loop).length
  }

  test('hears no remark for some seconds; one who has left it does', async () => {
    expect(await pausing('why is the ', 6000)).toBe(0)
    expect(await pausing('why is the ', 10_000)).toBe(1)
  })

  test('and one who has written it to its end hears it sooner', async () => {
    expect(await pausing('why is that?', 4000)).toBe(1)
  })
})
