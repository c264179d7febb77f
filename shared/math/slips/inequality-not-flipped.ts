import { checkAgainst } from '../check-equation.ts'
import type { Entry } from '../entry.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, negative, number, quotient, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { type Chain, onlyChain } from '../statement.ts'
import type { Relation } from '../token.ts'
import type { Slip } from '../verdict.ts'
import { ask } from './slip-rule.ts'

const FLIPPED: Readonly<Record<Relation, Relation>> = {
  '<': '>',
  '>': '<',
  '≤': '≥',
  '≥': '≤',
  '=': '=',
  '≈': '≈',
  '≠': '≠',
}

/** −2x < 6 → x < −3: with the sign turned round the line would follow. */
export function inequalityNotFlipped(from: Entry, entry: Entry, seed: number): Slip | null {
  const [name] = entry.variables
  if (entry.kind !== 'inequality' || from.kind !== 'inequality' || name === undefined) return null
  const cases = entry.statement.cases.map((chains) =>
    chains.map((chain) => ({ ...chain, relations: chain.relations.map((relation) => FLIPPED[relation]) })),
  )
  const turned: Entry = { ...entry, statement: { ...entry.statement, cases } }
  const step = checkAgainst(from, turned, name, {
    facts: [],
    later: [],
    seed,
    degrees: false,
    positive: false,
  })
  if (step.verdict !== 'follows') return null
  return {
    id: 'inequality-not-flipped',
    question: ask('inequality-not-flipped'),
    ...stepOf(from, turned),
  }
}

/** Both sides divided by what was divided by, the sign turned round; else the learner's line with its sign turned. */
function stepOf(from: Entry, turned: Entry): { step?: string } {
  const [before, after] = [onlyChain(from.statement), onlyChain(turned.statement)]
  const relation = after?.relations[0]
  const [a, b, more] = before?.sides ?? []
  const [c, d, others] = after?.sides ?? []
  if (!a || !b || !c || !d || more || others || relation === undefined) return {}
  const by = ratioOf(a.expression, c.expression)
  const printed = (e: Expression) => printExpression(by === null ? e : quotient(e, by))
  const [left, right] = by === null ? [c, d] : [a, b]
  return { step: `${printed(left.expression)} ${relation} ${printed(right.expression)}` }
}

/** Whether the second comes from the first by dividing by a negative number, its sign turned round. */
export function dividedByNegative(before: Chain, after: Chain): boolean {
  const [a, c] = [before.sides[0]?.expression, after.sides[0]?.expression]
  const [relation, turned] = [before.relations[0], after.relations[0]]
  if (!a || !c || relation === undefined || before.sides.length !== 2 || after.sides.length !== 2)
    return false
  return relation !== turned && FLIPPED[relation] === turned && ratioOf(a, c) !== null
}

/** The short number by which one side was divided to give the other, as far as two points tell; null: none. */
function ratioOf(a: Expression, b: Expression): Expression | null {
  const [first, second] = [1.37, 2.91].map((value) => {
    const at = Object.fromEntries(variablesOf(a, b).map((name, i) => [name, value + 0.61 * i]))
    return evaluate(a, at) / evaluate(b, at)
  })
  if (first === undefined || second === undefined || Math.abs(first - second) > 1e-9) return null
  const short = Number(first.toFixed(4))
  if (short >= 0 || Math.abs(first - short) > 1e-9) return null
  return negative(number(-short))
}
