import { number, quotient } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const percentAsWhole: SlipRule = {
  id: 'percent-as-whole',
  source: 'Parker & Leinhardt 1995, Percent: a privileged proportion',
  example: { from: '15%·80', to: '15·80' },
  at(e) {
    if (e.kind !== 'percent') return []
    const instead = quotient(e.of, number(100))
    return [{ result: e.of, question: ask('percent-as-whole', printExpression(e)), instead }]
  },
}
