import { type Measured, measure } from './evaluate.ts'
import { roundingOf } from './rounding.ts'
import type { Chain, Side, Statement } from './statement.ts'
import type { Relation } from './token.ts'
import type { Assignment } from './verdict.ts'

/** `outside`: some side has no real value there, so the point is no solution but no contradiction either. */
export type Truth = 'true' | 'false' | 'outside' | 'unsure'

/** A point where a variable is known up to `error` (absolute), 0 when it is exact. */
export type NearPoint = { at: Assignment; name: string; error: number }
export const exactly = (at: Assignment): NearPoint => ({ at, name: '', error: 0 })

/** Whether a statement holds at a point, with the uncertainty of the point taken into account. */
export function truthOf(statement: Statement, point: NearPoint): Truth {
  return any(statement.cases.map((chains) => all(chains.map((chain) => chainTruth(chain, point)))))
}

function chainTruth(chain: Chain, point: NearPoint): Truth {
  return all(
    chain.relations.map((relation, i) => {
      const left = chain.sides[i]
      const right = chain.sides[i + 1]
      return left && right ? relationTruth(left, relation, right, point) : 'unsure'
    }),
  )
}

function any(truths: readonly Truth[]): Truth {
  for (const truth of ['true', 'unsure', 'outside'] as const) if (truths.includes(truth)) return truth
  return 'false'
}

function all(truths: readonly Truth[]): Truth {
  for (const truth of ['false', 'outside', 'unsure'] as const) if (truths.includes(truth)) return truth
  return 'true'
}

/** The value near a point: its error grows by how much the side moves within the point's uncertainty. */
function measureNear(side: Side, { at, name, error }: NearPoint): Measured {
  const middle = measure(side.expression, at)
  if (error === 0 || name === '' || !Number.isFinite(middle.value)) return middle
  const moved = [-error, error].map(
    (by) => measure(side.expression, { ...at, [name]: (at[name] ?? 0) + by }).value,
  )
  const spread = Math.max(...moved.map((value) => Math.abs(value - middle.value)))
  return Number.isFinite(spread)
    ? { value: middle.value, error: middle.error + spread }
    : { value: Number.NaN, error: 0 }
}

function relationTruth(left: Side, relation: Relation, right: Side, point: NearPoint): Truth {
  const a = measureNear(left, point)
  const b = measureNear(right, point)
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) return 'outside'
  const gap = a.value - b.value
  const size = Math.max(Math.abs(a.value), Math.abs(b.value))
  const noise = 64 * (a.error + b.error) + 1e-13
  const same = Math.abs(gap) <= noise
  const apart = Math.abs(gap) > 10 * noise && Math.abs(gap) > 1e-7 * size
  if (relation === '≈') {
    if (same || Math.abs(gap) < 0.06 * Math.max(size, 0.1)) return 'true'
    // No rounding explains half of the value.
    return Math.abs(gap) > 0.5 * Math.max(size, 1) ? 'false' : 'unsure'
  }
  if (relation === '=') {
    if (same) return 'true'
    if (!apart) return 'unsure'
    return roundingOf(left.expression, right.expression)(a.value, b.value) ? 'unsure' : 'false'
  }
  if (relation === '≠') return same ? 'false' : apart ? 'true' : 'unsure'
  if (same && point.error > 0) return 'unsure'
  if (same) return relation === '≤' || relation === '≥' ? 'true' : 'false'
  if (!apart) return 'unsure'
  return gap < 0 === (relation === '<' || relation === '≤') ? 'true' : 'false'
}
