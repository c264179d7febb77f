import { type Fraction, fraction, isNegative, isZero, minus } from './computing/fraction.ts'
import type { Entry } from './entry.ts'
import { type ExactAssignment, evaluateExactly } from './evaluate-exactly.ts'
import type { Expression } from './expression.ts'
import { type Chain, type Statement, sidesOf } from './statement.ts'
import type { Relation } from './token.ts'
import type { Proof, SideValue } from './verdict.ts'

/** Denominators of solutions that were found by search, which are only near what they are. */
const LARGEST_UNDER = 1000

/**
 * Evaluates a proof again in exact fractions, which share neither rounding nor bounds of errors with the sampling that found it.
 * Where both can speak and the exact values do not show what the proof claims, it is no proof. Points and sides that are not
 * rational have one witness only.
 */
export function isContradicted(proof: Proof, entry: Entry, from: Entry | null): boolean {
  const at = exactPoint(proof)
  if (!at) return false
  if (proof.kind === 'sides-differ' || proof.kind === 'false-equality') {
    const [a, b] = proof.values.map((value) => exactSide(value, [entry, from], at))
    return a != null && b != null && isZero(minus(a, b))
  }
  if (!from) return false
  const [solved, other] = proof.kind === 'solution-lost' ? [from, entry] : [entry, from]
  return exactTruth(solved.statement, at) === false || exactTruth(other.statement, at) === true
}

/** A float is itself a fraction; a solution that was searched is taken for the short fraction beside it. */
function exactPoint({ at, kind }: Proof): ExactAssignment | null {
  const found: Record<string, Fraction> = {}
  for (const [name, value] of Object.entries(at)) {
    const exact = kind.startsWith('solution') ? shortFraction(value) : dyadic(value)
    if (!exact) return null
    found[name] = exact
  }
  return found
}

function shortFraction(x: number): Fraction | null {
  for (let under = 1; under <= LARGEST_UNDER; under++) {
    const top = Math.round(x * under)
    if (!Number.isSafeInteger(top)) return null
    if (Math.abs(x * under - top) <= 1e-9 * Math.max(1, Math.abs(x)))
      return fraction(BigInt(top), BigInt(under))
  }
  return null
}

function dyadic(x: number): Fraction | null {
  let [top, under] = [x, 1n]
  while (!Number.isInteger(top)) {
    if (!Number.isFinite(top) || under > 2n ** 80n) return null
    ;[top, under] = [top * 2, under * 2n]
  }
  return Math.abs(top) < 2 ** 60 ? fraction(BigInt(top), under) : null
}

/** Null also where the text stands for several sides, as with ±. */
function exactSide(
  { line, text }: SideValue,
  entries: readonly (Entry | null)[],
  at: ExactAssignment,
): Fraction | null {
  const expressions = new Map<string, Expression>()
  for (const entry of entries)
    if (entry?.line === line)
      for (const side of sidesOf(entry.statement))
        if (side.text === text) expressions.set(JSON.stringify(side.expression), side.expression)
  const [only, more] = expressions.values()
  return only && !more ? evaluateExactly(only, at) : null
}

/** Null where a side has no rational value there. */
function exactTruth(statement: Statement, at: ExactAssignment): boolean | null {
  const cases = statement.cases.map((chains) => every(chains.map((chain) => chainTruth(chain, at))))
  const opposite = every(cases.map((truth) => (truth === null ? null : !truth)))
  return opposite === null ? null : !opposite
}

function every(truths: readonly (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

function chainTruth({ sides, relations }: Chain, at: ExactAssignment): boolean | null {
  const values = sides.map(({ expression }) => evaluateExactly(expression, at))
  return every(
    relations.map((relation, i) => {
      const [a, b] = [values[i], values[i + 1]]
      return a && b ? holds(minus(a, b), relation) : null
    }),
  )
}

function holds(gap: Fraction, relation: Relation): boolean | null {
  switch (relation) {
    case '=':
      return isZero(gap)
    case '≠':
      return !isZero(gap)
    case '<':
      return isNegative(gap)
    case '≤':
      return isNegative(gap) || isZero(gap)
    case '>':
      return !isNegative(gap) && !isZero(gap)
    case '≥':
      return !isNegative(gap)
    case '≈':
      return null
  }
}
