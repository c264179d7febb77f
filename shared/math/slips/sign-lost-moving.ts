import { type Expression, isNumber, negative, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { Question } from '../verdict.ts'
import { ask, type EquationResult, type SlipRule } from './slip-rule.ts'

function moves(
  from: Expression,
  to: Expression,
): { rest: Expression; grown: Expression; turned: Expression; term: string; question: Question }[] {
  const terms = termsOf(from)
  if (terms.length === 1 && terms[0] && isNumber(terms[0], 0)) return []
  const target = isNumber(to, 0) ? [] : termsOf(to)
  return terms.map((term, i) => ({
    rest: sum(terms.filter((_, j) => j !== i)),
    grown: sum([...target, term]),
    turned: sum([...target, negative(term)]),
    term: printExpression(term),
    question: ask('sign-lost-moving', printExpression(term)),
  }))
}

export const signLostMoving: SlipRule = {
  id: 'sign-lost-moving',
  source: 'Kieran 1992, The learning and teaching of school algebra (change side, change sign)',
  example: { from: '5x+3=2x+12', to: '7x+3=12' },
  onEquation(left, right): EquationResult[] {
    return [
      ...moves(left, right).map(({ rest, grown, turned, question }) => ({
        left: rest,
        right: grown,
        question,
        instead: { left: rest, right: turned },
      })),
      ...moves(right, left).map(({ rest, grown, turned, question }) => ({
        left: grown,
        right: rest,
        question,
        instead: { left: turned, right: rest },
      })),
      // Two terms moved at once, one of them with its sign kept.
      ...moves(right, left).flatMap((outer) =>
        moves(outer.grown, outer.rest)
          .filter((inner) => inner.term !== outer.term)
          .map((inner) => {
            const moved = termsOf(outer.grown).find((term) => inner.term.includes(printExpression(term)))
            return {
              left: inner.rest,
              right: sum([...termsOf(outer.rest), negative(moved ?? inner.rest)]),
              question: outer.question,
            }
          }),
      ),
    ]
  },
}
