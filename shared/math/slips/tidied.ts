import { type Expression, isNumber, mapParts, number, product, sum } from '../expression.ts'

/** Without what a rule leaves behind and nobody writes: + 0, · 1, and whole products that are 0. */
export function tidied(e: Expression): Expression {
  const inner = mapParts(e, tidied)
  if (inner.kind === 'sum') return sum(inner.terms.filter((term) => !isNumber(term, 0)))
  if (inner.kind !== 'product') return inner
  if (inner.factors.some((factor) => isNumber(factor, 0))) return number(0)
  return product(
    inner.factors
      .filter((factor) => !isNumber(factor, 1))
      .flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor])),
  )
}
