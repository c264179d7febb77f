import { type Expression, mapParts, negative, number, product, quotient, root, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { canonical } from '../slips/canonical.ts'
import type { Relation } from '../token.ts'
import {
  type Fraction,
  fraction,
  fractionExpression,
  gcd,
  isNegative,
  isOne,
  isZero,
  lcm,
  minus,
  ONE,
  opposite,
  over,
  squareRoot,
  takeOutSquares,
  times,
} from './fraction.ts'
import {
  add,
  coefficientsIn,
  contentOf,
  degreeIn,
  denominatorOf,
  expressionOf,
  numberOf,
  type Polynomial,
  polynomial,
  polynomialOf,
  scale,
  subtract,
} from './polynomial.ts'
import { type Operation, operation, type SolutionStep } from './step.ts'

/** The solutions as expressions, and how to get there. `all`: every value solves it. */
export type Worked = { solutions: readonly Expression[]; all: boolean; steps: readonly SolutionStep[] }

type Line = { left: Polynomial; relation: Relation; right: Polynomial }

const FLIPPED: Readonly<Record<Relation, Relation>> = {
  '=': '=',
  '≈': '≈',
  '≠': '≠',
  '<': '>',
  '>': '<',
  '≤': '≥',
  '≥': '≤',
}

const printed = (a: Polynomial): string => printExpression(expressionOf(a))
const power = (name: string, degree: number, by: Fraction): Polynomial =>
  polynomial([{ by, powers: { [name]: degree } }])

class Steps {
  readonly steps: SolutionStep[]

  constructor(first: string) {
    this.steps = [{ line: first, operation: null }]
  }

  /** A line that says the same as the one before in the same signs is no step. */
  push(line: string, done: Operation): void {
    if (this.steps.at(-1)?.line.replaceAll(' ', '') !== line.replaceAll(' ', ''))
      this.steps.push({ line, operation: done })
  }

  pushLine({ left, relation, right }: Line, done: Operation): void {
    this.push(`${printed(left)} ${relation} ${printed(right)}`, done)
  }
}

/** Adds or subtracts on both sides, in words that hold no negative number. */
const takenAway = (what: Polynomial): Operation => {
  const [first] = what.values()
  const negates = what.size === 1 && first !== undefined && isNegative(first.by)
  return negates
    ? operation('add', printed(scale(what, fraction(-1n))))
    : operation('subtract', printed(what))
}

/**
 * Works out a linear or quadratic equation (a linear inequality) in one unknown, others than numbers do not occur.
 * Null where it is none of these.
 * @param text the line as it stands, which begins the steps
 */
export function workOut(
  text: string,
  sides: { left: Expression; relation: Relation; right: Expression },
  name: string,
): Worked | null {
  const [left, right] = [polynomialOf(sides.left), polynomialOf(sides.right)]
  if (!left || !right) return null
  const { relation } = sides
  const difference = subtract(left, right)
  if (!coefficientsIn(difference, name)) return null
  const degree = degreeIn(difference, name)
  const steps = new Steps(text)
  if (!isTidy(sides.left, left) || !isTidy(sides.right, right))
    steps.pushLine({ left, relation, right }, operation('expand'))
  if (relation !== '=' && (relation === '≠' || relation === '≈' || degree !== 1)) return null
  if (degree === 0) {
    const value = numberOf(difference)
    if (!value || relation !== '=') return null
    return { solutions: [], all: isZero(value), steps: [] }
  }
  if (degree === 1) return linear({ left, relation, right }, name, steps)
  return degree === 2 ? quadratic(left, right, name, steps) : null
}

/** The order of the terms alone is worth no line of its own. */
const isTidy = (written: Expression, read: Polynomial): boolean =>
  canonical(withFactors(written)) === canonical(expressionOf(read))

/** x/2 is (1/2)x. */
function withFactors(e: Expression): Expression {
  const inner = mapParts(e, withFactors)
  return inner.kind === 'quotient' && inner.under.kind === 'number' && inner.over.kind === 'symbol'
    ? product([quotient(number(1), inner.under), inner.over])
    : inner
}

function linear(start: Line, name: string, steps: Steps): Worked | null {
  let { left, relation, right } = start
  const clear = lcm(denominatorOf(left), denominatorOf(right))
  if (clear > 1n) {
    left = scale(left, fraction(clear))
    right = scale(right, fraction(clear))
    steps.pushLine({ left, relation, right }, operation('multiply', String(clear)))
  }
  // The unknown gathers where there is more of it, so that its factor stays positive.
  const [ofLeft, ofRight] = [left, right].map((side) => coefficientsIn(side, name)?.[1] ?? fraction(0n))
  if (!ofLeft || !ofRight) return null
  if (isZero(ofLeft)) {
    ;[left, right, relation] = [right, left, FLIPPED[relation]]
    steps.pushLine({ left, relation, right }, operation('swap'))
  } else if (!isZero(ofRight)) {
    const away = power(name, 1, ofRight)
    left = subtract(left, away)
    right = subtract(right, away)
    steps.pushLine({ left, relation, right }, takenAway(away))
  }
  const [rest, by] = coefficientsIn(left, name) ?? []
  if (!rest || !by) return null
  if (!isZero(rest)) {
    const away = power(name, 0, rest)
    left = subtract(left, away)
    right = subtract(right, away)
    steps.pushLine({ left, relation, right }, takenAway(away))
  }
  if (!isOne(by)) {
    if (isNegative(by)) relation = FLIPPED[relation]
    left = scale(left, over(ONE, by))
    right = scale(right, over(ONE, by))
    const flips = isNegative(by) && relation !== '='
    const printedBy = printExpression(fractionExpression(by))
    steps.pushLine({ left, relation, right }, operation(flips ? 'divide-and-flip' : 'divide', printedBy))
  }
  const value = numberOf(right)
  return value && { solutions: [fractionExpression(value)], all: false, steps: steps.steps }
}

function quadratic(left: Polynomial, right: Polynomial, name: string, steps: Steps): Worked | null {
  let whole = subtract(left, right)
  const [c0, b0, a0] = coefficientsIn(whole, name) ?? []
  if (!a0 || !b0 || !c0) return null
  if (isZero(b0)) {
    const solutions = pure(a0, c0, name, steps)
    return { solutions, all: false, steps: steps.steps }
  }
  if (right.size > 0) {
    const away = takenAway(right)
    steps.pushLine({ left: whole, relation: '=', right: add(right, scale(right, fraction(-1n))) }, away)
  }
  const content = contentOf(whole)
  const by = isNegative(a0) ? opposite(content) : content
  if (!isOne(by)) {
    whole = scale(whole, over(ONE, by))
    const done =
      by.over === 1n
        ? operation('multiply', String(by.under))
        : operation('divide', printExpression(fractionExpression(by)))
    steps.pushLine({ left: whole, relation: '=', right: new Map() }, done)
  }
  const [c, b, a] = coefficientsIn(whole, name) ?? []
  if (!a || !b || !c) return null
  const solutions = mixed(a, b, c, whole, name, steps)
  return solutions && { solutions, all: false, steps: steps.steps }
}

/** ax² + c = 0: by a root. */
function pure(a: Fraction, c: Fraction, name: string, steps: Steps): Expression[] {
  const square = over(opposite(c), a)
  const line = { left: power(name, 2, a), relation: '=' as const, right: power(name, 0, opposite(c)) }
  steps.pushLine(line, operation('collect'))
  if (!isOne(a))
    steps.pushLine(
      { left: power(name, 2, ONE), relation: '=', right: power(name, 0, square) },
      operation('divide', printExpression(fractionExpression(a))),
    )
  if (isNegative(square)) return []
  if (isZero(square)) {
    steps.push(`${name} = 0`, operation('root'))
    return [number(0)]
  }
  const roots = surds(fraction(0n), square, ONE)
  steps.push(asCases(name, roots), operation('root'))
  return roots
}

function mixed(
  a: Fraction,
  b: Fraction,
  c: Fraction,
  whole: Polynomial,
  name: string,
  steps: Steps,
): Expression[] | null {
  const discriminant = minus(times(b, b), times(fraction(4n), times(a, c)))
  const exact = squareRoot(discriminant)
  const twice = times(fraction(2n), a)
  if (exact) {
    const roots = [over(minus(opposite(b), exact), twice), over(minus(exact, b), twice)].sort((one, other) =>
      isNegative(minus(one, other)) ? -1 : 1,
    )
    const [first, second] = roots
    if (!first || !second) return null
    const factored = product(linearFactors(a, [first, second], name))
    steps.push(`${printExpression(factored)} = 0`, operation('factor'))
    const different = isZero(minus(first, second)) ? [first] : [first, second]
    const values = different.map(fractionExpression)
    steps.push(asCases(name, values), operation('zero-product'))
    return values
  }
  if (isNegative(discriminant)) {
    steps.push(
      `${printed(whole)} = 0`,
      operation('negative-discriminant', printExpression(fractionExpression(discriminant))),
    )
    return []
  }
  const roots = surds(opposite(b), discriminant, twice)
  const formula = quotient(
    sum([
      fractionExpression(opposite(b)),
      { kind: 'plus-minus', of: root(fractionExpression(discriminant)), upper: 1 },
    ]),
    fractionExpression(twice),
  )
  steps.push(`${name} = ${printExpression(formula)}`, operation('quadratic-formula'))
  steps.push(asCases(name, roots), operation('simplify'))
  return roots
}

/** (x − 2)(2x + 3), and x for the solution 0. */
function linearFactors(a: Fraction, roots: readonly Fraction[], name: string): Expression[] {
  let left = a
  const factors = roots.map((value) => {
    left = over(left, fraction(value.under))
    return expressionOf(
      polynomial([
        { by: fraction(value.under), powers: { [name]: 1 } },
        { by: fraction(-value.over), powers: {} },
      ]),
    )
  })
  return isOne(left) ? factors : [fractionExpression(left), ...factors]
}

const asCases = (name: string, values: readonly Expression[]): string =>
  values.map((value) => `${name} = ${printExpression(value)}`).join(' or ')

/** (p − √d)/q and (p + √d)/q with squares taken out and shortened; d > 0. */
export function surds(p: Fraction, d: Fraction, q: Fraction): Expression[] {
  const { outside, inside } = takeOutSquares(d.over * d.under)
  // √d = outside·√inside / under
  const by = over(fraction(outside, d.under), q)
  const middle = over(p, q)
  const size = isNegative(by) ? opposite(by) : by
  return [-1n, 1n].map((sign) => surd(middle, times(size, fraction(sign)), inside))
}

function surd(middle: Fraction, by: Fraction, inside: bigint): Expression {
  const value = minus(middle, opposite(by))
  if (inside === 1n) return fractionExpression(value)
  const under = lcm(middle.under, by.under)
  const [m, s] = [middle.over * (under / middle.under), by.over * (under / by.under)]
  const shared = gcd(gcd(m, s), under)
  const size = (s < 0n ? -s : s) / shared
  const rooted = product([...(size === 1n ? [] : [number(String(size))]), root(number(String(inside)))])
  const signed = s < 0n ? negative(rooted) : rooted
  const top = m === 0n ? signed : sum([fractionExpression(fraction(m / shared)), signed])
  const bottom = under / shared
  if (bottom === 1n) return top
  return m === 0n && s < 0n
    ? negative(quotient(rooted, number(String(bottom))))
    : quotient(top, number(String(bottom)))
}
