import { type Expression, isNumber, negative, sum, termsOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { EquationResult, SlipRule } from './slip-rule.ts'

function moves(
  from: Expression,
  to: Expression,
): { rest: Expression; grown: Expression; question: string }[] {
  const terms = termsOf(from)
  if (terms.length === 1 && terms[0] && isNumber(terms[0], 0)) return []
  const target = isNumber(to, 0) ? [] : termsOf(to)
  return terms.map((term, i) => ({
    rest: sum(terms.filter((_, j) => j !== i)),
    grown: sum([...target, term]),
    question: `What happens to the sign of ${printExpression(term)} when it moves to the other side?`,
  }))
}

export const signLostMoving: SlipRule = {
  id: 'sign-lost-moving',
  rule: 'What is added on one side must be subtracted on both, so a moved term changes its sign.',
  source: 'Kieran 1992, The learning and teaching of school algebra (change side, change sign)',
  example: { from: '5x+3=2x+12', to: '7x+3=12' },
  onEquation(left, right): EquationResult[] {
    return [
      ...moves(left, right).map(({ rest, grown, question }) => ({ left: rest, right: grown, question })),
      ...moves(right, left).map(({ rest, grown, question }) => ({ left: grown, right: rest, question })),
      // Two terms moved at once, one of them with its sign kept.
      ...moves(right, left).flatMap((outer) =>
        moves(outer.grown, outer.rest)
          .filter((inner) => inner.question !== outer.question)
          .map((inner) => {
            const moved = termsOf(outer.grown).find((term) => inner.question.includes(printExpression(term)))
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
