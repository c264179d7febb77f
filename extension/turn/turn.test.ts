import { describe, expect, test } from 'vitest'
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

describe('a wrong step', () => {
  test('is marked in the micro-turn after its newline, and its words wait for a pause', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    expect(marks(loop)).toHaveLength(1)
    expect(loop.said).toEqual([])
    await loop.pass(1000)
    expect(remarkEntry(loop)?.text).toMatch(/^Line 2: .*3/)
  })

  test('is not spoken of while the person types fluently', async () => {
    const loop = new PlayedLoop()
    await loop.type(`${WRONG}2x=7\nx=3.5\n`)
    expect(loop.said).toEqual([])
  })

  test('comes with the two sides at a point', async () => {
    const loop = await speaking()
    const [remark] = loop.remarks.values()
    expect(remark?.evidence.text).toMatch(/x = 1.*8.*5/)
    expect(remark?.evidence.lines.map((line) => line.text)).toEqual(['2(x+3)=10', '2x+3=10'])
  })

  test('corrected: the mark goes and the panel says so briefly, once', async () => {
    const loop = await speaking()
    await loop.pass(10_000)
    loop.write('2(x+3)=10\n2x+6=10\n')
    await loop.pass(3000)
    expect(marks(loop)).toEqual([])
    expect(loop.said.filter((text) => text === 'Line 2 follows now.')).toHaveLength(1)
  })

  test('taken out before it was spoken of is never spoken of', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.write('2(x+3)=10\n')
    await loop.pass(10_000)
    expect(loop.said).toEqual([])
  })

  test('dismissed: the mark goes, and the next words wait out the back-off', async () => {
    const loop = await speaking()
    const id = remarkEntry(loop)?.remark ?? ''
    loop.panel({ kind: 'remark', remark: id, what: 'dismiss' })
    await loop.turn()
    expect(marks(loop)).toEqual([])
    loop.write(`${WRONG}2x=7\nx=14\n`)
    loop.write('4(y+1)=8\n4y+1=8\n')
    await loop.pass(30_000)
    expect([...loop.entries.values()].filter((entry) => entry.kind === 'remark')).toHaveLength(1)
  })

  test('“you were wrong” unmarks at once and quiets that check here, until undone', async () => {
    const loop = await speaking()
    const id = remarkEntry(loop)?.remark ?? ''
    loop.panel({ kind: 'remark', remark: id, what: 'wrong' })
    await loop.turn()
    expect(marks(loop)).toEqual([])
    loop.write('4(y+1)=8\n4y+1=8\n')
    await loop.pass(10_000)
    expect(marks(loop)).toEqual([])
    loop.write(WRONG)
    await loop.pass(1000)
    loop.panel({ kind: 'remark', remark: id, what: 'undo' })
    await loop.turn()
    expect(marks(loop)).toHaveLength(1)
  })

  test('of a check called wrong is not revived by writing it again', async () => {
    const loop = await speaking()
    loop.panel({ kind: 'remark', remark: remarkEntry(loop)?.remark ?? '', what: 'wrong' })
    loop.write('2(x+3)=10\n')
    await loop.pass(2000)
    loop.write(WRONG)
    await loop.pass(5000)
    expect(marks(loop)).toEqual([])
  })

  test('moves with its line when one is put in above', async () => {
    const loop = await speaking()
    await loop.pass(10_000)
    loop.write(`Exercise 3\n${WRONG}`)
    await loop.turn()
    expect(marks(loop)).toHaveLength(1)
    await loop.pass(3000)
    expect([...loop.remarks.values()].map((remark) => remark.text)).toEqual([
      expect.stringMatching(/^Line 3:/),
    ])
    expect(marks(loop)[0]?.anchor.quote).toBe('2x+3=10')
    expect([...loop.entries.values()].filter((entry) => entry.kind === 'remark')).toHaveLength(1)
  })

  test('half written above other lines is not judged before a pause', async () => {
    const loop = new PlayedLoop()
    await loop.type('2(x+14)=56\n2x+28=56\n2x=28\n')
    for (const line of ['2x+28=5', '2x+28=', '2x+28=5', '2x+28=56']) {
      loop.write(`2(x+14)=56\n${line}\n2x=28\n`)
      await loop.turn()
    }
    await loop.pass(5000)
    expect(loop.remarks.size).toBe(0)
  })

  test('in quiet nothing is marked or said', async () => {
    const loop = new PlayedLoop()
    loop.send('be quiet for 10 minutes')
    await loop.turn()
    await loop.type(WRONG)
    await loop.pass(20_000)
    expect(marks(loop)).toEqual([])
    expect(remarkEntry(loop)).toBeUndefined()
    loop.send('you can talk again')
    await loop.pass(400)
    expect(loop.said).toContain('I am back.')
  })

  test('in a tab that is not in front waits', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG.slice(0, -1))
    loop.page({ kind: 'shown', visible: false, focused: false })
    loop.write(WRONG)
    await loop.pass(5000)
    expect(remarkEntry(loop)).toBeUndefined()
    loop.page({ kind: 'shown', visible: true, focused: true })
    await loop.pass(1000)
    expect(remarkEntry(loop)).toBeDefined()
  })
})

describe('the tab in front', () => {
  const other = { tab: 2, origin: 'http://other', address: 'http://other/', title: 'Other', fresh: true }

  test('is another one that can be seen when it is hidden, whichever is told first', async () => {
    const loop = new PlayedLoop()
    await loop.turn()
    loop.door({ kind: 'page-joined', tutoring: 'tutoring-2', ...other })
    await loop.turn()
    loop.page({ kind: 'shown', visible: false, focused: false })
    await loop.turn()
    expect(loop.state.front).toBe('tutoring-2')
  })

  test('that has gone is not spoken about', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    loop.door({ kind: 'page-left', tutoring: PlayedLoop.tutoring })
    await loop.pass(5000)
    expect(loop.state.front).toBeNull()
    expect(remarkEntry(loop)).toBeUndefined()
  })
})

test.each(['constructor', '__proto__', 'toString'])(
  'an utterance in the tutoring %s breaks nothing',
  async (id) => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'send', tutoring: id, id: 'x', text: 'check this' })
    loop.panel({ kind: 'stop-tutoring', tutoring: id })
    await loop.pass(1000)
    expect(loop.said.at(-1)).toMatch(/no working to check/)
  },
)

describe('an overlap', () => {
  test('holds the next word in the micro-turn of the first key', async () => {
    const loop = await speaking()
    await loop.turn()
    const spoken = remarkEntry(loop)?.spoken
    loop.draft('o')
    await loop.turn()
    expect(remarkEntry(loop)).toMatchObject({ state: 'held', spoken })
    await loop.pass(1000)
    expect(remarkEntry(loop)?.spoken).toBe(spoken)
  })

  test('that was a sign of listening goes on with the same sentence', async () => {
    const loop = await speaking()
    loop.draft('o')
    await loop.turn()
    loop.draft('ok')
    await loop.turn()
    loop.send('ok')
    await loop.turn()
    expect(remarkEntry(loop)?.state).toBe('speaking')
    await loop.pass(10_000)
    expect(remarkEntry(loop)).toMatchObject({ state: 'done', spoken: remarkEntry(loop)?.text.length })
  })

  test('that claims the floor gets it, and “go on” takes the sentence up again', async () => {
    const loop = await speaking()
    loop.draft('wh')
    await loop.turn()
    loop.draft('why')
    await loop.pass(800)
    expect(remarkEntry(loop)?.state).toBe('cut')
    loop.draft('')
    loop.panel({ kind: 'voice', what: 'go-on' })
    await loop.pass(10_000)
    expect(remarkEntry(loop)?.state).toBe('done')
  })

  test('by typing on the page goes on after a pause', async () => {
    const loop = await speaking()
    loop.write(`${WRONG}2`)
    await loop.turn()
    expect(remarkEntry(loop)?.state).toBe('held')
    await loop.pass(1400)
    expect(remarkEntry(loop)?.state).not.toBe('held')
  })
})

describe('words', () => {
  test('unasked ones come at a person’s pace, asked ones at once', async () => {
    const loop = await speaking()
    expect(remarkEntry(loop)?.text.slice(0, remarkEntry(loop)?.spoken)).toBe('Line')
    await loop.pass(1000)
    expect(remarkEntry(loop)?.text.slice(0, remarkEntry(loop)?.spoken).split(' ')).toHaveLength(5)
    loop.send('how long did that take me?')
    await loop.turn()
    const answer = [...loop.entries.values()].at(-1)
    expect(answer).toMatchObject({ kind: 'said', state: 'done', spoken: answer?.text.length })
  })

  test('an utterance sent twice counts once', async () => {
    const loop = new PlayedLoop()
    const text = 'remind me in 2 seconds to breathe'
    const send = { kind: 'send', tutoring: PlayedLoop.tutoring, id: 'once', text } as const
    loop.panel(send)
    await loop.turn()
    loop.panel(send)
    await loop.pass(5000)
    expect(loop.said.filter((text) => text.includes('Reminder'))).toHaveLength(1)
  })
})

test('a reminder that comes while nothing is tutored is shown by the next tutoring, once', async () => {
  const loop = new PlayedLoop()
  loop.send('remind me in 5 seconds to breathe')
  await loop.pass(400)
  loop.door({ kind: 'tutoring-ended', tutoring: PlayedLoop.tutoring, why: 'closed' })
  await loop.pass(8000)
  const page = { tab: 2, origin: 'http://page', address: 'http://page/', title: 'Page', fresh: true }
  loop.door({ kind: 'page-joined', tutoring: 'tutoring-2', ...page })
  await loop.pass(400)
  const reminders = [...loop.entries.values()].filter((entry) => entry.kind === 'reminder')
  expect(reminders.map((entry) => entry.tutoring)).toEqual(['tutoring-2'])
})

describe('“wait”', () => {
  test('is heeded without an answer, and keeps remarks back for a while', async () => {
    const loop = new PlayedLoop()
    loop.send('hold on a second')
    await loop.type(WRONG)
    await loop.pass(5000)
    expect(loop.said).toEqual([])
    await loop.pass(20_000)
    expect(remarkEntry(loop)).toBeDefined()
  })
})
