import { falseEquality } from './check-chain.ts'
import {
  checkAgainst,
  checkFormula,
  laterRejects,
  proportional,
  type Step,
  type Surroundings,
} from './check-equation.ts'
import { compareExpressions } from './compare-expressions.ts'
import { compareClaimed, seemRelated } from './compare-sides.ts'
import { compareEquations } from './compare-statements.ts'
import { differentiate, hasAntiderivative } from './differentiate.ts'
import { type Entry, isLiteralSolution, isSolvedFor, knownValues } from './entry.ts'
import { number, someIn, substitute, variablesOf } from './expression.ts'
import { POSITIVE } from './line-words.ts'
import { differProof, type Placed, solutionProof } from './proof.ts'
import { diagnose, slippedIdentity } from './slips/diagnose.ts'
import { statedValues } from './solutions.ts'
import { asExpression, mapSides, onlyChain, type Side, sidesOf } from './statement.ts'
import { exactly, truthOf } from './truth.ts'
import type { Proof } from './verdict.ts'

/** The verdict on one statement of the working, with the entry it was compared with. */
export type StepResult =
  | { verdict: 'follows'; from: Entry | null; aside?: boolean }
  | { verdict: 'wrong'; from: Entry | null; proof: Proof }
  | { verdict: 'unsure' }
  | { verdict: 'first' }

/** How many earlier lines one line is compared with. */
const MOST_EARLIER = 6

export type Working = {
  history: readonly Entry[]
  later: readonly Entry[]
  seed: number
  degrees: boolean
  words: readonly string[]
}

/** Judges one statement against the working before it. */
export function checkStep(entry: Entry, working: Working): StepResult {
  const { history, seed } = working
  const previous = history.at(-1)
  const inside = falseEquality(entry, seed, (a, b) => isKnownEquation(a, b, history, seed))
  if (inside)
    return mayContradict(entry, working)
      ? { verdict: 'unsure' }
      : { verdict: 'wrong', from: null, proof: inside }
  if (entry.kind === 'continuation') return previous ? continues(previous, entry, seed) : { verdict: 'first' }
  if (entry.kind === 'expression')
    return previous ? expressionStep(previous, entry, working) : { verdict: 'first' }
  if (entry.variables.length === 0) return numericStep(entry, previous)
  const claimed = claimAboutFunction(entry, seed)
  if (claimed) return claimed
  if (previous?.kind === 'expression') {
    const restated = restates(previous, entry, seed)
    if (restated) return restated
  }
  return relationStep(entry, working)
}

/** 0 = 5 after an equation without solutions is the right end of it. */
function mayContradict(entry: Entry, { history, seed, degrees }: Working): boolean {
  const chain = onlyChain(entry.statement)
  const equation = history.findLast(
    (earlier) => earlier.kind === 'equation' && earlier.variables.length === 1,
  )
  if (!equation || chain?.sides.length !== 2 || entry.variables.length > 0) return false
  const name = equation.variables[0]
  if (name === undefined) return false
  const around: Surroundings = { facts: [], later: [], seed, degrees, positive: false }
  const impossible: Entry = {
    ...entry,
    statement: { cases: [[{ sides: [side(1), side(0)], relations: ['='] }]], continues: false, text: '' },
  }
  return checkAgainst(equation, impossible, name, around).verdict !== 'wrong'
}

const side = (value: number): Side => ({ expression: number(value), text: String(value) })

function isKnownEquation(a: Side, b: Side, history: readonly Entry[], seed: number): boolean {
  const claimed = { cases: [[{ sides: [a, b], relations: ['=' as const] }]], continues: false, text: '' }
  return history.some((entry) => entry.kind === 'equation' && proportional(entry.statement, claimed, seed))
}

const lastSide = (entry: Entry): Side | undefined => onlyChain(entry.statement)?.sides.at(-1)
const firstSide = (entry: Entry): Side | undefined => onlyChain(entry.statement)?.sides[0]

function place(entry: Entry, content: Side): Placed {
  const chain = onlyChain(entry.statement)
  const whole = chain?.relations.length === 0
  const left = !whole && entry.kind !== 'continuation' && content === chain?.sides[0]
  return { line: entry.line, side: whole ? 'whole' : left ? 'left' : 'right', content }
}

/** "= 2x + 6" goes on from the last side of the line before. */
function continues(previous: Entry, entry: Entry, seed: number): StepResult {
  const [a, b] = [lastSide(previous), firstSide(entry)]
  if (!a || !b) return { verdict: 'unsure' }
  return sidesStep(previous, entry, a, b, seed, true)
}

function sidesStep(previous: Entry, entry: Entry, a: Side, b: Side, seed: number, sure: boolean): StepResult {
  const compared = compareClaimed(a.expression, b.expression, seed)
  if (compared.result === 'equal' || compared.result === 'domain')
    return { verdict: 'follows', from: previous }
  if (compared.result === 'unknown' || compared.positiveOnly) return { verdict: 'unsure' }
  const [names, others] = [variablesOf(a.expression), variablesOf(b.expression)]
  const proof = differProof('sides-differ', place(previous, a), place(entry, b), compared.at)
  const constant = (name: string): boolean => !hasAntiderivative(a.expression) || !/^[CcK]$/.test(name)
  const comparable = names.join() === others.filter(constant).join()
  const fewer = others.length > 0 && others.every((name) => names.includes(name))
  if (!comparable && !fewer) return { verdict: 'unsure' }
  const related = comparable && (sure || seemRelated(a.expression, b.expression))
  if (!related && diagnose(previous, entry, proof, seed) === null) return { verdict: 'unsure' }
  return { verdict: 'wrong', from: previous, proof }
}

const CALCULUS = new Set(
  'derivative differentiate differentiating integrate integral integrating antiderivative'.split(' '),
)

function expressionStep(previous: Entry, entry: Entry, working: Working): StepResult {
  const b = asExpression(entry.statement)
  const a = lastSide(previous)
  if (!a || !b) return { verdict: 'unsure' }
  const named = previous.kind === 'continuation' || firstSide(previous)?.expression.kind === 'symbol'
  if (previous.kind !== 'expression' && !named && (onlyChain(previous.statement)?.sides.length ?? 0) < 3)
    return { verdict: 'unsure' }
  const bothBare = isBare(a) && isBare(b)
  const result = sidesStep(previous, entry, a, b, working.seed, false)
  if (result.verdict !== 'wrong') return result
  const calculus = [previous, entry].some((line) => line.words.some((word) => CALCULUS.has(word)))
  if (bothBare || calculus || isDerivativeOf(a, b, working.seed)) return { verdict: 'unsure' }
  if (previous.kind !== 'expression' && b.expression.kind !== 'number') return { verdict: 'unsure' }
  if (entry.afterBlank || entry.words.length > 2) return { verdict: 'unsure' }
  return result
}

const isBare = (one: Side): boolean => ['number', 'symbol', 'constant'].includes(one.expression.kind)

function isDerivativeOf(a: Side, b: Side, seed: number): boolean {
  const [name, ...others] = variablesOf(a.expression)
  const slope = name === undefined || others.length > 0 ? null : differentiate(a.expression, name)
  return slope !== null && compareExpressions(slope, b.expression, seed).result === 'equal'
}

function numericStep(entry: Entry, previous: Entry | undefined): StepResult {
  const truth = truthOf(entry.statement, exactly({}))
  if (truth === 'true') return { verdict: 'follows', from: previous ?? null, aside: true }
  return { verdict: 'unsure' }
}

/** f(x) = …, f′(x) = …, y′ = …: the left side is known, so the = claims to hold everywhere. */
function claimAboutFunction(entry: Entry, seed: number): StepResult | null {
  const written = onlyChain(entry.written)?.sides[0]?.expression
  const chain = onlyChain(entry.statement)
  const [left, right] = chain?.sides ?? []
  if (!written || !left || !right || chain?.relations[0] !== '=') return null
  const kind = written.kind
  const named =
    kind === 'apply' ||
    kind === 'derivative' ||
    kind === 'integral' ||
    (kind === 'symbol' && written.name.endsWith("'"))
  if (!named) return null
  const known = left.expression.kind !== 'apply' && left.expression !== written
  if (!known && kind !== 'integral' && kind !== 'derivative') return null
  const [names, others] = [variablesOf(left.expression), variablesOf(right.expression)]
  if (others.length === 0 && names.length > 0) return null
  const compared = compareClaimed(left.expression, right.expression, seed)
  if (compared.result === 'equal' || compared.result === 'domain')
    return { verdict: 'follows', from: null, aside: true }
  if (compared.result !== 'different' || compared.positiveOnly) return { verdict: 'unsure' }
  if (kind !== 'integral' && names.join() !== others.join()) return { verdict: 'unsure' }
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: null, proof }
}

/** After 2(x + 3) alone, "2(x + 3) = 2x + 3" claims that both are equal everywhere. */
function restates(previous: Entry, entry: Entry, seed: number): StepResult | null {
  const a = asExpression(previous.statement)
  const chain = onlyChain(entry.statement)
  const [left, right] = chain?.sides ?? []
  if (!a || !left || !right || chain?.relations[0] !== '=') return null
  if (compareExpressions(a.expression, left.expression, seed).result !== 'equal') return null
  if (variablesOf(left.expression).join() !== variablesOf(right.expression).join()) return null
  const compared = compareClaimed(left.expression, right.expression, seed)
  if (compared.result === 'equal') return { verdict: 'follows', from: previous }
  if (compared.result !== 'different' || compared.positiveOnly) return { verdict: 'unsure' }
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: previous, proof }
}

/** An equation or inequality against the ones before it. */
function relationStep(entry: Entry, working: Working): StepResult {
  if (entry.kind === 'condition') return { verdict: 'unsure' }
  const comparable = working.history
    .filter(
      (earlier) =>
        earlier.kind === entry.kind &&
        !earlier.aside &&
        earlier.variables.length > 0 &&
        !hasUnknownFunction(earlier),
    )
    .slice(-MOST_EARLIER)
    .reverse()
  const [nearest] = comparable
  if (!nearest) return givenIdentity(entry, working) ?? { verdict: 'first' }
  const step = compareWith(nearest, entry, working)
  if (step.verdict === 'follows')
    return extraneous(nearest, entry, working) ?? { verdict: 'follows', from: nearest }
  for (const earlier of comparable.slice(1)) {
    const other = compareWith(earlier, entry, working)
    if (other.verdict === 'follows' && sharesSolutions(earlier, entry))
      return { verdict: 'follows', from: earlier }
    if (earlier.wrong) break
    const stated = otherSolution(nearest, earlier, entry, working)
    if (stated) return stated
  }
  if (step.verdict === 'unsure')
    return falseValue(nearest, comparable.slice(1), entry, working) ?? { verdict: 'unsure' }
  return { verdict: 'wrong', from: nearest, proof: step.proof }
}

/** (a + b)² = a² + b² as the only line is a false rule, not an equation that somebody goes on to solve. */
function givenIdentity(entry: Entry, { later, seed }: Working): StepResult | null {
  const chain = onlyChain(entry.statement)
  const [left, right, more] = chain?.sides ?? []
  if (!left || !right || more || chain?.relations[0] !== '=' || entry.stance !== 'plain') return null
  if (later.some((one) => one.kind === 'equation' && one.variables.length > 0)) return null
  if (!slippedIdentity(left.expression, right.expression, seed)) return null
  const compared = compareExpressions(left.expression, right.expression, seed)
  if (compared.result !== 'different' || compared.positiveOnly) return null
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: null, proof }
}

/** f(x) = … names a function; it is no equation to solve. */
const hasUnknownFunction = (entry: Entry): boolean =>
  sidesOf(entry.statement).some((one) => someIn(one.expression, (e) => e.kind === 'apply'))

const sharesSolutions = (earlier: Entry, entry: Entry): boolean =>
  earlier.variables.join() === entry.variables.join()

function compareWith(earlier: Entry, entry: Entry, working: Working): Step {
  const [name, ...others] = entry.variables
  if (name === undefined) return { verdict: 'unsure' }
  const facts = factsFor(entry, working.history)
  const around: Surroundings = {
    facts,
    later: working.later,
    seed: working.seed,
    degrees: working.degrees,
    positive: isPositive(working, name),
  }
  if (earlier.variables.join() !== entry.variables.join())
    return withKnownValues(earlier, entry, working, around)
  if (others.length > 0) return checkFormula(earlier, entry, around)
  const solved = isSolvedFor(earlier.statement, name)
  if (solved && !isSolvedFor(entry.statement, name)) {
    // x = 2 is an end; what comes next may be another exercise.
    const step = checkAgainst(earlier, entry, name, around)
    return step.verdict === 'follows' ? step : { verdict: 'unsure' }
  }
  const step = checkAgainst(earlier, entry, name, around)
  const bothEnds = isLiteralSolution(earlier.statement, name) && isLiteralSolution(entry.statement, name)
  return bothEnds && step.verdict === 'wrong' ? { verdict: 'unsure' } : step
}

/** y = 8 after x = 3, where x + y = 5: put together they contradict the line both come from. */
function falseValue(
  nearest: Entry,
  earlier: readonly Entry[],
  entry: Entry,
  working: Working,
): StepResult | null {
  const [name, ...others] = entry.variables
  const [known] = nearest.variables
  if (name === undefined || known === undefined || others.length > 0 || known === name) return null
  if (!isLiteralSolution(entry.statement, name) || !isLiteralSolution(nearest.statement, known)) return null
  if (entry.words.length > 0 || nearest.wrong) return null
  for (const origin of earlier) {
    if (origin.wrong) return null
    if (origin.variables.join() !== [known, name].sort().join()) continue
    const step = compareWith(origin, entry, working)
    if (step.verdict === 'wrong') return { verdict: 'wrong', from: origin, proof: step.proof }
  }
  return null
}

/** The words or a formula with other letters speak of quantities that are not negative. */
function isPositive({ history, words }: Working, name: string): boolean {
  const formula = history.some((entry) => entry.variables.length > 1 && entry.variables.includes(name))
  return formula || words.some((word) => POSITIVE.has(word))
}

/** Lines since the last mistake that narrow the solutions. */
function factsFor(entry: Entry, history: readonly Entry[]): Entry[] {
  const since = history.findLastIndex((earlier) => earlier.wrong)
  return history
    .slice(Math.max(0, since))
    .filter(
      (fact) =>
        !fact.aside &&
        !hasUnknownFunction(fact) &&
        fact.variables.length === 1 &&
        fact.variables[0] === entry.variables[0],
    )
    .filter((fact) => fact.kind !== 'expression' && fact.kind !== 'continuation')
    .filter(
      (fact) => fact.kind === 'inequality' || !isLiteralSolution(fact.statement, fact.variables[0] ?? ''),
    )
}

/** x = 2 put into y = 3x + 1. */
function withKnownValues(earlier: Entry, entry: Entry, working: Working, around: Surroundings): Step {
  const [name, ...others] = entry.variables
  const known = knownValues(working.history)
  let statement = earlier.statement
  for (const variable of earlier.variables) {
    const value = known.get(variable)
    if (variable === name || value === undefined) continue
    statement = mapSides(statement, (e) => substitute(e, variable, number(value)))
  }
  const variables = [
    ...new Set(
      statement.cases.flatMap((c) => c.flatMap((d) => d.sides.flatMap((s) => variablesOf(s.expression)))),
    ),
  ]
  if (name === undefined || others.length > 0 || variables.join() !== name) return { verdict: 'unsure' }
  const step = checkAgainst({ ...earlier, statement, variables }, entry, name, around)
  if (step.verdict !== 'wrong') return step
  const ends = isLiteralSolution(entry.statement, name) && [...known.values()].every(Number.isInteger)
  return ends ? step : { verdict: 'unsure' }
}

/** A stated solution must also solve the lines before squaring or multiplying brought more solutions in. */
function extraneous(nearest: Entry, entry: Entry, working: Working): StepResult | null {
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
      if (laterRejects(point, name, entry, around)) return { verdict: 'unsure' }
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
function otherSolution(nearest: Entry, earlier: Entry, entry: Entry, working: Working): StepResult | null {
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
