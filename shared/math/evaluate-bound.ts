import type { Measured } from './evaluate.ts'

type Inside = (value: number) => Measured

const NOTHING: Measured = { value: Number.NaN, error: 0 }
/** More terms than a person writes down, and few enough for the time a line has. */
const MOST_TERMS = 200

/** Σ or Π of the inside over the whole numbers from `from` to `to`; NaN unless both are whole. */
export function measureSeries(
  operation: 'sum' | 'product',
  inside: Inside,
  from: Measured,
  to: Measured,
): Measured {
  if (operation === 'sum' && to.value === Number.POSITIVE_INFINITY) return measureGeometric(inside, from)
  const count = to.value - from.value + 1
  const whole = Number.isInteger(from.value) && Number.isInteger(to.value)
  if (!whole || from.error > 0 || to.error > 0 || count < 0 || count > MOST_TERMS) return NOTHING
  let total: Measured = { value: operation === 'sum' ? 0 : 1, error: 0 }
  for (let k = from.value; k <= to.value; k++) {
    const term = inside(k)
    total =
      operation === 'sum'
        ? { value: total.value + term.value, error: total.error + term.error }
        : {
            value: total.value * term.value,
            error: Math.abs(total.value) * term.error + Math.abs(term.value) * total.error,
          }
  }
  return { value: total.value, error: total.error + 2 ** -50 * Math.abs(total.value) }
}

/** Terms whose ratio is one and the same, so far as floats tell. */
const TERMS_COMPARED = 6

/** The endless sum of a geometric series that converges; NaN for any other. */
function measureGeometric(inside: Inside, from: Measured): Measured {
  if (!Number.isInteger(from.value) || from.error > 0) return NOTHING
  const terms = Array.from({ length: TERMS_COMPARED }, (_, i) => inside(from.value + i).value)
  const [first = Number.NaN, second = Number.NaN] = terms
  const ratio = second / first
  const geometric = terms.every(
    (term, i) => i === 0 || Math.abs(term - ratio * (terms[i - 1] ?? Number.NaN)) <= 1e-13 * Math.abs(first),
  )
  if (!geometric || first === 0 || !(Math.abs(ratio) < 0.999)) return NOTHING
  const value = first / (1 - ratio)
  return { value, error: 1e-12 * Math.abs(value) }
}

/** Exact for whole n and k; a polynomial in n where only k is whole. */
export function measureBinomial(of: Measured, choose: Measured): Measured {
  const k = choose.value
  if (!Number.isInteger(k) || k < 0 || k > 60) return NOTHING
  let value = 1
  for (let i = 0; i < k; i++) value = (value * (of.value - i)) / (i + 1)
  if (Number.isInteger(of.value) && of.error === 0) return { value: Math.round(value), error: 0 }
  return { value, error: (of.error + 2 ** -48) * Math.abs(value) * Math.max(1, k) }
}

/** Steps towards the place, each half the one before, so that Richardson's extrapolation can be applied. */
const HALVINGS = 7
/** A limit that two orders of extrapolation put further apart than this is not known. */
const LOOSEST = 1e-5

/**
 * The limit seen from one side by Richardson's extrapolation (Press et al., Numerical Recipes, 5.7), with the
 * spread of its last orders as error. NaN where the values do not settle.
 */
function oneSided(inside: Inside, place: number, sign: 1 | -1): Measured {
  const far = !Number.isFinite(place)
  const settled = extrapolated(inside, place, sign, far ? 1 : 0)
  if (Number.isFinite(settled.value)) return settled
  // √(n + 1) − √n settles with 1/√n.
  const slowly = far ? extrapolated(inside, place, sign, 2) : NOTHING
  return Number.isFinite(slowly.value) ? slowly : endless(inside, place, sign)
}

/** Values that grow at least as a power does, each time the step is halved, all with one sign. */
function endless(inside: Inside, place: number, sign: 1 | -1): Measured {
  const far = !Number.isFinite(place)
  const values = Array.from({ length: HALVINGS }, (_, i) => {
    const step = 2 ** -(3 * i + 5)
    return inside(far ? Math.sign(place) / step : place + sign * step).value
  }).filter(Number.isFinite)
  const grows = values.every((value, i) => i === 0 || value / (values[i - 1] ?? Number.NaN) > GROWTH)
  if (values.length < LEAST_GROWING || !grows) return NOTHING
  return { value: (values[0] ?? 0) < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, error: 0 }
}

/** A step of an eighth makes √n grow by 2.8 and n by 8; a logarithm grows ever more slowly. */
const GROWTH = 2
const LEAST_GROWING = 4

/** `order`: 1 for steps in 1/x, 2 for steps in 1/√x, 0 for steps towards a finite place. */
function extrapolated(inside: Inside, place: number, sign: 1 | -1, order: 0 | 1 | 2): Measured {
  const far = order > 0
  let row: number[] = []
  let spread = Number.POSITIVE_INFINITY
  let before = Number.POSITIVE_INFINITY
  let best = Number.NaN
  for (let i = 0; i < HALVINGS; i++) {
    const step = (far ? 1 / 16 : 1 / 8) * 2 ** -i
    const x = far ? Math.sign(place) / step ** order : place + sign * step
    const next = [inside(x).value]
    row.forEach((coarse, order) => {
      const fine = next[order] ?? Number.NaN
      next.push(fine + (fine - coarse) / (2 ** (order + 1) - 1))
    })
    const [last, lastBut] = [next.at(-1) ?? Number.NaN, next.at(-2) ?? Number.NaN]
    const apart = Math.abs(last - lastBut)
    // Two rows in a row must agree: one alone may do so by chance (sin x far out).
    if (Math.max(apart, before) < spread) {
      spread = Math.max(apart, before)
      best = last
    }
    before = apart
    row = next
  }
  const value = Math.abs(best) < 1e-11 ? 0 : best
  return spread <= LOOSEST * Math.max(1, Math.abs(best)) ? { value, error: spread + 1e-11 } : NOTHING
}

/** The limit of the inside; where both sides are asked they must agree. */
export function measureLimit(inside: Inside, place: number, from: 'both' | 'left' | 'right'): Measured {
  if (Number.isNaN(place)) return NOTHING
  if (!Number.isFinite(place)) return oneSided(inside, place, 1)
  const right = from === 'left' ? null : oneSided(inside, place, 1)
  const left = from === 'right' ? null : oneSided(inside, place, -1)
  if (!right || !left) return right ?? left ?? NOTHING
  if (right.value === left.value) return right
  const error = Math.max(right.error, left.error)
  return Math.abs(right.value - left.value) <= 64 * error + 1e-9 ? { value: right.value, error } : NOTHING
}
