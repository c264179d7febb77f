import { compareMeasured, type Measured, measure } from './evaluate.ts'
import { type Expression, sizeOf, variablesOf } from './expression.ts'
import { seededRandom } from './random.ts'
import { roundingOf } from './rounding.ts'
import type { Assignment } from './verdict.ts'

/**
 * `different` names the smallest nice point where both have a value and the values differ. `positiveOnly`:
 * they agree wherever no variable is negative. `domain`: they agree where both are defined, but one is defined
 * on more than single points more.
 */
export type Comparison =
  | { result: 'equal' }
  | { result: 'different'; at: Assignment; values: readonly [number, number]; positiveOnly: boolean }
  | { result: 'domain' }
  | { result: 'unknown' }

/** The points a person would try by hand, in the order of the least work. */
const NICE = [1, 2, 3, -1, 0, 4, 5, -2, 10, 6, 0.5, -3, 7, 9, 16]
/** Evaluations of nodes one comparison may cost; keeps every verdict far below 50 ms. */
const MOST_NODES = 120_000

/** Compares two expressions as real functions by sampling: nice points first, then seeded random ones. */
export function compareExpressions(a: Expression, b: Expression, seed: number): Comparison {
  const names = variablesOf(a, b)
  const size = sizeOf(a) + sizeOf(b)
  const rounded = roundingOf(a, b)
  const points =
    names.length === 0 ? [{}] : samplePoints(names, seed, Math.max(8, Math.min(60, MOST_NODES / size)))
  let agreed = 0
  let agreedPositive = 0
  let onlyOne = 0
  let firstDifferent: { at: Assignment; values: readonly [number, number] } | null = null
  let differsPositive = false
  for (const at of points) {
    const left = measure(a, at)
    const right = measure(b, at)
    const verdict = compareMeasured(left, right)
    const positive = names.every((name) => (at[name] ?? 0) >= 0)
    if (verdict === 'same') {
      agreed++
      if (positive) agreedPositive++
    } else if (names.length === 0 && left.value === right.value) {
      agreed++
    } else if (names.length === 0 && isEndless(left, right)) {
      return { result: 'different', at, values: [left.value, right.value], positiveOnly: false }
    } else if (verdict === 'undefined') {
      if (Number.isFinite(left.value) !== Number.isFinite(right.value) && !isNice(at)) onlyOne++
    } else if (verdict === 'different') {
      if (rounded(left.value, right.value)) return { result: 'unknown' }
      firstDifferent ??= { at, values: [left.value, right.value] }
      if (positive) differsPositive = true
    }
  }
  if (firstDifferent) {
    const positiveOnly = !differsPositive && agreedPositive >= 3
    return { result: 'different', ...firstDifferent, positiveOnly }
  }
  const enough = names.length === 0 ? 1 : 4
  if (agreed < enough) return { result: 'unknown' }
  return onlyOne >= 3 ? { result: 'domain' } : { result: 'equal' }
}

/** One grows beyond all bounds, and the other is a number or grows the other way. */
const isEndless = (a: Measured, b: Measured): boolean =>
  [a, b].some(({ value }) => Math.abs(value) === Number.POSITIVE_INFINITY) &&
  [a, b].every(({ value }) => !Number.isNaN(value)) &&
  a.value !== b.value

const isNice = (at: Assignment): boolean => Object.values(at).every((value) => Number.isInteger(value * 2))

/** Nice points, then random ones over small, middle and positive ranges. */
function samplePoints(names: readonly string[], seed: number, count: number): Assignment[] {
  const points: Assignment[] = []
  for (let k = 0; k < NICE.length; k++) {
    points.push(Object.fromEntries(names.map((name, i) => [name, NICE[(k + i) % NICE.length] ?? 1])))
  }
  const random = seededRandom(seed)
  for (let k = 0; points.length < count; k++) {
    const [from, to] = (
      [
        [0.1, 3],
        [-5, 5],
        [0.05, 0.95],
        [1, 12],
        [-1, 1],
      ] as const
    )[k % 5] ?? [0, 1]
    points.push(Object.fromEntries(names.map((name) => [name, from + (to - from) * random()])))
  }
  return points
}

export function areEqual(a: Expression, b: Expression, seed: number): boolean {
  return compareExpressions(a, b, seed).result === 'equal'
}

/** Equal wherever both are defined: √(x²·y) and x√y pass only if they agree on positive points too. */
export function agree(a: Expression, b: Expression, seed: number): boolean {
  const { result } = compareExpressions(a, b, seed)
  return result === 'equal' || result === 'domain'
}
