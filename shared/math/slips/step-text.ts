import type { Entry } from '../entry.ts'
import { type Expression, mapParts, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { asExpression, onlyChain } from '../statement.ts'
import type { Proof } from '../verdict.ts'
import type { Sides } from './slip-rule.ts'

/**
 * The learner's line as the rule makes it: an expression after an expression, "= …" after "= …", an equation after
 * an equation, and inside one line the side that was left with what it comes to. null where that is not the line.
 */
export function stepText(
  instead: Expression | Sides,
  from: Entry | null,
  entry: Entry,
  proof: Proof,
): string | null {
  if ('left' in instead) {
    const [relation, other] = [from, entry].map((one) => one && onlyChain(one.statement)?.relations[0])
    return relation && relation === other
      ? `${printed(instead.left)} ${relation} ${printed(instead.right)}`
      : null
  }
  if (proof.kind === 'false-equality') return `${proof.values[0].text.trim()} = ${printed(instead)}`
  if (entry.kind === 'continuation') return `= ${printed(instead)}`
  return asExpression(entry.statement) ? printed(instead) : null
}

const printed = (e: Expression): string => printExpression(withoutInnerSums(e))

/** 5 + (−x + 2) as 5 − x + 2: a term that became a sum stands among the others. */
function withoutInnerSums(e: Expression): Expression {
  const inner = mapParts(e, withoutInnerSums)
  if (inner.kind !== 'sum') return inner
  return sum(inner.terms.flatMap((term) => (term.kind === 'sum' ? term.terms : [term])))
}
