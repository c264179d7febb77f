import { type Expression, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const doubleNegative: SlipRule = {
  id: 'double-negative-lost',
  source: 'Vlassis 2004, Making sense of the minus sign',
  example: { from: '5-(-3)', to: '5-3' },
  at(e) {
    return termsOf(e).flatMap((term, i) => {
      if (term.kind !== 'negative' || term.of.kind !== 'negative') return []
      const { of } = term
      const withTerm = (one: Expression) => sum(termsOf(e).map((other, k) => (k === i ? one : other)))
      const question = ask('double-negative-lost', printExpression(of))
      return [{ result: withTerm(of), question, instead: withTerm(of.of) }]
    })
  },
}
