import { type Expression, factorsOf, isNumber, someIn, termsOf, variablesOf } from './expression.ts'
import { parseLine } from './parse-line.ts'
import { onlyChain } from './statement.ts'

/** What stands in the way of the unknown, the outermost first. */
export type Move =
  | 'zero-product'
  | 'clear-fraction'
  | 'open-bracket'
  | 'take-root'
  | 'to-zero'
  | 'collect'
  | 'undo-sum'
  | 'undo-factor'

/** Longer lines are not looked at, in UTF-16 units. */
const LENGTH = 200

/**
 * What could be done next with an equation or inequality in one unknown that is not solved yet; null where that is not
 * sure: a solution, a calculation, a formula in several letters, prose. It names the kind of step and not the step.
 */
export function nextMove(line: string): Move | null {
  if (line.length > LENGTH || !/\d/.test(line)) return null
  const parsed = parseLine(line)
  if (parsed.kind !== 'statements' || parsed.stance !== 'plain' || parsed.statements.length !== 1) return null
  const [statement] = parsed.statements
  const [left, right, more] = (statement && onlyChain(statement)?.sides) ?? []
  if (left === undefined || right === undefined || more !== undefined) return null
  return moveOf(left.expression, right.expression)
}

function moveOf(left: Expression, right: Expression): Move | null {
  const names = variablesOf(left, right)
  const sides = [left, right]
  if (names.length !== 1 || sides.some((side) => someIn(side, isBeyondSchool))) return null
  const has = (e: Expression) => variablesOf(e).length > 0
  const inSides = (test: (e: Expression) => boolean) => sides.some((side) => someIn(side, test))
  const bound = sides.filter(has)
  const [only] = bound
  if (bound.length === 1 && only?.kind === 'symbol') return null
  if (inSides((e) => e.kind === 'quotient' && has(e))) return 'clear-fraction'
  const factors = only === undefined ? [] : factorsOf(only).filter(has)
  if (bound.length === 1 && factors.length > 1 && sides.some((side) => isNumber(side, 0)))
    return 'zero-product'
  if (
    inSides((e) => e.kind === 'product' && e.factors.some((factor) => factor.kind === 'sum' && has(factor)))
  )
    return 'open-bracket'
  if (inSides((e) => e.kind === 'power' && has(e))) {
    if (bound.length === 1 && only?.kind === 'power') return 'take-root'
    return sides.some((side) => isNumber(side, 0)) ? null : 'to-zero'
  }
  if (bound.length > 1) return 'collect'
  return only !== undefined && termsOf(only).length > 1 ? 'undo-sum' : 'undo-factor'
}

const isBeyondSchool = ({ kind }: Expression): boolean =>
  !['number', 'symbol', 'negative', 'sum', 'product', 'quotient', 'power'].includes(kind)
