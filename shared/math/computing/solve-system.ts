import { type Expression, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { type Chain, type Statement, sidesOf } from '../statement.ts'
import { exactly, truthOf } from '../truth.ts'
import {
  asNumber,
  type Fraction,
  fractionExpression,
  isOne,
  isZero,
  minus,
  ONE,
  opposite,
  over,
  times,
} from './fraction.ts'
import {
  add,
  coefficientOf,
  constant,
  degreeOf,
  expressionOf,
  multiply,
  numberOf,
  type Polynomial,
  polynomialOf,
  scale,
  subtract,
} from './polynomial.ts'
import { hold, type Solved } from './solve.ts'
import { operation, type SolutionStep } from './step.ts'

/** a·x + b·y = c */
type Row = { a: Fraction; b: Fraction; c: Fraction }

const CANNOT: Solved = { kind: 'cannot', why: 'too-hard' }

/** Two linear equations with two unknowns, by putting one into the other. */
export function solveSystem(statement: Statement, seed: number): Solved {
  const [chains, ...others] = statement.cases
  const names = variablesOf(...sidesOf(statement).map((side) => side.expression))
  const [x, y, third] = names
  if (!chains || others.length > 0 || chains.length !== 2 || !x || !y || third) return CANNOT
  const rows = chains.map(({ sides: [left, right, more], relations }) =>
    left && right && !more && relations[0] === '=' ? rowOf(left.expression, right.expression, x, y) : null,
  )
  const [first, second] = rows
  if (!first || !second) return CANNOT
  const determinant = minus(times(first.a, second.b), times(second.a, first.b))
  if (isZero(determinant)) return CANNOT
  const valueX = over(minus(times(first.c, second.b), times(second.c, first.b)), determinant)
  const valueY = over(minus(times(first.a, second.c), times(second.a, first.c)), determinant)
  const solves = truthOf(statement, exactly({ [x]: asNumber(valueX), [y]: asNumber(valueY) }))
  if (solves !== 'true') return { kind: 'cannot', why: 'unsure' }
  const line = `${x} = ${printed(valueX)}, ${y} = ${printed(valueY)}`
  const steps = bySubstitution([first, second], [x, y], [valueX, valueY], chains)
  return { kind: 'claim', line, steps: hold(steps, seed) ? steps : [] }
}

const printed = (value: Fraction): string => printExpression(fractionExpression(value))

function rowOf(left: Expression, right: Expression, x: string, y: string): Row | null {
  const [one, other] = [polynomialOf(left), polynomialOf(right)]
  const whole = one && other && subtract(one, other)
  if (!whole || degreeOf(whole) > 1) return null
  const [a, b] = [x, y].map((name) => numberOf(coefficientOf(whole, name, 1)))
  const c = numberOf(coefficientOf(coefficientOf(whole, x, 0), y, 0))
  return a && b && c ? { a, b, c: opposite(c) } : null
}

function bySubstitution(
  rows: readonly [Row, Row],
  [x, y]: readonly [string, string],
  [valueX, valueY]: readonly [Fraction, Fraction],
  chains: readonly Chain[],
): SolutionStep[] {
  const letter = (name: string, by: Fraction): Polynomial =>
    scale(polynomialOf({ kind: 'symbol', name }) ?? new Map(), by)
  // The letter and the equation in which it stands alone, or else can be had alone most easily.
  const choices = rows
    .flatMap((row, index) => [
      { index, name: y, by: row.b, other: letter(x, opposite(row.a)), c: row.c },
      { index, name: x, by: row.a, other: letter(y, opposite(row.b)), c: row.c },
    ])
    .filter(({ by }) => !isZero(by))
  const chosen =
    choices.find(({ by }) => isOne(by)) ?? choices.find(({ by }) => isOne(opposite(by))) ?? choices[0]
  if (!chosen) return []
  const isolated = scale(add(chosen.other, constant(chosen.c)), over(ONE, chosen.by))
  const rest = rows[chosen.index === 0 ? 1 : 0]
  const [kept, keptBy, goneBy] = chosen.name === y ? [x, rest.a, rest.b] : [y, rest.b, rest.a]
  const put = multiply(isolated, constant(goneBy))
  if (!put) return []
  const left = add(letter(kept, keptBy), put)
  const value = kept === x ? valueX : valueY
  const other = kept === x ? valueY : valueX
  return [
    ...chains.map(({ sides }) => ({ line: sides.map(({ text }) => text).join(' = '), operation: null })),
    {
      line: `${chosen.name} = ${printExpression(expressionOf(isolated))}`,
      operation: operation('isolate', chosen.name),
    },
    {
      line: `${printExpression(expressionOf(left))} = ${printed(rest.c)}`,
      operation: operation('substitute', chosen.name),
    },
    { line: `${kept} = ${printed(value)}`, operation: operation('isolate', kept) },
    { line: `${chosen.name} = ${printed(other)}`, operation: operation('substitute', kept) },
  ]
}
