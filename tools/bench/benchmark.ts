import { percentile } from '../eval/evaluation.ts'
import type { Bed } from './bed.ts'

/** One name of the bench command. It measures; it never judges a machine: being over budget is no failure. */
export interface Benchmark {
  readonly name: string
  /** How long it may take on a slow machine before it is given up, s. */
  readonly withinSeconds: number
  run(bed: Bed): Promise<Figure[]>
}

/** One printed line. */
export interface Figure {
  /** What was measured, in a few words. */
  readonly what: string
  /** The percentiles or ratios, with units. */
  readonly value: string
  readonly n: number
  /** None where the design sets none. */
  readonly budget?: Budget
  /** What a peer, or the browser without Aside, took in the same run. */
  readonly beside?: string
}

export interface Budget {
  readonly text: string
  readonly met: boolean
}

/** @param value in the unit of `limit`; one that is not finite is over any budget */
export function atMost(limit: number, unit: string, value: number, of = ''): Budget {
  return { text: `${of}${of && ' '}≤ ${limit} ${unit}`, met: value <= limit }
}

/** `p50 0.12 ms, p99 3.40 ms, most 9.81 ms`. A sample that never came is `Infinity`, and counts as the slowest. */
export function spread(values: readonly number[], shares: readonly number[], digits = 0): string {
  const parts = shares.map((share) => `p${share * 100} ${milliseconds(percentile(values, share), digits)}`)
  return [...parts, `most ${milliseconds(Math.max(...values), digits)}`].join(', ')
}

export function milliseconds(value: number, digits = 0): string {
  return Number.isFinite(value) ? `${value.toFixed(digits)} ms` : 'never'
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
