import { evaluate } from '../evaluate.ts'
import { type Expression, negative, number, variablesOf } from '../expression.ts'

/** Decimals of a number that is still looked over. */
const DECIMALS = 4

/** What numbers come to, as one short decimal; null for what has letters, or a value that would be rounded. */
export function workedOut(e: Expression): Expression | null {
  if (variablesOf(e).length > 0) return null
  const value = evaluate(e, {})
  const short = Number(value.toFixed(DECIMALS))
  if (!Number.isFinite(value) || Math.abs(value - short) > 1e-12 * Math.max(1, Math.abs(value))) return null
  return short < 0 ? negative(number(-short)) : number(short)
}
