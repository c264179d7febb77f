import { negative, product, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { SlipRule } from './slip-rule.ts'

export const distributesToFirstTerm: SlipRule = {
  id: 'distributes-to-first-term',
  rule: 'A factor before a bracket multiplies every term inside it.',
  source: 'Matz 1982, Towards a process model for high school algebra errors (partial distribution)',
  example: { from: '2(x+3)', to: '2x+3' },
  at(e) {
    if (e.kind !== 'product') return []
    return e.factors.flatMap((bracket, i) => {
      if (bracket.kind !== 'sum') return []
      const others = e.factors.filter((_, j) => j !== i)
      const [first, ...rest] = bracket.terms
      if (!first || rest.length === 0) return []
      const forgotten = printExpression(sum(rest)).replace(/^−/, '')
      const question = `What happens to the ${forgotten} when the bracket opens?`
      return [{ result: sum([product([...others, first]), ...rest]), question }]
    })
  },
}

export const minusToFirstTerm: SlipRule = {
  id: 'minus-to-first-term',
  rule: 'A minus before a bracket changes the sign of every term inside it.',
  source: 'Booth et al. 2014, Persistent and pernicious errors in algebraic problem solving',
  example: { from: '5-(x-2)', to: '5-x-2' },
  at(e) {
    if (e.kind !== 'negative') return []
    const factors = e.of.kind === 'product' ? e.of.factors : [e.of]
    return factors.flatMap((bracket, i) => {
      if (bracket.kind !== 'sum') return []
      const others = factors.filter((_, j) => j !== i)
      const [first, ...rest] = bracket.terms
      if (!first) return []
      const second = rest[0] ? printExpression(rest[0]) : ''
      const question = `What does the minus before the bracket do to the ${second}?`
      const kept = rest.map((term) => product([...others, term]))
      const result = sum([negative(product([...others, first])), ...kept])
      return [{ result, question }]
    })
  },
}
