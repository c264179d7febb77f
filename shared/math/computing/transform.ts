import { compareExpressions } from '../compare-expressions.ts'
import { differentiate } from '../differentiate.ts'
import {
  call,
  type Expression,
  isNumber,
  mapParts,
  number,
  partsOf,
  product,
  sameShape,
  sizeOf,
  someIn,
  variablesOf,
} from '../expression.ts'
import { askAlgebraSystem } from './algebra-system.ts'
import { factorized } from './factorize.ts'
import { fraction, over, takeOutSquares } from './fraction.ts'
import { coefficientsIn, expressionOf, polynomial, polynomialOf } from './polynomial.ts'
import { tidy } from './tidy.ts'

/** `where-defined`: equal wherever both have a value, and one of them has on more points. */
export type Transformed = { result: Expression; holds: 'equal' | 'where-defined' }

/** Larger expressions are no school exercise. */
const LARGEST = 150

type Candidate = Expression | null

/** The candidates that the checker finds equal to the expression, the shortest first. */
function verified(e: Expression, candidates: readonly Candidate[], seed: number): Transformed[] {
  return candidates
    .flatMap((result) => {
      if (!result) return []
      const compared = compareExpressions(e, result, seed).result
      if (compared !== 'equal' && compared !== 'domain') return []
      const loses = compared === 'domain' || dividesBy(result) < dividesBy(e)
      return [{ result, holds: loses ? ('where-defined' as const) : ('equal' as const) }]
    })
    .sort((a, b) => lengthOf(a.result) - lengthOf(b.result))
}

/** How often it divides by letters: a cancelled factor is one less, though single points are all that differ. */
function dividesBy(e: Expression): number {
  const own = e.kind === 'quotient' && variablesOf(e.under).length > 0 ? 1 : 0
  return partsOf(e).reduce((count, part) => count + dividesBy(part), own)
}

/** How much there is to read; a root that can be taken in part is not done. */
const lengthOf = (e: Expression): number => sizeOf(e) + (someIn(e, hasSquareInRoot) ? 10 : 0)

const hasSquareInRoot = (e: Expression): boolean =>
  e.kind === 'root' &&
  isNumber(e.index, 2) &&
  e.of.kind === 'number' &&
  /^\d{1,9}$/.test(e.of.text) &&
  takeOutSquares(BigInt(e.of.text)).outside > 1n

const expanded = (e: Expression): Candidate => {
  const whole = polynomialOf(e)
  return whole && expressionOf(whole)
}

/** The shortest form that is known to be equal; null where none is. */
export function simplify(e: Expression, seed: number): Transformed | null {
  if (sizeOf(e) > LARGEST) return null
  const exact = variablesOf(e).length === 0 ? expanded(e) : null
  if (exact) return { result: exact, holds: 'equal' }
  const plain = tidy(e)
  const candidates = [plain, expanded(e), factorized(e), askAlgebraSystem('simplify', e)]
  return verified(e, candidates, seed)[0] ?? null
}

export function expand(e: Expression, seed: number): Transformed | null {
  if (sizeOf(e) > LARGEST) return null
  const whole = expanded(e)
  return verified(e, [whole ?? askAlgebraSystem('expand', e)], seed)[0] ?? null
}

export function factor(e: Expression, seed: number): Transformed | null {
  if (sizeOf(e) > LARGEST) return null
  const own = factorized(e)
  const asked = own && coefficients(e) ? null : askAlgebraSystem('factor', e)
  const products = [own, asked].filter((each) => each !== null && isProduct(each))
  return verified(e, products, seed)[0] ?? null
}

const isProduct = (e: Expression): boolean =>
  e.kind === 'negative'
    ? isProduct(e.of)
    : e.kind === 'product' || e.kind === 'power' || e.kind === 'quotient'

const coefficients = (e: Expression) => {
  const whole = polynomialOf(e)
  const [name, more] = variablesOf(e)
  return whole && name !== undefined && more === undefined ? coefficientsIn(whole, name) : null
}

/** The derivative, in the shortest form that is equal to it. */
export function derivative(e: Expression, by: string, seed: number): Transformed | null {
  if (sizeOf(e) > LARGEST) return null
  const written = differentiate(e, by)
  if (!written) return null
  const raw = withoutTrivial(written)
  const plain = tidy(withoutTrivial(raw))
  const exact = someIn(e, isBracketed) ? null : expanded(raw)
  const found = verified(
    raw,
    exact ? [exact] : [plain, askAlgebraSystem('simplify', raw), askAlgebraSystem('expand', raw)],
    seed,
  )
  return found[0] ?? null
}

/** What is better left as it is than multiplied out. */
const isBracketed = (e: Expression): boolean =>
  (e.kind === 'power' && e.base.kind === 'sum') ||
  (e.kind === 'product' && e.factors.some((factor) => factor.kind === 'sum'))

/** Without + 0, · 1, · 0 and exponents that can be worked out, which the rules of differentiation leave. */
function withoutTrivial(e: Expression): Expression {
  const inner = mapParts(e, withoutTrivial)
  if (inner.kind === 'product') {
    if (inner.factors.some((each) => each.kind === 'number' && Number(each.text) === 0)) return number(0)
    return product(inner.factors.filter((each) => !(each.kind === 'number' && Number(each.text) === 1)))
  }
  const value = inner.kind === 'sum' ? expanded(inner) : null
  if (value && variablesOf(inner).length === 0) return value
  if (inner.kind === 'power' && inner.exponent.kind === 'number' && Number(inner.exponent.text) === 1)
    return inner.base
  if (inner.kind === 'power' && inner.exponent.kind === 'number' && Number(inner.exponent.text) === 0)
    return number(1)
  if (inner.kind === 'negative' && inner.of.kind === 'number' && Number(inner.of.text) === 0) return number(0)
  return inner
}

/** An antiderivative, without its constant: its derivative is the expression. */
export function antiderivative(e: Expression, by: string, seed: number): Transformed | null {
  if (sizeOf(e) > LARGEST) return null
  const candidates = [ofPolynomial(e, by), askAlgebraSystem('integrate', e, by)]
  for (const candidate of candidates) {
    if (!candidate) continue
    for (const result of [withAbsolutes(candidate), candidate]) {
      const slope = differentiate(result, by)
      const compared = slope && compareExpressions(slope, e, seed).result
      if (compared === 'equal') return { result, holds: 'equal' }
      if (compared === 'domain' && sameShape(result, candidate)) return { result, holds: 'where-defined' }
    }
  }
  return null
}

function ofPolynomial(e: Expression, by: string): Candidate {
  const whole = polynomialOf(e)
  if (!whole) return null
  const terms = [...whole.values()].map((term) => {
    const degree = (term.powers[by] ?? 0) + 1
    return { by: over(term.by, fraction(BigInt(degree))), powers: { ...term.powers, [by]: degree } }
  })
  return expressionOf(polynomial(terms))
}

/** ln|u| for ln u: an antiderivative on both sides of a zero. */
function withAbsolutes(e: Expression): Expression {
  const inner = mapParts(e, withAbsolutes)
  const lone = inner.kind === 'call' && inner.name === 'ln' && variablesOf(inner.of).length > 0
  return lone && inner.kind === 'call' ? call('ln', call('abs', inner.of)) : inner
}
