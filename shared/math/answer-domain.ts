import { areEqual } from './compare-expressions.ts'
import { withoutConstant } from './compare-sides.ts'
import { differentiate } from './differentiate.ts'
import { compareMeasured, evaluate, measure } from './evaluate.ts'
import { type Expression, quotient, someIn, variablesOf } from './expression.ts'

/** Whether a decimal of four digits or more is the other value rounded: 0.3333 may be meant as 1/3, 0.33 is not. */
function isRoundedTo(e: Expression, exact: number): boolean {
  const literal = e.kind === 'negative' ? e.of : e
  const decimals = literal.kind === 'number' ? (/\.(\d+)$/.exec(literal.text)?.[1]?.length ?? 0) : 0
  return decimals > 3 && Math.abs(evaluate(e, {}) - exact) <= 0.5001 * 10 ** -decimals
}

/** Two numbers that differ: surely, or only by rounding to four digits or more; null for anything else. */
export function surelyDiffer(a: Expression, b: Expression): 'surely' | 'rounded' | null {
  if (variablesOf(a, b).length > 0) return null
  const [x, y] = [measure(a, {}), measure(b, {})]
  const gap = Math.abs(x.value - y.value)
  if (!(gap > 1e-9 * Math.max(1, Math.abs(x.value)) + 1000 * (x.error + y.error))) return null
  return isRoundedTo(a, y.value) || isRoundedTo(b, x.value) ? 'rounded' : 'surely'
}

/** sin²x/2 + C and −cos²x/2 + C: antiderivatives whose difference is a number. */
export function bothWithoutConstant(a: Expression, b: Expression, seed: number): boolean {
  const [bareA, bareB] = [withoutConstant(a), withoutConstant(b)]
  const [name, ...others] = variablesOf(bareA, bareB)
  if (bareA === a || bareB === b || name === undefined || others.length > 0) return false
  const [slopeA, slopeB] = [differentiate(bareA, name), differentiate(bareB, name)]
  return slopeA !== null && slopeB !== null && areEqual(slopeA, slopeB, seed)
}

/** Whole and half numbers at which a hole or a sign shows. */
const PROBES = [
  ...Array.from({ length: 41 }, (_, i) => (i - 20) / 2),
  ...[1, 2, 3, 4, 6].flatMap((part) => [Math.PI / part, -Math.PI / part]),
]
/** At more points than this they are the same, or differ, by no chance. */
const SEVERAL = 5

/**
 * Whether two answers are the same on a part of the numbers only: (x² − 4)/(x − 2) and x + 2, (a² − ab)/(a − b) and a,
 * √(x²) and x. One rule for holes: at 0 they are passed over, where powers are cancelled (x⁷/x³ is x⁴), unless nothing is
 * left of the letter (x/x, x⁰ and 1).
 */
export function dependsOnDomain(a: Expression, b: Expression): boolean {
  const [name, other, more] = variablesOf(a, b)
  if (name === undefined || more !== undefined) return false
  const leftOver = [a, b].every((e) => variablesOf(e).length > 0)
  let [same, different, holes, opposite] = [0, 0, 0, 0]
  for (const [i, x] of PROBES.entries()) {
    // Every fourth point has two letters alike, where a − b is 0.
    const along = i % 4 === 0 ? x : (PROBES[(7 * i + 3) % PROBES.length] ?? 1)
    const second = other === undefined ? {} : { [other]: along }
    const at = { [name]: x, ...second }
    const [left, right] = [measure(a, at), measure(b, at)]
    const passed = leftOver && Object.values(at).includes(0)
    if (!passed && Number.isFinite(left.value) !== Number.isFinite(right.value)) holes++
    const compared = compareMeasured(left, right)
    if (compared === 'same') same++
    if (compared !== 'different') continue
    different++
    if (compareMeasured(left, { ...right, value: -right.value }) === 'same') opposite++
  }
  if (different === 0) return holes > 0 && same > SEVERAL
  // √((x² − x)²) and x² − x differ in sign alone, and only between 0 and 1.
  const few = opposite === different
  return same > SEVERAL && (few || different > SEVERAL) && someIn(quotient(a, b), hasSign)
}

const hasSign = (e: Expression): boolean => e.kind === 'root' || (e.kind === 'call' && e.name === 'abs')

/** The whole numbers that k stands for in x = π/4 + kπ. */
const INDICES = Array.from({ length: 61 }, (_, i) => i - 30)

/** Angles that repeat: π/4 + kπ and 5π/4 + nπ name the same ones; null where either is no such family. */
export function sameFamily(a: Expression, b: Expression): boolean | null {
  const [first, second] = [a, b].map((e) => {
    const [index, more] = variablesOf(e)
    const angle = someIn(
      e,
      (part) => part.kind === 'degrees' || (part.kind === 'constant' && part.name === 'pi'),
    )
    return angle && more === undefined && /^[kmnz]$/.test(index ?? '')
      ? INDICES.map((k) => evaluate(e, { [index ?? '']: k }))
      : null
  })
  if (!first || !second) return null
  const holds = (one: readonly number[], all: readonly number[]): boolean =>
    one.slice(20, 41).every((value) => all.some((other) => Math.abs(other - value) < 1e-9))
  return holds(first, second) && holds(second, first)
}

/** (3 + 2i)(3 − 2i): i is hardly a letter like others. */
export const isComplex = (...expressions: readonly Expression[]): boolean => {
  const names = variablesOf(...expressions)
  return names.includes('i') && names.every((name) => /^[iz]$/.test(name))
}
