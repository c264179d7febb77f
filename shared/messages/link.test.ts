import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Down, Inbox, Outbox, type Up } from './link.ts'

const LINK = '6b6dfd41-0000-4000-8000-000000000000'

/**
 * A loop that writes what it takes in, loses its memory when it dies, and a port that can break with
 * messages still under way in both directions.
 */
class World {
  readonly outbox = new Outbox<number>(LINK)
  /** What was written, in order: survives everything. */
  readonly written: number[] = []
  /** Handled by the living loop, not yet written. */
  #pending: { seq: number; body: number }[] = []
  #writtenSeq = 0
  #inbox: Inbox | null = null
  #up: Up[] = []
  #down: Down[] = []

  readonly #send = (up: Up) => void this.#up.push(up)

  connect(): void {
    this.breakPort()
    this.outbox.greet(this.#send)
  }

  breakPort(): void {
    this.#up = []
    this.#down = []
    this.outbox.cut()
  }

  dieLoop(): void {
    this.breakPort()
    this.#pending = []
    this.#inbox = null
  }

  /** The loop takes one message from the port. */
  loopHears(): void {
    const up = this.#up.shift()
    if (up === undefined) return
    if (up.t === 'hello') {
      this.#inbox ??= new Inbox(this.#writtenSeq)
      this.#inbox.greeted(up.from)
      this.#down.push({ t: 'welcome', got: this.#writtenSeq })
    }
    if (up.t === 'data' && this.#inbox?.take(up.seq) === true)
      this.#pending.push({ seq: up.seq, body: Number(up.body) })
  }

  pageHears(): void {
    const down = this.#down.shift()
    if (down?.t === 'welcome') this.outbox.welcomed(down.got, this.#send)
    if (down?.t === 'ack') this.outbox.acked(down.got)
  }

  write(): void {
    const last = this.#pending.at(-1)
    if (last === undefined) return
    this.written.push(...this.#pending.map(({ body }) => body))
    this.#writtenSeq = last.seq
    this.#pending = []
    this.#down.push({ t: 'ack', got: last.seq })
  }

  settle(): void {
    this.connect()
    for (let step = 0; step < 2000 && this.outbox.waiting > 0; step += 1) {
      this.loopHears()
      this.pageHears()
      this.write()
    }
  }
}

const step = fc.constantFrom(
  'post',
  'post',
  'loopHears',
  'loopHears',
  'pageHears',
  'write',
  'connect',
  'breakPort',
  'dieLoop',
)

test('any interleaving of loss, delay and death delivers every message once, in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const world = new World()
      let posted = 0
      world.connect()
      for (const each of steps) {
        if (each === 'post') {
          posted += 1
          world.outbox.post(posted)
        } else world[each]()
      }
      world.settle()
      expect(world.written).toEqual(Array.from({ length: posted }, (_, index) => index + 1))
      expect(world.outbox.waiting).toBe(0)
    }),
    { numRuns: 1000 },
  )
})

test('a loop whose database was deleted goes on with what the sender still has', () => {
  const inbox = new Inbox(0)
  inbox.greeted(57)
  expect(inbox.take(57)).toBe(true)
  expect(inbox.take(57)).toBe(false)
  expect(inbox.take(59)).toBe(false)
  expect(inbox.take(58)).toBe(true)
})
