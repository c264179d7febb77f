import { seededRandom } from '../../../shared/math/random.ts'
import type { Notation } from './notation.ts'

/** Draws whole numbers and choices, the same for the same seed. */
export class Dice {
  private readonly random: () => number
  constructor(seed: number) {
    this.random = seededRandom(seed)
  }
  /** A whole number between both, included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1))
  }
  /** The same without 0. */
  nonzero(from: number, to: number): number {
    for (;;) {
      const value = this.int(from, to)
      if (value !== 0) return value
    }
  }
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.int(0, items.length - 1)] ?? items[0]
  }
}

/** A slip puts `line` in the place of the right one at index `at`. */
export type Wrong = { at: number; line: string; slip?: string }
/** A right working with the mistakes that can be made in it; each `line` is false wherever it is drawn. */
export type Exercise = { lines: string[]; wrong: Wrong[] }
export type Template = { kind: string; draw: (dice: Dice, notation: Notation) => Exercise }

/** "+ 3" or "− 3" after something. */
export const plus = (value: number, n: Notation): string =>
  value < 0 ? ` ${n.minus} ${-value}` : ` + ${value}`
/** A number with its sign as it stands alone. */
export const num = (value: number, n: Notation): string => (value < 0 ? `${n.minus}${-value}` : String(value))
/** 3x, x, −x. */
export const term = (factor: number, name: string, n: Notation): string =>
  factor === 1 ? name : factor === -1 ? `${n.minus}${name}` : `${num(factor, n)}${name}`
/** "+ 3x" after something. */
export const plusTerm = (factor: number, name: string, n: Notation): string =>
  factor < 0 ? ` ${n.minus} ${term(-factor, name, n)}` : ` + ${term(factor, name, n)}`

export function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b)
}
