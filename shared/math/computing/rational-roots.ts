import { type Fraction, fraction, isZero, lcm, plus, times } from './fraction.ts'

/** Candidates tried at most; exercises need a handful. */
const MOST = 400

/** The rational zeros of a polynomial (coefficients, the constant first), each once, and what is left without them. */
export function rationalRoots(coefficients: readonly Fraction[]): { roots: Fraction[]; rest: Fraction[] } {
  const roots: Fraction[] = []
  let rest = [...coefficients]
  while (rest.length > 1 && rest[0] && isZero(rest[0])) {
    if (!roots.some(isZero)) roots.push(fraction(0n))
    rest = rest.slice(1)
  }
  for (let found = rootOf(rest); found; found = rootOf(rest)) {
    const root = found
    if (!roots.some((known) => known.over === root.over && known.under === root.under)) roots.push(root)
    rest = dividedBy(rest, root) ?? []
  }
  return { roots: roots.sort((a, b) => (a.over * b.under < b.over * a.under ? -1 : 1)), rest }
}

function rootOf(coefficients: readonly Fraction[]): Fraction | null {
  if (coefficients.length < 2) return null
  const shared = coefficients.reduce((all, { under }) => lcm(all, under), 1n)
  const whole = coefficients.map(({ over, under }) => over * (shared / under))
  const [first, last] = [whole[0] ?? 0n, whole.at(-1) ?? 1n]
  let tried = 0
  for (const under of divisors(last))
    for (const top of divisors(first))
      for (const sign of [1n, -1n]) {
        if (tried++ > MOST) return null
        const candidate = fraction(sign * top, under)
        if (dividedBy(coefficients, candidate)) return candidate
      }
  return null
}

function divisors(n: bigint): bigint[] {
  const size = n < 0n ? -n : n
  const found: bigint[] = []
  for (let d = 1n; d <= 1000n && d * d <= size; d += 1n) if (size % d === 0n) found.push(d, size / d)
  return found.sort((a, b) => (a < b ? -1 : 1))
}

/** Without the factor (x − root), by Horner's scheme; null where something is left over. */
export function dividedBy(coefficients: readonly Fraction[], root: Fraction): Fraction[] | null {
  const result: Fraction[] = []
  let carry = fraction(0n)
  for (const coefficient of coefficients.toReversed()) {
    carry = plus(times(carry, root), coefficient)
    result.unshift(carry)
  }
  return coefficients.length > 1 && isZero(carry) ? result.slice(1) : null
}
