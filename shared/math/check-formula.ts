import { changedSide, proportional } from './changed-side.ts'
import { FOLLOWS, type Step, type Surroundings, UNSURE, wrong } from './check-equation.ts'
import { isLinear } from './check-system.ts'
import { literalsOf } from './compare-sides.ts'
import { compareFormulas } from './compare-statements.ts'
import { type Entry, isSolvedFor } from './entry.ts'
import { type Expression, mapParts, symbol } from './expression.ts'
import { solutionProof } from './proof.ts'
import { diagnose } from './slips/diagnose.ts'
import { mapSides } from './statement.ts'

/** Formulas in several variables; wrong only where the later line is clearly a rewriting of the earlier. */
export function checkFormula(earlier: Entry, later: Entry, around: Surroundings): Step {
  if (proportional(earlier.statement, later.statement, around.seed)) return FOLLOWS
  const compared = compareFormulas(earlier.statement, later.statement, later.variables, around.seed)
  if (compared === 'follows') return FOLLOWS
  if (compared === 'unsure' || isSwapped(earlier, later, around.seed)) return UNSURE
  const eliminates = around.later.some(
    (entry) => entry.variables.length > 0 && entry.variables.length < later.variables.length,
  )
  if (eliminates || similarity(earlier, later) < 0.6) return UNSURE
  const changed = changedSide(earlier, later, around.seed)
  const proof = changed?.proof ?? solutionProof('solution-lost', earlier, later, compared.lost)
  if (mayBeSystem(earlier, later) && !diagnose(earlier, later, proof, around.seed)) return UNSURE
  return wrong(proof)
}

/** The first two lines may be two equations for the same unknowns, and nothing after them says so yet. */
function mayBeSystem(earlier: Entry, later: Entry): boolean {
  if (earlier.from !== null) return false
  const solvedFor = ({ statement, variables }: Entry) =>
    variables.find((name) => isSolvedFor(statement, name))
  const [first, second] = [solvedFor(earlier), solvedFor(later)]
  if (first !== undefined && second !== undefined) return first === second
  return [earlier, later].every(isLinear)
}

/** x and y change places: the way to the inverse function. */
function isSwapped(earlier: Entry, later: Entry, seed: number): boolean {
  const [a, b, more] = later.variables
  if (a === undefined || b === undefined || more !== undefined) return false
  const swap = (e: Expression): Expression => {
    if (e.kind === 'symbol') return e.name === a ? symbol(b) : e.name === b ? symbol(a) : e
    return mapParts(e, swap)
  }
  return proportional(mapSides(earlier.statement, swap), later.statement, seed)
}

/** Share of the letters and numbers that two lines have in common, 0..1. */
function similarity(a: Entry, b: Entry): number {
  const [first, second] = [a, b].map((entry) =>
    entry.written.cases.flatMap((chains) =>
      chains.flatMap((chain) => chain.sides.flatMap((side) => literalsOf(side.expression, true))),
    ),
  )
  if (!first || !second) return 0
  const rest = [...second]
  let common = 0
  for (const text of first) {
    const at = rest.indexOf(text)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return common / (first.length + second.length - common)
}
