import { negative, quotient, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'

export const dividesByEachTerm: SlipRule = {
  id: 'divides-by-each-term',
  source: 'Matz 1982, Towards a process model for high school algebra errors (linear extrapolation)',
  example: { from: '1/(x+y)', to: '1/x + 1/y' },
  at(e) {
    if (e.kind !== 'quotient' || e.under.kind !== 'sum') return []
    const { over, under } = e
    const parts = under.terms.map((term) =>
      term.kind === 'negative' ? negative(quotient(over, term.of)) : quotient(over, term),
    )
    const divisor = workedOut(under)
    const instead = divisor && { instead: quotient(over, divisor) }
    return [{ result: sum(parts), question: ask('divides-by-each-term', printExpression(under)), ...instead }]
  },
}
