import { checkWorking } from '../check-working.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, sizeOf, someIn, variablesOf } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { solutionsOf } from '../solutions.ts'
import { type Chain, onlyChain, type Statement, sidesOf } from '../statement.ts'
import { exactly, truthOf } from '../truth.ts'
import { fraction, fractionExpression, isNegative, isZero, over } from './fraction.ts'
import { type Isolated, isolate } from './isolate.ts'
import {
  coefficientOf,
  degreeIn,
  expressionOf,
  numberOf,
  polynomialOf,
  scale,
  subtract,
} from './polynomial.ts'
import { realRoots } from './real-roots.ts'
import { type Angles, solveAngles } from './solve-angles.ts'
import { solveExponential } from './solve-exponential.ts'
import { solveInequality } from './solve-inequality.ts'
import { workOut } from './solve-steps.ts'
import { solveSystem } from './solve-system.ts'
import { operation, type SolutionStep } from './step.ts'
import { simplify } from './transform.ts'
import type { WhyNot } from './why-not.ts'
import { workOutNumbers } from './work-out-numbers.ts'

/**
 * `values`: the real solutions, each put into the equation; `proven`: there are no others, else none was found where the
 * checker searches. `claim`: what the
 * solution is as one line (an inequality, a system, a formula).
 */
export type Solved =
  | {
      kind: 'solved'
      unknown: string
      values: string[]
      every: boolean
      proven: boolean
      steps: SolutionStep[]
    }
  | { kind: 'claim'; line: string; steps: SolutionStep[] }
  /** `values`: angles as they are told, with "+ 2π·k" where `endless`; they hold for every whole k. */
  | { kind: 'angles'; unknown: string; values: string[]; rounded: boolean; endless: boolean }
  | { kind: 'cannot'; why: WhyNot }

const cannot = (why: WhyNot): Solved => ({ kind: 'cannot', why })

/** The values of the unknown that make a line true. Only what the checker has verified is given. */
export function solve(
  text: string,
  named: string | null,
  seed: number,
  angles: Angles | null = null,
): Solved {
  const statement = read(text)
  if (!statement) return cannot('not-read')
  const names = variablesOf(...sidesOf(statement).map((side) => side.expression))
  const [only, ...others] = names
  if (only === undefined) return cannot('no-unknown')
  if (named !== null && !names.includes(named)) return cannot('no-unknown')
  const chain = onlyChain(statement)
  if (others.length === 0) {
    const turning = solveAngles(statement, only, angles)
    if (turning) return turning
    if (chain?.sides.length !== 2) return solveInequality(statement, only, seed)
  }
  if (!chain) return named === null ? solveSystem(statement, seed) : cannot('too-hard')
  if (chain.sides.length !== 2) return cannot('too-hard')
  if (others.length > 0) {
    const letter = named ?? (names.includes('x') ? 'x' : null)
    return letter === null ? cannot('which-unknown') : rearranged(text, chain, letter, seed)
  }
  return inOneUnknown(text, statement, chain, only, seed)
}

/** One claim; a term alone is none. */
function read(text: string): Statement | null {
  const parsed = parseLine(text)
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  if (!statement || more || statement.continues) return null
  const chain = onlyChain(statement)
  if (chain && chain.relations.length === 0) return null
  return statement
}

function inOneUnknown(text: string, statement: Statement, chain: Chain, name: string, seed: number): Solved {
  const [left, right] = chain.sides
  const [relation] = chain.relations
  if (!left || !right || !relation) return cannot('not-read')
  const worked = workOut(text, { left: left.expression, relation, right: right.expression }, name)
  if (relation !== '=') {
    const last = worked?.steps.at(-1)?.line
    if (!worked || last === undefined) return solveInequality(statement, name, seed)
    return hold(worked.steps, seed)
      ? { kind: 'claim', line: last, steps: [...worked.steps] }
      : cannot('unsure')
  }
  const undone = worked ? null : undoneWhole(text, left.expression, right.expression, statement, name, seed)
  const exact =
    worked?.solutions ?? undone?.values ?? bySeveralMeans(left.expression, right.expression, statement, name)
  if (!exact) return cannot('too-hard')
  const every = worked?.all === true
  const verified = areAll(statement, name, exact, every)
  if (!verified) return cannot('unsure')
  const values = exact.map(printExpression)
  const proven =
    undone !== null || (polynomialOf(left.expression) !== null && polynomialOf(right.expression) !== null)
  const led = worked?.steps ?? undone?.steps ?? []
  const steps = led.length > 1 && hold(led, seed) ? [...led] : []
  return { kind: 'solved', unknown: name, values, every, proven, steps }
}

/** An equation in which the unknown stands once, or in powers of one number only: its values, each as short as it can be. */
function undoneWhole(
  text: string,
  left: Expression,
  right: Expression,
  statement: Statement,
  name: string,
  seed: number,
): Isolated | null {
  const [a, b] = [polynomialOf(left), polynomialOf(right)]
  if (a && b && realRoots(subtract(a, b), name)) return null
  const powers = solveExponential(left, right, name)
  const found = isolate(text, left, right, name) ?? (powers && { values: powers, steps: [] })
  if (!found) return null
  const short = (value: Expression): Expression =>
    niceValue(evaluate(value, {}), statement, name) ??
    workOutNumbers(simplify(workOutNumbers(value), seed)?.result ?? value)
  const values = found.values.map(short).sort((a, b) => evaluate(a, {}) - evaluate(b, {}))
  const end = values.map((value) => `${name} = ${printExpression(value)}`).join(' or ')
  const tells = found.steps.length > 0 && found.steps.at(-1)?.line !== end
  return {
    values,
    steps: tells ? [...found.steps, { line: end, operation: operation('simplify') }] : found.steps,
  }
}

/** Whether the checker finds that every line follows from those before it; those that nothing led to are given. */
export function hold(steps: readonly SolutionStep[], seed: number): boolean {
  const verdicts = checkWorking(
    steps.map(({ line }) => line),
    { seed },
  )
  return verdicts.every(({ verdict }, index) => steps[index]?.operation === null || verdict === 'follows')
}

/** Each value makes the statement true, and the search finds no other. */
function areAll(statement: Statement, name: string, values: readonly Expression[], every: boolean): boolean {
  const numbers = values.map((value) => evaluate(value, {}))
  const found = solutionsOf(statement, name, { hints: numbers })
  if (found.everywhere || every) return found.everywhere && every
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
  const solves = numbers.every((value) => {
    const truth = truthOf(statement, {
      at: { [name]: value },
      name,
      error: 1e-12 * Math.max(1, Math.abs(value)),
    })
    return (
      truth === 'true' ||
      (truth === 'unsure' && found.points.some(({ at }) => near(at[name] ?? Number.NaN, value)))
    )
  })
  return (
    solves && found.points.every(({ at }) => numbers.some((value) => near(at[name] ?? Number.NaN, value)))
  )
}

/** Functions that come back to the same value again and again: their equations have no end of solutions. */
const PERIODIC = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc'])
const LARGEST = 80

/** Polynomials of a higher degree by their rational roots; others by the checker's search, where its points are nice. */
function bySeveralMeans(
  left: Expression,
  right: Expression,
  statement: Statement,
  name: string,
): Expression[] | null {
  const [a, b] = [polynomialOf(left), polynomialOf(right)]
  const whole = a && b && subtract(a, b)
  if (whole) return realRoots(whole, name)
  const sides = [left, right]
  if (sides.some((side) => sizeOf(side) > LARGEST)) return null
  if (sides.some((side) => someIn(side, (part) => part.kind === 'call' && PERIODIC.has(part.name))))
    return null
  const { points, everywhere } = solutionsOf(statement, name)
  if (everywhere || points.length > 6) return null
  const values = points.map(({ at }) => niceValue(at[name] ?? Number.NaN, statement, name))
  return values.every((value) => value !== null) ? values : null
}

/** The number that a found point is, where it is a short fraction: it must solve the statement exactly. */
function niceValue(x: number, statement: Statement, name: string): Expression | null {
  for (let under = 1; under <= 60; under++) {
    const top = Math.round(x * under)
    if (Math.abs(top / under - x) > 1e-7 * Math.max(1, Math.abs(x))) continue
    if (truthOf(statement, exactly({ [name]: top / under })) === 'true')
      return fractionExpression(fraction(BigInt(top), BigInt(under)))
  }
  return null
}

/** A formula that is linear in the letter: isolated, and checked as a step. */
function rearranged(text: string, chain: Chain, name: string, seed: number): Solved {
  const [left, right] = chain.sides
  if (chain.relations[0] !== '=' || !left || !right) return cannot('too-hard')
  const [a, b] = [polynomialOf(left.expression), polynomialOf(right.expression)]
  const whole = a && b && subtract(a, b)
  if (!whole || degreeIn(whole, name) !== 1) return cannot('too-hard')
  const by = coefficientOf(whole, name, 1)
  const rest = scale(coefficientOf(whole, name, 0), fraction(-1n))
  const value = numberOf(by)
  const [leading] = by.values()
  const sign = fraction(leading && isNegative(leading.by) ? -1n : 1n)
  const result =
    value && !isZero(value)
      ? expressionOf(scale(rest, over(fraction(1n), value)))
      : {
          kind: 'quotient' as const,
          over: expressionOf(scale(rest, sign)),
          under: expressionOf(scale(by, sign)),
        }
  const line = `${name} = ${printExpression(result)}`
  const steps: SolutionStep[] = [
    { line: text, operation: null },
    { line, operation: { id: 'isolate', about: [name] } },
  ]
  return hold(steps, seed) ? { kind: 'claim', line, steps: [] } : cannot('unsure')
}
