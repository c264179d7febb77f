import {
  type Expression,
  factorsOf,
  negative,
  product,
  quotient,
  sameShape,
  sum,
  termsOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type Result, type SlipRule } from './slip-rule.ts'

const without = (items: readonly Expression[], one: Expression): Expression[] | null => {
  const at = items.findIndex((item) => sameShape(item, one))
  return at < 0 ? null : items.filter((_, i) => i !== at)
}

export const cancelsAcrossSum: SlipRule = {
  id: 'cancels-across-sum',
  source: 'Matz 1982; Demby 1997, Algebraic procedures used by 13-to-15-year-olds',
  example: { from: '(x+6)/6', to: 'x' },
  at(e) {
    if (e.kind !== 'quotient' || (e.over.kind !== 'sum' && e.under.kind !== 'sum')) return []
    const results: Result[] = []
    const top = termsOf(e.over)
    const question = ask('cancels-across-sum', printExpression(e.over))
    const { under } = e
    const instead = under.kind !== 'sum' && {
      instead: sum(
        top.map((term) =>
          term.kind === 'negative' ? negative(quotient(term.of, under)) : quotient(term, under),
        ),
      ),
    }
    for (const term of top) {
      const rest = without(top, term)
      if (!rest || rest.length === 0) continue
      // (x + 3)/(x + 5) → 3/5, (x + 6)/6 → x or x + 1
      const below = without(termsOf(e.under), term)
      if (below) {
        results.push({
          result: below.length === 0 ? sum(rest) : quotient(sum(rest), sum(below)),
          question,
          ...instead,
        })
        if (below.length === 0) results.push({ result: sum([...rest, product([])]), question, ...instead })
      }
      // (2x + 3)/2 → x + 3
      if (e.under.kind !== 'sum')
        results.push({
          result: sum(top.map((other) => (other === term ? quotient(term, e.under) : other))),
          question,
          ...instead,
        })
      for (const factor of factorsOf(e.under)) {
        const left = without(factorsOf(e.under), factor)
        const cut = without(factorsOf(term), factor)
        if (left && cut && left.length > 0)
          results.push({
            result: quotient(sum(top.map((other) => (other === term ? product(cut) : other))), product(left)),
            question,
            ...instead,
          })
      }
    }
    return results
  },
}
