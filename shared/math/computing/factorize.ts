import { type Expression, negative, number, power, product, symbol, variablesOf } from '../expression.ts'
import {
  type Fraction,
  fraction,
  fractionExpression,
  isNegative,
  isOne,
  ONE,
  opposite,
  over,
} from './fraction.ts'
import {
  coefficientsIn,
  contentOf,
  degreeOf,
  expressionOf,
  type Polynomial,
  polynomial,
  polynomialOf,
  scale,
} from './polynomial.ts'
import { dividedBy, rationalRoots } from './rational-roots.ts'

/**
 * A polynomial as a product: the common factor of its terms, and where it has one letter its rational zeros. Null where
 * the expression is no polynomial. What does not factor comes back as it multiplies out.
 */
export function factorized(e: Expression): Expression | null {
  const whole = polynomialOf(e)
  const [first] = whole?.values() ?? []
  if (!whole || !first) return null
  const size = contentOf(whole)
  const content = isNegative(leadingOf(whole)) ? opposite(size) : size
  const common = commonPowers(whole)
  const rest = polynomial(
    [...whole.values()].map(({ by, powers }) => ({
      by: over(by, content),
      powers: Object.fromEntries(
        Object.entries(powers).map(([name, times]) => [name, times - (common[name] ?? 0)]),
      ),
    })),
  )
  const letters = Object.entries(common).flatMap(([name, times]) =>
    times > 0 ? [raised(symbol(name), times)] : [],
  )
  const factors = [...letters, ...factorsOfRest(rest)]
  const size2 = isNegative(content) ? opposite(content) : content
  const numbers = isOne(size2) && factors.length > 0 ? [] : [fractionExpression(size2)]
  const result = product([...numbers, ...factors])
  return isNegative(content) ? negative(result) : result
}

const leadingOf = (a: Polynomial): Fraction => {
  const degree = degreeOf(a)
  const terms = [...a.values()].filter(
    ({ powers }) => Object.values(powers).reduce((all, each) => all + each, 0) === degree,
  )
  return (terms.find(({ by }) => !isNegative(by)) ?? terms[0])?.by ?? ONE
}

function commonPowers(a: Polynomial): Record<string, number> {
  const [first, ...others] = a.values()
  if (!first) return {}
  return Object.fromEntries(
    Object.entries(first.powers).map(([name, times]) => [
      name,
      others.reduce((least, { powers }) => Math.min(least, powers[name] ?? 0), times),
    ]),
  )
}

const raised = (base: Expression, times: number): Expression =>
  times === 1 ? base : power(base, number(times))

function factorsOfRest(rest: Polynomial): Expression[] {
  const whole = expressionOf(rest)
  const [name, more] = variablesOf(whole)
  if (name === undefined) return isOne(rest.values().next().value?.by ?? ONE) ? [] : [whole]
  const coefficients = more === undefined ? coefficientsIn(rest, name) : null
  if (!coefficients) return [whole]
  const { roots, rest: left } = rationalRoots(coefficients)
  if (roots.length === 0) return [whole]
  let remaining = coefficients
  let by = ONE
  const linear = roots.map((root) => {
    let times = 0
    for (let next = dividedBy(remaining, root); next; next = dividedBy(remaining, root)) {
      remaining = next
      times += 1
      by = over(by, fraction(root.under))
    }
    const terms = [
      { by: fraction(root.under), powers: { [name]: 1 } },
      { by: fraction(-root.over), powers: {} },
    ]
    return raised(expressionOf(polynomial(terms)), times)
  })
  const last = polynomial(left.map((each, degree) => ({ by: each, powers: { [name]: degree } })))
  const scaled = scale(last, by)
  const only = scaled.size === 1 && left.length === 1 ? scaled.values().next().value : undefined
  if (only) return isOne(only.by) ? linear : [fractionExpression(only.by), ...linear]
  return [...linear, expressionOf(scaled)]
}
