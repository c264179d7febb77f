import type { Intent, SimulatedEvent, Truth } from './conversation.ts'

type Placed<Each> = Each extends { on?: number | undefined } ? Omit<Each, 'on'> : never

/**
 * A conversation as it is put together. Scenes come one after the other; each begins at `t` ms, from the start or from
 * the first word of the tutor's utterance `on`.
 */
export class Timeline {
  readonly events: SimulatedEvent[] = []
  readonly truth: Truth[] = []
  readonly intents: Intent[] = []
  /** Words a second. */
  readonly rate: number
  t = 0
  on: number | undefined
  /** Utterances of the tutor so far, if it does what is best. */
  utterances = 0
  /** What stands in the composer, unsent. */
  draft = ''
  /** The person is gone: nothing may follow. */
  over = false

  constructor(rate: number) {
    this.rate = rate
  }

  happen(...events: readonly Placed<SimulatedEvent>[]): void {
    for (const event of events)
      this.events.push({ ...event, t: Math.round(event.t), ...this.#base } as SimulatedEvent)
  }

  mean(...truths: readonly Placed<Truth>[]): void {
    for (const truth of truths) this.truth.push({ ...whole(truth), ...this.#base } as Truth)
  }

  intend(is: Intent['is'], from: number, to: number): void {
    this.intents.push({ is, from: Math.round(from), to: Math.round(to), ...this.#base })
  }

  /** The tutor is to say so many words now: what follows counts from the first of them. Returns how long they take, in ms. */
  hear(words: number): number {
    this.utterances += 1
    this.on = this.utterances
    this.t = 0
    return (1000 * words) / this.rate
  }

  get #base(): { on?: number } {
    return this.on === undefined ? {} : { on: this.on }
  }
}

const whole = <Span extends { from: number; to: number }>(span: Span): Span => ({
  ...span,
  from: Math.round(span.from),
  to: Math.round(span.to),
})
