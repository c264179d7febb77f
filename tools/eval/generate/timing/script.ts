import type { TimingCase, Truth } from '../../timing/timing-case.ts'

type Event = TimingCase['events'][number]
type Happening = Omit<Event, 't' | 'on'>

/** A truth without its origin. */
export type Told = Truth extends infer Each ? (Each extends Truth ? Omit<Each, 'on'> : never) : never

/** A conversation while it is written down: what happens, and what was meant. */
export class Script {
  /** ms from the origin: the start, or the first word of an utterance. */
  now = 0
  readonly #events: Event[] = []
  readonly #truth: Truth[] = []
  #on: number | undefined

  /** From here on times count from the tutor's first word of its k-th utterance. */
  begin(on: number, at: number): void {
    this.#on = on
    this.now = at
  }

  pass(ms: number): void {
    this.now += ms
  }

  put(event: Happening, at = this.now): void {
    this.#events.push({ ...this.#origin, t: Math.round(at), ...event })
  }

  tell(truth: Told): void {
    this.#truth.push({ ...this.#origin, ...truth } as Truth)
  }

  get #origin(): { on?: number } {
    return this.#on === undefined ? {} : { on: this.#on }
  }

  /** Everything in the order in which it can happen. */
  written(): Pick<TimingCase, 'events' | 'truth'> {
    const events = this.#events.toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0) || a.t - b.t)
    const truth = this.#truth.toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0) || a.from - b.from)
    return { events, truth }
  }
}
