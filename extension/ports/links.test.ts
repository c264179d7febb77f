import fc from 'fast-check'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type KeptLink, keepLink } from './keep-link.ts'
import { forgetClosed, type ServedLink, serveLink, type Takings } from './serve-link.ts'

type Listener = (message: unknown) => void

/** What the extension's runtime does, played by the world below. */
const runtime = vi.hoisted(() => ({
  id: 'aside' as string | undefined,
  lastError: undefined,
  connect: (): unknown => undefined,
  sendMessage: (): Promise<unknown> => Promise.resolve(),
}))
vi.mock('wxt/browser', () => ({ browser: { runtime } }))

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** One end of a port: messages arrive in order, after a delay; some twice. */
class End {
  readonly heard: Listener[] = []
  readonly closed: (() => void)[] = []
  readonly onMessage = { addListener: (listener: Listener) => void this.heard.push(listener) }
  readonly onDisconnect = { addListener: (listener: () => void) => void this.closed.push(listener) }
  readonly #channel: Channel
  open = true

  constructor(channel: Channel) {
    this.#channel = channel
  }

  postMessage(message: unknown): void {
    if (!this.open) throw new Error('Attempting to use a disconnected port object')
    this.#channel.carry(this, structuredClone(message))
  }

  disconnect(): void {
    if (!this.open) return
    this.open = false
    this.#channel.close(this)
  }
}

class Channel {
  readonly page: End
  readonly loop: End
  readonly #delay: () => number
  /** When the last thing on its way to an end arrives: nothing overtakes it. */
  readonly #arrival = new Map<End, number>()

  constructor(delay: () => number) {
    this.#delay = delay
    this.page = new End(this)
    this.loop = new End(this)
  }

  carry(from: End, message: unknown): void {
    const to = this.#other(from)
    const twice = this.#delay() % 7 === 0
    this.#later(to, () => {
      for (const listener of [...to.heard, ...(twice ? to.heard : [])]) if (to.open) listener(message)
    })
  }

  /** The other end is told later; what is under way to it still arrives, what is under way from it does not. */
  close(from: End): void {
    const to = this.#other(from)
    this.#later(to, () => this.#shut(to))
  }

  /** Both ends at once, with all that is under way. */
  cut(): void {
    this.#shut(this.page)
    this.#shut(this.loop)
  }

  #shut(end: End): void {
    if (!end.open) return
    end.open = false
    for (const listener of end.closed) listener()
  }

  #later(to: End, arrive: () => void): void {
    const at = Math.max(performance.now() + this.#delay(), this.#arrival.get(to) ?? 0)
    this.#arrival.set(to, at)
    setTimeout(arrive, Math.max(0, at - performance.now()))
  }

  #other(end: End): End {
    return end === this.page ? this.loop : this.page
  }
}

interface Living {
  takings: Takings
  served: Set<ServedLink<string>>
  pending: { link: string; seq: number; body: string }[]
  channels: Channel[]
}

/** Pages that post, a loop that writes and dies, a background that brings it back, and what was written. */
class World {
  readonly links: KeptLink<string>[] = []
  /** What each page posted, and what was written of it, in order. */
  readonly posted: string[][] = []
  readonly written: string[] = []
  readonly #rows = new Map<string, number>()
  readonly #ended = new AbortController()
  readonly #delay: () => number
  #loop: Living | null = null
  #workerAlive = true
  /** Nothing is slow any more. */
  #calm = false

  constructor(pages: number, delays: readonly number[]) {
    let next = 0
    this.#delay = () => (this.#calm ? 0 : (delays[next++ % delays.length] ?? 0))
    runtime.connect = () => this.#connect()
    runtime.sendMessage = () => this.#ensure()
    for (let page = 0; page < pages; page += 1) {
      this.posted.push([])
      this.links.push(
        keepLink<string>({
          name: 'page',
          signal: this.#ended.signal,
          live: () => undefined,
          orphaned: () => undefined,
          state: () => undefined,
        }),
      )
    }
  }

  post(page: number): void {
    const said = this.posted[page % this.links.length]
    const body = `${page % this.links.length}:${said?.length ?? 0}`
    said?.push(body)
    this.links[page % this.links.length]?.post(body)
  }

  /** A port is cut in the middle of everything; both sides see it at once. */
  cut(index: number): void {
    const channels = this.#loop?.channels ?? []
    channels[index % Math.max(1, channels.length)]?.cut()
  }

  die(): void {
    const loop = this.#loop
    this.#loop = null
    for (const channel of loop?.channels ?? []) channel.cut()
  }

  killWorker(): void {
    this.#workerAlive = false
  }

  /** One micro-turn's transaction: all that was taken in is written, and then acknowledged. */
  write(): void {
    const loop = this.#loop
    if (loop === null || loop.pending.length === 0) return
    const got = new Map<string, number>()
    for (const { link, seq, body } of loop.pending) {
      this.written.push(body)
      this.#rows.set(link, seq)
      got.set(link, seq)
    }
    loop.pending = []
    for (const served of loop.served) {
      const seq = got.get(served.link)
      if (seq !== undefined) served.acked(seq)
    }
    forgetClosed(got, loop.takings)
  }

  /** Links that the loop still knows though they are closed. */
  get closed(): unknown[] {
    return [...(this.#loop?.takings.values() ?? [])].filter(({ ports }) => ports === 0)
  }

  async settle(): Promise<void> {
    this.#calm = true
    for (let turn = 0; turn < 150 && this.written.length < this.posted.flat().length; turn += 1) {
      await vi.advanceTimersByTimeAsync(200)
      this.write()
    }
    // What would still come twice comes now.
    await vi.advanceTimersByTimeAsync(2000)
    this.write()
  }

  end(): void {
    this.#ended.abort()
    this.die()
  }

  #ensure(): Promise<unknown> {
    const alive = this.#workerAlive
    // The next event starts the worker again.
    this.#workerAlive = true
    if (!alive) return Promise.reject(new Error('The message port closed before a response was received.'))
    this.#loop ??= { takings: new Map(), served: new Set(), pending: [], channels: [] }
    return Promise.resolve()
  }

  #connect(): unknown {
    const channel = new Channel(this.#delay)
    const loop = this.#loop
    if (loop === null) {
      // Nobody listens: the port closes at once.
      setTimeout(() => channel.cut())
      return channel.page
    }
    loop.channels.push(channel)
    const port = channel.loop as unknown as Parameters<typeof serveLink>[0]['port']
    serveLink<string, string>(
      {
        port,
        schema: v.string(),
        written: (link) =>
          new Promise((resolve) => setTimeout(() => resolve(this.#rows.get(link) ?? 0), this.#delay())),
        shows: false,
        joined: (served) => void loop.served.add(served),
        body: (body, { link, seq }) => void loop.pending.push({ link, seq, body }),
        nonsense: () => undefined,
        left: (served) => void loop.served.delete(served),
      },
      loop.takings,
    )
    return channel.page
  }
}

interface Step {
  what: 'post' | 'pass' | 'write' | 'cut' | 'die' | 'killWorker'
  at: number
}
const step = (what: Step['what'], weight: number, at: fc.Arbitrary<number>) => ({
  weight,
  arbitrary: at.map((at): Step => ({ what, at })),
})
const STEPS = fc.oneof(
  step('post', 6, fc.nat(3)),
  step('pass', 4, fc.constantFrom(1, 40, 250, 900, 2500, 15_000)),
  step('write', 3, fc.constant(0)),
  step('cut', 2, fc.nat(3)),
  step('die', 1, fc.constant(0)),
  step('killWorker', 1, fc.constant(0)),
)
const DELAYS = fc.constantFrom<number[]>(0, 0, 1, 5, 30, 120, 400, 1500)

/** The loop hears of an old port's end when the new one is in use already. */
const LATE_GOODBYE: [number, Step[], number[]] = [
  3,
  [
    { what: 'pass', at: 900 },
    { what: 'die', at: 0 },
    { what: 'pass', at: 2500 },
    { what: 'post', at: 1 },
    { what: 'pass', at: 2500 },
    { what: 'post', at: 0 },
  ],
  [400, 1, 0, 0, 120, 1, 30, 0, 120, 0, 0, 1500, 0, 1500, 400, 30, 5, 30, 400],
]

test('several links through any delay, doubling, cut port and death: each percept is written once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(STEPS, { maxLength: 50 }),
      fc.array(DELAYS, { minLength: 5, maxLength: 20 }),
      async (pages, steps, delays) => {
        const world = new World(pages, delays)
        try {
          for (const { what, at } of steps) {
            if (what === 'pass') await vi.advanceTimersByTimeAsync(at)
            else world[what](at)
          }
          await world.settle()
          for (const [page, posted] of world.posted.entries())
            expect(world.written.filter((body) => body.startsWith(`${page}:`))).toEqual(posted)
          expect(world.closed).toEqual([])
        } finally {
          world.end()
          await vi.advanceTimersByTimeAsync(6000)
        }
      },
    ),
    { numRuns: 400, examples: [LATE_GOODBYE] },
  )
}, 60_000)
