import { agree } from '../compare-expressions.ts'
import { differentiate } from '../differentiate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { type Chain, onlyChain, type Statement } from '../statement.ts'
import type { SlipId } from '../verdict.ts'
import { SLIPS } from './all-slips.ts'
import { dividedByNegative } from './inequality-not-flipped.ts'
import { atEveryPlace, type Sides, type SlipRule } from './slip-rule.ts'
import { bothRoots } from './solution-steps.ts'

/** Longer lines are not looked at, in UTF-16 units. */
const LENGTH = 200
/** One seed is enough: that the line follows is the checker's word, not this one's. */
const SEED = 1
/** f'(x) = … */
const SLOPE = /^\s*(\p{L})['′]\((\p{L})\)\s*=/u
/** Rules that show in a single number too. */
const SEEN_IN_NUMBERS: readonly SlipId[] = [
  'order-of-operations',
  'double-negative-lost',
  'product-of-negatives-negative',
]

/**
 * The first of these slips whose rule alone makes a line that follows of the line before: the slip could have been
 * made there, and the rule was kept instead. `source`: index of the line that it follows from; null: within the line, of its
 * first two sides, or of what a derivative is taken of.
 */
export function keptRule(
  lines: readonly string[],
  index: number,
  source: number | null,
  ids: readonly SlipId[],
): SlipId | null {
  const line = lines[index] ?? ''
  if (ids.length === 0) return null
  const name = SLOPE.exec(line)?.[1]
  const defines = (each: string) => each.trim().startsWith(`${name}(`)
  const above = source === null ? null : (lines[source] ?? null)
  const before = name === undefined ? above : (lines.slice(0, index).findLast(defines) ?? null)
  const [from, to] = [before === null ? null : read(before), read(line)]
  if (to === null || (before !== null && from === null)) return null
  return ids.find((id) => isKept(id, from, to, line)) ?? null
}

function isKept(id: SlipId, from: Statement | null, to: Statement, line: string): boolean {
  if (id === 'missing-plus-minus')
    return from !== null && bothRoots(from) !== null && (to.cases.length === 2 || line.includes('±'))
  const [a, b] = [from && onlyChain(from), onlyChain(to)]
  if (b === null) return false
  if (id === 'inequality-not-flipped') return a !== null && dividedByNegative(a, b)
  const rule = SLIPS.find((slip) => slip.id === id)
  return rule !== undefined && keeps(rule, a, b, line)
}

function read(text: string): Statement | null {
  const parsed = text.length > LENGTH ? null : parseLine(text)
  if (parsed?.kind !== 'statements' || parsed.stance !== 'plain') return null
  const [statement, more] = parsed.statements
  return statement !== undefined && more === undefined ? statement : null
}

function keeps(rule: SlipRule, before: Chain | null, after: Chain, line: string): boolean {
  if (before === null) {
    const [left, right] = after.sides
    return left !== undefined && right !== undefined && inExpression(rule, left.expression, right.expression)
  }
  const slope = SLOPE.exec(line)?.[2]
  const [last, first] = [before.sides.at(-1)?.expression, after.sides.at(-1)?.expression]
  if (slope !== undefined)
    return last !== undefined && first !== undefined && inSlope(rule, last, first, slope)
  const [a, b] = [sidesOf(before), sidesOf(after)]
  if (a && b) return before.relations[0] === after.relations[0] && inEquation(rule, a, b)
  const next = after.sides[0]?.expression
  return (
    after.sides.length === 1 && last !== undefined && next !== undefined && inExpression(rule, last, next)
  )
}

function sidesOf({ sides: [left, right, more] }: Chain): Sides | null {
  return left && right && !more ? { left: left.expression, right: right.expression } : null
}

/** Places at which the slip could be made, each with what the rule gives there. */
const placesOf = (rule: SlipRule, e: Expression) =>
  (rule.at ? atEveryPlace(e, rule.at) : []).filter(({ instead }) => instead !== undefined)

function inExpression(rule: SlipRule, before: Expression, after: Expression): boolean {
  if (isNumber(after) && !SEEN_IN_NUMBERS.includes(rule.id)) return false
  const places = placesOf(rule, before)
  return (
    places.some(({ instead }) => instead && agree(instead, after, SEED)) &&
    placesOf(rule, after).length < places.length
  )
}

const isNumber = (e: Expression) =>
  variablesOf(e).length === 0 && (e.kind === 'number' || e.kind === 'negative')

function inEquation(rule: SlipRule, before: Sides, after: Sides): boolean {
  const same = (a: Sides) => agree(a.left, after.left, SEED) && agree(a.right, after.right, SEED)
  const ruled = rule.onEquation?.(before.left, before.right) ?? []
  if (ruled.some(({ instead }) => instead && same(instead))) return !same(before)
  return (['left', 'right'] as const).some(
    (side) =>
      inExpression(rule, before[side], after[side]) && agree(before[side], after[side], SEED) && same(before),
  )
}

function inSlope(rule: SlipRule, of: Expression, slope: Expression, by: string): boolean {
  const right = differentiate(of, by)
  const tempted = rule.derivative?.(of, by) ?? []
  return tempted.length > 0 && right !== null && agree(right, slope, SEED)
}
