import { compareExpressions } from './compare-expressions.ts'
import { type Entry, isSolvedFor, knownValues } from './entry.ts'
import { type Expression, number, substitute, variablesOf } from './expression.ts'
import { THEN } from './line-words.ts'
import { differProof } from './proof.ts'
import { onlyChain } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'

/**
 * "so A − B = −3 + 4 = 1" after A = −3 and B = 4: the values are put in, and what comes out must be right. Null
 * unless the line is such a calculation: a left side of which every letter is known, and numbers after it.
 */
export function calculationStep(entry: Entry, { history, seed }: Working): StepResult | null {
  const [left, ...results] = onlyChain(entry.statement)?.sides ?? []
  const [right] = results
  const chain = onlyChain(entry.statement)
  if (!left || !right || chain?.relations[0] !== '=' || left.expression.kind === 'symbol') return null
  if (results.some((side) => variablesOf(side.expression).length > 0)) return null
  const concludes = results.length > 1 || entry.words.some((word) => THEN.has(word))
  const known = knownValues(history)
  const names = variablesOf(left.expression)
  if (!concludes || names.length === 0 || entry.stance !== 'plain') return null
  // An unknown may have other values than the one found last.
  if (history.some((one) => one.variables.join() === names[0] && !isSolvedFor(one.statement, names[0] ?? '')))
    return null
  let valued: Expression = left.expression
  for (const name of names) {
    const value = known.get(name)
    if (value === undefined || !Number.isInteger(value * 4)) return null
    valued = substitute(valued, name, number(value))
  }
  const compared = compareExpressions(valued, right.expression, seed)
  if (compared.result === 'equal') return { verdict: 'follows', from: history.at(-1) ?? null }
  if (compared.result !== 'different') return null
  const at = Object.fromEntries(names.map((name) => [name, known.get(name) ?? 0]))
  const proof = differProof(
    'false-equality',
    { line: entry.line, side: 'left', content: left },
    { line: entry.line, side: 'right', content: right },
    at,
  )
  return { verdict: 'wrong', from: history.findLast((one) => !one.wrong) ?? null, proof }
}
