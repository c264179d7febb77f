import { laterRejects, type Surroundings } from './check-equation.ts'
import { isPositive } from './check-relation-step.ts'
import { compareEquations } from './compare-statements.ts'
import { type Entry, isSolvedFor } from './entry.ts'
import { solutionProof } from './proof.ts'
import { statedValues } from './solutions.ts'
import type { StepResult, Working } from './step-result.ts'
import { truthOf } from './truth.ts'

/** A stated solution must also solve the lines before squaring or multiplying brought more solutions in. */
export function extraneous(nearest: Entry, entry: Entry, working: Working): StepResult | null {
  const [name, ...others] = entry.variables
  if (
    name === undefined ||
    others.length > 0 ||
    !isSolvedFor(entry.statement, name) ||
    entry.kind !== 'equation'
  )
    return null
  const around: Surroundings = {
    facts: [],
    later: working.later,
    seed: working.seed,
    degrees: working.degrees,
    positive: isPositive(working, name),
  }
  for (let origin: Entry | null = nearest; origin; origin = origin.from) {
    if (origin.wrong || origin.variables.join() !== name || origin.kind !== 'equation') return null
    for (const { value, chain } of statedValues(entry.statement, name)) {
      if (/\d[.,]\d/.test(chain.sides.at(-1)?.text ?? '')) continue
      const point = {
        at: { [name]: value },
        name,
        error: Number.isInteger(value) ? 0 : 1e-9 * Math.max(1, Math.abs(value)),
      }
      const truth = truthOf(origin.statement, point)
      if (truth !== 'false' && truth !== 'outside') continue
      if (laterRejects(point, name, entry, around)) return { verdict: 'unsure', from: nearest }
      return {
        verdict: 'wrong',
        from: origin,
        proof: solutionProof('solution-gained', origin, entry, point.at),
      }
    }
  }
  return null
}

/** x = 3 after x = 2: another solution of the equation both come from, or a false one. */
export function otherSolution(
  nearest: Entry,
  earlier: Entry,
  entry: Entry,
  working: Working,
): StepResult | null {
  const [name] = entry.variables
  if (name === undefined || earlier.variables.join() !== entry.variables.join() || entry.variables.length > 1)
    return null
  if (
    !isSolvedFor(nearest.statement, name) ||
    isSolvedFor(earlier.statement, name) ||
    entry.kind !== 'equation'
  )
    return null
  const values = statedValues(entry.statement, name)
  if (values.length === 0) return branchOf(earlier, entry, name, working)
  for (const { value } of values) {
    const truth = truthOf(earlier.statement, {
      at: { [name]: value },
      name,
      error: 1e-9 * Math.max(1, Math.abs(value)),
    })
    if (truth === 'unsure' || truth === 'outside') return { verdict: 'unsure' }
    if (truth === 'false')
      return nearest.wrong || entry.words.length > 0 || /\d[.,]\d/.test(entry.statement.text)
        ? { verdict: 'unsure' }
        : {
            verdict: 'wrong',
            from: earlier,
            proof: solutionProof('solution-gained', earlier, entry, { [name]: value }),
          }
  }
  return { verdict: 'follows', from: earlier }
}

/** x − 3 = 0 after x = 2: the next case of (x − 2)(x − 3) = 0. */
function branchOf(earlier: Entry, entry: Entry, name: string, working: Working): StepResult | null {
  const compared = compareEquations(entry.statement, earlier.statement, name, working.degrees ? 30 : 1)
  const solves = compared.lost.length === 0 && compared.shared > 0 && !compared.unsure
  return solves ? { verdict: 'follows', from: earlier } : null
}
