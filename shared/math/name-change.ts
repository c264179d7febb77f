import { type Expression, factorsOf, partsOf, product, sameShape } from './expression.ts'
import { printExpression } from './print-expression.ts'
import type { Relation } from './token.ts'

export const CHANGES = ['number', 'sign', 'letter', 'exponent', 'operator'] as const
/** What kind of thing is different in a copy. */
export type ChangeKind = (typeof CHANGES)[number]
/** One thing that is different: as it stands in the original, and in the copy; '' where it is missing. */
export type Change = { kind: ChangeKind; from: string; to: string }

/** Nothing nameable: the two are built differently. */
const OTHER = null
type Changes = readonly Change[] | null

/** The small things in which a copy differs from its original, or null when it is built differently. */
export function changesBetween(a: Expression, b: Expression): Changes {
  if (sameShape(a, b)) return []
  if (a.kind === 'number' && b.kind === 'number')
    return Number(a.text) === Number(b.text) ? [] : [{ kind: 'number', from: a.text, to: b.text }]
  if (a.kind === 'symbol' && b.kind === 'symbol') return [{ kind: 'letter', from: a.name, to: b.name }]
  if (a.kind === 'negative' || b.kind === 'negative') return signed(a, b)
  if (a.kind === 'power' || b.kind === 'power') return raised(a, b)
  return operated(a, b) ?? factored(a, b) ?? sameKind(a, b)
}

/** The relation of a copy; = turned into < may be a way to solve, so only inequalities are compared. */
export function relationChange(a: Relation, b: Relation): Changes {
  if (a === b) return []
  const sizes: readonly Relation[] = ['<', '≤', '>', '≥']
  return sizes.includes(a) && sizes.includes(b) ? [{ kind: 'operator', from: a, to: b }] : OTHER
}

function signed(a: Expression, b: Expression): Changes {
  if (a.kind === 'negative' && b.kind === 'negative') return changesBetween(a.of, b.of)
  const change: Change =
    a.kind === 'negative' ? { kind: 'sign', from: '−', to: '+' } : { kind: 'sign', from: '+', to: '−' }
  const rest = changesBetween(a.kind === 'negative' ? a.of : a, b.kind === 'negative' ? b.of : b)
  return rest && [...rest, change]
}

function raised(a: Expression, b: Expression): Changes {
  if (a.kind === 'power' && b.kind === 'power') {
    const base = changesBetween(a.base, b.base)
    const exponent = changesBetween(a.exponent, b.exponent)
    return base && exponent && [...base, ...exponent.map((each) => inExponent(each))]
  }
  const [tall, flat] = a.kind === 'power' ? [a, b] : [b, a]
  if (tall.kind !== 'power' || tall.exponent.kind !== 'number') return factored(a, b)
  const rest = a === tall ? changesBetween(tall.base, flat) : changesBetween(flat, tall.base)
  const text = tall.exponent.text
  const change: Change = { kind: 'exponent', from: a === tall ? text : '', to: a === tall ? '' : text }
  return rest ? [...rest, change] : factored(a, b)
}

const inExponent = (change: Change): Change =>
  change.kind === 'number' ? { ...change, kind: 'exponent' } : change

/** 2 + x and 2x, 6 : x and 6x: the same parts, joined in another way. */
function operated(a: Expression, b: Expression): Changes {
  const [from, to] = [joined(a), joined(b)]
  if (!from || !to || from.by === to.by) return OTHER
  const [left, right] = [sameShape(from.left, to.left), sameShape(from.right, to.right)]
  const kind = /[+−]{2}/.test(from.by + to.by) ? 'sign' : 'operator'
  return left && right ? [{ kind, from: from.by, to: to.by }] : OTHER
}

type Joined = { by: string; left: Expression; right: Expression }

function joined(e: Expression): Joined | null {
  if (e.kind === 'quotient') return { by: '÷', left: e.over, right: e.under }
  const parts = e.kind === 'sum' ? e.terms : e.kind === 'product' ? e.factors : []
  const [left, right, more] = parts
  if (!left || !right || more) return null
  if (e.kind === 'product') return { by: '·', left, right }
  return right.kind === 'negative' ? { by: '−', left, right: right.of } : { by: '+', left, right }
}

/** A number or letter that is a factor in one of them only. */
function factored(a: Expression, b: Expression): Changes {
  if (a.kind !== 'product' && b.kind !== 'product') return OTHER
  const [from, to] = [factorsOf(a), factorsOf(b)]
  if (Math.abs(from.length - to.length) !== 1) return from.length === to.length ? sameKind(a, b) : OTHER
  const [long, short] = from.length > to.length ? [from, to] : [to, from]
  for (const [index, factor] of long.entries()) {
    if (factor.kind !== 'number' && factor.kind !== 'symbol') continue
    const rest = long.filter((_, at) => at !== index)
    if (!sameShape(product(rest), product(short))) continue
    const text = printExpression(factor)
    const kind = factor.kind === 'number' ? 'number' : 'letter'
    return [{ kind, from: long === from ? text : '', to: long === from ? '' : text }]
  }
  return OTHER
}

function sameKind(a: Expression, b: Expression): Changes {
  const [from, to] = [partsOf(a), partsOf(b)]
  if (a.kind !== b.kind || from.length !== to.length || from.length === 0) return OTHER
  if (headOf(a) !== headOf(b)) return OTHER
  const changes: Change[] = []
  for (const [index, part] of from.entries()) {
    const other = to[index]
    const some = other && changesBetween(part, other)
    if (!some) return OTHER
    changes.push(...some)
    if (changes.length > 2) return OTHER
  }
  return changes
}

/** What an expression says beside its parts: a function's name, the order of a derivative. */
function headOf(e: Expression): string {
  switch (e.kind) {
    case 'call':
      return e.name
    case 'apply':
      return `${e.name} ${e.primes}`
    case 'derivative':
      return `${e.by} ${e.order}`
    case 'integral':
      return e.by
    case 'series':
      return `${e.operation} ${e.by}`
    case 'limit':
      return `${e.by} ${e.from}`
    case 'plus-minus':
      return String(e.upper)
    default:
      return ''
  }
}
