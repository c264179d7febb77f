import { negative, product } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

export const productOfNegatives: SlipRule = {
  id: 'product-of-negatives-negative',
  source: 'Vlassis 2004, Making sense of the minus sign',
  example: { from: '(-3)(-4)', to: '-12' },
  at(e) {
    if (e.kind !== 'product' || e.factors.length !== 2) return []
    const [a, b] = e.factors
    if (a?.kind !== 'negative' || b?.kind !== 'negative') return []
    const question = ask('product-of-negatives-negative', printExpression(a), printExpression(b))
    const instead = product([a.of, b.of])
    return [{ result: negative(instead), question, instead }]
  },
}
