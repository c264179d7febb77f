import { type Expression, negative, product, quotient, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type Result, type SlipRule } from './slip-rule.ts'

const fraction = (e: Expression): { over: Expression; under: Expression } | null => {
  if (e.kind === 'quotient') return e
  if (e.kind === 'negative' && e.of.kind === 'quotient')
    return { over: negative(e.of.over), under: e.of.under }
  return null
}

const crossed = (over: Expression, under: Expression): Expression =>
  over.kind === 'negative' ? negative(product([over.of, under])) : product([over, under])

export const addsDenominators: SlipRule = {
  id: 'adds-denominators',
  source: 'Brown & Burton 1978, Diagnostic models for procedural bugs',
  example: { from: '1/2+1/3', to: '2/5' },
  at(e) {
    if (e.kind !== 'sum' || e.terms.length !== 2) return []
    const [a, b] = e.terms.map(fraction)
    if (!a || !b) return []
    const question = ask('adds-denominators', printExpression(a.under), printExpression(b.under))
    const over = sum([a.over, b.over])
    const minus = e.terms[1]?.kind === 'negative'
    const unders = [
      sum([a.under, b.under]),
      ...(minus ? [sum([a.under, negative(b.under)])] : [product([a.under, b.under])]),
    ]
    const widened = [product([a.over, b.under]), crossed(b.over, a.under)]
    const instead = quotient(sum(widened), product([a.under, b.under]))
    return unders.map((under) => ({ result: quotient(over, under), question, instead }))
  },
}

export const multipliesBothParts: SlipRule = {
  id: 'multiplies-both-parts',
  source: 'Siegler & Lortie-Forgues 2017, Hard lessons: why rational number arithmetic is so difficult',
  example: { from: '3·(2/5)', to: '6/15' },
  at(e) {
    // 3 · 2/5 is written the same whether the fraction is a factor or the product is divided.
    const divided = e.kind === 'quotient' && e.over.kind === 'product' ? e.over.factors : null
    if (e.kind === 'quotient' && divided?.length === 2 && divided[0])
      return [timesBoth(divided[0], { over: divided[1] ?? e.over, under: e.under })]
    if (e.kind !== 'product' || e.factors.length !== 2) return []
    return e.factors.flatMap((factor, i) => {
      const other = e.factors[1 - i]
      if (factor.kind !== 'quotient' || !other || other.kind === 'quotient') return []
      return [timesBoth(other, factor)]
    })
  },
}

const timesBoth = (by: Expression, of: { over: Expression; under: Expression }): Result => ({
  result: quotient(product([by, of.over]), product([by, of.under])),
  question: ask('multiplies-both-parts', printExpression(by)),
  instead: quotient(product([by, of.over]), of.under),
})

export const dividesWithoutInverting: SlipRule = {
  id: 'divides-without-inverting',
  source: 'Siegler & Lortie-Forgues 2017',
  example: { from: '(1/2)/(3/4)', to: '3/8' },
  at(e) {
    if (e.kind !== 'quotient' || e.under.kind !== 'quotient') return []
    const question = ask('divides-without-inverting', printExpression(e.under))
    const instead = product([e.over, quotient(e.under.under, e.under.over)])
    const results = [{ result: product([e.over, e.under]), question, instead }]
    // The first fraction turned over instead of the second.
    if (e.over.kind !== 'quotient') return results
    const turned = quotient(product([e.over.under, e.under.over]), product([e.over.over, e.under.under]))
    return [...results, { result: turned, question, instead }]
  },
}
