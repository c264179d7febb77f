import { type Expression, mapParts, negative, someIn } from './expression.ts'
import type { Chain, Statement } from './statement.ts'

const hasPlusMinus = (e: Expression): boolean => someIn(e, (part) => part.kind === 'plus-minus')

/** One reading of every ±: all upper signs or all lower ones. */
function choose(e: Expression, upper: boolean): Expression {
  if (e.kind !== 'plus-minus') return mapParts(e, (part) => choose(part, upper))
  const of = choose(e.of, upper)
  return (e.upper === 1) === upper ? of : negative(of)
}

/** x = ±3 as the two cases x = 3 and x = −3. */
export function withoutPlusMinus(statement: Statement): Statement {
  const cases = statement.cases.flatMap((chains) => {
    const affected = chains.some((chain) => chain.sides.some((side) => hasPlusMinus(side.expression)))
    return affected ? [chosen(chains, true), chosen(chains, false)] : [chains]
  })
  return { ...statement, cases }
}

function chosen(chains: readonly Chain[], upper: boolean): Chain[] {
  return chains.map((chain) => ({
    ...chain,
    sides: chain.sides.map((side) => ({ ...side, expression: choose(side.expression, upper) })),
  }))
}
