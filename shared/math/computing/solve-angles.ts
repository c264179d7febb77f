import { evaluate } from '../evaluate.ts'
import {
  type Expression,
  type FunctionName,
  mapParts,
  negative,
  someIn,
  substitute,
  sum,
  symbol,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { solutionsOf } from '../solutions.ts'
import type { Chain, Statement } from '../statement.ts'
import { truthOf } from '../truth.ts'
import { angleText, type Shown } from './angle-text.ts'
import { polynomialOf } from './polynomial.ts'
import { realRoots } from './real-roots.ts'
import type { Solved } from './solve.ts'

/** `degrees`: an angle that is written without a sign is meant in degrees. */
export type Angles = 'degrees' | 'radians'
type Family = { at: number; period: number }

const NAMES: ReadonlySet<string> = new Set<FunctionName>(['sin', 'cos', 'tan', 'cot'])
const LETTER = 'ratio'
const CANNOT: Solved = { kind: 'cannot', why: 'too-hard' }
const UNSURE: Solved = { kind: 'cannot', why: 'unsure' }
/** Solutions on each side of 0 that are looked at where an interval is given, and the most of them that are told. */
const REACH = 60
const MOST = 24

/**
 * All solutions of an equation in which the unknown stands in one function of an angle only, as in 2cos(3x) = 1 or
 * sin²x − sin x = 0; those of an interval where one is given (sin x = 0.5, 0° ≤ x ≤ 360°). Null where it is no such equation.
 */
export function solveAngles(statement: Statement, name: string, angles: Angles | null): Solved | null {
  const written = sidesHave(statement, 'degrees')
  const bare = angles === 'degrees' && !written
  const given = bare ? inDegrees(statement, name) : statement
  const [chains, more] = given.cases
  const chain = chains?.find((each) => angleIn(each, name) !== null)
  const angle = chain && angleIn(chain, name)
  if (!chains || more || !chain || !angle) return null
  const line = asLine(angle, name)
  // In sin(2x + 30) with x in degrees nobody can know what 30 is.
  if (!line || (bare && Math.abs(line.offset) > 1e-12)) return CANNOT
  const ratios = ratiosOf(chain, angle)
  if (!ratios) return CANNOT
  const families = familiesOf(ratios, line)
  if (!areAll(chain, name, families, line.slope)) return UNSURE
  const none = { kind: 'solved' as const, unknown: name, values: [], every: false, proven: true, steps: [] }
  if (families.length === 0) return none
  const shown = shownAs(angle, name, written || bare, bare)
  const rest = chains.filter((each) => each !== chain)
  if (rest.length > 0) {
    const inside = withinInterval(families, rest, name)
    if (!inside) return CANNOT
    if (inside.length === 0) return none
    const texts = inside.map((x) => angleText(x, shown))
    return {
      kind: 'angles',
      unknown: name,
      values: texts.map(({ text }) => text),
      rounded: texts.some(({ exact }) => !exact),
      endless: false,
    }
  }
  const texts = families.map(({ at, period }) => ({
    at: angleText(at, shown),
    period: angleText(period, shown),
  }))
  return {
    kind: 'angles',
    unknown: name,
    values: texts.map(({ at, period }) =>
      at.text === '0' || at.text === '0°' ? `${period.text}·k` : `${at.text} + ${period.text}·k`,
    ),
    rounded: texts.some(({ at, period }) => !at.exact || !period.exact),
    endless: true,
  }
}

const sidesHave = (statement: Statement, kind: Expression['kind']): boolean =>
  statement.cases
    .flat()
    .some(({ sides }) => sides.some(({ expression }) => someIn(expression, (part) => part.kind === kind)))

/** sin x as sin x°, in the equation alone. */
function inDegrees(statement: Statement, name: string): Statement {
  const change = (e: Expression): Expression =>
    isAngle(e, name)
      ? mapParts(e, (of) => substitute(of, name, { kind: 'degrees', of: symbol(name) }))
      : mapParts(e, change)
  return {
    ...statement,
    cases: statement.cases.map((chains) =>
      chains.map((chain) => ({
        ...chain,
        sides: chain.sides.map((side) => ({ ...side, expression: change(side.expression) })),
      })),
    ),
  }
}

const isAngle = (e: Expression, name: string): e is Expression & { kind: 'call' } =>
  e.kind === 'call' && NAMES.has(e.name) && variablesOf(e.of).includes(name)

/** The one function of the unknown in an equation: where it is replaced, the unknown is gone. */
function angleIn({ sides, relations }: Chain, name: string): (Expression & { kind: 'call' }) | null {
  if (sides.length !== 2 || relations[0] !== '=') return null
  let angle: (Expression & { kind: 'call' }) | null = null
  for (const { expression } of sides)
    someIn(expression, (part) => {
      if (!angle && isAngle(part, name)) angle = part
      return angle !== null
    })
  const found = angle as (Expression & { kind: 'call' }) | null
  if (!found) return null
  return sides.some(({ expression }) => variablesOf(replaced(expression, found)).includes(name))
    ? null
    : found
}

function replaced(e: Expression, angle: Expression & { kind: 'call' }): Expression {
  const same = printExpression(angle)
  const change = (part: Expression): Expression =>
    part.kind === 'call' && part.name === angle.name && printExpression(part) === same
      ? symbol(LETTER)
      : mapParts(part, change)
  return change(e)
}

type Line = { slope: number; offset: number; name: FunctionName }

/** The angle as slope·x + offset, in radians. */
function asLine({ of, name: call }: Expression & { kind: 'call' }, name: string): Line | null {
  const [zero, one, far] = [0, 1, 7].map((x) => evaluate(of, { [name]: x }))
  if (zero === undefined || one === undefined || far === undefined) return null
  const slope = one - zero
  const straight = Math.abs(zero + 7 * slope - far) <= 1e-9 * Math.max(1, Math.abs(far))
  return straight && Math.abs(slope) > 1e-6 ? { slope, offset: zero, name: call } : null
}

/** What sin x must be: exactly from a polynomial, else from a line with any numbers (2·sin x = √3). */
function ratiosOf({ sides }: Chain, angle: Expression & { kind: 'call' }): number[] | null {
  const [left, right] = sides.map(({ expression }) => replaced(expression, angle))
  if (!left || !right) return null
  const difference = sum([left, negative(right)])
  const whole = polynomialOf(difference)
  if (whole) return whole.size === 0 ? null : (realRoots(whole, LETTER)?.map((e) => evaluate(e, {})) ?? null)
  const [zero, one, far] = [0, 1, 7].map((t) => evaluate(difference, { [LETTER]: t }))
  if (zero === undefined || one === undefined || far === undefined) return null
  const slope = one - zero
  const straight = Math.abs(zero + 7 * slope - far) <= 1e-9 * Math.max(1, Math.abs(far))
  return straight && Math.abs(slope) > 1e-9 ? [-zero / slope] : null
}

/** Angles with that ratio, and after how much they come again. */
function anglesWith(name: FunctionName, ratio: number): Family[] {
  const whole = 2 * Math.PI
  const t = Math.abs(Math.abs(ratio) - 1) < 1e-12 ? Math.sign(ratio) : Math.abs(ratio) < 1e-12 ? 0 : ratio
  if (name === 'tan') return [{ at: Math.atan(t), period: Math.PI }]
  if (name === 'cot') return [{ at: t === 0 ? Math.PI / 2 : Math.atan(1 / t), period: Math.PI }]
  if (Math.abs(t) > 1) return []
  const first = name === 'sin' ? Math.asin(t) : Math.acos(t)
  if (t === 0) return [{ at: first, period: Math.PI }]
  if (Math.abs(t) === 1) return [{ at: first, period: whole }]
  return [
    { at: first, period: whole },
    { at: name === 'sin' ? Math.PI - first : -first, period: whole },
  ]
}

function familiesOf(ratios: readonly number[], { slope, offset, name }: Line): Family[] {
  return ratios
    .flatMap((ratio) => anglesWith(name, ratio))
    .map(({ at, period }) => {
      const every = period / Math.abs(slope)
      const x = (at - offset) / slope
      const turned = x - every * Math.floor(x / every + 1e-12)
      return { at: Math.abs(turned) < 1e-12 ? 0 : turned, period: every }
    })
    .sort((a, b) => a.at - b.at)
}

/** Each solution makes the equation true, and the search finds no other. */
function areAll(chain: Chain, name: string, families: readonly Family[], slope: number): boolean {
  const equation: Statement = { cases: [[chain]], continues: false, text: '' }
  const hold = families.every(({ at, period }) =>
    [-1, 0, 1].every((k) => {
      const x = at + k * period
      const truth = truthOf(equation, { at: { [name]: x }, name, error: 1e-12 * Math.max(1, Math.abs(x)) })
      const gap = chain.sides.map(({ expression }) => evaluate(expression, { [name]: x }))
      return (
        truth !== 'false' && truth !== 'outside' && Math.abs((gap[0] ?? Number.NaN) - (gap[1] ?? 0)) < 1e-9
      )
    }),
  )
  const scale = Math.abs(slope) < 0.1 ? 57 : 1
  const { points, everywhere } = solutionsOf(equation, name, { scale })
  const known = (x: number): boolean =>
    families.some(({ at, period }) => {
      const turns = (x - at) / period
      return Math.abs(turns - Math.round(turns)) * period < 1e-4 * Math.max(1, Math.abs(x) * 1e-2)
    })
  return hold && !everywhere && points.every(({ at }) => known(at[name] ?? Number.NaN))
}

/** Null where the interval has no end on both sides. */
function withinInterval(
  families: readonly Family[],
  chains: readonly Chain[],
  name: string,
): number[] | null {
  const interval: Statement = { cases: [chains], continues: false, text: '' }
  const inside: number[] = []
  for (const { at, period } of families)
    for (let k = -REACH; k <= REACH; k++) {
      const x = at + k * period
      const truth = truthOf(interval, { at: { [name]: x }, name, error: 0 })
      if (truth === 'false') continue
      if (truth !== 'true' || Math.abs(k) === REACH) return null
      inside.push(x)
    }
  return inside.length > MOST ? null : inside.sort((a, b) => a - b)
}

/** x° is a number of degrees; else x is an angle, and shown in degrees where any are written. */
function shownAs(
  angle: Expression & { kind: 'call' },
  name: string,
  degrees: boolean,
  signed: boolean,
): Shown {
  const isNumber = someIn(angle.of, (part) => part.kind === 'degrees' && variablesOf(part.of).includes(name))
  if (isNumber) return signed ? 'number-of-degrees' : 'number'
  return degrees ? 'angle-in-degrees' : 'radians'
}
