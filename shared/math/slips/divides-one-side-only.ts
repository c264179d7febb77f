import { type Expression, negative, product, quotient, someIn, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type EquationResult, type SlipRule } from './slip-rule.ts'

/** The numbers that one might divide or multiply an equation by. */
function numbersIn(...expressions: Expression[]): Expression[] {
  const found = new Map<string, Expression>()
  for (const e of expressions)
    someIn(e, (part) => {
      if (part.kind === 'number' && !['0', '1'].includes(part.text)) found.set(part.text, part)
      return false
    })
  return [...found.values()].slice(0, 6)
}

export const dividesOneSideOnly: SlipRule = {
  id: 'divides-one-side-only',
  source: 'Kieran 1992; Booth et al. 2014 (equality errors)',
  example: { from: '2x+4=10', to: 'x+2=10' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const question = ask('divides-one-side-only', printExpression(by))
      const instead = { left: quotient(left, by), right: quotient(right, by) }
      return [
        { left: instead.left, right, question, instead },
        { left, right: instead.right, question, instead },
      ]
    })
  },
}

export const multipliesOneSideOnly: SlipRule = {
  id: 'multiplies-one-side-only',
  source: 'Kieran 1992; Booth et al. 2014 (equality errors)',
  example: { from: 'x/2=5', to: 'x=5' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const question = ask('multiplies-one-side-only', printExpression(by))
      const instead = { left: product([by, left]), right: product([by, right]) }
      return [
        { left: instead.left, right, question, instead },
        { left, right: instead.right, question, instead },
      ]
    })
  },
}

const everyTerm = (e: Expression, change: (term: Expression) => Expression): Expression =>
  sum(termsOf(e).map((term) => (term.kind === 'negative' ? negative(change(term.of)) : change(term))))

/** The side with every term but one changed, for each choice of that one. */
function allButOne(
  e: Expression,
  change: (term: Expression) => Expression,
): { side: Expression; left: Expression }[] {
  const terms = termsOf(e)
  if (terms.length < 2) return []
  return terms.map((left, i) => ({
    side: sum(terms.map((term, j) => (j === i ? term : change(term)))),
    left,
  }))
}

export const dividesSomeTermsOnly: SlipRule = {
  id: 'divides-some-terms-only',
  source: 'Matz 1982 (partial distribution)',
  example: { from: '2x+4=10', to: 'x+4=5' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const half = (term: Expression): Expression => quotient(term, by)
      const question = (term: Expression) =>
        ask('divides-some-terms-only', printExpression(term), printExpression(by))
      const instead = { left: everyTerm(left, half), right: everyTerm(right, half) }
      return [
        ...allButOne(left, half).map((one) => ({
          left: one.side,
          right: half(right),
          question: question(one.left),
          instead,
        })),
        ...allButOne(right, half).map((one) => ({
          left: half(left),
          right: one.side,
          question: question(one.left),
          instead,
        })),
      ]
    })
  },
}

export const multipliesSomeTermsOnly: SlipRule = {
  id: 'multiplies-some-terms-only',
  source: 'Matz 1982 (partial distribution)',
  example: { from: 'x/2+3=5', to: 'x+3=10' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const times = (term: Expression): Expression => product([by, term])
      const question = (term: Expression) =>
        ask('multiplies-some-terms-only', printExpression(term), printExpression(by))
      const instead = { left: everyTerm(left, times), right: everyTerm(right, times) }
      return [
        ...allButOne(left, times).map((one) => ({
          left: one.side,
          right: times(right),
          question: question(one.left),
          instead,
        })),
        ...allButOne(right, times).map((one) => ({
          left: times(left),
          right: one.side,
          question: question(one.left),
          instead,
        })),
      ]
    })
  },
}

export const subtractsCoefficient: SlipRule = {
  id: 'subtracts-coefficient',
  source: 'Kieran 1992 (inverse of the wrong operation)',
  example: { from: '2x=10', to: 'x=8' },
  onEquation(left, right): EquationResult[] {
    if (left.kind !== 'product') return []
    const [by, ...rest] = left.factors
    if (by?.kind !== 'number') return []
    const question = ask('subtracts-coefficient', printExpression(by), printExpression(product(rest)))
    const instead = { left: quotient(left, by), right: quotient(right, by) }
    return [{ left: product(rest), right: sum([right, negative(by)]), question, instead }]
  },
}
