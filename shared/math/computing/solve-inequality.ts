import { compareInequalities } from '../compare-statements.ts'
import { evaluate } from '../evaluate.ts'
import {
  call,
  type Expression,
  mapParts,
  negative,
  partsOf,
  sameShape,
  sum,
  variablesOf,
} from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import type { Statement } from '../statement.ts'
import { exactly, type Truth, truthOf } from '../truth.ts'
import { ratioOf } from './ratio.ts'
import { realRoots } from './real-roots.ts'
import type { Solved } from './solve.ts'

/** Where the truth of a statement may change. */
type End = { value: Expression; at: number }
/** `low` and `high` null: without end; both the same: one number. */
type Piece = { low: End | null; high: End | null; lowHeld: boolean; highHeld: boolean }

const CANNOT: Solved = { kind: 'cannot', why: 'too-hard' }
const UNSURE: Solved = { kind: 'cannot', why: 'unsure' }
const MOST_ABSOLUTES = 3

/**
 * Inequalities between polynomials, their ratios and absolute values of these, alone or several at once. Truth can only
 * change where a side's difference is zero or has no value: these points are found exactly, and the statement is evaluated at
 * each and between them.
 */
export function solveInequality(statement: Statement, name: string, seed: number): Solved {
  const ends = endsOf(statement, name)
  if (!ends) return CANNOT
  const pieces = piecesOf(ends, (x) => truthOf(statement, exactly({ [name]: x })))
  if (!pieces) return UNSURE
  const [only, second] = pieces
  const none = { kind: 'solved' as const, unknown: name, values: [], every: false, proven: true, steps: [] }
  if (!only) return holdsSomewhere(statement, name, seed) ? UNSURE : none
  if (!second && !only.low && !only.high)
    return compareInequalities(statement, statement, name, seed).identities[0]
      ? { ...none, every: true }
      : UNSURE
  const line = lineOf(pieces, name)
  return isSame(statement, line, name, seed) ? { kind: 'claim', line, steps: [] } : UNSURE
}

function holdsSomewhere(statement: Statement, name: string, seed: number): boolean {
  return compareInequalities(statement, statement, name, seed).shared > 0
}

/** The line read back holds at the same points as what was asked. */
function isSame(statement: Statement, line: string, name: string, seed: number): boolean {
  const parsed = parseLine(line)
  const claimed = parsed.kind === 'statements' ? parsed.statements[0] : undefined
  if (!claimed) return false
  const { lost, gained, unsure } = compareInequalities(statement, claimed, name, seed)
  return lost.length === 0 && gained.length === 0 && !unsure
}

function endsOf(statement: Statement, name: string): End[] | null {
  const found: End[] = []
  for (const chain of statement.cases.flat())
    for (const [i, relation] of chain.relations.entries()) {
      const [left, right] = [chain.sides[i]?.expression, chain.sides[i + 1]?.expression]
      if (!left || !right || relation === '≈') return null
      const difference = sum([left, negative(right)])
      const variants = withoutAbsolutes(difference)
      const zeros = variants && [...variants, ...absolutesIn(difference)].map((e) => zerosOf(e, name))
      if (!zeros?.every((each) => each !== null)) return null
      for (const value of zeros.flat()) {
        const at = evaluate(value, {})
        if (!Number.isFinite(at)) return null
        if (!found.some((known) => Math.abs(known.at - at) <= 1e-9 * Math.max(1, Math.abs(at))))
          found.push({ value, at })
      }
    }
  return found.sort((a, b) => a.at - b.at)
}

/** Zeros and poles of what holds no absolute value. */
function zerosOf(e: Expression, name: string): Expression[] | null {
  const ratio = ratioOf(e)
  const [over, under] = ratio ? [realRoots(ratio.over, name), realRoots(ratio.under, name)] : []
  return over && under ? [...over, ...under] : null
}

/** What stands in absolute values that hold no other. */
function absolutesIn(e: Expression): Expression[] {
  const own = e.kind === 'call' && e.name === 'abs' && variablesOf(e.of).length > 0 ? [e.of] : []
  return [...own, ...partsOf(e).flatMap(absolutesIn)]
}

/** |u| is u or −u: all ways to choose. They have more zeros than the expression, which does no harm. */
function withoutAbsolutes(e: Expression): Expression[] | null {
  const inside = absolutesIn(e)
  if (inside.length > MOST_ABSOLUTES || inside.some((each) => absolutesIn(each).length > 0)) return null
  return inside.reduce<Expression[]>(
    (variants, of) =>
      variants.flatMap((variant) => [of, negative(of)].map((by) => replaced(variant, call('abs', of), by))),
    [e],
  )
}

const replaced = (e: Expression, what: Expression, by: Expression): Expression =>
  sameShape(e, what) ? by : mapParts(e, (part) => replaced(part, what, by))

/** Null where the truth at a point cannot be told. */
function piecesOf(ends: readonly End[], truthAt: (x: number) => Truth): Piece[] | null {
  const spans = [...ends, null].flatMap((end, i): { truth: Truth; low: End | null; high: End | null }[] => {
    const before = ends[i - 1] ?? null
    const between = { truth: truthAt(middleOf(before?.at, end?.at)), low: before, high: end }
    return end ? [between, { truth: truthAt(end.at), low: end, high: end }] : [between]
  })
  if (spans.some(({ truth }) => truth === 'unsure')) return null
  const pieces: Piece[] = []
  spans.forEach(({ truth, low, high }, i) => {
    if (truth !== 'true') return
    const held = low !== null && low === high
    const last = pieces.at(-1)
    if (last && spans[i - 1]?.truth === 'true') pieces[pieces.length - 1] = { ...last, high, highHeld: held }
    else pieces.push({ low, high, lowHeld: held, highHeld: held })
  })
  return pieces
}

function middleOf(low: number | undefined, high: number | undefined): number {
  if (low === undefined) return high === undefined ? 0.5 : high - 1
  return high === undefined ? low + 1 : (low + high) / 2
}

function lineOf(pieces: readonly Piece[], name: string): string {
  const [first, last, third] = pieces
  if (first && last && !third && !first.low && !last.high && first.high && first.high === last.low)
    return `${name} ≠ ${printExpression(first.high.value)}`
  return pieces.map((piece) => pieceText(piece, name)).join(' or ')
}

function pieceText({ low, high, lowHeld, highHeld }: Piece, name: string): string {
  const [from, to] = [low, high].map((end) => end && printExpression(end.value))
  if (low && low === high) return `${name} = ${from}`
  if (!low) return `${name} ${highHeld ? '≤' : '<'} ${to}`
  if (!high) return `${name} ${lowHeld ? '≥' : '>'} ${from}`
  return `${from} ${lowHeld ? '≤' : '<'} ${name} ${highHeld ? '≤' : '<'} ${to}`
}
