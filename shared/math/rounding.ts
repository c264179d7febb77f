import { evaluate } from './evaluate.ts'
import { type Expression, partsOf, someIn, variablesOf } from './expression.ts'

/** The decimals of the finest literal with a fraction, or null. */
function decimalsOf(e: Expression): number | null {
  let finest: number | null = null
  someIn(e, (part) => {
    if (part.kind === 'number' && part.text.includes('.'))
      finest = Math.max(finest ?? 0, part.text.length - part.text.indexOf('.') - 1)
    return false
  })
  return finest
}

const literal = (e: Expression): Expression =>
  e.kind === 'negative' || e.kind === 'percent' ? literal(e.of) : e

/**
 * Whether a difference of two values may be the rounding of a decimal that the learner wrote: 1/3 = 0.33 is
 * no mistake to speak up about. 2.5 + 1 = 3.7 is: nothing needed rounding there.
 */
export function roundingOf(a: Expression, b: Expression): (left: number, right: number) => boolean {
  const [inA, inB] = [decimalsOf(a), decimalsOf(b)]
  const bothLiteral = literal(a).kind === 'number' && literal(b).kind === 'number'
  return (left, right) => {
    if ((inA === null && inB === null) || bothLiteral) return false
    const gap = Math.abs(left - right)
    for (const [written, decimals, exact] of [
      [a, inA, right],
      [b, inB, left],
    ] as const) {
      if (literal(written).kind !== 'number' || decimals === null) continue
      const unit = 10 ** -decimals
      // A value that needs no more decimals than were written was not rounded.
      const scaled = exact / unit
      if (Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(1, Math.abs(scaled))) continue
      if (gap <= unit) return true
    }
    const long = someIn(a, longDecimal) || someIn(b, longDecimal)
    return long && gap <= 0.006 * Math.max(Math.abs(left), Math.abs(right))
  }
}

/** 3.14, 0.333: a constant that was itself rounded. */
function longDecimal(e: Expression): boolean {
  return e.kind === 'number' && /\.\d{2,}/.test(e.text) && !/\.\d*[05]$/.test(e.text)
}

/** How far a result may be off when numbers were rounded on the way: relative, and in units of its last digit. */
const ON_THE_WAY = { relative: 0.03, units: 3 }
/** The same after numbers without a decimal, where π and roots alone can have been rounded. */
const EXACTLY_GIVEN = 0.006

/**
 * Whether "left ≈ right" rounds wrongly: √2 ≈ 1.42. Cutting digits off (2/3 ≈ 0.66) is let pass, and so is
 * what rounding on the way can explain.
 */
export function isFalseRounding(left: Expression, right: Expression): boolean {
  const decimals = decimalsOf(right)
  if (literal(right).kind !== 'number' || variablesOf(left, right).length > 0) return false
  const [exact, written] = [evaluate(left, {}), evaluate(right, {})]
  if (!Number.isFinite(exact) || someIn(left, longDecimal)) return false
  const unit = 10 ** -(decimals ?? 0)
  const gap = Math.abs(exact - written)
  const cut = Math.abs(Math.trunc(exact / unit) * unit - written) < 1e-9
  if (decimals !== null && isBare(left)) return gap > 0.5001 * unit && !cut
  const relative = decimals !== null && decimalsOf(left) === null ? EXACTLY_GIVEN : ON_THE_WAY.relative
  return gap > relative * Math.abs(exact) && gap > ON_THE_WAY.units * unit
}

/** One operation on whole numbers, or a number itself: nothing can have been rounded on the way. */
const isBare = (e: Expression): boolean =>
  (e.kind === 'root' || e.kind === 'quotient' || e.kind === 'number') &&
  partsOf(e).every((part) => part.kind === 'number' && !part.text.includes('.'))
