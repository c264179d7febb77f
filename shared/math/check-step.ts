import { proportional } from './changed-side.ts'
import { calculationStep } from './check-calculation.ts'
import { falseEquality } from './check-chain.ts'
import { checkAgainst, type Surroundings } from './check-equation.ts'
import { claimAboutFunction, continues, expressionStep, restates } from './check-expression-step.ts'
import { atGivenValues, putInWrongly } from './check-given-values.ts'
import { inverseStep } from './check-inverse.ts'
import { relationStep } from './check-relation-step.ts'
import { defines, type Entry, isLiteralSolution, isSolvedFor } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { number, someIn, variablesOf } from './expression.ts'
import { TRIAL } from './line-words.ts'
import { differProof } from './proof.ts'
import { onlyChain, type Side, type Statement, sidesOf } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'
import { saysMore } from './strong-grounds.ts'
import { exactly, truthOf } from './truth.ts'
import { isSurelyQuantity } from './units.ts'
import type { Proof } from './verdict.ts'

/** Judges one statement against the working before it. */
export function checkStep(entry: Entry, working: Working): StepResult {
  const { history, seed } = working
  const previous = history.at(-1)
  if (isPiece(entry) || isComplex(entry)) return { verdict: 'unsure' }
  const contradicted = solvedWrongly(entry)
  if (contradicted) return { verdict: 'wrong', from: null, proof: contradicted }
  const inside = falseEquality(entry, seed, (a, b) => isKnownEquation(a, b, history, seed))
  if (inside && isFailedTest(entry, history)) return { verdict: 'unsure' }
  if (inside)
    return mayContradict(entry, working)
      ? { verdict: 'unsure' }
      : { verdict: 'wrong', from: null, proof: inside }
  if (entry.kind === 'continuation') return continuationStep(entry, history, seed)
  if (entry.kind === 'expression')
    return previous ? (putInTerm(entry, working) ?? termStep(previous, entry, working)) : { verdict: 'first' }
  if (sidesOf(entry.statement).some((side) => isSurelyQuantity(side.expression))) return { verdict: 'unsure' }
  if (entry.variables.length === 0) return putInWrongly(entry, history, seed) ?? numericStep(entry, previous)
  const calculated = calculationStep(entry, working)
  if (calculated) return calculated
  const claimed = inverseStep(entry, seed) ?? claimAboutFunction(entry, seed)
  if (claimed) return claimed
  if (previous?.kind === 'expression') {
    const restated = restates(previous, entry, seed)
    if (restated) return restated
  }
  return relationStep(entry, working)
}

/** "take out 3x", "denominator: 2x": a term beside the working, which goes on from the one before it. */
const isBeside = (entry: Entry, i: number): boolean =>
  entry.kind === 'expression' && i > 0 && entry.from === null && entry.words.some(saysMore)

const PART = /^(?:numerator|denominator|top|bottom|zähler|nenner)$/

function termStep(previous: Entry, entry: Entry, working: Working): StepResult {
  const { history } = working
  const source = history.findLast((one, i) => !isBeside(one, i))
  if (source === previous && !source.words.some((word) => PART.test(word)))
    return expressionStep(previous, entry, working)
  // Whoever goes on from what stands beside may have meant it after all.
  const goesOn = expressionStep(previous, entry, working)
  if (goesOn.verdict === 'follows') return goesOn
  if (source?.words.some((word) => PART.test(word))) return { verdict: 'unsure' }
  return source?.kind === 'expression' ? expressionStep(source, entry, working) : { verdict: 'unsure' }
}

/** Numbers alone after a term whose letters were given. */
const putInTerm = (entry: Entry, { history, seed }: Working): StepResult | null =>
  entry.variables.length === 0 ? putInWrongly(entry, history, seed) : null

/** "= 11/24" goes on from the line before, or from one above it after a side calculation. */
function continuationStep(entry: Entry, history: readonly Entry[], seed: number): StepResult {
  const [previous, ...earlier] = history.slice(-SIDE_LINES).reverse()
  if (!previous) return { verdict: 'first' }
  // "7x − x + 2 for x = 1" and then "= 8"
  if (isLiteral(previous) && previous.words.some((word) => PLACE.test(word))) return { verdict: 'unsure' }
  // "cos 2x with cos x = 1/3" and then "= 2/9 − 1"
  if (isTermWithCondition(previous)) return { verdict: 'unsure' }
  const taken = atGivenValues(entry, history, seed)
  if (taken) return taken
  const integral = integralOf(previous, entry, earlier)
  if (integral === 'unknown') return { verdict: 'unsure' }
  if (integral) return continues(integral, entry, seed)
  const step = continues(previous, entry, seed)
  const inChain =
    previous.kind === 'continuation' || (previous.kind === 'expression' && previous.words.length === 0)
  if (step.verdict === 'follows' || inChain) return step
  for (const one of earlier) {
    if (one.kind !== 'continuation' && one.kind !== 'expression') continue
    const other = continues(one, entry, seed)
    if (other.verdict === 'follows') return other
    const between = history.slice(history.indexOf(one) + 1)
    if (other.verdict === 'wrong' && (step.verdict === 'wrong' || between.every(isNote))) return other
    if (other.verdict === 'wrong') return { verdict: 'unsure' }
  }
  return step
}

/** More than rounding explains, of the value. */
const ON_THE_WAY = 0.01

/** "Probe: 7·3 + 2 = 23 = 30": what comes out is set against the other side, and need not be equal to it. */
function isFailedTest(entry: Entry, history: readonly Entry[]): boolean {
  const chain = onlyChain(entry.statement)
  if (
    !chain ||
    entry.stance === 'plain' ||
    entry.variables.length > 0 ||
    !entry.words.some((word) => TRIAL.has(word))
  )
    return false
  const last = evaluate(chain.sides.at(-1)?.expression ?? number(0), {})
  const sides = history
    .flatMap((one) => sidesOf(one.statement))
    .filter((one) => variablesOf(one.expression).length === 0)
  const target = sides.some((one) => Math.abs(evaluate(one.expression, {}) - last) < 1e-9)
  const [first = 0, ...way] = chain.sides.slice(0, -1).map((one) => evaluate(one.expression, {}))
  // What comes out is open, but not what is worked out on the way.
  if (way.some((value) => Math.abs(value - first) > ON_THE_WAY * Math.max(1, Math.abs(value)))) return false
  return chain.sides.length < 3 || target || entry.stance === 'denied'
}

/** [x²] between a definite integral and its value: the value is that of the integral. Null where this is not so. */
function integralOf(previous: Entry, entry: Entry, earlier: readonly Entry[]): Entry | 'unknown' | null {
  const text = previous.written.text.replace(/^\s*=/, '').trim()
  const bracketed = text.startsWith('[') && text.endsWith(']') && previous.variables.length === 1
  if (!bracketed || entry.variables.length > 0) return null
  const definite = earlier.find((one) =>
    sidesOf(one.statement).some(({ expression }) =>
      someIn(expression, (e) => e.kind === 'integral' && e.bounds !== null),
    ),
  )
  const value = definite && evaluate(sidesOf(definite.statement).at(-1)?.expression ?? number(0), {})
  // An area below the axis is counted as positive.
  return definite?.variables.length === 0 && value !== undefined && value > 0 ? definite : 'unknown'
}

/** What stands beside a chain and is no part of it: u = x, v′ = cos x; a side calculation that is right. */
const isNote = (entry: Entry): boolean =>
  entry.kind === 'equation' &&
  !entry.wrong &&
  (entry.aside || entry.written.cases.flat().every(({ sides: [left] }) => left?.expression.kind === 'symbol'))

const PLACE = /^(?:for|at|if|when|where|with|für|bei|mit|wenn|falls|wo)$/
const isTermWithCondition = ({ words, kind }: Entry): boolean =>
  kind === 'equation' && words.length === 1 && /^(?:with|where|given|mit|wobei|falls)$/.test(words[0] ?? '')
const isLiteral = ({ statement, variables }: Entry): boolean =>
  isLiteralSolution(statement, variables[0] ?? '')

/** Side calculations between two lines of a chain. */
const SIDE_LINES = 4

/** "for x < 2: f(x) = 3 − x": a function on a part of its domain. */
const isPiece = (entry: Entry): boolean =>
  entry.written.cases.some(
    (chains) =>
      chains.length > 1 &&
      chains.some((chain) => chain.sides[0]?.expression.kind === 'apply') &&
      chains.some((chain) => chain.relations.some((relation) => relation !== '=' && relation !== '≈')),
  )

/** "7 − y = 3, y = 10": an equation and its solution in one line. */
function solvedWrongly({ statement, stance, line, variables }: Entry): Proof | null {
  const [chains, ...cases] = statement.cases
  const [equation, solution, more] = chains ?? []
  const [name, ...others] = variables
  const [left, right, third] = equation?.sides ?? []
  if (
    !equation ||
    solution?.relations[0] !== '=' ||
    more ||
    cases.length > 0 ||
    stance !== 'plain' ||
    name === undefined
  )
    return null
  if (!left || !right || third || others.length > 0 || equation.relations[0] !== '=') return null
  const stated: Statement = { ...statement, cases: [[solution]] }
  const value = evaluate(solution.sides[1]?.expression ?? number(Number.NaN), {})
  if (!isLiteralSolution(stated, name) || isSolvedFor({ ...statement, cases: [[equation]] }, name))
    return null
  const at = { [name]: value }
  if (!Number.isInteger(value) || truthOf({ ...statement, cases: [[equation]] }, exactly(at)) !== 'false')
    return null
  const place = (content: Side, side: 'left' | 'right') => ({ line, side, content })
  return differProof('false-equality', place(left, 'left'), place(right, 'right'), at)
}

/** (3 + 2i)/(1 − i): i is most likely no variable. */
const isComplex = ({ variables }: Entry): boolean =>
  variables.includes('i') && variables.every((name) => /^[iz]$/.test(name))

/** f(x) = …, f′(x) = …, a_n = …: no equation that could turn out to have no solution. */
const namesFunction = (entry: Entry): boolean =>
  defines(entry) !== null ||
  sidesOf(entry.written).some(({ expression }) => someIn(expression, (e) => e.kind === 'apply'))

/** 0 = 5 after an equation without solutions is the right end of it. */
function mayContradict(entry: Entry, { history, seed, degrees }: Working): boolean {
  const chain = onlyChain(entry.statement)
  // 8 = 9 is worked out of nothing: it is what two equations of a system come to.
  const bare = chain?.sides.every(({ expression }) => /^(?:number|negative)$/.test(expression.kind))
  if (bare && history.some((one) => one.kind === 'equation' && one.variables.length > 1)) return true
  const equation = history.findLast(
    (earlier) => earlier.kind === 'equation' && earlier.variables.length === 1 && !namesFunction(earlier),
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

function numericStep(entry: Entry, previous: Entry | undefined): StepResult {
  const truth = truthOf(entry.statement, exactly({}))
  if (truth === 'true') return { verdict: 'follows', from: previous ?? null, aside: true }
  return { verdict: 'unsure' }
}
