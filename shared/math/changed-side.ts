import { agree, compareExpressions } from './compare-expressions.ts'
import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, negative, number, product, sum, variablesOf } from './expression.ts'
import { differProof } from './proof.ts'
import { asEquation, onlyChain, type Side, type Statement } from './statement.ts'
import type { Proof } from './verdict.ts'

type Changed = { before: Side; after: Side; proof: Proof }

/** The one side that changed its value while the other did not (also when the sides were swapped). */
export function changedSide(earlier: Entry, later: Entry, seed: number): Changed | null {
  const [a, b] = [asRelation(earlier.statement), asRelation(later.statement)]
  if (!a || !b) return null
  const pairs = [
    [a.left, b.left, a.right, b.right, 'left', 'left'],
    [a.right, b.right, a.left, b.left, 'right', 'right'],
    [a.left, b.right, a.right, b.left, 'left', 'right'],
    [a.right, b.left, a.left, b.right, 'right', 'left'],
  ] as const
  for (const [before, after, keptBefore, keptAfter, sideBefore, sideAfter] of pairs) {
    if (!agree(keptBefore.expression, keptAfter.expression, seed)) continue
    const compared = compareExpressions(before.expression, after.expression, seed)
    if (compared.result !== 'different') continue
    const proof = differProof(
      'sides-differ',
      { line: earlier.line, side: sideBefore, content: before },
      { line: later.line, side: sideAfter, content: after },
      compared.at,
    )
    return { before, after, proof }
  }
  return null
}

function asRelation(statement: Statement): { left: Side; right: Side } | null {
  const chain = onlyChain(statement)
  const [left, right, more] = chain?.sides ?? []
  return left && right && !more ? { left, right } : null
}

export function sameVariables(a: Side, b: Side): boolean {
  const [names, others] = [variablesOf(a.expression), variablesOf(b.expression)]
  return names.length > 0 && names.join() === others.join()
}

/** The difference of the sides is the same up to a constant factor: surely the same solutions. */
export function proportional(earlier: Statement, later: Statement, seed: number): boolean {
  const [a, b] = [asEquation(earlier), asEquation(later)]
  if (!a || !b) return false
  const f = sum([a.left.expression, negative(a.right.expression)])
  const g = sum([b.left.expression, negative(b.right.expression)])
  const at = Object.fromEntries(variablesOf(f, g).map((name, i) => [name, 0.7391 + 0.31 * i]))
  const ratio = ratioAt(f, g, at)
  return ratio !== null && agree(f, scaled(g, ratio), seed)
}

function ratioAt(f: Expression, g: Expression, at: Record<string, number>): number | null {
  const ratio = evaluate(f, at) / evaluate(g, at)
  if (!Number.isFinite(ratio) || ratio === 0) return null
  // A ratio of small whole numbers is meant exactly.
  for (let under = 1; under <= 60; under++) {
    const over = Math.round(ratio * under)
    if (Math.abs(over / under - ratio) < 1e-10 * Math.abs(ratio)) return over / under
  }
  return ratio
}

const scaled = (e: Expression, by: number): Expression => product([number(by), e])
