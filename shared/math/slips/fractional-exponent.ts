import { isNumber, power, product, quotient, root } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const fractionalExponent: SlipRule = {
  id: 'fractional-exponent-as-factor',
  source:
    'Pitta-Pantazi et al. 2007, Secondary school students’ levels of understanding in computing exponents',
  example: { from: '9^(1/2)', to: '9/2' },
  at(e) {
    if (e.kind !== 'power' || e.exponent.kind !== 'quotient') return []
    const { over, under } = e.exponent
    const question = ask('fractional-exponent-as-factor', printExpression(e))
    const instead = root(isNumber(over, 1) ? e.base : power(e.base, over), under)
    return [{ result: quotient(product([e.base, over]), under), question, instead }]
  },
}
