import { changedSide, proportional, sameVariables } from './changed-side.ts'
import { agree } from './compare-expressions.ts'
import { compareEquations, compareInequalities, type StatementComparison } from './compare-statements.ts'
import { type Entry, isPeriodicIn, isSolvedFor } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { negative, sum, variablesOf } from './expression.ts'
import { NO_REASON, REASONS } from './line-words.ts'
import { solutionProof } from './proof.ts'
import { statedValues } from './solutions.ts'
import { asEquation, onlyChain } from './statement.ts'
import { type NearPoint, type Truth, truthOf } from './truth.ts'
import type { Proof } from './verdict.ts'

export type Step = { verdict: 'follows' } | { verdict: 'wrong'; proof: Proof } | { verdict: 'unsure' }

/** What else the working says: `facts` narrow the solutions, `later` lines may still bring back a case. */
/** `positive`: the working is about lengths, times or a formula, so negative solutions may go unmentioned. */
export type Surroundings = {
  facts: readonly Entry[]
  later: readonly Entry[]
  seed: number
  degrees: boolean
  positive: boolean
}

export const UNSURE: Step = { verdict: 'unsure' }
export const FOLLOWS: Step = { verdict: 'follows' }

/** Whether the later equation or inequality follows from the earlier one, both in the same single variable. */
export function checkAgainst(earlier: Entry, later: Entry, name: string, around: Surroundings): Step {
  const inequality = later.kind === 'inequality'
  const scale = around.degrees ? 30 : 1
  const compared = inequality
    ? compareInequalities(earlier.statement, later.statement, name, around.seed)
    : compareEquations(earlier.statement, later.statement, name, scale)
  const [before, after] = compared.identities
  if (after) return before || later.statement.cases.length === 1 ? FOLLOWS : UNSURE
  if (before) {
    const changed = changedSide(earlier, later, around.seed)
    return changed && sameVariables(changed.before, changed.after) ? wrong(changed.proof) : UNSURE
  }
  const lost = compared.lost.filter(
    (point) =>
      allowed(point, around.facts, ['true']) &&
      !isOnlySmall(earlier, point, name) &&
      !broughtBack(point, name, later, compared.kept, around),
  )
  const limits = inequality
    ? around.facts.filter((fact) => !leadsTo(fact, earlier) && !leadsTo(earlier, fact))
    : []
  const gained = compared.gained.filter((point) => allowed(point, limits))
  if (lost.length > 0) {
    const step = lostVerdict(earlier, later, name, lost, compared, around)
    const states = step.verdict === 'unsure' && compared.shared > 0 && !inequality
    return states && gained.length > 0 ? claimsMore(earlier, later, name, gained, around) : step
  }
  if (compared.lost.length > 0 && compared.shared === 0) return UNSURE
  if (gained.length > 0) return statedVerdict(earlier, later, name, gained, around)
  if (compared.shared > 0 || compared.lost.length > 0) return FOLLOWS
  if (compared.unsure) return UNSURE
  if (proportional(earlier.statement, later.statement, around.seed)) return FOLLOWS
  const changed = changedSide(earlier, later, around.seed)
  return changed && sameVariables(changed.before, changed.after) ? wrong(changed.proof) : UNSURE
}

/** Whether the fact is the entry itself or a line that it came from. */
function leadsTo(fact: Entry, entry: Entry): boolean {
  for (let one: Entry | null = entry; one; one = one.from) if (one.line === fact.line) return true
  return false
}

export const wrong = (proof: Proof): Step => ({ verdict: 'wrong', proof })

/** `by`: at an end of x < 2π it is not sure whether a point that was found by search lies before it. */
function allowed(
  point: NearPoint,
  facts: readonly Entry[],
  by: readonly Truth[] = ['true', 'unsure'],
): boolean {
  return facts.every((fact) => {
    if (fact.variables.some((name) => !(name in point.at))) return true
    return by.includes(truthOf(fact.statement, point))
  })
}

/** x²e^{−x} at 50: so small that it passes for 0, but no smaller than all around it. */
function isOnlySmall(earlier: Entry, { at }: NearPoint, name: string): boolean {
  const equation = asEquation(earlier.statement)
  const x = at[name] ?? 0
  if (!equation || Math.abs(x) < 10) return false
  const gap = (by: number): number => {
    const near = { ...at, [name]: x + by }
    return Math.abs(evaluate(equation.left.expression, near) - evaluate(equation.right.expression, near))
  }
  const around = Math.min(gap(-0.1), gap(0.1))
  return around < 1e-9 && gap(0) >= 0.2 * around
}

/** A line further down states the lost solution: the cases are being taken one by one. */
function broughtBack(
  point: NearPoint,
  name: string,
  lost: Entry,
  kept: readonly NearPoint[],
  around: Surroundings,
): boolean {
  return around.later.some((entry) => {
    if (entry.line === lost.line || !entry.variables.includes(name) || entry.variables.length !== 1)
      return false
    if (entry.kind === 'inequality') return truthOf(entry.statement, point) === 'true'
    const otherCase = kept.some((one) => truthOf(entry.statement, one) === 'false')
    if (otherCase && truthOf(entry.statement, point) === 'true') return true
    return isSolvedFor(entry.statement, name) && ['true', 'unsure'].includes(truthOf(entry.statement, point))
  })
}

function lostVerdict(
  earlier: Entry,
  later: Entry,
  name: string,
  lost: readonly NearPoint[],
  compared: StatementComparison,
  around: Surroundings,
): Step {
  const [point] = lost
  if (!point) return UNSURE
  const onlyNegative = lost.every((one) => (one.at[name] ?? 0) < 0)
  // σ, r, c: letters of quantities that are not negative.
  const length = compared.shared > 0 && !/^[kmnpqt-z]$/.test(name)
  if (onlyNegative && (around.positive || length)) return UNSURE
  const solvedAlready = isSolvedFor(earlier.statement, name) && isSolvedFor(later.statement, name)
  if (
    solvedAlready &&
    earlier.statement.cases.length > later.statement.cases.length &&
    isSelection(earlier, later, name)
  )
    return FOLLOWS
  const explained = later.words.some((word) => REASONS.has(word))
  // "so x must be 10" gives no reason to drop what no solution was kept of.
  if (explained && (compared.shared > 0 || !later.words.every((word) => NO_REASON.has(word)))) return UNSURE
  const repeats = isPeriodicIn(earlier.statement, name)
  if (repeats && !isPeriodicIn(later.statement, name) && !isBounded(earlier, name, around.facts))
    return UNSURE
  // The first of several factors set to zero, with nothing written after it yet.
  if (around.later.length <= 1 && isFactorOfZero(earlier, later, around.seed)) return UNSURE
  // Where a solution is kept, the sides may have changed rightly: the lost one is the evidence.
  const onlyLost = compared.shared > 0 && compared.gained.length === 0
  const changed = onlyLost ? null : changedSide(earlier, later, around.seed)
  return wrong(changed?.proof ?? solutionProof('solution-lost', earlier, later, point.at))
}

/** One of the solutions already found is picked out; that may have a reason outside the lines. */
function isSelection(earlier: Entry, later: Entry, name: string): boolean {
  const before = statedValues(earlier.statement, name)
  const after = statedValues(later.statement, name)
  return (
    after.length > 0 && after.every(({ value }) => before.some((one) => Math.abs(one.value - value) < 1e-9))
  )
}

/** More solutions than before only claims too much where they are stated as solutions. */
function statedVerdict(
  earlier: Entry,
  later: Entry,
  name: string,
  gained: readonly NearPoint[],
  around: Surroundings,
): Step {
  const [point] = gained
  if (!point) return FOLLOWS
  if (!isSolvedFor(later.statement, name))
    return later.kind === 'inequality' ? inequalityGained(earlier, later, name, point) : FOLLOWS
  const rough = later.statement.cases.flat().some((chain) => chain.relations.includes('≈'))
  if (isRounded(later) && !rough) return UNSURE
  if (laterRejects(point, name, later, around)) return UNSURE
  return wrong(solutionProof('solution-gained', earlier, later, point.at))
}

/** A solution among the stated ones that is none, whatever became of the others. */
function claimsMore(
  earlier: Entry,
  later: Entry,
  name: string,
  gained: readonly NearPoint[],
  around: Surroundings,
): Step {
  const stated = statedValues(later.statement, name).map(({ value }) => value)
  const none = gained.filter(({ at }) => stated.some((value) => Math.abs(value - (at[name] ?? 0)) < 1e-9))
  return none.length > 0 ? statedVerdict(earlier, later, name, none, around) : UNSURE
}

/** Two plain inequalities in a row are meant to say the same. */
function inequalityGained(earlier: Entry, later: Entry, name: string, point: NearPoint): Step {
  const plain = onlyChain(earlier.statement) && onlyChain(later.statement)
  if (!plain || name === '') return UNSURE
  return wrong(solutionProof('solution-gained', earlier, later, point.at))
}

const isRounded = (entry: Entry): boolean =>
  entry.statement.cases.some((chains) =>
    chains.some((chain) => chain.sides.some((side) => /\d[.,]\d{2}/.test(side.text))),
  )

/** The learner goes on to drop the extraneous solution. */
export function laterRejects(point: NearPoint, name: string, stated: Entry, around: Surroundings): boolean {
  // "x = 2 is the only solution" rejects others, not the one that it states.
  const claims = stated.words.some((word) => /^(?:solution|lösung)$/.test(word))
  if (stated.words.some((word) => REASONS.has(word) && !(claims && /^(?:only|einzige)$/.test(word))))
    return true
  return around.later.some((entry) => {
    if (entry.stance === 'denied' && truthOf(entry.statement, point) !== 'false') return true
    if (!isSolvedFor(entry.statement, name) || entry.kind !== 'equation') return false
    return isSelection(stated, entry, name) && truthOf(entry.statement, point) === 'false'
  })
}

function isBounded(earlier: Entry, name: string, facts: readonly Entry[]): boolean {
  return [earlier, ...facts].some((entry) =>
    entry.statement.cases.some((chains) => {
      const limits = chains.flatMap((chain) =>
        chain.relations.filter(
          (relation) =>
            relation !== '=' && chain.sides.some((side) => variablesOf(side.expression).includes(name)),
        ),
      )
      return limits.length >= 2
    }),
  )
}

/** (x − 2)(x − 3) = 0 → x − 2 = 0. */
function isFactorOfZero(earlier: Entry, later: Entry, seed: number): boolean {
  const [a, b] = [asEquation(earlier.statement), asEquation(later.statement)]
  if (!a || !b || a.left.expression.kind !== 'product') return false
  const zero = a.right.expression
  if (zero.kind !== 'number' || Number(zero.text) !== 0) return false
  const difference = sum([b.left.expression, negative(b.right.expression)])
  return a.left.expression.factors.some((factor) => agree(factor, difference, seed))
}
