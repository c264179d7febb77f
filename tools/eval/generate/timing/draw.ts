import { seededRandom } from '../../../../shared/math/random.ts'

/** Draws times and choices, the same for the same seed. */
export class Draw {
  readonly #random: () => number
  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  chance(share: number): boolean {
    return this.#random() < share
  }

  /** A whole number between both, included. */
  between(low: number, high: number): number {
    return Math.floor(low + this.#random() * (high - low + 1))
  }

  /** A number between both. */
  share(low: number, high: number): number {
    return low + this.#random() * (high - low)
  }

  pick<T>(items: readonly [T, ...T[]]): T
  pick<T>(items: readonly T[]): T
  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)]
    if (item === undefined) throw new Error('Nothing to draw from.')
    return item
  }

  /** One item, each as often as its weight says. */
  weighted<T>(items: readonly (readonly [number, T])[]): T {
    let left = this.share(
      0,
      items.reduce((sum, [weight]) => sum + weight, 0),
    )
    for (const [weight, item] of items) {
      left -= weight
      if (left < 0) return item
    }
    throw new Error('Nothing to draw from.')
  }

  /** Log-normal, a whole number: half lie below `median`; kept within `low` and `high`. */
  skewed(median: number, spread: number, low: number, high: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random())
    return Math.round(Math.min(high, Math.max(low, median * Math.exp(spread * normal))))
  }
}
