import { isNumber, product } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { writtenOut } from './written-out.ts'

export const powerOfLog: SlipRule = {
  id: 'power-of-log',
  source: 'Liang & Wood 2005, Working with logarithms: students’ misconceptions and errors',
  example: { from: '(ln(x))^2', to: '2·ln(x)' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'call' || isNumber(e.exponent, 1)) return []
    if (e.base.name !== 'ln' && e.base.name !== 'log') return []
    const question = ask('power-of-log', printExpression(e.base.of))
    return [{ result: product([e.exponent, e.base]), question, ...writtenOut(e.base, e.exponent) }]
  },
}
