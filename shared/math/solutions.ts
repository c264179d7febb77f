import { evaluate } from './evaluate.ts'
import { sizeOf, variablesOf } from './expression.ts'
import { type Chain, type Statement, sidesOf } from './statement.ts'
import { exactly, type NearPoint, truthOf } from './truth.ts'
import type { Assignment } from './verdict.ts'

/** `everywhere`: the statement holds wherever it is defined, as far as sampled. */
export type Solutions = { everywhere: boolean; points: readonly NearPoint[] }

/** Node evaluations one search may cost. */
const MOST_NODES = 150_000
const MOST_POINTS = 24

/** Values people's exercises come out at. */
const NICE = [
  ...Array.from({ length: 41 }, (_, i) => i - 20),
  0.5,
  -0.5,
  1.5,
  -1.5,
  2.5,
  -2.5,
  0.25,
  0.75,
  24,
  25,
  30,
  50,
  100,
]

/** An odd step keeps the grid off the poles and roots of exercises. */
function gridOf(scale: number, cost: number): number[] {
  const thin = Math.max(1, Math.ceil((cost * 420) / MOST_NODES))
  const near: number[] = []
  for (let x = -12.0371; x <= 12; x += 0.1137 * thin) near.push(x * scale)
  const far: number[] = []
  for (let x = 12.4173; x < 2e6; x *= x < 100 ? 1.06 * thin ** 0.2 : 1.4) far.push(x * scale)
  return [...far.map((x) => -x).reverse(), ...near, ...far]
}

/** The values that isolated cases (x = 3, x = √2) state. */
export function statedValues(statement: Statement, name: string): { value: number; chain: Chain }[] {
  return statement.cases.flatMap((chains) =>
    chains.flatMap((chain) => {
      const right = chain.sides.at(-1)
      const isolated = chain.sides[0]?.expression
      if (!right || chain.relations[0] !== '=' || isolated?.kind !== 'symbol' || isolated.name !== name)
        return []
      const value = evaluate(right.expression, {})
      return Number.isFinite(value) ? [{ value, chain }] : []
    }),
  )
}

/**
 * The real solutions of a statement in one variable, other variables given by `at`. Numeric search over a grid
 * that gets coarser outwards to ±2·10⁶; `scale` 57 searches degrees. `hints` are tried exactly.
 */
export function solutionsOf(
  statement: Statement,
  name: string,
  options: { at?: Assignment; hints?: readonly number[]; scale?: number } = {},
): Solutions {
  const at = options.at ?? {}
  const point = (x: number, error: number): NearPoint => ({ at: { ...at, [name]: x }, name, error })
  const found: NearPoint[] = []
  const isNew = (x: number): boolean =>
    found.every((known) => Math.abs((known.at[name] ?? 0) - x) > 1e-6 * Math.max(1, Math.abs(x)))
  let tried = 0
  for (const x of [
    ...statedValues(statement, name).map(({ value }) => value),
    ...(options.hints ?? []),
    ...NICE,
  ]) {
    const truth = isNew(x) ? truthOf(statement, exactly({ ...at, [name]: x })) : 'false'
    if (truth !== 'outside') tried++
    if (truth === 'true')
      found.push({ ...point(x, 0), error: Number.isInteger(x * 4) ? 0 : 1e-13 * Math.max(1, Math.abs(x)) })
  }
  if (found.length > 12 && found.length >= tried - 1) return { everywhere: true, points: found }
  const scale = options.scale ?? 1
  const places = options.at ? searched(statement, name, scale, at) : searchedOnce(statement, name, scale)
  for (const crossed of places) {
    for (const { x, error } of crossed) {
      if (found.length >= MOST_POINTS) break
      const near = point(x, error)
      if (isNew(x) && ['true', 'unsure'].includes(truthOf(statement, near))) found.push(near)
    }
  }
  return { everywhere: false, points: found }
}

type Place = { x: number; error: number }

/** One line is compared with several others: its search is made once. */
const known = new WeakMap<Statement, Map<string, readonly Place[][]>>()

function searchedOnce(statement: Statement, name: string, scale: number): readonly Place[][] {
  const searches = known.get(statement) ?? new Map<string, readonly Place[][]>()
  known.set(statement, searches)
  const key = `${scale} ${name}`
  const places = searches.get(key) ?? searched(statement, name, scale, {})
  searches.set(key, places)
  return places
}

/** Where the sides of the first equation of each case meet. */
function searched(statement: Statement, name: string, scale: number, at: Assignment): Place[][] {
  const cost = sidesOf(statement).reduce((size, side) => size + sizeOf(side.expression), 0)
  const grid = gridOf(scale, cost)
  return statement.cases.flatMap((chains) => {
    const chain = chains.find(
      ({ relations, sides }) =>
        relations[0] === '=' && sides.some((side) => variablesOf(side.expression).includes(name)),
    )
    const [left, right] = chain?.sides ?? []
    if (!left || !right) return []
    const gap = (x: number): number => {
      const here = { ...at, [name]: x }
      return evaluate(left.expression, here) - evaluate(right.expression, here)
    }
    return [crossings(gap, grid)]
  })
}

function crossings(f: (x: number) => number, grid: readonly number[]): Place[] {
  const found: Place[] = []
  const values = grid.map(f)
  // From zero outwards, so that a periodic function cannot use up the search far away.
  const order = grid.map((_, i) => i).sort((i, j) => Math.abs(grid[i] ?? 0) - Math.abs(grid[j] ?? 0))
  for (const i of order) {
    if (found.length >= 3 * MOST_POINTS) break
    if (i === 0) continue
    const [a, b, c] = [grid[i - 1] ?? 0, grid[i] ?? 0, grid[i + 1] ?? Number.NaN]
    const [fa, fb, fc] = [values[i - 1] ?? Number.NaN, values[i] ?? Number.NaN, values[i + 1] ?? Number.NaN]
    if (!Number.isFinite(fa) || !Number.isFinite(fb)) continue
    if (fa * fb < 0) {
      const x = bisect(f, a, b)
      const size = Math.abs(f(x))
      if (size <= 1e-6 * (Math.abs(fa) + Math.abs(fb)))
        found.push({ x, error: 1e-10 * Math.max(1, Math.abs(x)) })
    } else if (Math.abs(fb) < Math.abs(fa) && Math.abs(fb) < Math.abs(fc) && fb * fc > 0) {
      const x = lowest(f, a, c)
      if (Math.abs(f(x)) <= 1e-11 * (Math.abs(fa) + Math.abs(fc)))
        found.push({ x, error: 2e-6 * Math.max(1, Math.abs(x)) })
    }
  }
  return found
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  const rising = f(low) < 0
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0 === rising) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Where |f| is least between two points (ternary search): a root that only touches. */
function lowest(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < 70; i++) {
    const third = (high - low) / 3
    if (Math.abs(f(low + third)) < Math.abs(f(high - third))) high -= third
    else low += third
  }
  return (low + high) / 2
}
