/** How often something may happen: `burst` at once, then `perSecond`. */
export interface Pace {
  readonly burst: number
  readonly perSecond: number
}

/** A clock that only goes forward, ms: nothing here may depend on the time of day. */
export type Now = () => number

export const monotonic: Now = () => performance.now()

/** A bucket of permissions that fills up again with time. */
export class Rate {
  readonly #pace: Pace
  readonly #now: Now
  #left: number
  #at: number

  constructor(pace: Pace, now: Now = monotonic) {
    this.#pace = pace
    this.#now = now
    this.#left = pace.burst
    this.#at = now()
  }

  /** Whether it may happen once more now. */
  take(): boolean {
    const now = this.#now()
    this.#left = Math.min(
      this.#pace.burst,
      this.#left + (Math.max(0, now - this.#at) / 1000) * this.#pace.perSecond,
    )
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
