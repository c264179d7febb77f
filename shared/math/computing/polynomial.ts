import { type Expression, negative, number, power, product, sum, symbol } from '../expression.ts'
import {
  type Fraction,
  fraction,
  fractionExpression,
  fractionOf,
  gcd,
  isOne,
  isZero,
  lcm,
  ONE,
  opposite,
  over,
  plus,
  times,
} from './fraction.ts'

/** Exponents by name; a name that is not there has exponent 0. */
type Powers = Readonly<Record<string, number>>
export type Term = { readonly by: Fraction; readonly powers: Powers }
/** A polynomial with rational coefficients; terms by `keyOf`, none of them 0. */
export type Polynomial = ReadonlyMap<string, Term>

/** Larger ones are no school exercise, and would take long. */
const MOST_TERMS = 120
const HIGHEST = 20
const LONGEST_NUMBER = 15

const keyOf = (powers: Powers): string =>
  Object.keys(powers)
    .filter((name) => powers[name] !== 0)
    .sort()
    .map((name) => `${name}:${powers[name]}`)
    .join(' ')

export function polynomial(terms: readonly Term[]): Polynomial {
  const found = new Map<string, Term>()
  for (const { by, powers } of terms) {
    const key = keyOf(powers)
    const coefficient = plus(found.get(key)?.by ?? fraction(0n), by)
    if (isZero(coefficient)) found.delete(key)
    else found.set(key, { by: coefficient, powers })
  }
  return found
}

export const constant = (by: Fraction): Polynomial => polynomial([{ by, powers: {} }])
const NOTHING: Polynomial = new Map()

export const add = (a: Polynomial, b: Polynomial): Polynomial => polynomial([...a.values(), ...b.values()])
export const scale = (a: Polynomial, by: Fraction): Polynomial =>
  polynomial([...a.values()].map((term) => ({ ...term, by: times(term.by, by) })))
export const subtract = (a: Polynomial, b: Polynomial): Polynomial => add(a, scale(b, fraction(-1n)))

/** Null where the product is too large. */
export function multiply(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a.size * b.size > MOST_TERMS * 10) return null
  const terms = [...a.values()].flatMap((one) =>
    [...b.values()].map((other) => ({
      by: times(one.by, other.by),
      powers: joined(one.powers, other.powers),
    })),
  )
  const result = polynomial(terms)
  return result.size > MOST_TERMS || degreeOf(result) > HIGHEST ? null : result
}

function joined(a: Powers, b: Powers): Powers {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]))
}

const total = ({ powers }: Term): number => Object.values(powers).reduce((sum, each) => sum + each, 0)
export const degreeOf = (a: Polynomial): number => Math.max(0, ...[...a.values()].map(total))
export const degreeIn = (a: Polynomial, name: string): number =>
  Math.max(0, ...[...a.values()].map(({ powers }) => powers[name] ?? 0))

/** What stands before name^degree: a polynomial in the other names. */
export function coefficientOf(a: Polynomial, name: string, degree: number): Polynomial {
  return polynomial(
    [...a.values()]
      .filter(({ powers }) => (powers[name] ?? 0) === degree)
      .map(({ by, powers }) => ({ by, powers: { ...powers, [name]: 0 } })),
  )
}

/** The number that a polynomial without names is; null where it has names. */
export function numberOf(a: Polynomial): Fraction | null {
  if (a.size === 0) return fraction(0n)
  const [only] = a.values()
  return a.size === 1 && only && total(only) === 0 ? only.by : null
}

/** The coefficients of a polynomial in one name, the constant first; null where it has other names. */
export function coefficientsIn(a: Polynomial, name: string): Fraction[] | null {
  const numbers = Array.from({ length: degreeIn(a, name) + 1 }, (_, degree) =>
    numberOf(coefficientOf(a, name, degree)),
  )
  const known = numbers.filter((each) => each !== null)
  return known.length === numbers.length ? known : null
}

/** The number by which all coefficients become whole and have nothing in common. */
export function contentOf(a: Polynomial): Fraction {
  const coefficients = [...a.values()].map(({ by }) => by)
  const [first] = coefficients
  if (!first) return ONE
  return fraction(
    coefficients.reduce((shared, { over }) => gcd(shared, over), first.over),
    coefficients.reduce((shared, { under }) => lcm(shared, under), 1n),
  )
}

/** The least whole number that clears all fractions. */
export const denominatorOf = (a: Polynomial): bigint =>
  [...a.values()].reduce((shared, { by }) => lcm(shared, by.under), 1n)

/** The polynomial that an expression multiplies out to; null where it is none, or too large a one. */
export function polynomialOf(e: Expression): Polynomial | null {
  switch (e.kind) {
    case 'number':
      return e.text.length > LONGEST_NUMBER || !/^\d+(?:\.\d+)?$|^\.\d+$/.test(e.text)
        ? null
        : constant(fractionOf(e.text))
    case 'symbol':
      return polynomial([{ by: ONE, powers: { [e.name]: 1 } }])
    case 'negative': {
      const of = polynomialOf(e.of)
      return of && scale(of, fraction(-1n))
    }
    case 'percent': {
      const of = polynomialOf(e.of)
      return of && scale(of, fraction(1n, 100n))
    }
    case 'sum':
      return e.terms.reduce<Polynomial | null>((all, term) => {
        const next = all && polynomialOf(term)
        return next && all && add(all, next)
      }, NOTHING)
    case 'product':
      return e.factors.reduce<Polynomial | null>((all, factor) => {
        const next = all && polynomialOf(factor)
        return next && all && multiply(all, next)
      }, constant(ONE))
    case 'quotient': {
      const under = polynomialOf(e.under)
      const by = under && numberOf(under)
      const top = by && !isZero(by) ? polynomialOf(e.over) : null
      return top && by && scale(top, over(ONE, by))
    }
    case 'power': {
      const base = polynomialOf(e.base)
      const exponent = e.exponent.kind === 'number' ? Number(e.exponent.text) : Number.NaN
      return base && Number.isInteger(exponent) && exponent <= HIGHEST ? raised(base, exponent) : null
    }
    default:
      return null
  }
}

function raised(base: Polynomial, exponent: number): Polynomial | null {
  let result: Polynomial | null = constant(ONE)
  for (let i = 0; i < exponent && result; i++) result = multiply(result, base)
  return result
}

/** As it is written: highest powers first, letters in order. */
export function expressionOf(a: Polynomial): Expression {
  const terms = [...a.values()].sort((one, other) => total(other) - total(one) || inOrder(one, other))
  return sum(positiveFirst(terms).map(termExpression))
}

/** y − c rather than −c + y, where both are of the same degree. */
function positiveFirst(terms: readonly Term[]): readonly Term[] {
  const [first] = terms
  if (!first || first.by.over > 0n) return terms
  const positive = terms.find((term) => term.by.over > 0n && total(term) === total(first))
  return positive ? [positive, ...terms.filter((term) => term !== positive)] : terms
}

/** Of the same degree: x² before xy before y². */
function inOrder(a: Term, b: Term): number {
  for (const name of [...new Set([...Object.keys(a.powers), ...Object.keys(b.powers)])].sort()) {
    const difference = (b.powers[name] ?? 0) - (a.powers[name] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function termExpression({ by, powers }: Term): Expression {
  if (by.over < 0n) return negative(termExpression({ by: opposite(by), powers }))
  const factors = Object.keys(powers)
    .filter((name) => powers[name] !== 0)
    .sort()
    .map((name) => (powers[name] === 1 ? symbol(name) : power(symbol(name), number(powers[name] ?? 1))))
  return product(isOne(by) && factors.length > 0 ? factors : [fractionExpression(by), ...factors])
}
