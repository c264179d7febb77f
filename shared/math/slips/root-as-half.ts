import { isNumber, power, quotient, root } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'

export const rootAsHalf: SlipRule = {
  id: 'root-as-half',
  source: 'Matz 1982, Towards a process model for high school algebra errors',
  example: { from: '√16', to: '16/2' },
  at(e) {
    if (e.kind !== 'root' || isNumber(e.of, 4)) return []
    const base = workedOut(e)
    const instead = base && !isNumber(base, 1) && { instead: root(power(base, e.index), e.index) }
    return [
      { result: quotient(e.of, e.index), question: ask('root-as-half', printExpression(e.of)), ...instead },
    ]
  },
}
