import type { Entry } from '../entry.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, partsOf, variablesOf } from '../expression.ts'
import type { Proof, Slip } from '../verdict.ts'
import { ask } from './slip-rule.ts'

/** 3 + 4 = 7 × 2 = 14: a result is worked on further after the equals sign. */
export function runOnEquals(entry: Entry, proof: Proof): Slip | null {
  const chain = entry.statement.cases.flat().find((one) => one.sides.length > 2)
  const [left] = proof.values
  if (!chain || !left || proof.kind !== 'false-equality') return null
  const at = chain.sides.findIndex((side) => side.text === proof.values[1]?.text)
  const right = chain.sides[at]?.expression
  if (!right || variablesOf(right).length > 0 || !beginsWith(right, left.value)) return null
  const sides = chain.sides.slice(0, at).map(({ text }) => text.trim())
  const first = [...sides, ...(sides.length < 2 ? [String(left.value)] : [])].join(' = ')
  return {
    id: 'run-on-equals',
    question: ask('run-on-equals', left.text),
    step: first,
  }
}

function beginsWith(e: Expression, value: number): boolean {
  const [first] = partsOf(e)
  if (!first) return false
  return Math.abs(evaluate(first, {}) - value) < 1e-9 || beginsWith(first, value)
}
