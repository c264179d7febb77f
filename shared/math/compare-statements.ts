import { evaluate } from './evaluate.ts'
import { number, someIn, variablesOf } from './expression.ts'
import { seededRandom } from './random.ts'
import { solutionsOf, statedValues } from './solutions.ts'
import { type Statement, sidesOf } from './statement.ts'
import { exactly, type NearPoint, truthOf } from './truth.ts'
import type { Assignment } from './verdict.ts'

/** What the later of two statements makes of the solutions of the earlier one. */
export type StatementComparison = {
  /** Solutions of the earlier that the later rules out, nicest first. */
  lost: readonly NearPoint[]
  /** Solutions of the later that the earlier rules out or where it has no value, nicest first. */
  gained: readonly NearPoint[]
  /** How many solutions the two surely share. */
  shared: number
  /** Those of them that were found as points (equations only). */
  kept: readonly NearPoint[]
  /** The earlier (later) one holds wherever it is defined. */
  identities: readonly [boolean, boolean]
  /** Something could not be decided. */
  unsure: boolean
}

const niceness = (name: string) => (a: NearPoint, b: NearPoint) =>
  cost(a.at[name] ?? 0) - cost(b.at[name] ?? 0)
const cost = (x: number): number =>
  Math.abs(x) + (x < 0 ? 0.5 : 0) + (Number.isInteger(x) ? 0 : Number.isInteger(4 * x) ? 20 : 1000)

export function variablesIn(statement: Statement): string[] {
  return variablesOf(...sidesOf(statement).map((side) => side.expression))
}

/** Equations in one variable: by their solutions. */
export function compareEquations(
  earlier: Statement,
  later: Statement,
  name: string,
  scale: number,
): StatementComparison {
  const hints = [...statedValues(earlier, name), ...statedValues(later, name)].map(({ value }) => value)
  const before = solutionsOf(earlier, name, { hints, scale })
  const after = solutionsOf(later, name, {
    hints: before.points.map((p) => p.at[name] ?? 0).concat(hints),
    scale,
  })
  if (isRough(earlier) || isRough(later)) return compareRoughly(before.points, after.points, later, name)
  const lost: NearPoint[] = []
  const gained: NearPoint[] = []
  const kept: NearPoint[] = []
  let unsure = false
  const impossible = statesNoRealValue(later, name)
  for (const point of before.points) {
    const truth = truthOf(later, point)
    if (truth === 'false' || (truth === 'outside' && impossible)) lost.push(point)
    else if (truth === 'true') kept.push(point)
    else unsure = true
  }
  for (const point of after.points) {
    const truth = truthOf(earlier, point)
    if (truth === 'false' || truth === 'outside') gained.push(point)
    else if (truth === 'unsure') unsure = true
  }
  lost.sort(niceness(name))
  gained.sort(niceness(name))
  return {
    lost,
    gained,
    shared: kept.length,
    kept,
    identities: [before.everywhere, after.everywhere],
    unsure,
  }
}

const isRough = (statement: Statement): boolean =>
  statement.cases.flat().some((chain) => chain.relations.includes('≈'))

/** How far a rounded solution may be from the one it rounds, of its size. */
const ROUGH = 0.03

/** n ≈ 14.2: only what is stated counts, and it may be rounded. Nothing is lost by rounding. */
function compareRoughly(
  before: readonly NearPoint[],
  after: readonly NearPoint[],
  later: Statement,
  name: string,
): StatementComparison {
  const stated = statedRoughly(later, name)
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= ROUGH * Math.max(Math.abs(y), 0.5)
  const kept = before.filter((point) => stated.some((x) => near(x, point.at[name] ?? Number.NaN)))
  const far = stated.filter((x) => !before.some((point) => near(x, point.at[name] ?? Number.NaN)))
  const gained = before.length > 0 ? after.filter((point) => far.includes(point.at[name] ?? Number.NaN)) : []
  const identities = [false, false] as const
  return { lost: [], gained, shared: kept.length, kept, identities, unsure: kept.length === 0 }
}

/** The numbers that x = … and x ≈ … state. */
const statedRoughly = (statement: Statement, name: string): number[] =>
  statement.cases.flat().flatMap(({ sides: [left, ...others] }) => {
    const value = evaluate(others.at(-1)?.expression ?? number(Number.NaN), {})
    return left?.expression.kind === 'symbol' && left.expression.name === name && Number.isFinite(value)
      ? [value]
      : []
  })

/** x = √(−4): every value stated is no real number. */
function statesNoRealValue(statement: Statement, name: string): boolean {
  return statement.cases.every((chains) =>
    chains.every((chain) => {
      const [left, right] = chain.sides
      if (left?.expression.kind !== 'symbol' || left.expression.name !== name || !right) return false
      const e = right.expression
      if (variablesOf(e).length > 0 || !Number.isNaN(evaluate(e, {}))) return false
      return someIn(e, (part) => part.kind === 'root' && evaluate(part.of, {}) < 0)
    }),
  )
}

/** Numbers at which no expression of school grows beyond what can be computed. */
const NEAR = 20

/** Inequalities in one variable: by the points that satisfy them, with the ends exactly. */
export function compareInequalities(
  earlier: Statement,
  later: Statement,
  name: string,
  seed: number,
): StatementComparison {
  const random = seededRandom(seed)
  const ends = [earlier, later].flatMap((statement) => boundaries(statement, name))
  const points = [
    ...Array.from({ length: 41 }, (_, i) => i - 20),
    ...ends.filter((end) => Number.isInteger(end * 2)),
    ...ends.flatMap((end) => [end - 0.37, end + 0.37, end - 0.011, end + 0.011]),
    ...Array.from({ length: 60 }, () => -15 + 30 * random()),
    -1000,
    1000,
    60,
    -60,
    150,
    -150,
  ]
  const lost: NearPoint[] = []
  const gained: NearPoint[] = []
  let shared = 0
  for (const x of points) {
    const point = exactly({ [name]: x })
    const [before, after] = [truthOf(earlier, point), truthOf(later, point)]
    if (before === 'true' && after === 'true') shared++
    if (before === 'true' && after === 'false') lost.push(point)
    // Far out a power may be too large to have a value.
    const outside = before === 'outside' && Math.abs(x) <= NEAR
    if (after === 'true' && (before === 'false' || outside)) gained.push(point)
  }
  lost.sort(niceness(name))
  gained.sort(niceness(name))
  const everywhere = (s: Statement) => points.every((x) => truthOf(s, exactly({ [name]: x })) === 'true')
  return {
    lost,
    gained,
    shared,
    kept: [],
    identities: [everywhere(earlier), everywhere(later)],
    unsure: false,
  }
}

/** Where the sides of any relation meet. */
function boundaries(statement: Statement, name: string): number[] {
  return statement.cases.flatMap((chains) =>
    chains.flatMap((chain) =>
      chain.relations.flatMap((_, i) => {
        const sides = chain.sides.slice(i, i + 2)
        const equation: Statement = { cases: [[{ sides, relations: ['='] }]], continues: false, text: '' }
        return solutionsOf(equation, name).points.map((point) => {
          const x = point.at[name] ?? 0
          return Math.abs(x - Math.round(x * 2) / 2) < 1e-7 ? Math.round(x * 2) / 2 : x
        })
      }),
    ),
  )
}

/**
 * Equations in several variables: the others get positive values, the earlier one is solved for one variable.
 * A formula's branches count as kept when any is, for lengths and times are positive.
 */
export function compareFormulas(
  earlier: Statement,
  later: Statement,
  names: readonly string[],
  seed: number,
): 'follows' | { lost: Assignment } | 'unsure' {
  const random = seededRandom(seed)
  const values = [2, 3, 5, 7, 1.5, 4, 6, 11]
  for (const solveFor of preferred(later, names)) {
    let kept = 0
    let tried = 0
    let failing: Assignment | null = null
    for (let round = 0; round < 5; round++) {
      const at: Assignment = {}
      for (const name of names)
        if (name !== solveFor) at[name] = values[Math.floor(random() * values.length)] ?? 2
      const { points, everywhere } = solutionsOf(earlier, solveFor, { at })
      if (everywhere) return 'unsure'
      const positive = points.filter((point) => (point.at[solveFor] ?? 0) > 0)
      const candidates = positive.length > 0 ? positive : points
      if (candidates.length === 0) continue
      const truths = candidates.map((point) => truthOf(later, point))
      if (truths.some((truth) => truth === 'unsure' || truth === 'outside')) continue
      tried++
      if (truths.includes('true')) kept++
      else failing ??= candidates[0]?.at ?? null
    }
    if (tried >= 3 && kept === tried) return 'follows'
    if (tried >= 2 && kept === 0 && failing) return { lost: failing }
  }
  return 'unsure'
}

/** The variable that the later statement is solved for first, then the others. */
function preferred(later: Statement, names: readonly string[]): string[] {
  const lone = sidesOf(later).flatMap(({ expression }) =>
    expression.kind === 'symbol' ? [expression.name] : [],
  )
  return [...new Set([...lone, ...names])].filter((name) => names.includes(name)).slice(0, 3)
}
