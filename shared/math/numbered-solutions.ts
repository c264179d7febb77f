import { type Expression, someIn, symbol } from './expression.ts'
import { SOLUTION } from './parse-membership.ts'
import { type Chain, mapSides, type Statement } from './statement.ts'

/**
 * L = {2; 3} and x₁ = 2, x₂ = 3 as claims about the unknown of the equation before. `partial`: one numbered solution
 * alone, after which others may come.
 */
export function numberedAs(
  statement: Statement,
  unknown: string | undefined,
): { statement: Statement; partial: boolean } {
  if (unknown === undefined) return { statement, partial: false }
  const named = mapSides(statement, (e) => (isNamed(e, SOLUTION) ? symbol(unknown) : e))
  const chains = named.cases.flat()
  const numbered = chains.filter((chain) => numberOf(chain, unknown) !== null)
  if (numbered.length === 0 || numbered.length < chains.length) return { statement: named, partial: false }
  const cases = named.cases.map((own) =>
    own.map((chain) => ({
      ...chain,
      sides: chain.sides.map((side, i) => (i === 0 ? { ...side, expression: symbol(unknown) } : side)),
    })),
  )
  return { statement: { ...named, cases }, partial: cases.length === 1 }
}

const isNamed = (e: Expression, name: string): boolean => e.kind === 'symbol' && e.name === name

/** The name x_1 that a chain x₁ = … begins with; null for anything else. */
function numberOf({ sides: [left, ...others], relations }: Chain, unknown: string): string | null {
  const e = left?.expression
  if (e?.kind !== 'symbol' || !e.name.startsWith(`${unknown}_`) || !/_\d{1,2}$/.test(e.name)) return null
  if (relations[0] !== '=' && relations[0] !== '≈') return null
  const again = others.some((side) =>
    someIn(side.expression, (part) => part.kind === 'symbol' || part.kind === 'matrix'),
  )
  return again ? null : e.name
}
