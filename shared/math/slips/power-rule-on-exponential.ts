import { number, power, product, sum, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const powerRuleOnExponential: SlipRule = {
  id: 'power-rule-on-exponential',
  source: 'Orton 1983, Students’ understanding of differentiation',
  example: { from: '2^x', to: 'x·2^(x-1)' },
  derivative(e, by) {
    if (e.kind !== 'power' || variablesOf(e.base).includes(by) || !variablesOf(e.exponent).includes(by))
      return []
    const less = sum([e.exponent, number(-1)])
    const question = ask('power-rule-on-exponential', printExpression(e), by)
    return [{ result: product([e.exponent, power(e.base, less)]), question }]
  },
}
