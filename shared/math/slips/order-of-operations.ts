import {
  type Expression,
  factorsOf,
  negative,
  power,
  product,
  quotient,
  sum,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type Result, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'
import { writtenOut } from './written-out.ts'

/** Numbers only: with letters the same picture is another mistake. */
const isPlain = (e: Expression): boolean => variablesOf(e).length === 0

export const orderOfOperations: SlipRule = {
  id: 'order-of-operations',
  source: 'Linchevski & Livneh 1999, Structure sense',
  example: { from: '3+4*2', to: '7*2' },
  at(e) {
    const results: Result[] = []
    if (e.kind === 'sum') {
      for (let i = 1; i < e.terms.length; i++) {
        const [before, term] = [e.terms[i - 1], e.terms[i]]
        if (!before || !term) continue
        const sign = term.kind === 'negative'
        const bare = sign ? term.of : term
        const rest = (one: typeof term) => sum([...e.terms.slice(0, i - 1), one, ...e.terms.slice(i + 1)])
        const first = factorsOf(bare)[0]
        const question = ask('order-of-operations', printExpression(sum([before, term])))
        const value = workedOut(bare)
        const workedFirst = value && {
          instead: sum([...e.terms.slice(0, i), sign ? negative(value) : value, ...e.terms.slice(i + 1)]),
        }
        if (bare.kind === 'product' && first && isPlain(before) && isPlain(first)) {
          const added = sum([before, sign ? negative(first) : first])
          results.push({ result: rest(product([added, ...bare.factors.slice(1)])), question, ...workedFirst })
        }
        if (bare.kind === 'quotient')
          results.push({
            result: rest(quotient(sum([before, sign ? negative(bare.over) : bare.over]), bare.under)),
            question,
            ...workedFirst,
          })
        if (bare.kind === 'power' && isPlain(before) && isPlain(bare)) {
          const added = sum([before, sign ? negative(bare.base) : bare.base])
          results.push({ result: rest(power(added, bare.exponent)), question, ...workedFirst })
        }
        const next = e.terms[i + 1]
        // 10 − 3 + 2 as 10 − (3 + 2)
        if (sign && next) {
          const grouped = negative(sum([term.of, next]))
          const left = workedOut(sum(e.terms.slice(0, i + 1)))
          results.push({
            result: sum([...e.terms.slice(0, i), grouped, ...e.terms.slice(i + 2)]),
            question,
            ...(left && { instead: sum([left, ...e.terms.slice(i + 1)]) }),
          })
        }
      }
      const last = e.terms.at(-1)
      const product_ = e.terms[0]
      if (
        last &&
        isPlain(last) &&
        product_?.kind === 'product' &&
        e.terms.length === 2 &&
        product_.factors.every(isPlain)
      ) {
        const [tail, ...head] = [...product_.factors].reverse()
        const question = ask('order-of-operations', printExpression(e))
        const value = workedOut(product_)
        if (tail)
          results.push({
            result: product([...head.reverse(), sum([tail, last])]),
            question,
            ...(value && { instead: sum([value, last]) }),
          })
      }
    }
    if (e.kind === 'product') {
      e.factors.forEach((factor, i) => {
        if (factor.kind !== 'power' || i === 0) return
        const base = product([...e.factors.slice(0, i), factor.base])
        const question = ask('order-of-exponent', printExpression(factor))
        const raised = workedOut(factor) ?? writtenOut(factor.base, factor.exponent).instead
        results.push({
          result: product([power(base, factor.exponent), ...e.factors.slice(i + 1)]),
          question,
          ...(raised && { instead: product([...e.factors.slice(0, i), raised, ...e.factors.slice(i + 1)]) }),
        })
      })
      const [first, ...others] = e.factors
      if (first?.kind === 'quotient' && others.length > 0) {
        const question = ask('order-of-divisions', printExpression(e))
        const value = workedOut(first)
        results.push({
          result: quotient(first.over, product([first.under, ...others])),
          question,
          ...(value && { instead: product([value, ...others]) }),
        })
      }
    }
    if (e.kind === 'negative' && e.of.kind === 'power') {
      const question = ask('order-of-minus', printExpression(e))
      const { instead } = writtenOut(e.of.base, e.of.exponent)
      results.push({
        result: power(negative(e.of.base), e.of.exponent),
        question,
        ...(instead && { instead: negative(instead) }),
      })
    }
    return results
  },
}
