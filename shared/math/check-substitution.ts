import { type Entry, isSolvedFor } from './entry.ts'
import { solutionProof } from './proof.ts'
import { statedValues } from './solutions.ts'
import type { StepResult, Working } from './step-result.ts'
import { exactly, truthOf } from './truth.ts'

/**
 * "x = 4 or x = 9" after u = 4 or u = 9, where u = x²: what is stated for x must solve the equation in x that u was
 * put into. Null where no substitution stands between the two.
 */
export function backSubstitution(nearest: Entry, entry: Entry, { history }: Working): StepResult | null {
  const [name, ...others] = entry.variables
  const [put, ...more] = nearest.variables
  if (name === undefined || put === undefined || others.length > 0 || more.length > 0 || put === name)
    return null
  if (entry.stance !== 'plain' || entry.words.length > 0 || !isSolvedFor(entry.statement, name)) return null
  const between = history.findIndex(
    (one) => one.kind === 'equation' && [...one.variables].sort().join() === [name, put].sort().join(),
  )
  const origin = history
    .slice(0, Math.max(0, between))
    .findLast(
      (one) => one.kind === 'equation' && one.variables.join() === name && !isSolvedFor(one.statement, name),
    )
  if (!origin || history.slice(between).some((one) => one.wrong)) return null
  const values = statedValues(entry.statement, name).map(({ value }) => value)
  if (values.length === 0 || !values.every(Number.isInteger)) return null
  const none = values.find((value) => truthOf(origin.statement, exactly({ [name]: value })) === 'false')
  if (none === undefined) return null
  const proof = solutionProof('solution-gained', origin, entry, { [name]: none })
  return { verdict: 'wrong', from: origin, proof }
}
