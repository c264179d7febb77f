import { checkAgainst, FOLLOWS, type Step, type Surroundings } from './check-equation.ts'
import { givenIdentity } from './check-expression-step.ts'
import { familyStep } from './check-family.ts'
import { checkFormula } from './check-formula.ts'
import { multipliedRow } from './check-multiple.ts'
import { extraneous, otherSolution } from './check-stated-solutions.ts'
import { backSubstitution } from './check-substitution.ts'
import { systemStep } from './check-system.ts'
import { compareEquations } from './compare-statements.ts'
import { defines, type Entry, isLiteralSolution, isSolvedFor, knownValues } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, number, sameShape, someIn, substitute, variablesOf } from './expression.ts'
import { CONCLUDING, POSITIVE, REASONS } from './line-words.ts'
import { solutionProof } from './proof.ts'
import { statedValues } from './solutions.ts'
import { asEquation, mapSides, sidesOf } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'
import { exactly, truthOf } from './truth.ts'
import type { Assignment } from './verdict.ts'

/** How many earlier lines one line is compared with. */
const MOST_EARLIER = 4

/** An equation or inequality against the ones before it. */
export function relationStep(entry: Entry, working: Working): StepResult {
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
  const family = familyStep(nearest, entry)
  if (family) return family
  const compared = compareWith(nearest, entry, working)
  const step = entry.partial && solvesOne(nearest, entry) ? FOLLOWS : compared
  if (step.verdict === 'follows')
    return extraneous(nearest, entry, working) ?? { verdict: 'follows', from: nearest }
  if (step.verdict === 'wrong') {
    const origin = firstOrigin(entry, working)
    if (origin) return { verdict: 'follows', from: origin }
  }
  for (const earlier of comparable.slice(1)) {
    const other = compareWith(earlier, entry, working)
    if (other.verdict === 'follows' && sharesSolutions(earlier, entry))
      return { verdict: 'follows', from: earlier }
    if (earlier.wrong) break
    const stated = otherSolution(nearest, earlier, entry, working)
    if (stated) return stated
  }
  if (step.verdict === 'unsure')
    return (
      falseValue(nearest, comparable.slice(1), entry, working) ??
      falseFormulaValue(comparable, entry, working) ??
      multipliedRow(entry, working) ??
      backSubstitution(nearest, entry, working) ??
      systemStep(entry, working) ?? { verdict: 'unsure' }
    )
  return { verdict: 'wrong', from: nearest, proof: step.proof }
}

/** The solutions of all cases together, after the last of the cases: they are those of a line far above. */
function firstOrigin(entry: Entry, working: Working): Entry | null {
  const [name, ...others] = entry.variables
  if (name === undefined || others.length > 0 || !isSolvedFor(entry.statement, name)) return null
  if (entry.statement.cases.length < 2) return null
  const earlier = working.history
    .slice(-FAR)
    .filter((one) => one.kind === entry.kind && !one.wrong && one.variables.join() === name)
  return earlier.find((one) => compareWith(one, entry, working).verdict === 'follows') ?? null
}

/** Lines of a distinction of cases. */
const FAR = 16

/** x₁ = 30° is one of several solutions: none is lost by it. */
function solvesOne(nearest: Entry, entry: Entry): boolean {
  const [name] = entry.variables
  const values = name === undefined ? [] : statedValues(entry.statement, name)
  const error = 1e-9
  return (
    name !== undefined &&
    values.length > 0 &&
    values.every(
      ({ value }) =>
        truthOf(nearest.statement, {
          at: { [name]: value },
          name,
          error: error * Math.max(1, Math.abs(value)),
        }) === 'true',
    )
  )
}

/** f(x) = … names a function; it is no equation to solve. */
const hasUnknownFunction = (entry: Entry): boolean =>
  sidesOf(entry.statement).some((one) => someIn(one.expression, (e) => e.kind === 'apply'))

/** Vectors that could not be worked out have no value. */
const hasMatrix = ({ statement }: Entry): boolean =>
  sidesOf(statement).some((one) => someIn(one.expression, (e) => e.kind === 'matrix'))

const sharesSolutions = (earlier: Entry, entry: Entry): boolean =>
  earlier.variables.join() === entry.variables.join()

function compareWith(earlier: Entry, entry: Entry, working: Working): Step {
  const [name, ...others] = entry.variables
  if (name === undefined || hasMatrix(earlier) || hasMatrix(entry)) return { verdict: 'unsure' }
  const facts = factsFor(entry, working.history).filter((fact) => !contradict(fact, earlier, name))
  const around: Surroundings = {
    facts,
    later: working.later,
    seed: working.seed,
    degrees: working.degrees,
    positive: isPositive(working, name),
  }
  if (earlier.variables.join() !== entry.variables.join())
    return withKnownValues(earlier, entry, working, around)
  const point = others.length > 0 ? pointStated(entry) : null
  if (point) return atPoint(earlier, entry, point)
  if (others.length > 0) return checkFormula(earlier, entry, around)
  const solved = isSolvedFor(earlier.statement, name)
  if (solved && !isSolvedFor(entry.statement, name)) {
    // x = 2 is an end; what comes next may be another exercise.
    const step = checkAgainst(earlier, entry, name, around)
    const concludes = concludesFrom(earlier, entry, name) && !isFurtherCase(entry, working.history)
    return step.verdict === 'follows' || concludes ? step : { verdict: 'unsure' }
  }
  const step = checkAgainst(earlier, entry, name, around)
  const bothEnds = isLiteralSolution(earlier.statement, name) && isLiteralSolution(entry.statement, name)
  // "the top is in the middle, t = 2": a sentence says where another value comes from.
  const told = solved && entry.words.length > 1
  return (bothEnds || told) && step.verdict === 'wrong' ? { verdict: 'unsure' } : step
}

/** "x = 7" and then "so x² = 49": what some power or multiple of the value comes to. */
function concludesFrom(earlier: Entry, entry: Entry, name: string): boolean {
  const equation = asEquation(entry.statement)
  if (!equation || entry.afterBlank || !entry.words.some((word) => CONCLUDING.has(word))) return false
  if (earlier.wrong || entry.words.some((word) => REASONS.has(word))) return false
  const computed = variablesOf(equation.right.expression).length === 0
  return computed && entry.line === earlier.line + 1 && isLiteralSolution(earlier.statement, name)
}

/** "so 3^x = 3" after "3^x = 1 → x = 0": the same term with the next of its values. */
function isFurtherCase(entry: Entry, history: readonly Entry[]): boolean {
  const left = asEquation(entry.statement)?.left.expression
  return (
    left !== undefined &&
    left.kind !== 'symbol' &&
    history.some((one) => {
      const before = asEquation(one.statement)?.left.expression
      return before !== undefined && sameShape(before, left)
    })
  )
}

/** x = 0: y = −8; a = 2, b = 1: a value for every letter, if the line states nothing else. */
function pointStated(entry: Entry): Assignment | null {
  const [chains, ...cases] = entry.statement.cases
  const at: Assignment = {}
  for (const { sides, relations } of cases.length > 0 ? [] : (chains ?? [])) {
    const [left, right, more] = sides
    const value = right ? evaluate(right.expression, {}) : Number.NaN
    const states = left?.expression.kind === 'symbol' && !more && relations[0] === '='
    if (!states || left.expression.kind !== 'symbol' || !Number.isFinite(value)) return null
    at[left.expression.name] = value
  }
  return Object.keys(at).length === entry.variables.length ? at : null
}

function atPoint(earlier: Entry, entry: Entry, at: Assignment): Step {
  // Two rows of a table of values.
  if (pointStated(earlier)) return { verdict: 'unsure' }
  const truth = truthOf(earlier.statement, exactly(at))
  if (truth === 'true') return { verdict: 'follows' }
  if (truth !== 'false' || !Object.values(at).every(Number.isInteger)) return { verdict: 'unsure' }
  return { verdict: 'wrong', proof: solutionProof('solution-gained', earlier, entry, at) }
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

/** x = (−5 ± √(25 + 24))/2 after the formula for x and a = 1, b = 5, c = 6. */
function falseFormulaValue(comparable: readonly Entry[], entry: Entry, working: Working): StepResult | null {
  const [name] = entry.variables
  const formula = comparable.find((one) => one.variables.includes(name ?? ''))
  if (name === undefined || !formula || formula.wrong || formula === comparable[0]) return null
  if (!isSolvedFor(formula.statement, name)) return null
  const step = compareWith(formula, entry, working)
  return step.verdict === 'wrong' ? { verdict: 'wrong', from: formula, proof: step.proof } : null
}

/** The words or a formula with other letters speak of quantities that are not negative. */
export function isPositive({ history, words }: Working, name: string): boolean {
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
      (fact) =>
        fact.kind === 'inequality' ||
        // "x = 4 and x = −2 are the roots": where the sides of an inequality meet.
        (!(entry.kind === 'inequality' && isSolvedFor(fact.statement, fact.variables[0] ?? '')) &&
          !isLiteralSolution(fact.statement, fact.variables[0] ?? '')),
    )
}

/** An equation of the exercise before: no solution of the one that is worked on solves it. */
function contradict(fact: Entry, earlier: Entry, name: string): boolean {
  if (fact === earlier || fact.kind !== 'equation' || earlier.kind !== 'equation') return false
  if (earlier.from !== null || earlier.variables.join() !== name) return false
  const { lost, kept, unsure } = compareEquations(earlier.statement, fact.statement, name, 1)
  return lost.length > 0 && kept.length === 0 && !unsure
}

/** x = 2 put into y = 3x + 1. */
function withKnownValues(earlier: Entry, entry: Entry, working: Working, around: Surroundings): Step {
  const [name, ...others] = entry.variables
  const known = knownValues(working.history)
  let statement = earlier.statement
  for (const variable of earlier.variables) {
    const value = known.get(variable)
    if (variable === name) continue
    const body = value === undefined ? substitutedFor(variable, working.history) : number(value)
    if (body) statement = mapSides(statement, (e) => substitute(e, variable, body))
  }
  const variables = [
    ...new Set(
      statement.cases.flatMap((c) => c.flatMap((d) => d.sides.flatMap((s) => variablesOf(s.expression)))),
    ),
  ]
  if (name === undefined || others.length > 0 || variables.join() !== name) return { verdict: 'unsure' }
  const computes = isSolvedFor(earlier.statement, name) && isSolvedFor(entry.statement, name)
  const returns = earlier.variables.length === 1 && isSolvedFor(entry.statement, name)
  const positive = around.positive && !computes && !returns
  const step = checkAgainst({ ...earlier, statement, variables }, entry, name, { ...around, positive })
  if (step.verdict !== 'wrong') return step
  const ends = isLiteralSolution(entry.statement, name) || computes || returns
  return ends && [...known.values()].every(Number.isInteger) ? step : { verdict: 'unsure' }
}

/** What a letter was put in for: "let u = x²". */
function substitutedFor(name: string, history: readonly Entry[]): Expression | null {
  const put = history.findLast((one) => one.stance === 'given' && defines(one)?.name === name)
  return (put && defines(put)?.body) ?? null
}
