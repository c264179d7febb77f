import { type Expression, factorsOf, number, product, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

const bare = (e: Expression): Expression => (e.kind === 'negative' ? e.of : e)
const coefficient = (e: Expression): { size: number; rest: readonly Expression[] } | null => {
  const sign = e.kind === 'negative' ? -1 : 1
  const [first, ...rest] = factorsOf(bare(e))
  if (!first) return null
  if (first.kind === 'number') return { size: sign * Number(first.text), rest }
  return { size: sign, rest: [first, ...rest] }
}

export const combinesUnlikeTerms: SlipRule = {
  id: 'combines-unlike-terms',
  source: 'Booth 1984, Algebra: children’s strategies and errors',
  example: { from: '2x+3', to: '5x' },
  at(e) {
    if (e.kind !== 'sum') return []
    return e.terms.slice(1).flatMap((second, i) => {
      const first = e.terms[i]
      if (!first) return []
      const [a, b] = [coefficient(first), coefficient(second)]
      if (!a || !b || a.rest.length + b.rest.length === 0) return []
      const shared = [
        ...a.rest,
        ...b.rest.filter((one) => !a.rest.some((other) => JSON.stringify(one) === JSON.stringify(other))),
      ]
      if (JSON.stringify(a.rest) === JSON.stringify(b.rest)) return []
      if (shared.every((one) => one.kind === 'number')) return []
      const joined = product([number(a.size + b.size), ...shared])
      const question = ask(
        'combines-unlike-terms',
        printExpression(bare(first)),
        printExpression(bare(second)),
      )
      return [{ result: sum([...e.terms.slice(0, i), joined, ...e.terms.slice(i + 2)]), question }]
    })
  },
}
