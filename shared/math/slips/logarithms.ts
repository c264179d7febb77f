import { call, type Expression, negative, product, quotient, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

const isLog = (name: string): boolean => name === 'ln' || name === 'log'

const argument = (e: Expression): Expression => (e.kind === 'call' ? e.of : e)

/** ln a + ln b − ln c as ln(a·b/c). */
function together(e: Expression, first: Expression & { kind: 'call' }): Expression {
  const [over, under] = [false, true].map((less) =>
    termsOf(e)
      .filter((term) => (term.kind === 'negative') === less)
      .map((term) => argument(term.kind === 'negative' ? term.of : term)),
  )
  const top = product(over ?? [])
  return call(first.name, under?.length ? quotient(top, product(under)) : top, first.base)
}

export const logOfSum: SlipRule = {
  id: 'log-of-sum',
  source: 'Liang & Wood 2005, Working with logarithms: students’ misconceptions and errors',
  example: { from: 'ln(x+2)', to: 'ln(x)+ln(2)' },
  at(e) {
    const logs = termsOf(e).map((term) => (term.kind === 'negative' ? term.of : term))
    const [first] = logs
    if (
      logs.length > 1 &&
      first?.kind === 'call' &&
      isLog(first.name) &&
      logs.every((one) => one.kind === 'call' && one.name === first.name)
    ) {
      const inside = termsOf(e).map((term) =>
        term.kind === 'negative' ? negative(argument(term.of)) : argument(term),
      )
      const question = ask('log-of-sum-added', printExpression(e))
      return [{ result: call(first.name, sum(inside), first.base), question, instead: together(e, first) }]
    }
    if (e.kind !== 'call' || !isLog(e.name) || e.of.kind !== 'sum') return []
    const question = ask('log-of-sum', printExpression(e.of))
    const each = e.of.terms.map((term) =>
      term.kind === 'negative' ? negative(call(e.name, term.of, e.base)) : call(e.name, term, e.base),
    )
    return [{ result: sum(each), question }]
  },
}

export const logOfProduct: SlipRule = {
  id: 'log-of-product-as-product',
  source: 'Liang & Wood 2005',
  example: { from: 'ln(2x)', to: 'ln(2)·ln(x)' },
  at(e) {
    if (e.kind !== 'call' || !isLog(e.name)) return []
    const question = ask('log-of-product-as-product', printExpression(e.of))
    if (e.of.kind === 'product') {
      const logs = e.of.factors.map((factor) => call(e.name, factor, e.base))
      return [{ result: product(logs), question, instead: sum(logs) }]
    }
    if (e.of.kind !== 'quotient') return []
    const [over, under] = [call(e.name, e.of.over, e.base), call(e.name, e.of.under, e.base)]
    return [{ result: quotient(over, under), question, instead: sum([over, negative(under)]) }]
  },
}

export const quotientOfLogs: SlipRule = {
  id: 'quotient-of-logs',
  source: 'Liang & Wood 2005',
  example: { from: 'ln(6)/ln(2)', to: 'ln(3)' },
  at(e) {
    if (e.kind !== 'quotient' || e.over.kind !== 'call' || e.under.kind !== 'call') return []
    if (e.over.name !== e.under.name || !isLog(e.over.name)) return []
    const question = ask('quotient-of-logs', printExpression(e))
    return [
      { result: call(e.over.name, quotient(e.over.of, e.under.of), e.over.base), question },
      { result: sum([e.over, negative(e.under)]), question },
    ]
  },
}
