import * as v from 'valibot'

/**
 * A link outlives its ports. What goes up (page or panel to loop) must not be lost or doubled: it carries
 * a sequence number, is kept by the sender until the loop has *written* it, and is sent again on the next
 * port. What comes down is state, sent whole again after every connection, so it needs no number.
 *
 *   client                            loop
 *                     ◀─────────────  beat (I am listening)
 *   hello{link, from} ─────────────▶  looks up how far this link was written
 *                     ◀─────────────  welcome{got}, state
 *   data{seq} …       ─────────────▶  drops seq it has, handles the rest in order
 *                     ◀─────────────  ack{got} once written
 *   beat              ◀────────────▶  beat          (dead after SILENCE_MS without any)
 *
 * While both ends have something to say there are no beats: each is a task of the page's. Where nobody looks or nothing
 * is said, beats are calm. Whatever is posted then is answered with a beat at once.
 */
const Seq = v.pipe(v.number(), v.integer(), v.minValue(0))

export const UpSchema = v.variant('t', [
  v.object({ t: v.literal('hello'), link: v.pipe(v.string(), v.uuid()), from: Seq }),
  v.object({ t: v.literal('data'), seq: Seq, body: v.unknown() }),
  v.object({ t: v.literal('beat') }),
])
export type Up = v.InferOutput<typeof UpSchema>

export const DownSchema = v.variant('t', [
  v.object({ t: v.literal('welcome'), got: Seq }),
  v.object({ t: v.literal('ack'), got: Seq }),
  v.object({ t: v.literal('state'), body: v.unknown() }),
  /** `next`: ms until the next one. */
  v.object({ t: v.literal('beat'), next: v.optional(v.pipe(v.number(), v.minValue(0))) }),
])
export type Down = v.InferOutput<typeof DownSchema>

/** ms of silence after which the other end counts as dead (DESIGN: 1 s). */
export const SILENCE_MS = 1000
/** ms between beats: two may be lost before silence is death, and while somebody writes there is need of none. */
export const BEAT_MS = 400
/**
 * ms between beats where nobody looks, or nothing was said for CALM_AFTER_MS. A closed port tells death at once;
 * beats only tell a hang, which nobody sees there. Those of twenty tabs took 8 % of a core, those of one that
 * is in front and idle 0.7 % (measured).
 */
export const CALM_BEAT_MS = 30_000
export const CALM_AFTER_MS = 10_000

/** ms of silence after which the other end counts as dead when beats come so many ms apart. */
export const silenceOf = (beatMs: number): number => Math.max(SILENCE_MS, 3 * beatMs)

/** Messages kept while nobody takes them; beyond it the oldest are given up, so that no page hoards memory. */
const KEPT = 1000

/** The sender's end: numbers what is posted and keeps it until it was written. */
export class Outbox<Body> {
  readonly link: string
  #next = 1
  #kept: { seq: number; body: Body }[] = []
  #send: ((up: Up) => void) | null = null

  constructor(link: string) {
    this.link = link
  }

  /** How many messages are not written yet. */
  get waiting(): number {
    return this.#kept.length
  }

  post(body: Body): void {
    const message = { seq: this.#next++, body }
    this.#kept.push(message)
    if (this.#kept.length > KEPT) this.#kept.shift()
    this.#send?.({ t: 'data', ...message })
  }

  /** A new port is there: greet; `welcomed` sends the rest. */
  greet(send: (up: Up) => void): void {
    this.#send = null
    send({ t: 'hello', link: this.link, from: this.#kept[0]?.seq ?? this.#next })
  }

  welcomed(got: number, send: (up: Up) => void): void {
    this.acked(got)
    this.#send = send
    for (const message of this.#kept) send({ t: 'data', ...message })
  }

  acked(got: number): void {
    this.#kept = this.#kept.filter((message) => message.seq > got)
  }

  /** The port is gone: what is posted now waits. */
  cut(): void {
    this.#send = null
  }
}

/** The receiver's end: lets each number through once, in order. */
export class Inbox {
  /** Highest number handled in this life of the loop; what was written may lag behind it. */
  #got: number

  constructor(written: number) {
    this.#got = written
  }

  get got(): number {
    return this.#got
  }

  /** @param from the first number that the sender still has: what is below it will never come again. */
  greeted(from: number): void {
    this.#got = Math.max(this.#got, from - 1)
  }

  /** Whether this number is new and next; false for what was had, and for what skips ahead. */
  take(seq: number): boolean {
    if (seq !== this.#got + 1) return false
    this.#got = seq
    return true
  }
}
