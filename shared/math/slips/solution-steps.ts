import {
  type Expression,
  factorsOf,
  isNumber,
  negative,
  number,
  product,
  quotient,
  root,
  sum,
  termsOf,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { asEquation, type Statement } from '../statement.ts'
import type { Sides } from './slip-rule.ts'

/** What the line before becomes by the rule, where a solution got lost or came in; nothing is worked out further. */

const printed = ({ left, right }: Sides) => `${printExpression(left)} = ${printExpression(right)}`
const either = (...cases: readonly Sides[]) => cases.map(printed).join(' or ')

function sidesOf(before: Statement): Sides | null {
  const equation = asEquation(before)
  return equation && { left: equation.left.expression, right: equation.right.expression }
}

/** x² = 5x → x² − 5x = 0, and (x − 2)(x + 3) = 6 → (x − 2)(x + 3) − 6 = 0. */
export function broughtToZero(before: Statement): string | null {
  const sides = sidesOf(before)
  if (sides === null || isNumber(sides.right, 0)) return null
  const moved = termsOf(sides.right).map((term) => (term.kind === 'negative' ? term.of : negative(term)))
  return printed({ left: sum([...termsOf(sides.left), ...moved]), right: number(0) })
}

/** 2(x − 2)(x + 3) = 0 → x − 2 = 0 or x + 3 = 0. */
export function eachFactorZero(before: Statement): string | null {
  const sides = sidesOf(before)
  if (sides === null || !isNumber(sides.right, 0)) return null
  const factors = factorsOf(sides.left).filter((factor) => variablesOf(factor).length > 0)
  return factors.length < 2 ? null : either(...factors.map((left) => ({ left, right: number(0) })))
}

/** |x − 1| = 3 → x − 1 = 3 or x − 1 = −3. */
export function bothBranches(before: Statement): string | null {
  const sides = sidesOf(before)
  if (sides?.left.kind !== 'call' || sides.left.name !== 'abs') return null
  const { of: left } = sides.left
  return either({ left, right: sides.right }, { left, right: negative(sides.right) })
}

/** 2(x + 1)² = 18 → x + 1 = √(18/2) or x + 1 = −√(18/2). */
export function bothRoots(before: Statement): string | null {
  const sides = sidesOf(before)
  if (sides === null || variablesOf(sides.right).length > 0) return null
  const factors = factorsOf(sides.left)
  const square = factors.find((factor) => variablesOf(factor).length > 0)
  const others: Expression[] = factors.filter((factor) => factor !== square)
  if (square?.kind !== 'power' || !isNumber(square.exponent, 2)) return null
  if (others.some((factor) => variablesOf(factor).length > 0)) return null
  const of = others.length === 0 ? sides.right : quotient(sides.right, product(others))
  const { base: left } = square
  return either({ left, right: root(of) }, { left, right: negative(root(of)) })
}
