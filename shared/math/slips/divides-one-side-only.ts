import { type Expression, negative, product, quotient, someIn, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { EquationResult, SlipRule } from './slip-rule.ts'

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
  rule: 'What is done to one side of an equation must be done to the other.',
  source: 'Kieran 1992; Booth et al. 2014 (equality errors)',
  example: { from: '2x+4=10', to: 'x+2=10' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const question = `One side was divided by ${printExpression(by)}. What was done to the other?`
      return [
        { left: quotient(left, by), right, question },
        { left, right: quotient(right, by), question },
      ]
    })
  },
}

export const multipliesOneSideOnly: SlipRule = {
  id: 'multiplies-one-side-only',
  rule: 'What is done to one side of an equation must be done to the other.',
  source: 'Kieran 1992; Booth et al. 2014 (equality errors)',
  example: { from: 'x/2=5', to: 'x=5' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const question = `One side was multiplied by ${printExpression(by)}. What was done to the other?`
      return [
        { left: product([by, left]), right, question },
        { left, right: product([by, right]), question },
      ]
    })
  },
}

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
  rule: 'Dividing a side by a number divides every term of it.',
  source: 'Matz 1982 (partial distribution)',
  example: { from: '2x+4=10', to: 'x+4=5' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const half = (term: Expression): Expression => quotient(term, by)
      const question = (term: Expression) =>
        `Was the ${printExpression(term)} divided by ${printExpression(by)} as well?`
      return [
        ...allButOne(left, half).map((one) => ({
          left: one.side,
          right: half(right),
          question: question(one.left),
        })),
        ...allButOne(right, half).map((one) => ({
          left: half(left),
          right: one.side,
          question: question(one.left),
        })),
      ]
    })
  },
}

export const multipliesSomeTermsOnly: SlipRule = {
  id: 'multiplies-some-terms-only',
  rule: 'Multiplying a side by a number multiplies every term of it.',
  source: 'Matz 1982 (partial distribution)',
  example: { from: 'x/2+3=5', to: 'x+3=10' },
  onEquation(left, right): EquationResult[] {
    return numbersIn(left, right).flatMap((by) => {
      const times = (term: Expression): Expression => product([by, term])
      const question = (term: Expression) =>
        `Was the ${printExpression(term)} multiplied by ${printExpression(by)} as well?`
      return [
        ...allButOne(left, times).map((one) => ({
          left: one.side,
          right: times(right),
          question: question(one.left),
        })),
        ...allButOne(right, times).map((one) => ({
          left: times(left),
          right: one.side,
          question: question(one.left),
        })),
      ]
    })
  },
}

export const subtractsCoefficient: SlipRule = {
  id: 'subtracts-coefficient',
  rule: 'A factor before the unknown is undone by dividing, not by subtracting.',
  source: 'Kieran 1992 (inverse of the wrong operation)',
  example: { from: '2x=10', to: 'x=8' },
  onEquation(left, right): EquationResult[] {
    if (left.kind !== 'product') return []
    const [by, ...rest] = left.factors
    if (by?.kind !== 'number') return []
    const question = `How does ${printExpression(by)} belong to ${printExpression(product(rest))}: is it added or multiplied?`
    return [{ left: product(rest), right: sum([right, negative(by)]), question }]
  },
}
