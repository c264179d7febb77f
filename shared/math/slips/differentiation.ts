import { differentiate } from '../differentiate.ts'
import {
  call,
  type Expression,
  mapParts,
  negative,
  number,
  power,
  product,
  quotient,
  sum,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { QuestionId } from '../verdict.ts'
import { ask, type Result, type SlipRule } from './slip-rule.ts'

/** A slip on one term of a sum, with the other terms differentiated correctly. */
function termwise(slip: (e: Expression, by: string) => Result[]) {
  return (e: Expression, by: string): Result[] => {
    if (e.kind === 'negative')
      return termwise(slip)(e.of, by).map(({ result, question }) => ({ result: negative(result), question }))
    if (e.kind !== 'sum') return slip(e, by)
    return e.terms.flatMap((term, i) =>
      termwise(slip)(term, by).flatMap(({ result, question }) => {
        const terms = e.terms.map((other, j) => (j === i ? result : differentiate(other, by)))
        const known = terms.filter((one) => one !== null)
        return known.length === terms.length ? [{ result: sum(known), question }] : []
      }),
    )
  }
}

const depends = (e: Expression, by: string): boolean => variablesOf(e).includes(by)

export const productRuleAsProduct: SlipRule = {
  id: 'product-rule-as-product',
  source: 'Orton 1983, Students’ understanding of differentiation',
  example: { from: 'x^2·sin(x)', to: '2x·cos(x)' },
  derivative: termwise((e, by) => {
    if (e.kind !== 'product') return []
    const constants = e.factors.filter((factor) => !depends(factor, by))
    const moving = e.factors.filter((factor) => depends(factor, by))
    if (moving.length < 2) return []
    const slopes = moving.map((factor) => differentiate(factor, by)).filter((slope) => slope !== null)
    const [f, g] = moving
    if (slopes.length !== moving.length || !f || !g) return []
    const question = ask('product-rule-as-product', printExpression(f), printExpression(g), by)
    return [{ result: product([...constants, ...slopes]), question }]
  }),
}

export const quotientRuleAsQuotient: SlipRule = {
  id: 'quotient-rule-as-quotient',
  source: 'Orton 1983',
  example: { from: 'sin(x)/x^2', to: 'cos(x)/(2x)' },
  derivative: termwise((e, by) => {
    if (e.kind !== 'quotient' || !depends(e.under, by)) return []
    const [over, under] = [differentiate(e.over, by), differentiate(e.under, by)]
    const question = ask('quotient-rule-as-quotient', printExpression(e))
    return over && under ? [{ result: quotient(over, under), question }] : []
  }),
}

export const innerDerivativeLost: SlipRule = {
  id: 'inner-derivative-lost',
  source: 'Orton 1983; Clark et al. 1997, Constructing a schema: the case of the chain rule',
  example: { from: 'sin(3x)', to: 'cos(3x)' },
  derivative: termwise((e, by) => {
    const constants = e.kind === 'product' ? e.factors.filter((factor) => !depends(factor, by)) : []
    const moving = e.kind === 'product' ? e.factors.filter((factor) => depends(factor, by)) : [e]
    const [f, more] = moving
    if (!f || more) return []
    const inner =
      f.kind === 'power'
        ? depends(f.base, by)
          ? f.base
          : f.exponent
        : f.kind === 'call' || f.kind === 'root'
          ? f.of
          : null
    if (!inner || inner.kind === 'symbol' || !depends(inner, by)) return []
    const slope = differentiate(f, by)
    const innerSlope = differentiate(inner, by)
    if (!slope || !innerSlope) return []
    const question = ask('inner-derivative-lost', printExpression(inner))
    return [{ result: product([...constants, quotient(slope, innerSlope)]), question }]
  }),
}

export const exponentKept: SlipRule = {
  id: 'power-rule-exponent-kept',
  source: 'Orton 1983',
  example: { from: 'x^3', to: '3x^3' },
  derivative: termwise((e, by) =>
    powerSlip(e, by, (base, n) => product([n, power(base, n)]), 'power-rule-exponent-kept'),
  ),
}

export const factorLost: SlipRule = {
  id: 'power-rule-factor-lost',
  source: 'Orton 1983',
  example: { from: 'x^3', to: 'x^2' },
  derivative: termwise((e, by) =>
    powerSlip(e, by, (base, n) => power(base, sum([n, number(-1)])), 'power-rule-factor-lost'),
  ),
}

function powerSlip(
  e: Expression,
  by: string,
  slip: (base: Expression, n: Expression) => Expression,
  asks: QuestionId,
): Result[] {
  if (e.kind === 'power' && e.base.kind === 'symbol' && e.base.name === by && !depends(e.exponent, by))
    return [{ result: slip(e.base, e.exponent), question: ask(asks, printExpression(e)) }]
  if (e.kind !== 'product') return []
  return e.factors.flatMap((factor, i) =>
    factor.kind === 'power'
      ? powerSlip(factor, by, slip, asks).map(({ result, question }) => {
          let k = 0
          return { result: mapParts(e, (other) => (k++ === i ? result : other)), question }
        })
      : [],
  )
}

export const cosineSign: SlipRule = {
  id: 'derivative-of-cosine-sign',
  source: 'Orton 1983',
  example: { from: 'cos(x)', to: 'sin(x)' },
  derivative: termwise((e, by) => {
    const factors = e.kind === 'product' ? e.factors : [e]
    const moving = factors.filter((factor) => depends(factor, by))
    const [f, more] = moving
    if (more || f?.kind !== 'call' || (f.name !== 'cos' && f.name !== 'sin')) return []
    const slope = differentiate(e, by)
    const question = ask('derivative-of-cosine-sign', printExpression(call(f.name, f.of)))
    return slope ? [{ result: negative(slope), question }] : []
  }),
}
