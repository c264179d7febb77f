import { seededRandom } from '../../../shared/math/random.ts'

/** From, to, median, and the spread of the logarithm. */
export type Bounds = readonly [number, number, number, number]

/** Draws, the same for the same seed. */
export class Draw {
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  chance(share: number): boolean {
    return this.#random() < share
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.#random()
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1))
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.whole(0, items.length - 1)] ?? items[0]
  }

  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const keys = Object.keys(weights) as Key[]
    let left = this.#random() * keys.reduce((sum, key) => sum + weights[key], 0)
    for (const key of keys) {
      left -= weights[key]
      if (left < 0) return key
    }
    throw new Error('There is nothing to draw from.')
  }

  /** @param spread standard deviation of the logarithm */
  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  /** Mean 0, standard deviation 1. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random()))
    return radius * Math.cos(2 * Math.PI * this.#random())
  }

  /** The same, within bounds. */
  within(...[from, to, median, spread]: Bounds): number {
    return Math.min(to, Math.max(from, this.lognormal(median, spread)))
  }

  /** A seed for draws that do not disturb these. */
  seed(): number {
    return this.whole(1, 2 ** 31 - 2)
  }
}
