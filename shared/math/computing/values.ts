import { evaluate } from '../evaluate.ts'
import { type Expression, mapParts, number, someIn, substitute, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { fractionExpression } from './fraction.ts'
import { numberOf, polynomialOf } from './polynomial.ts'
import { simplify } from './transform.ts'

/** What an expression comes to: exactly, or rounded to so many digits; `value` null where it has none. */
export type Value = { value: string | null; exact: boolean }

const DIGITS = 6

/** The number that an expression without letters comes to; `exactly` false: it is measured, and rounded whatever it is. */
export function numericValue(e: Expression, exactly = true): Value {
  const whole = polynomialOf(e)
  const exact = exactly && whole ? numberOf(whole) : null
  if (exact) return { value: printExpression(inDecimals(e, fractionExpression(exact))), exact: true }
  const value = evaluate(e, {})
  if (!Number.isFinite(value)) return { value: null, exact: true }
  const rounded = Number(value.toPrecision(DIGITS))
  if (Math.abs(value) < 1e-12) return { value: '0', exact: exactly }
  const text = String(rounded)
  if (text.includes('e')) return { value: null, exact: false }
  return {
    value: text.replace('-', '−'),
    exact: exactly && Number.isInteger(rounded) && Math.abs(value - rounded) < 1e-12,
  }
}

/** The expression with letters replaced, worked out as far as it goes. */
export function substituted(
  e: Expression,
  values: readonly { name: string; value: Expression }[],
  seed: number,
): Value {
  const put = values.reduce((all, { name, value }) => substitute(all, name, value), e)
  if (variablesOf(put).length === 0) return numericValue(put)
  const simple = simplify(put, seed)
  return { value: simple && printExpression(simple.result), exact: true }
}

/** Who writes decimals gets decimals, where a fraction comes to one with no more than six digits. */
export function inDecimals(written: Expression, result: Expression): Expression {
  if (!someIn(written, (part) => part.kind === 'number' && part.text.includes('.'))) return result
  const change = (e: Expression): Expression => {
    if (e.kind !== 'quotient' || e.over.kind !== 'number' || e.under.kind !== 'number')
      return mapParts(e, change)
    const [top, bottom] = [Number(e.over.text), Number(e.under.text)]
    if (!Number.isSafeInteger(top) || !(MILLION % bottom === 0)) return e
    return number(String(top / bottom))
  }
  return change(result)
}

const MILLION = 1e6

const MOST_ROWS = 25

/** Rows of an expression in one letter; fewer where there would be more than 25. */
export function tableOf(
  e: Expression,
  name: string,
  { from, to, step }: { from: number; to: number; step: number },
): { x: string; y: Value }[] {
  const rows = Math.min(MOST_ROWS, Math.floor((to - from) / step + 1e-9) + 1)
  return Array.from({ length: Math.max(0, rows) }, (_, i) => {
    const x = Number((from + i * step).toPrecision(10))
    const at: Expression =
      x < 0
        ? { kind: 'negative', of: { kind: 'number', text: String(-x) } }
        : { kind: 'number', text: String(x) }
    return { x: printExpression(at), y: numericValue(substitute(e, name, at)) }
  })
}
