import type { SlipId } from '../verdict.ts'

/** What is to be done with what is given. */
export const TASKS = ['calculate', 'simplify', 'expand', 'solve', 'differentiate', 'integrate'] as const
export type Task = (typeof TASKS)[number]

export interface Draft {
  task: Task
  /** As it is shown, in plain text. */
  given: string
  /** A full answer. */
  answer: string
  /** What the slip makes of it. */
  tempting: string
}

/** Seeded draws; bounds are included. */
export interface Dice {
  whole(from: number, to: number): number
  /** A whole number that is none of these. */
  other(from: number, to: number, not: readonly number[]): number
  oneOf<Thing>(things: readonly Thing[]): Thing
}

export type Drafts = Partial<Record<SlipId, (dice: Dice) => Draft>>

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** x³, x¹², 2⁻³. */
export function power(base: string | number, exponent: number): string {
  const digits = [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : (RAISED[Number(sign)] ?? '')))
  return exponent === 1 ? String(base) : `${base}${digits.join('')}`
}

/** A number with a real minus sign. */
export const written = (value: number): string => String(value).replace('-', '−')

/** + 3, − 3: a further term of a sum. */
export const plus = (value: number): string => (value < 0 ? `− ${-value}` : `+ ${value}`)

/** A fraction in lowest terms. */
export function fraction(over: number, under: number): string {
  const by = gcd(over, under)
  return under / by === 1 ? written(over / by) : `${written(over / by)}/${under / by}`
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b)
}
