import { differentiate } from '../differentiate.ts'
import { negative, number, power, product, quotient, sum, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const quotientRuleFlipped: SlipRule = {
  id: 'quotient-rule-flipped',
  source: 'Orton 1983, Students’ understanding of differentiation',
  example: { from: 'x/(x+1)', to: '(x - (x+1))/(x+1)^2' },
  derivative(e, by) {
    if (e.kind !== 'quotient' || !variablesOf(e.under).includes(by)) return []
    const [over, under] = [differentiate(e.over, by), differentiate(e.under, by)]
    if (!over || !under) return []
    const top = sum([product([e.over, under]), negative(product([over, e.under]))])
    const question = ask('quotient-rule-flipped', printExpression(e))
    return [{ result: quotient(top, power(e.under, number(2))), question }]
  },
}
