import { evaluate } from '../evaluate.ts'
import {
  call,
  type Expression,
  factorsOf,
  isNumber,
  mapParts,
  negative,
  number,
  power,
  product,
  quotient,
  someIn,
  sum,
  symbol,
  variablesOf,
} from '../expression.ts'
import { asNumber, type Fraction, fractionExpression, isZero, lcm } from './fraction.ts'
import { coefficientsIn, polynomialOf } from './polynomial.ts'
import { ratioOf } from './ratio.ts'
import { realRoots } from './real-roots.ts'

/** base^(k·x + m) */
type Exponential = { base: Expression; k: Fraction; m: Fraction }
/** Stands for base^(x/shared). */
const LETTER = 'exponential'
const HIGHEST = 8

/**
 * All solutions of an equation between powers of one number, as in e^(2x) − 3e^x + 2 = 0 or 2^(x+1) = 4^(x−1), by way of a
 * polynomial in that power, or with one power on each side; null where it is none.
 */
export function solveExponential(left: Expression, right: Expression, name: string): Expression[] | null {
  return byOnePower(left, right, name) ?? byLogarithms(left, right, name)
}

/** 2^x = 3^(x−1): both sides are one power each. */
function byLogarithms(left: Expression, right: Expression, name: string): Expression[] | null {
  const [one, other] = [left, right].map((side) => logarithmOf(side, name))
  if (!one || !other) return null
  const by = sum([one.by, negative(other.by)])
  if (Math.abs(evaluate(by, {})) < 1e-9) return null
  return [quotient(sum([other.rest, negative(one.rest)]), by)]
}

/** ln of a side as by·x + rest. */
function logarithmOf(e: Expression, name: string): { by: Expression; rest: Expression } | null {
  const read = factorsOf(e).map((factor) => asExponential(factor, name))
  const [power, more] = read.filter((each) => each !== null)
  const factor = product(factorsOf(e).filter((_, i) => !read[i]))
  if (!power || more || holds(factor, name) || !(evaluate(factor, {}) > 0)) return null
  const natural = power.base.kind === 'constant'
  const times = (by: Fraction): Expression =>
    natural ? fractionExpression(by) : product([fractionExpression(by), call('ln', power.base)])
  const own = isNumber(factor, 1) ? [] : [call('ln', factor)]
  return { by: times(power.k), rest: sum([...(isZero(power.m) ? [] : [times(power.m)]), ...own]) }
}

function byOnePower(left: Expression, right: Expression, name: string): Expression[] | null {
  const found = exponentialsIn(sum([left, negative(right)]), name)
  const base = found && smallestBase(found)
  if (!found || !base) return null
  const shared = found.reduce((all, { k }) => lcm(all, k.under), 1n)
  const put = replaced(sum([left, negative(right)]), name, base, shared)
  if (!put || variablesOf(put).some((letter) => letter !== LETTER)) return null
  const ratio = ratioOf(put)
  const roots = ratio && realRoots(ratio.over, LETTER)
  if (!ratio || !roots || ratio.over.size === 0) return null
  return roots
    .filter((each) => evaluate(each, {}) > 0)
    .map((each) => {
      const natural = base.kind === 'constant'
      const exponent = natural ? call('ln', each) : quotient(call('ln', each), call('ln', base))
      return shared === 1n ? exponent : product([number(String(shared)), exponent])
    })
}

const holds = (e: Expression, name: string): boolean => variablesOf(e).includes(name)

/** Null where there is none, or where the unknown stands elsewhere too. */
function exponentialsIn(e: Expression, name: string): Exponential[] | null {
  const found: Exponential[] = []
  const without = (part: Expression): Expression => {
    const read = asExponential(part, name)
    if (!read) return mapParts(part, without)
    found.push(read)
    return number(1)
  }
  return holds(without(e), name) || found.length === 0 ? null : found
}

function asExponential(e: Expression, name: string): Exponential | null {
  const [base, exponent] =
    e.kind === 'power'
      ? [e.base, e.exponent]
      : e.kind === 'call' && e.name === 'exp'
        ? [{ kind: 'constant' as const, name: 'e' as const }, e.of]
        : []
  if (!base || !exponent || holds(base, name) || !holds(exponent, name)) return null
  if (!(evaluate(base, {}) > 0)) return null
  const linear = polynomialOf(exponent)
  const [m, k, more] = (linear && coefficientsIn(linear, name)) ?? []
  return m && k && !more ? { base, k, m } : null
}

/** The one of which all others are whole powers. */
function smallestBase(found: readonly Exponential[]): Expression | null {
  const above = found.filter(({ base }) => evaluate(base, {}) > 1)
  const [first] = above.sort((a, b) => evaluate(a.base, {}) - evaluate(b.base, {}))
  return first && found.every(({ base }) => timesBase(base, first.base) !== null) ? first.base : null
}

/** How often a base is multiplied with itself to get another; null where that is no whole number. */
function timesBase(base: Expression, by: Expression): number | null {
  const times = Math.log(evaluate(base, {})) / Math.log(evaluate(by, {}))
  const whole = Math.round(times)
  return Math.abs(times - whole) < 1e-12 && whole !== 0 && Math.abs(whole) <= HIGHEST ? whole : null
}

function replaced(e: Expression, name: string, base: Expression, shared: bigint): Expression | null {
  let able = true
  const change = (part: Expression): Expression => {
    const read = asExponential(part, name)
    if (!read) return mapParts(part, change)
    const times = timesBase(read.base, base) ?? 0
    const exponent = asNumber(read.k) * times * Number(shared)
    const constant = asNumber(read.m) * times
    const plain = Number.isInteger(constant) && Math.abs(constant) <= HIGHEST
    if (!Number.isInteger(exponent) || !plain || (base.kind === 'constant' && !isZero(read.m))) able = false
    if (!able) return number(1)
    return product([raised(base, constant), raised(symbol(LETTER), exponent)])
  }
  const changed = change(e)
  return able && !someIn(changed, (part) => part.kind === 'constant') ? changed : null
}

const raised = (base: Expression, by: number): Expression =>
  by === 0 ? number(1) : by > 0 ? power(base, number(by)) : quotient(number(1), power(base, number(-by)))
