import { type Comparison, compareExpressions } from './compare-expressions.ts'
import { differentiate, hasAntiderivative } from './differentiate.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, isNumber, partsOf, someIn, sum, termsOf, variablesOf } from './expression.ts'

/** 7/0, 0/0, ∞ − ∞: numbers alone, with a divisor that is zero or something endless in them. */
export const dividesByZero = (e: Expression): boolean =>
  variablesOf(e).length === 0 &&
  someIn(
    e,
    (part) =>
      (part.kind === 'quotient' && evaluate(part.under, {}) === 0) ||
      // ∞ − ∞, ∞/∞, 0 · ∞
      (/^(?:sum|product|quotient)$/.test(part.kind) && partsOf(part).some(isInfinite)),
  )

const isInfinite = (e: Expression): boolean =>
  e.kind === 'negative' ? isInfinite(e.of) : e.kind === 'constant' && e.name === 'infinity'

/** √(36 − 64) */
const isNoReal = (e: Expression): boolean =>
  variablesOf(e).length === 0 &&
  someIn(e, (part) => part.kind === 'root' && isNumber(part.index, 2) && evaluate(part.of, {}) < -1e-9)

/** A number that is said to be something divided by zero, or a root that is not real; a limit may be of that form. */
export const losesValue = (a: Expression, b: Expression): boolean =>
  (dividesByZero(b) || isNoReal(b)) &&
  variablesOf(a).length === 0 &&
  Number.isFinite(evaluate(a, {})) &&
  !someIn(a, (part) => part.kind === 'limit')

/** Compares two sides that claim to be equal; antiderivatives up to their constant. */
export function compareClaimed(a: Expression, b: Expression, seed: number): Comparison {
  if (hasUnreadable(a) || hasUnreadable(b)) return { result: 'unknown' }
  if (hasAntiderivative(a) || hasAntiderivative(b)) return compareAntiderivatives(a, b, seed)
  const compared = compareExpressions(a, b, seed)
  const [bareA, bareB] = [withoutConstant(a), withoutConstant(b)]
  // A missing + C alone is no mistake.
  if (compared.result === 'different' && (bareA === a) !== (bareB === b))
    return compareExpressions(bareA, bareB, seed)
  return compared
}

const hasUnreadable = (e: Expression): boolean =>
  someIn(e, (part) => part.kind === 'apply' || part.kind === 'plus-minus' || part.kind === 'derivative')

function compareAntiderivatives(a: Expression, b: Expression, seed: number): Comparison {
  const by = [a, b].map(integrationVariable).find((name) => name !== null)
  if (by === undefined || by === null) return { result: 'unknown' }
  const [slopeA, slopeB] = [differentiate(a, by), differentiate(b, by)]
  if (!slopeA || !slopeB || hasAntiderivative(slopeA) || hasAntiderivative(slopeB))
    return { result: 'unknown' }
  return compareExpressions(slopeA, slopeB, seed)
}

function integrationVariable(e: Expression): string | null {
  let found: string | null = null
  someIn(e, (part) => {
    if (part.kind === 'integral' && !part.bounds) found = part.by
    return found !== null
  })
  return found
}

/** Without the + C of an antiderivative. */
export function withoutConstant(e: Expression): Expression {
  const terms = termsOf(e).filter((term) => !(term.kind === 'symbol' && /^[CcK]$/.test(term.name)))
  return terms.length === termsOf(e).length || terms.length === 0 ? e : sum(terms)
}

/**
 * Whether two expressions without a relation are likely the same task: they share a number, a value at a nice
 * point, or how fast they grow. Unrelated exercises in a row must not be called wrong.
 */
export function seemRelated(a: Expression, b: Expression): boolean {
  const names = variablesOf(a, b)
  const numbers = literalsOf(a)
  if (numbers.length === 0 && literalsOf(b).length === 0) return true
  if (literalsOf(b).some((text) => numbers.includes(text))) return true
  for (const x of [0, 1, 2, -1, 1e4]) {
    const at = Object.fromEntries(names.map((name, i) => [name, x === 1e4 ? x * (i + 1) : x]))
    const [left, right] = [evaluate(a, at), evaluate(b, at)]
    if (Math.abs(left - right) <= 0.01 * Math.abs(left) + 1e-9) return true
  }
  return false
}

/** The numbers and letters written, as a multiset. */
export function literalsOf(e: Expression, letters = false): string[] {
  const found: string[] = []
  someIn(e, (part) => {
    if (part.kind === 'number') found.push(part.text)
    if (letters && part.kind === 'symbol') found.push(part.name)
    return false
  })
  return found
}
