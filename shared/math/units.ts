import Qty from 'js-quantities'
import { evaluate } from './evaluate.ts'
import { type Expression, someIn, variablesOf } from './expression.ts'
import type { Assignment } from './verdict.ts'

/** `factor` in SI base units; `base` has the power of each of them, such as m 1 and s −1 for m/s. */
type Unit = { factor: number; base: readonly (readonly [name: string, power: number])[] }

/** The units of school as learners write them. Two letters or more are never a product of variables here. */
const SCHOOL =
  `km m dm cm mm kg g mg t s sec min h hr hrs d l L ml mL cl cL dl dL hl hL N kN J kJ W kW kWh Pa kPa V mV A mA Hz
  mph ft lb oz yd mile bar`.split(/\s+/)

const UNITS: ReadonlyMap<string, Unit> = new Map(SCHOOL.map((name) => [name, unitOf(name)]))

function unitOf(name: string): Unit {
  const si = new Qty(name).toBase()
  const [over = '', under = ''] = si.units().split('/')
  const powers = (text: string, sign: 1 | -1) =>
    [...text.matchAll(/([a-zA-Z]+)(\d*)/g)].map(
      ([, base = '', power]) => [base, sign * Number(power || 1)] as const,
    )
  return { factor: si.scalar, base: [...powers(over, 1), ...powers(under, -1)] }
}

/** Names that a run of letters after a number stands for, when they have two letters or more. */
export const UNIT_NAMES: ReadonlySet<string> = new Set(SCHOOL.filter((name) => name.length > 1))

/** Both names are units, and not both could be variables. */
export const arePerUnits = (over: string, under: string): boolean =>
  UNITS.has(over) && UNITS.has(under) && (UNIT_NAMES.has(over) || UNIT_NAMES.has(under))

/** Whether every letter of a side is a unit. */
export function isQuantity(e: Expression): boolean {
  const names = variablesOf(e)
  return (
    names.length > 0 && names.every((name) => UNITS.has(name)) && someIn(e, (part) => part.kind === 'number')
  )
}

/** Whether some unit can be nothing else: cm, or m/s. One letter alone may be a variable. */
export function isSurelyQuantity(e: Expression): boolean {
  return isQuantity(e) && someIn(e, isSureUnit)
}

function isSureUnit(e: Expression): boolean {
  if (e.kind === 'symbol') return UNIT_NAMES.has(e.name)
  if (e.kind === 'power') return e.base.kind === 'symbol' && UNIT_NAMES.has(e.base.name)
  return e.kind === 'quotient' && e.under.kind === 'symbol' && endsInUnit(e.over)
}

const endsInUnit = (e: Expression): boolean => {
  const last = e.kind === 'product' ? e.factors.at(-1) : e
  return e.kind === 'product' && last?.kind === 'symbol' && e.factors[0]?.kind === 'number'
}

/** Whether two sides are to be compared as quantities: both are, and one of them surely. */
export const areQuantities = (a: Expression, b: Expression): boolean =>
  isQuantity(a) && isQuantity(b) && (isSurelyQuantity(a) || isSurelyQuantity(b))

/** What the units come to in SI units, each base unit scaled: a length of 2 where `scale` says m 2. */
function valuesOf(names: readonly string[], scale: Readonly<Record<string, number>>): Assignment {
  return Object.fromEntries(
    names.map((name) => {
      const unit = UNITS.get(name)
      const size = unit?.base.reduce(
        (value, [base, power]) => value * (scale[base] ?? 1) ** power,
        unit.factor,
      )
      return [name, size ?? Number.NaN]
    }),
  )
}

/** Scales for which only equal dimensions give equal ratios. */
const OTHER_SCALE = { m: 2, kg: 3, s: 5, A: 7 }
/** A measured value is seldom written to more than three digits. */
const ROUNDING = 0.006

/**
 * Compares two quantities in SI units; `at` says what each unit counts for. Sides of different dimension
 * (a unit left out on the way) are `unknown`, and so is what may be rounding unless it is to hold `exactly`.
 */
export function compareQuantities(
  a: Expression,
  b: Expression,
  exactly = false,
): { result: 'equal' | 'unknown' } | { result: 'different'; at: Assignment } {
  const names = variablesOf(a, b)
  const at = valuesOf(names, {})
  const ratio = evaluate(a, at) / evaluate(b, at)
  const scaled = valuesOf(names, OTHER_SCALE)
  const other = evaluate(a, scaled) / evaluate(b, scaled)
  if (!(Math.abs(ratio - other) < 1e-9 * Math.abs(ratio))) return { result: 'unknown' }
  if (Math.abs(ratio - 1) < 1e-9) return { result: 'equal' }
  const rounded = [a, b].some((e) => someIn(e, (part) => part.kind === 'number' && part.text.includes('.')))
  return !exactly && rounded && Math.abs(ratio - 1) < ROUNDING
    ? { result: 'unknown' }
    : { result: 'different', at }
}

/** Factors between units of one kind that people apply without a word: 3 · 40 = 1.2 m. */
const CHANGES = [10, 60, 24, 3.6, 12, 7]

/** "3 · 80 = 280 km": numbers before, one quantity after. What a change of unit explains is no mistake. */
export function isFalseAmount(left: Expression, right: Expression): boolean {
  if (variablesOf(left).length > 0 || !isSurelyQuantity(right)) return false
  // 75 km/h is 75 km divided by h.
  const amounts = right.kind === 'quotient' ? right.over : right
  if (amounts.kind !== 'product') return false
  const [amount, ...units] = amounts.factors
  if (amount?.kind !== 'number' || units.some((unit) => variablesOf(unit).length === 0)) return false
  const ratio = evaluate(left, {}) / Number(amount.text)
  if (!(ratio > 0) || Math.abs(ratio - 1) < ROUNDING) return false
  return CHANGES.every((change) => {
    const powers = Math.log(ratio) / Math.log(change)
    return Math.abs(powers - Math.round(powers)) > 1e-6
  })
}
