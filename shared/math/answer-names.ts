import { byComponents } from './matrix.ts'
import { onlyChain, type Side, type Statement } from './statement.ts'

/** S = (−1, 5): the name of a point or a vector is no part of it. */
export function withoutName(statement: Statement): Statement {
  const chain = onlyChain(statement)
  const [name, value, more] = chain?.sides ?? []
  const names = name?.expression.kind === 'symbol' && value?.expression.kind === 'matrix' && !more
  return names ? byComponents({ ...statement, cases: [[{ sides: [value], relations: [] }]] }) : statement
}

/** x = 3, y = 1 as the value of each name; null for anything else. */
export function assignments(statement: Statement): Map<string, Side> | null {
  const [chains, ...cases] = statement.cases
  const stated = new Map<string, Side>()
  for (const { sides, relations } of cases.length > 0 ? [] : (chains ?? [])) {
    const [left, right, more] = sides
    if (left?.expression.kind !== 'symbol' || !right || more || relations[0] !== '=') return null
    stated.set(left.expression.name, right)
  }
  return stated.size > 1 ? stated : null
}
