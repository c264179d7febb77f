import { differentiate } from '../differentiate.ts'
import { sum, termsOf, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const derivativeKeepsConstant: SlipRule = {
  id: 'derivative-keeps-constant',
  source: 'Orton 1983, Students’ understanding of differentiation',
  example: { from: 'x^2 + 3', to: '2x + 3' },
  derivative(e, by) {
    const slope = differentiate(e, by)
    if (!slope || e.kind !== 'sum') return []
    return termsOf(e).flatMap((term) => {
      if (variablesOf(term).includes(by)) return []
      const bare = term.kind === 'negative' ? term.of : term
      const question = ask('derivative-keeps-constant', printExpression(bare))
      return [{ result: sum([slope, term]), question }]
    })
  },
}
