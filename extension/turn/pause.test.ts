import { expect, test } from 'vitest'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'

const HOUR = 3_600_000
const WRONG = '2(x+3)=10\n2x+3=10\n'

async function paused(loop = new PlayedLoop(), ms = HOUR): Promise<PlayedLoop> {
  loop.panel({ kind: 'pause', until: loop.state.now + ms })
  await loop.turn()
  return loop
}

const orders = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring)

test('in a pause the page is told to say nothing, and shows no mark', async () => {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(2000)
  expect(orders(loop).marks).toHaveLength(1)
  await paused(loop)
  expect(orders(loop)).toMatchObject({ paused: true, marks: [], watches: [] })
  expect(loop.state.speech).toBeNull()
})

test('reminders are kept, and what would need the page is refused with a way out', async () => {
  const loop = await paused()
  loop.send('remind me in 5 seconds to breathe')
  loop.send('check this')
  loop.send('find slope on this page')
  await loop.pass(6000)
  expect(loop.said.filter((text) => text.startsWith('I am paused'))).toHaveLength(2)
  expect(loop.said.at(-1)).toMatch(/breathe/)
})

test('it ends by itself, or by hand', async () => {
  const loop = await paused(undefined, 10_000)
  await loop.pass(9000)
  expect(orders(loop).paused).toBe(true)
  await loop.pass(1000)
  expect(orders(loop).paused).toBeUndefined()
  expect(loop.state.manner.pausedUntil).toBeNull()
  await paused(loop)
  loop.panel({ kind: 'pause', until: null })
  await loop.turn()
  expect(orders(loop).paused).toBeUndefined()
})

test('it lasts a day at most', async () => {
  const loop = await paused(undefined, 1e12)
  expect(loop.state.manner.pausedUntil).toBeLessThanOrEqual(loop.state.now + 24 * HOUR)
})

test('a page that is reloaded in a pause keeps the title it had', async () => {
  const loop = await paused()
  const page = { tab: 1, origin: 'http://page', address: 'http://page/', title: '', fresh: true }
  loop.door({ kind: 'page-joined', tutoring: PlayedLoop.tutoring, ...page })
  await loop.turn()
  expect(loop.state.tutorings[PlayedLoop.tutoring]?.row.title).toBe('Page')
})
