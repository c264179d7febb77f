import { checkWorking } from '../check-working.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, sizeOf, someIn, variablesOf } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { solutionsOf } from '../solutions.ts'
import { type Chain, onlyChain, type Statement, sidesOf } from '../statement.ts'
import { exactly, truthOf } from '../truth.ts'
import { asNumber, fraction, fractionExpression, isNegative, isZero, over } from './fraction.ts'
import {
  coefficientOf,
  coefficientsIn,
  degreeIn,
  expressionOf,
  numberOf,
  polynomialOf,
  scale,
  subtract,
} from './polynomial.ts'
import { rationalRoots } from './rational-roots.ts'
import { surds, workOut } from './solve-steps.ts'
import { solveSystem } from './solve-system.ts'
import type { SolutionStep } from './step.ts'
import type { WhyNot } from './why-not.ts'

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
  | { kind: 'cannot'; why: WhyNot }

const cannot = (why: WhyNot): Solved => ({ kind: 'cannot', why })

/** The values of the unknown that make a line true. Only what the checker has verified is given. */
export function solve(text: string, named: string | null, seed: number): Solved {
  const statement = read(text)
  if (!statement) return cannot('not-read')
  const names = variablesOf(...sidesOf(statement).map((side) => side.expression))
  const [only, ...others] = names
  if (only === undefined) return cannot('no-unknown')
  if (named !== null && !names.includes(named)) return cannot('no-unknown')
  const chain = onlyChain(statement)
  if (!chain) return named === null && others.length > 0 ? solveSystem(statement, seed) : cannot('too-hard')
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
    if (!worked || last === undefined) return cannot('too-hard')
    return hold(worked.steps, seed)
      ? { kind: 'claim', line: last, steps: [...worked.steps] }
      : cannot('unsure')
  }
  const exact = worked?.solutions ?? bySeveralMeans(left.expression, right.expression, statement, name)
  if (!exact) return cannot('too-hard')
  const every = worked?.all === true
  const verified = areAll(statement, name, exact, every)
  if (!verified) return cannot('unsure')
  const values = exact.map(printExpression)
  const proven = polynomialOf(left.expression) !== null && polynomialOf(right.expression) !== null
  const steps = worked && worked.steps.length > 1 && hold(worked.steps, seed) ? [...worked.steps] : []
  return { kind: 'solved', unknown: name, values, every, proven, steps }
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
  const coefficients = whole && coefficientsIn(whole, name)
  if (coefficients) return ofHigherDegree(coefficients)
  const sides = [left, right]
  if (sides.some((side) => sizeOf(side) > LARGEST)) return null
  if (sides.some((side) => someIn(side, (part) => part.kind === 'call' && PERIODIC.has(part.name))))
    return null
  const { points, everywhere } = solutionsOf(statement, name)
  if (everywhere || points.length > 6) return null
  const values = points.map(({ at }) => niceValue(at[name] ?? Number.NaN, statement, name))
  return values.every((value) => value !== null) ? values : null
}

function ofHigherDegree(coefficients: ReturnType<typeof coefficientsIn> & object): Expression[] | null {
  const { roots, rest } = rationalRoots(coefficients)
  const exact = roots.map(fractionExpression)
  if (rest.length <= 1) return exact
  const [c, b, a, more] = rest
  if (!c || !b || !a || more) return null
  const discriminant = asNumber(b) ** 2 - 4 * asNumber(a) * asNumber(c)
  if (discriminant < 0) return exact
  const square = fraction(b.over ** 2n, b.under ** 2n)
  const product4 = fraction(4n * a.over * c.over, a.under * c.under)
  const d = fraction(
    square.over * product4.under - product4.over * square.under,
    square.under * product4.under,
  )
  return [...exact, ...surds(fraction(-b.over, b.under), d, fraction(2n * a.over, a.under))]
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
