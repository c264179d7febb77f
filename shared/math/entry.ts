import { variablesIn } from './compare-statements.ts'
import { type Definition, type Definitions, definitionOf, resolve } from './differentiate.ts'
import { evaluate } from './evaluate.ts'
import {
  call,
  type Expression,
  isNumber,
  mapParts,
  number as numeral,
  quotient,
  someIn,
  variablesOf,
} from './expression.ts'
import { byComponents } from './matrix.ts'
import { INVERSE_OF } from './operand-parser.ts'
import { withoutPlusMinus } from './plus-minus.ts'
import { type Chain, mapSides, onlyChain, type Stance, type Statement, sidesOf } from './statement.ts'

/** What kind of claim a statement is; expressions and continuations are judged side by side. */
export type ClaimKind = 'expression' | 'continuation' | 'equation' | 'inequality' | 'condition'

/** One statement of the working so far, ready to be compared. */
export type Entry = {
  line: number
  kind: ClaimKind
  /** As written, for slips and texts. */
  written: Statement
  /** With ± spelt out and the learner's functions replaced by what they stand for. */
  statement: Statement
  variables: readonly string[]
  stance: Stance
  words: readonly string[]
  /** What its left side (y′, f′(x)) differentiates, when it was defined before. */
  differentiated: Definition | null
  /** What its left side f⁻¹(x) is the inverse of, when that was defined before. */
  inverted: Definition | null
  /** A blank line stood before it. */
  afterBlank: boolean
  /** x₁ = 2: one of several solutions. */
  partial?: boolean
  /** The entry it was found to follow from. */
  from: Entry | null
  /** It did not follow. */
  wrong: boolean
  /** A true remark (an identity, a numeric check) that later lines need not follow from. */
  aside: boolean
}

export function kindOf(statement: Statement): ClaimKind {
  if (statement.continues) return 'continuation'
  const relations = statement.cases.flatMap((chains) => chains.flatMap((chain) => [...chain.relations]))
  if (relations.length === 0) return 'expression'
  if (relations.some((relation) => relation === '=' || relation === '≈')) return 'equation'
  return relations.every((relation) => relation === '≠') ? 'condition' : 'inequality'
}

/** The statement as it is to be compared: nothing left that has no value of its own. */
function prepare(written: Statement, definitions: Definitions, degrees: boolean): Statement {
  const names = new Set(written.cases.flat().flatMap((chain) => definedBy(chain)?.name ?? []))
  // a = (3, −2) once more names another vector, and says nothing of the one before.
  const known = [...definitions].filter(([name, { body }]) => !names.has(name) || body.kind !== 'matrix')
  const others = names.size > 0 ? new Map(known) : definitions
  const resolved = byComponents(mapSides(written, (e) => resolve(e, others)))
  return withoutPlusMinus(degrees ? mapSides(resolved, inDegrees) : resolved)
}

export function makeEntry(
  written: Statement,
  definitions: Definitions,
  rest: Pick<Entry, 'line' | 'stance' | 'words' | 'afterBlank' | 'partial'>,
  degrees = false,
): Entry {
  const statement = prepare(written, definitions, degrees)
  const variables = variablesIn(statement)
  const kind = kindOf(written)
  const differentiated = differentiatedBy(written, definitions)
  return {
    ...rest,
    kind,
    written,
    statement,
    variables,
    differentiated,
    inverted: invertedBy(written, definitions),
    from: null,
    wrong: false,
    aside: false,
  }
}

/** The definition behind the first derivative on the left of a line. */
function differentiatedBy(written: Statement, definitions: Definitions): Definition | null {
  const left = onlyChain(written)?.sides[0]?.expression
  if (left?.kind === 'apply' && left.primes === 1) return definitions.get(left.name) ?? null
  if (left?.kind === 'derivative' && left.of.kind === 'symbol' && left.order === 1)
    return definitions.get(left.of.name) ?? null
  if (left?.kind === 'symbol' && /[^']'$/.test(left.name))
    return definitions.get(left.name.slice(0, -1)) ?? null
  return null
}

function invertedBy(written: Statement, definitions: Definitions): Definition | null {
  const left = onlyChain(written)?.sides[0]?.expression
  const inverse = left?.kind === 'apply' && left.name.endsWith(INVERSE_OF)
  return inverse ? (definitions.get(left.name.slice(0, -INVERSE_OF.length)) ?? null) : null
}

const TRIG = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc'])
const ARC = new Set(['asin', 'acos', 'atan'])

/** sin 30 meant in degrees: angles lose their sign, functions take and give degrees. */
export function inDegrees(e: Expression): Expression {
  if (e.kind === 'degrees') return inDegrees(e.of)
  const inner = mapParts(e, inDegrees)
  if (inner.kind !== 'call') return inner
  if (TRIG.has(inner.name)) return call(inner.name, { kind: 'degrees', of: inner.of })
  return ARC.has(inner.name) ? quotient(inner, { kind: 'degrees', of: numeral(1) }) : inner
}

export function hasAngles(statement: Statement): boolean {
  return sidesOf(statement).some((side) =>
    someIn(
      side.expression,
      (e) => e.kind === 'degrees' || (e.kind === 'call' && (TRIG.has(e.name) || ARC.has(e.name))),
    ),
  )
}

/** π in a line says that angles are meant in radians. */
export function hasPi(statement: Statement): boolean {
  return sidesOf(statement).some((side) =>
    someIn(side.expression, (e) => e.kind === 'constant' && e.name === 'pi'),
  )
}

/** Whether the variable stands inside a periodic function, so that solutions repeat for ever. */
export function isPeriodicIn(statement: Statement, name: string): boolean {
  return sidesOf(statement).some((side) =>
    someIn(side.expression, (e) => e.kind === 'call' && TRIG.has(e.name) && variablesOf(e.of).includes(name)),
  )
}

/** Solved: every case says x = (or <) a value without x. */
export function isSolvedFor(statement: Statement, name: string): boolean {
  return statement.cases.every((chains) => {
    const about = chains.filter((chain) =>
      chain.sides.some((side) => variablesOf(side.expression).length > 0),
    )
    return (
      about.length > 0 &&
      about.every((chain) => {
        const lone = chain.sides.filter(
          ({ expression }) => expression.kind === 'symbol' && expression.name === name,
        )
        const others = chain.sides.filter((side) => !lone.includes(side))
        return (
          lone.length === 1 &&
          others.length > 0 &&
          others.every((side) => !variablesOf(side.expression).includes(name))
        )
      })
    )
  })
}

/** x = 3 with nothing left to work out. */
export function isLiteralSolution(statement: Statement, name: string): boolean {
  const chain = onlyChain(statement)
  const right = chain?.sides[1]?.expression
  if (!chain || !right || chain.sides.length !== 2 || !isSolvedFor(statement, name)) return false
  const bare = right.kind === 'negative' ? right.of : right
  if (bare.kind === 'number' || bare.kind === 'constant' || bare.kind === 'degrees') return true
  return bare.kind === 'quotient' && bare.over.kind === 'number' && bare.under.kind === 'number'
}

type Named = Definition & { name: string }

/** f(x) = …, y = …: what the learner's name stands for from this line on, if it states just one. */
export function defines(entry: Entry): Named | null {
  const chain = onlyChain(entry.written)
  return chain && definedBy(chain)
}

/** The same for a line that states several: f(x) = 3x + 1, g(x) = x². */
export function allDefined(entry: Entry): Named[] {
  const [chains, ...cases] = entry.written.cases
  return cases.length > 0 || isPiecewise(entry.written)
    ? []
    : (chains ?? []).flatMap((chain) => definedBy(chain) ?? [])
}

/** The names that a line gives several meanings, each on a part: f(x) = 2x for x < 1 and x + 1 for x ≥ 1. */
export function piecewise({ written }: Entry): string[] {
  return isPiecewise(written) ? written.cases.flat().flatMap((chain) => definedBy(chain)?.name ?? []) : []
}

function isPiecewise({ cases }: Statement): boolean {
  const chains = cases.flat()
  const names = chains.flatMap((chain) => definedBy(chain)?.name ?? [])
  const limits = chains.filter(({ relations }) => /[<≤>≥]/.test(relations[0] ?? ''))
  return names.length > 0 && (new Set(names).size < names.length || limits.length > 0)
}

function definedBy(chain: Chain): Named | null {
  const left = chain.sides[0]?.expression
  const right = chain.sides[1]?.expression
  if (!left || !right || chain.relations[0] !== '=') return null
  if (left.kind === 'apply' && left.primes === 0 && left.of.kind === 'symbol')
    return { name: left.name, parameter: left.of.name, body: right }
  if (left.kind === 'apply') return recursionBy(left.name, left.of, right)
  if (left.kind !== 'symbol') return null
  const term = /^(.+_)(?:([nkijm])|\d{1,3})$/.exec(left.name)
  if (term?.[1] && term[2] && variablesOf(right).includes(term[2]))
    return { name: term[1], parameter: term[2], body: right }
  if (term && variablesOf(right).length === 0) return { name: left.name, parameter: '', body: right }
  if (variablesOf(right).includes(left.name) || left.name.includes("'")) return null
  // a = (3, −2), A = [[1, 2], [3, 4]]
  if (right.kind === 'matrix' && variablesOf(right).length === 0 && chain.sides.length === 2)
    return { name: left.name, parameter: '', body: right }
  const definition = definitionOf(right)
  return definition && { name: left.name, ...definition }
}

/** a_{n+1} = a_n/2 + 1: each term from the one before it. */
function recursionBy(name: string, of: Expression, right: Expression): Named | null {
  if (!name.endsWith('_') || of.kind !== 'sum' || of.terms.length !== 2) return null
  const [index, step] = of.terms
  if (index?.kind !== 'symbol' || !step || !isNumber(step, 1)) return null
  const before = name + index.name
  const known = variablesOf(right).every((variable) => variable === before || variable === index.name)
  return known ? { name, parameter: index.name, body: right, before } : null
}

/** Values stated for variables so far (x = 2), for putting into other equations. */
export function knownValues(entries: readonly Entry[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const entry of entries) {
    if (entry.kind !== 'equation' || entry.statement.cases.length !== 1) continue
    for (const chain of entry.statement.cases[0] ?? []) {
      const left = chain.sides[0]?.expression
      const right = chain.sides.at(-1)?.expression
      if (left?.kind !== 'symbol' || !right || chain.relations[0] !== '=') continue
      // z = e^x > 0
      if (chain.relations.some((relation) => relation !== '=' && relation !== '≈')) continue
      const value = evaluate(right, {})
      if (Number.isFinite(value)) known.set(left.name, value)
    }
  }
  return known
}
