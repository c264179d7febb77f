import { checkStep } from '../check-step.ts'
import { agree } from '../compare-expressions.ts'
import type { Definitions } from '../differentiate.ts'
import { type Entry, isLiteralSolution, makeEntry } from '../entry.ts'
import { parseLine } from '../parse-line.ts'
import { onlyChain, type Statement } from '../statement.ts'
import type { Working } from '../step-result.ts'
import type { Slip } from '../verdict.ts'

/**
 * The slip with its step only if that follows: read again from its text and judged in the place of the learner's
 * line, as any line is. A step that is the end of an exercise (x = 5, or one number) is left out: that is its answer.
 * @param from the line that the learner's was compared with; null where it is wrong in itself
 */
export function withVerifiedStep(
  { step, ...slip }: Slip,
  from: Entry | null,
  entry: Entry,
  working: Working,
  definitions: Definitions,
): Slip {
  const parsed = step === undefined ? null : parseLine(step)
  const [statement, ...others] = parsed?.kind === 'statements' ? parsed.statements : []
  if (step === undefined || !statement || others.length > 0) return slip
  const { line, afterBlank } = entry
  const right = makeEntry(statement, definitions, { line, afterBlank, stance: 'plain', words: [] })
  if (isEnd(right.statement, right.variables, slip.id)) return slip
  const follows =
    from === null ? isIdentity(right.statement, working.seed) : followsFrom(from, right, working)
  return follows ? { ...slip, step } : slip
}

/** Every case says x = 5, or a calculation has come to a single number; one that ran on only gets a line of its own. */
function isEnd(statement: Statement, [name]: readonly string[], id: Slip['id']): boolean {
  if (name !== undefined)
    return statement.cases.every((chains) => isLiteralSolution({ ...statement, cases: [chains] }, name))
  const last = onlyChain(statement)?.sides.at(-1)?.expression
  const bare = last?.kind === 'negative' ? last.of : last
  return bare?.kind === 'number' && id !== 'run-on-equals'
}

function isIdentity(statement: Statement, seed: number): boolean {
  const [left, right, more] = onlyChain(statement)?.sides ?? []
  return left !== undefined && right !== undefined && !more && agree(left.expression, right.expression, seed)
}

function followsFrom(from: Entry, entry: Entry, working: Working): boolean {
  const result = checkStep(entry, working)
  return result.verdict === 'follows' && result.from === from
}
