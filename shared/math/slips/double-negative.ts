import { sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const doubleNegative: SlipRule = {
  id: 'double-negative-lost',
  source: 'Vlassis 2004, Making sense of the minus sign',
  example: { from: '5-(-3)', to: '5-3' },
  at(e) {
    return termsOf(e).flatMap((term, i) => {
      if (term.kind !== 'negative' || term.of.kind !== 'negative') return []
      const terms = termsOf(e).map((other, k) => (k === i ? term.of : other))
      return [{ result: sum(terms), question: ask('double-negative-lost', printExpression(term.of)) }]
    })
  },
}
