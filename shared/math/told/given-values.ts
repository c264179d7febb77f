import { claimOf, type Found, found, type ToldLine } from './given-line.ts'

/** c ≈ 5.38 after c = √34: neither rounded nor cut off. */
export function falseApproximation(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  const [only, ...others] = claim?.sides ?? []
  if (!claim || !only?.roughly || others.length > 0 || !/^[a-zA-Z]\w*$/.test(claim.name)) return null
  const source = above.findLast(({ plain }) => new RegExp(`^${claim.name}\\s*=[^=,;:]*$`).test(plain))
  const exact = source && claimOf(source)?.sides.at(-1)
  const [value] = exact?.values ?? []
  const decimals = /^[-−]?\d+[.,](\d+)$/.exec(only.text)?.[1]?.length ?? 0
  if (!source || !exact || value === undefined || decimals === 0 || /[.,]\d|≈/.test(exact.text)) return null
  if (exact.roughly || only.values.some((one) => Math.abs(one - value) <= 1.0001 * 10 ** -decimals))
    return null
  return found(here, source.line, exact.text, value, only)
}
