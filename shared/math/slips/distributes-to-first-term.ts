import { type Expression, negative, product, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

/** A term of a bracket times the factors before it; its sign stays in front. */
const times = (others: readonly Expression[], term: Expression): Expression =>
  term.kind === 'negative' ? negative(product([...others, term.of])) : product([...others, term])

export const distributesToFirstTerm: SlipRule = {
  id: 'distributes-to-first-term',
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
      const question = ask('distributes-to-first-term', forgotten)
      const instead = sum(bracket.terms.map((term) => times(others, term)))
      return [{ result: sum([product([...others, first]), ...rest]), question, instead }]
    })
  },
}

export const minusToFirstTerm: SlipRule = {
  id: 'minus-to-first-term',
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
      const question = ask('minus-to-first-term', second)
      const kept = rest.map((term) => product([...others, term]))
      const result = sum([negative(product([...others, first])), ...kept])
      const instead = sum(bracket.terms.map((term) => negative(times(others, term))))
      return [{ result, question, instead }]
    })
  },
}
