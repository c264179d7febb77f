import {
  type Expression,
  isNumber,
  negative,
  number,
  power,
  product,
  root,
  sum,
  termsOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'

/** (a + b)² written out; null for other powers and longer sums. */
function squared(e: Expression): Expression | null {
  if (e.kind !== 'power' || e.base.kind !== 'sum' || !isNumber(e.exponent, 2)) return null
  const [a, b, more] = e.base.terms
  if (!a || !b || more) return null
  const bare = b.kind === 'negative' ? b.of : b
  const twice = product([number(2), a, bare])
  return sum([power(a, e.exponent), b === bare ? twice : negative(twice), power(bare, e.exponent)])
}

export const squareOfSum: SlipRule = {
  id: 'square-of-sum',
  source: 'Matz 1982 (overgeneralised linearity)',
  example: { from: '(x+3)^2', to: 'x^2+9' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'sum') return []
    const question = ask('square-of-sum', printExpression(e.base))
    const raised = e.base.terms.map((term) =>
      term.kind === 'negative' ? negative(power(term.of, e.exponent)) : power(term, e.exponent),
    )
    const positive = e.base.terms.map((term) => power(term.kind === 'negative' ? term.of : term, e.exponent))
    const instead = squared(e)
    return [raised, positive].map((terms) => ({
      result: sum(terms),
      question,
      ...(instead && { instead }),
    }))
  },
}

export const middleTermHalved: SlipRule = {
  id: 'middle-term-not-doubled',
  source: 'Booth et al. 2014',
  example: { from: '(x+3)^2', to: 'x^2+3x+9' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'sum' || e.base.terms.length !== 2) return []
    if (e.exponent.kind !== 'number' || e.exponent.text !== '2') return []
    const [a, b] = e.base.terms
    if (!a || !b) return []
    const question = ask(
      'middle-term-not-doubled',
      printExpression(a),
      printExpression(b.kind === 'negative' ? b.of : b),
    )
    const instead = squared(e)
    const result = sum([power(a, e.exponent), product([a, b]), power(b, e.exponent)])
    return [{ result, question, ...(instead && { instead }) }]
  },
}

export const rootOfSum: SlipRule = {
  id: 'root-of-sum',
  source: 'Matz 1982 (overgeneralised linearity)',
  example: { from: '√(x+9)', to: '√(x)+3' },
  onEquation(left, right) {
    const termwise = (e: Expression): Expression =>
      sum(termsOf(e).map((term) => (term.kind === 'negative' ? negative(root(term.of)) : root(term))))
    const question = ask('root-of-sum', printExpression(left))
    return left.kind === 'sum' || right.kind === 'sum'
      ? [{ left: termwise(left), right: termwise(right), question }]
      : []
  },
  at(e) {
    const roots = termsOf(e).map((term) => (term.kind === 'negative' ? term.of : term))
    const [first] = roots
    if (roots.length > 1 && first?.kind === 'root' && roots.every((one) => one.kind === 'root')) {
      const inside = termsOf(e).map((term) =>
        term.kind === 'negative' ? negative(under(term.of)) : under(term),
      )
      const question = ask('root-of-sum-together', printExpression(e))
      const values = termsOf(e).map(workedOut)
      const known = values.filter((value) => value !== null)
      const instead = known.length === values.length && { instead: sum(known) }
      return [{ result: root(sum(inside), first.index), question, ...instead }]
    }
    if (e.kind !== 'root' || e.of.kind !== 'sum') return []
    const question = ask('root-of-sum', printExpression(e.of))
    const rooted = e.of.terms.map((term) =>
      term.kind === 'negative' ? negative(root(term.of, e.index)) : root(term, e.index),
    )
    const inside = workedOut(e.of)
    return [{ result: sum(rooted), question, ...(inside && { instead: root(inside, e.index) }) }]
  },
}

const under = (e: Expression): Expression => (e.kind === 'root' ? e.of : e)

export const powerToOneFactor: SlipRule = {
  id: 'power-to-one-factor',
  source: 'Cangelosi et al. 2013, The negative sign and exponential expressions',
  example: { from: '(2x)^2', to: '2x^2' },
  at(e) {
    const base = e.kind === 'power' ? e.base : null
    if (e.kind !== 'power' || base?.kind !== 'product') return []
    return base.factors.map((left, i) => ({
      result: product(base.factors.map((factor, j) => (j === i ? factor : power(factor, e.exponent)))),
      question: ask('power-to-one-factor', printExpression(left)),
      instead: product(base.factors.map((factor) => power(factor, e.exponent))),
    }))
  },
}
