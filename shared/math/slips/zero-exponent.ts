import { isNumber, number, quotient } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const zeroExponent: SlipRule = {
  id: 'zero-exponent-as-zero',
  source: 'Cangelosi et al. 2013, The negative sign and exponential expressions',
  example: { from: '5^0', to: '0' },
  at(e) {
    if (e.kind !== 'power' || !isNumber(e.exponent, 0)) return []
    const instead = quotient(e.base, e.base)
    return [{ result: number(0), question: ask('zero-exponent-as-zero', printExpression(e.base)), instead }]
  },
}
