import { compareClaimed, dividesByZero } from './compare-sides.ts'
import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, someIn, variablesOf } from './expression.ts'
import { differProof } from './proof.ts'
import { isFalseRounding } from './rounding.ts'
import type { Chain, Side } from './statement.ts'
import { areQuantities, compareQuantities, isFalseAmount } from './units.ts'
import type { Assignment, Proof } from './verdict.ts'

/**
 * Looks for a false equality inside one line. Numbers joined by = must be equal. In a run of three or more
 * sides every = between expressions in the same variables claims to hold everywhere; a first side that is a
 * name (A = …) only names, and a pair that an equation of the working already joined is no claim.
 */
export function falseEquality(
  entry: Entry,
  seed: number,
  isKnownEquation: (a: Side, b: Side) => boolean,
): Proof | null {
  for (const chains of entry.statement.cases) {
    for (const chain of chains) {
      const proof = falseInChain(chain, entry, seed, isKnownEquation)
      if (proof) return proof
    }
  }
  return null
}

function falseInChain(
  chain: Chain,
  entry: Entry,
  seed: number,
  isKnownEquation: (a: Side, b: Side) => boolean,
): Proof | null {
  const long = chain.sides.length > 2 || entry.kind === 'continuation'
  for (let i = 0; i < chain.relations.length; i++) {
    const right = chain.sides[i + 1]
    const left = lastDefined(chain, i)
    if (!left || !right || dividesByZero(right.expression)) continue
    if (chain.relations[i] === '≈' && isFalseRounding(left.expression, right.expression))
      return falseProof(entry, left, right, {})
    if (chain.relations[i] !== '=') continue
    if (areQuantities(left.expression, right.expression)) {
      const quantities = compareQuantities(left.expression, right.expression)
      if (quantities.result === 'different') return falseProof(entry, left, right, quantities.at)
      continue
    }
    if (isFalseAmount(left.expression, right.expression))
      return falseProof(entry, left, right, unitsAsOne(right))
    if (corresponds(left, right) || corresponds(right, left)) continue
    const [a, b] = [variablesOf(left.expression), variablesOf(right.expression)]
    const numeric = a.length === 0 && b.length === 0
    if (!numeric) {
      const same = a.length === b.length && a.every((name, k) => name === b[k])
      const names = left.expression.kind === 'symbol' || right.expression.kind === 'symbol'
      if (!long || !same || names || isKnownEquation(left, right)) continue
    }
    const compared = compareClaimed(left.expression, right.expression, seed)
    if (compared.result !== 'different' || compared.positiveOnly) continue
    return falseProof(entry, left, right, compared.at)
  }
  return null
}

/** The side before a relation; "lim … = 0/0 = 2" goes on past what only says of which form a limit is. */
function lastDefined({ sides, relations }: Chain, i: number): Side | undefined {
  const [before, side] = [sides[i - 1], sides[i]]
  const isForm = side !== undefined && dividesByZero(side.expression) && relations[i - 1] === '='
  return isForm && before ? before : side
}

/** "18 % = 45": what a percentage comes to, of something that the line does not say. */
function corresponds(share: Side, amount: Side): boolean {
  if (!someIn(share.expression, isPercent) || someIn(amount.expression, isPercent)) return false
  const [part, whole] = [evaluate(share.expression, {}), evaluate(amount.expression, {})]
  // "50 % − 40 % = 10" counts percentage points; "5 % = 0.5" has its point in the wrong place.
  if (Math.abs(whole - 100 * part) < 1e-9 * Math.abs(whole)) return true
  const isShare = share.expression.kind === 'percent' && share.expression.of.kind === 'number'
  const places = Math.log10(Math.abs(whole / part))
  const slip = Math.abs(places - Math.round(places)) < 1e-9 || amount.expression.kind !== 'number'
  return isShare && (Math.abs(whole) > 1 || !slip)
}

const isPercent = (e: Expression): boolean => e.kind === 'percent'

/** Only the numbers are compared. */
const unitsAsOne = ({ expression }: Side): Assignment =>
  Object.fromEntries(variablesOf(expression).map((name) => [name, 1]))

const falseProof = ({ line }: Entry, left: Side, right: Side, at: Assignment): Proof =>
  differProof(
    'false-equality',
    { line, side: 'left', content: left },
    { line, side: 'right', content: right },
    at,
  )
