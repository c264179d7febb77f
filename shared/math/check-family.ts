import { type Entry, hasAngles, hasPi } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { solutionProof } from './proof.ts'
import type { Chain } from './statement.ts'
import type { StepResult } from './step-result.ts'

/** Letters that stand for any whole number. */
const COUNTERS = /^[knm]$/
/** How far a family is written out on either side, and where two of them are compared, in periods. */
const WRITTEN_OUT = 24
const COMPARED = 3

/** The solutions x of a·x + b = c + d·k for whole k, by the values at k = 0 and k = 1. */
type Family = { start: number; period: number }

/**
 * x = 30° + k·360° after 3x = 90° + k·360°: both are the same solutions, all of them. Null where one of the lines is
 * no such family.
 */
export function familyStep(nearest: Entry, entry: Entry): StepResult | null {
  const counter = entry.variables.find((name) => COUNTERS.test(name))
  const name = entry.variables.find((one) => one !== counter)
  if (counter === undefined || name === undefined || entry.variables.length !== 2) return null
  if (nearest.variables.join() !== entry.variables.join() || nearest.wrong || entry.words.length > 0)
    return null
  // h = 3k and h + k = 24: two unknowns, and no angles.
  if (![nearest, entry].some(({ written }) => hasAngles(written) || hasPi(written))) return null
  const [before, after] = [nearest, entry].map((one) => familiesOf(one, name, counter))
  if (!before || !after || before.length !== 1 || after.length !== 1) return null
  const [earlier, later] = [before, after].map(([family]) => family)
  if (!earlier || !later) return null
  const lost = pointsOf(earlier).find(({ x }) => !isIn(x, later))
  const gained = pointsOf(later).find(({ x }) => !isIn(x, earlier))
  if (!lost && !gained) return { verdict: 'follows', from: nearest }
  const point = lost ?? gained
  if (!point) return null
  const kind = lost ? 'solution-lost' : 'solution-gained'
  const proof = solutionProof(kind, nearest, entry, { [name]: point.x, [counter]: point.k })
  return { verdict: 'wrong', from: nearest, proof }
}

function familiesOf({ statement }: Entry, name: string, counter: string): Family[] | null {
  const families = statement.cases.map((chains) => {
    const [chain, more] = chains
    return chain && !more ? familyOf(chain, name, counter) : null
  })
  const known = families.filter((family) => family !== null)
  return known.length === families.length ? known : null
}

function familyOf(
  { sides: [left, right, more], relations }: Chain,
  name: string,
  counter: string,
): Family | null {
  if (!left || !right || more || relations[0] !== '=') return null
  const gap = (x: number, k: number): number => {
    const at = { [name]: x, [counter]: k }
    return evaluate(left.expression, at) - evaluate(right.expression, at)
  }
  const none = gap(0, 0)
  const [byName, byCounter] = [gap(1, 0) - none, gap(0, 1) - none]
  const linear = [
    [2.5, -3],
    [-7, 5],
  ].every(
    ([x = 0, k = 0]) =>
      Math.abs(gap(x, k) - (none + byName * x + byCounter * k)) < 1e-9 * (1 + Math.abs(gap(x, k))),
  )
  if (!linear || Math.abs(byName) < 1e-12 || Math.abs(byCounter) < 1e-12) return null
  return { start: -none / byName, period: -byCounter / byName }
}

const pointsOf = ({ start, period }: Family): { x: number; k: number }[] =>
  Array.from({ length: 2 * COMPARED + 1 }, (_, i) => ({
    k: i - COMPARED,
    x: start + (i - COMPARED) * period,
  })).sort((a, b) => Number(a.x < 0) - Number(b.x < 0) || Math.abs(a.x) - Math.abs(b.x))

const isIn = (x: number, { start, period }: Family): boolean => {
  const k = Math.round((x - start) / period)
  return Math.abs(k) <= WRITTEN_OUT && Math.abs(start + k * period - x) < 1e-9 * Math.max(1, Math.abs(x))
}
