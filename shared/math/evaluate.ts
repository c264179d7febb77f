import { spend } from './budget.ts'
import { measureBinomial, measureLimit, measureSeries } from './evaluate-bound.ts'
import { type Expression, type FunctionName, someIn } from './expression.ts'
import type { Assignment } from './verdict.ts'

/** A value with a bound on its rounding error, both absolute; NaN outside the real domain. */
export type Measured = { value: number; error: number }

const EPSILON = 2 ** -52
/** Beyond this a float says nothing about a school exercise (tan near 90° comes to 1e16). */
const TOO_LARGE = 1e13
const NOTHING: Measured = { value: Number.NaN, error: 0 }

const FUNCTION: Record<FunctionName, (x: number) => number> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  cot: (x) => 1 / Math.tan(x),
  sec: (x) => 1 / Math.cos(x),
  csc: (x) => 1 / Math.sin(x),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  ln: (x) => (x > 0 ? Math.log(x) : Number.NaN),
  log: (x) => (x > 0 ? Math.log10(x) : Number.NaN),
  exp: Math.exp,
  abs: Math.abs,
  // Of what is no matrix, or none that was worked out.
  det: () => Number.NaN,
  floor: Math.floor,
  ceil: Math.ceil,
}

function measured(value: number, error: number): Measured {
  if (!(Math.abs(value) < TOO_LARGE)) return NOTHING
  return { value, error: error + EPSILON * Math.abs(value) }
}

/** The error that an error of the argument makes in a smooth function, from its slope on both sides. */
function through(f: (x: number) => number, x: Measured): Measured {
  const value = f(x.value)
  if (x.error === 0 || Number.isNaN(value)) return measured(value, 0)
  const step = Math.max(x.error, 1e-9 * Math.abs(x.value), 1e-12)
  const rise = Math.max(Math.abs(f(x.value + step) - value), Math.abs(value - f(x.value - step))) || 0
  return measured(value, (rise * x.error) / step)
}

/** The odd denominator of an exponent such as 1/3, so that (−8)^(1/3) is −2; otherwise null. */
function oddRoot(exponent: Expression): { top: number; bottom: number } | null {
  if (exponent.kind === 'negative') {
    const inner = oddRoot(exponent.of)
    return inner && { top: -inner.top, bottom: inner.bottom }
  }
  if (exponent.kind !== 'quotient' || exponent.over.kind !== 'number' || exponent.under.kind !== 'number')
    return null
  const top = Number(exponent.over.text)
  const bottom = Number(exponent.under.text)
  return Number.isInteger(top) && bottom % 2 === 1 ? { top, bottom } : null
}

function raise(base: Measured, exponent: Measured, written: Expression): Measured {
  if (base.value === 0 && exponent.value <= 0) return NOTHING
  if (base.value < 0 && !Number.isInteger(exponent.value)) {
    const odd = oddRoot(written)
    if (!odd) return NOTHING
    const value = Math.abs(base.value) ** exponent.value * (odd.top % 2 === 0 ? 1 : -1)
    return measured(value, Math.abs((exponent.value * value * base.error) / base.value))
  }
  const value = base.value ** exponent.value
  const fromBase =
    base.value === 0 ? base.error : Math.abs((exponent.value * value * base.error) / base.value)
  const fromExponent = base.value > 0 ? Math.abs(value * Math.log(base.value) * exponent.error) : 0
  return measured(value, fromBase + fromExponent)
}

function nthRoot(of: Measured, index: number): Measured {
  const odd = Number.isInteger(index) && Math.abs(index % 2) === 1
  if (of.value < 0 && !odd)
    return of.value > -4 * of.error ? { value: 0, error: Math.sqrt(of.error) } : NOTHING
  const size = index === 2 ? Math.sqrt(of.value) : Math.abs(of.value) ** (1 / index)
  const value = of.value < 0 ? -size : size
  const error = of.value === 0 ? Math.sqrt(of.error) : Math.abs((value * of.error) / (index * of.value))
  return measured(value, error)
}

function divide(over: Measured, under: Measured): Measured {
  // A divisor that is zero but for rounding is zero.
  if (Math.abs(under.value) <= 4 * under.error || under.value === 0) return NOTHING
  const value = over.value / under.value
  return measured(value, (over.error + Math.abs(value) * under.error) / Math.abs(under.value))
}

/** One integral, series or limit inside another would cost the square of the time. */
const repeats = (e: Expression): boolean =>
  someIn(e, (part) => part.kind === 'integral' || part.kind === 'series' || part.kind === 'limit')

function integrate(e: Expression & { kind: 'integral' }, at: Assignment): Measured {
  if (!e.bounds || repeats(e.of)) return NOTHING
  const from = evaluate(e.bounds[0], at)
  const to = evaluate(e.bounds[1], at)
  if (!Number.isFinite(from) || !Number.isFinite(to)) return NOTHING
  const simpson = (parts: number): number => {
    const step = (to - from) / parts
    let total = 0
    for (let i = 0; i <= parts; i++) {
      const weight = i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2
      total += weight * evaluate(e.of, { ...at, [e.by]: from + i * step })
    }
    return (total * step) / 3
  }
  const coarse = simpson(32)
  const fine = simpson(64)
  return { value: fine, error: Math.abs(fine - coarse) + 1e-12 }
}

const isPercentage = (e: Expression): boolean =>
  e.kind === 'percent' || (e.kind === 'negative' && isPercentage(e.of))

/** The value at a point with its rounding error; never throws. Derivatives and f(x) must be resolved before. */
export function measure(e: Expression, at: Assignment): Measured {
  spend(1)
  switch (e.kind) {
    case 'number': {
      const value = Number(e.text)
      return { value, error: Number.isInteger(value) ? 0 : EPSILON * Math.abs(value) }
    }
    case 'symbol': {
      const value = at[e.name]
      return value === undefined
        ? NOTHING
        : { value, error: Number.isInteger(value) ? 0 : EPSILON * Math.abs(value) }
    }
    case 'constant':
      if (e.name === 'infinity') return { value: Number.POSITIVE_INFINITY, error: 0 }
      return measured(e.name === 'pi' ? Math.PI : Math.E, 0)
    case 'negative': {
      const of = measure(e.of, at)
      return { value: -of.value, error: of.error }
    }
    case 'sum': {
      // 80 + 15% is meant as 92: what a percentage is of cannot be read from the line.
      if (e.terms.some(isPercentage) && !e.terms.every(isPercentage)) return NOTHING
      let value = 0
      let error = 0
      for (const term of e.terms) {
        const part = measure(term, at)
        value += part.value
        error += part.error + EPSILON * Math.abs(part.value)
      }
      return measured(value, error)
    }
    case 'product': {
      let total: Measured = { value: 1, error: 0 }
      for (const factor of e.factors) {
        const part = measure(factor, at)
        const error = Math.abs(total.value) * part.error + Math.abs(part.value) * total.error
        total = measured(total.value * part.value, Number.isInteger(total.value * part.value) ? error : error)
      }
      return total
    }
    case 'quotient':
      return divide(measure(e.over, at), measure(e.under, at))
    case 'power':
      return raise(measure(e.base, at), measure(e.exponent, at), e.exponent)
    case 'root':
      return nthRoot(measure(e.of, at), measure(e.index, at).value)
    case 'call': {
      const value = through(FUNCTION[e.name], measure(e.of, at))
      if (!e.base) return value
      const base = measure(e.base, at)
      const natural = through(FUNCTION.ln, measure(e.of, at))
      return base.value === 1 ? NOTHING : divide(natural, through(FUNCTION.ln, base))
    }
    case 'factorial': {
      const { value } = measure(e.of, at)
      if (!Number.isInteger(value) || value < 0 || value > 15) return NOTHING
      let total = 1
      for (let i = 2; i <= value; i++) total *= i
      return measured(total, 0)
    }
    case 'degrees': {
      const of = measure(e.of, at)
      return measured((of.value * Math.PI) / 180, of.error / 50)
    }
    case 'percent': {
      const of = measure(e.of, at)
      return measured(of.value / 100, of.error / 100)
    }
    case 'integral':
      return integrate(e, at)
    case 'series':
    case 'limit': {
      if (repeats(e.of)) return NOTHING
      const inside = (value: number): Measured => measure(e.of, { ...at, [e.by]: value })
      if (e.kind === 'limit') return measureLimit(inside, measure(e.to, at).value, e.from)
      return measureSeries(e.operation, inside, measure(e.bounds[0], at), measure(e.bounds[1], at))
    }
    case 'binomial':
      return measureBinomial(measure(e.of, at), measure(e.choose, at))
    case 'plus-minus':
    case 'apply':
    case 'derivative':
    case 'matrix':
      return NOTHING
  }
}

/** The value at a point; NaN outside the real domain. */
export function evaluate(e: Expression, at: Assignment): number {
  return measure(e, at).value
}

/** Whether two measured values are surely different, surely the same for a person, or one has no value. */
export function compareMeasured(a: Measured, b: Measured): 'same' | 'different' | 'undefined' | 'unsure' {
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) return 'undefined'
  const gap = Math.abs(a.value - b.value)
  const noise = 64 * (a.error + b.error) + 1e-14
  if (gap <= noise) return noise < 1e-4 * Math.max(1, Math.abs(a.value)) ? 'same' : 'unsure'
  const size = Math.max(Math.abs(a.value), Math.abs(b.value))
  return gap > 1e-7 * size && gap > 10 * noise ? 'different' : 'unsure'
}
