import {
  type Expression,
  factorsOf,
  isNumber,
  mapParts,
  negative,
  number,
  power,
  product,
  quotient,
  root,
  sum,
  termsOf,
} from '../expression.ts'
import { expressionOf, polynomialOf } from './polynomial.ts'

/** The same value as people write it: highest powers first, numbers before letters, no negative exponents. */
export function tidy(e: Expression): Expression {
  const whole = polynomialOf(e)
  if (whole && e.kind === 'sum' && e.terms.every((term) => !hasSum(term))) return expressionOf(whole)
  const inner = mapParts(e, tidy)
  switch (inner.kind) {
    case 'sum':
      return tidySum(inner.terms.flatMap(termsOf))
    case 'product':
      return tidyProduct(inner.factors.flatMap(factorsOf))
    case 'quotient':
      if (isNumber(inner.under, 1)) return inner.over
      if (inner.over.kind === 'negative') return negative(quotient(inner.over.of, inner.under))
      return inner.under.kind === 'negative' ? negative(quotient(inner.over, inner.under.of)) : inner
    case 'power':
      if (isNumber(inner.exponent, 1)) return inner.base
      if (inner.exponent.kind === 'negative')
        return quotient(number(1), tidy(power(inner.base, inner.exponent.of)))
      if (isHalf(inner.exponent)) return root(inner.base)
      return inner
    case 'negative':
      return negative(inner.of)
    default:
      return inner
  }
}

const isHalf = (e: Expression): boolean =>
  e.kind === 'quotient' && isNumber(e.over, 1) && isNumber(e.under, 2)

const hasSum = (e: Expression): boolean =>
  e.kind === 'sum' ||
  (e.kind === 'negative' && hasSum(e.of)) ||
  (e.kind === 'product' && e.factors.some(hasSum)) ||
  (e.kind === 'power' && hasSum(e.base)) ||
  (e.kind === 'quotient' && hasSum(e.over))

function tidySum(terms: readonly Expression[]): Expression {
  const kept = terms.filter((term) => !isNumber(term, 0))
  const numbersLast = [...kept.filter((term) => !isBareNumber(term)), ...kept.filter(isBareNumber)]
  const positive = numbersLast.findIndex((term) => term.kind !== 'negative')
  const [first] = positive > 0 ? numbersLast.splice(positive, 1) : []
  return sum(first ? [first, ...numbersLast] : numbersLast)
}

const isBareNumber = (e: Expression): boolean =>
  e.kind === 'number' ||
  (e.kind === 'negative' && isBareNumber(e.of)) ||
  (e.kind === 'quotient' && isBareNumber(e.over) && isBareNumber(e.under))

/** Signs in front, then numbers, then the rest; what is divided by stands below one line. */
function tidyProduct(factors: readonly Expression[]): Expression {
  let minus = false
  const above: Expression[] = []
  const below: Expression[] = []
  for (const factor of factors) {
    if (factor.kind === 'negative') minus = !minus
    const bare = factor.kind === 'negative' ? factor.of : factor
    if (bare.kind === 'quotient') {
      if (!isNumber(bare.over, 1)) above.push(...factorsOf(bare.over))
      below.push(...factorsOf(bare.under))
    } else if (!isNumber(bare, 1)) above.push(bare)
  }
  const order = (all: readonly Expression[]) => [
    ...all.filter((each) => each.kind === 'number'),
    ...all.filter((each) => each.kind !== 'number' && each.kind !== 'sum' && each.kind !== 'call'),
    ...all.filter((each) => each.kind === 'call'),
    ...all.filter((each) => each.kind === 'sum'),
  ]
  const top = product(order(above))
  const result = below.length === 0 ? top : quotient(top, product(order(below)))
  return minus ? negative(result) : result
}
