import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepLink } from './keep-link.ts'
import { type ServedLink, serveLink } from './serve-link.ts'

type Listener = (message: unknown) => void

const runtime = vi.hoisted(() => ({
  id: 'aside',
  lastError: undefined,
  connect: (): unknown => undefined,
  sendMessage: (): Promise<unknown> => Promise.resolve(),
}))
vi.mock('wxt/browser', () => ({ browser: { runtime } }))

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** One link whose loop may hang: its port stays open, and nothing comes of it. */
function linked(shows: boolean) {
  const ended = new AbortController()
  const told = { messages: 0, live: false, lost: 0 }
  const loop: { hung: boolean; served: ServedLink<string> | null } = { hung: false, served: null }
  runtime.sendMessage = async () => {
    loop.hung = false
  }
  runtime.connect = () => {
    const ends = [0, 1].map(() => ({ heard: [] as Listener[], closed: [] as (() => void)[], open: true }))
    const [page, served] = ends.map((end, index) => ({
      onMessage: { addListener: (listener: Listener) => void end.heard.push(listener) },
      onDisconnect: { addListener: (listener: () => void) => void end.closed.push(listener) },
      postMessage: (message: unknown) => {
        told.messages += 1
        const other = ends[1 - index]
        setTimeout(() => loop.hung || other?.heard.forEach((listener) => void listener(message)))
      },
      disconnect: () => setTimeout(() => ends[1 - index]?.closed.forEach((listener) => void listener())),
    }))
    serveLink<string, string>({
      port: served as unknown as Parameters<typeof serveLink>[0]['port'],
      schema: v.string(),
      written: async () => 0,
      shows,
      joined: (joined) => {
        loop.served = joined
      },
      body: () => undefined,
      nonsense: () => undefined,
      left: () => undefined,
    })
    return page
  }
  const link = keepLink<string>({
    name: 'page',
    signal: ended.signal,
    live: (live) => {
      told.live = live
      if (!live) told.lost += 1
    },
    orphaned: () => undefined,
    state: () => undefined,
  })
  return { link, loop, told, end: () => ended.abort() }
}

test('a page on which nothing happens is hardly asked whether it is there, and stays linked', async () => {
  const { told, end } = linked(false)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(told.live).toBe(true)
  told.messages = 0
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.messages).toBeLessThanOrEqual(6)
  expect(told.lost).toBe(0)
  end()
})

test('a panel shows at all times whether the loop is there', async () => {
  const { loop, told, end } = linked(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.live).toBe(true)
  loop.hung = true
  await vi.advanceTimersByTimeAsync(1600)
  expect(told.lost).toBe(1)
  end()
})

test.each([0, 5000, 15_000, 60_000])(
  'a loop that hung is missed within two seconds of what is said to it %i ms later',
  async (ms) => {
    const { link, loop, told, end } = linked(false)
    await vi.advanceTimersByTimeAsync(ms)
    loop.hung = true
    link.post('something')
    await vi.advanceTimersByTimeAsync(2000)
    expect(told.lost).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(told.live).toBe(true)
    end()
  },
)

test('while both ends have something to say, nothing else is sent', async () => {
  const { link, loop, told, end } = linked(false)
  await vi.advanceTimersByTimeAsync(1000)
  told.messages = 0
  for (let said = 1; said <= 50; said += 1) {
    link.post('something')
    await vi.advanceTimersByTimeAsync(100)
    loop.served?.acked(said)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(told.messages).toBeLessThanOrEqual(2 * 50 + 2)
  loop.hung = true
  await vi.advanceTimersByTimeAsync(1600)
  expect(told.lost).toBe(1)
  end()
})

test('one end that says much does not make the other seem dead', async () => {
  const { loop, told, end } = linked(true)
  for (let said = 0; said < 50; said += 1) {
    await vi.advanceTimersByTimeAsync(200)
    loop.served?.state('something')
  }
  expect(told.lost).toBe(0)
  end()
})

test('a calm link that is spoken over is lively again, and calm once more', async () => {
  const { link, told, end } = linked(false)
  await vi.advanceTimersByTimeAsync(30_000)
  link.post('something')
  told.messages = 0
  await vi.advanceTimersByTimeAsync(6000)
  expect(told.messages).toBeGreaterThan(20)
  await vi.advanceTimersByTimeAsync(6000)
  told.messages = 0
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.messages).toBeLessThanOrEqual(6)
  expect(told.lost).toBe(0)
  end()
})

test('one that nobody looks at stays calm, and answers what it is told', async () => {
  const { link, loop, told, end } = linked(false)
  await vi.advanceTimersByTimeAsync(1000)
  loop.served?.watched(false)
  await vi.advanceTimersByTimeAsync(1000)
  told.messages = 0
  for (let minute = 0; minute < 5; minute += 1) {
    link.post('something')
    await vi.advanceTimersByTimeAsync(60_000)
  }
  expect(told.messages).toBeLessThanOrEqual(5 * 12)
  expect(told.lost).toBe(0)
  end()
})
