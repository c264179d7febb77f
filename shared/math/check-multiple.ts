import { areEqual } from './compare-expressions.ts'
import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { number, product, variablesOf } from './expression.ts'
import { differProof } from './proof.ts'
import { onlyChain, type Side } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'

/** Factors by which equations of a system are multiplied. */
const FACTORS = [2, 3, 4, 5, 6, 7, 8, 9, 10, -1, -2, -3, -4, -5]

/**
 * 2x + 6y = 7 after x + 3y = 7 and another equation in x and y: the left side alone was multiplied. A third equation
 * of a system does not happen to have the sides of another one, doubled on one side.
 */
export function multipliedRow(entry: Entry, { history, seed }: Working): StepResult | null {
  const [left, right, more] = onlyChain(entry.statement)?.sides ?? []
  if (!left || !right || more || entry.kind !== 'equation' || entry.variables.length < 2) return null
  const rows = history.filter(
    (one) => one.kind === 'equation' && one.variables.join() === entry.variables.join() && !one.wrong,
  )
  const before = rows.flatMap((one) => rowsOf(one).map((sides) => ({ one, sides })))
  if (before.length < 2 || variablesOf(right.expression).length > 0) return null
  for (const { one, sides } of before) {
    const [whole, constant] = sides
    const value = evaluate(constant.expression, {})
    if (value === 0 || value !== evaluate(right.expression, {})) continue
    const factor = FACTORS.find((by) =>
      areEqual(product([number(by), whole.expression]), left.expression, seed),
    )
    if (factor === undefined) continue
    const times: Side = {
      expression: product([number(factor), constant.expression]),
      text: `${factor}·${constant.text}`,
    }
    const proof = differProof(
      'sides-differ',
      { line: one.line, side: 'right', content: times },
      { line: entry.line, side: 'right', content: right },
      {},
    )
    return { verdict: 'wrong', from: one, proof }
  }
  return null
}

function rowsOf({ statement }: Entry): [Side, Side][] {
  const [chains, ...cases] = statement.cases
  return cases.length > 0
    ? []
    : (chains ?? []).flatMap(({ sides: [a, b, more], relations }): [Side, Side][] =>
        a && b && !more && relations[0] === '=' && variablesOf(b.expression).length === 0 ? [[a, b]] : [],
      )
}
