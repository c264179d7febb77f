import { negative, number, symbol } from './expression.ts'
import { parseRealSet, type RealSet } from './real-set.ts'
import type { Chain, Side } from './statement.ts'
import type { Relation, Token } from './token.ts'

type ParseSide = (tokens: readonly Token[]) => Side | { failure: string }

/**
 * x ∈ ]2; 5[ and x ∈ [2, 5) as inequalities, x ∈ {2, 3} and x ∈ ]−∞; 2] ∪ [6; ∞[ as their cases; x ∈ ℝ and the empty
 * set claim nothing that can be compared (null). A bracket that points outwards, or is round, leaves its end out.
 */
export function parseMembership(tokens: readonly Token[], parseSide: ParseSide): Chain[][] | null {
  const at = tokens.findIndex((token) => token.type === 'element')
  const member = parseSide(tokens.slice(0, at))
  return 'failure' in member ? null : parseSet(member, tokens.slice(at + 1), parseSide)
}

/** Stands for the unknown of the equation before in L = {2; 3}; no learner can write it. */
export const SOLUTION = '𝕃'

/** L = {2; 3} as cases for the unknown of the equation before; null for anything else. */
export function parseSolutionSet(tokens: readonly Token[], parseSide: ParseSide): Chain[][] | null {
  const [name, equals, ...rest] = tokens
  if (name?.type !== 'symbol' || !/^[LSD]$/.test(name.name)) return null
  if (equals?.type !== 'relation' || equals.text !== '=') return null
  return parseSet({ expression: symbol(SOLUTION), text: SOLUTION }, rest, parseSide)
}

/** [−2, 2), ]−∞; 3], ]0; 1] ∪ {4}: brackets that hold no vector and no matrix. */
export function isBareSet(text: string): boolean {
  if (!/^(?:[[\]].*[[\])]|\(.*\]|\(.*(?:∞|\\infty)\s*\))$/.test(text) || /[=<>≤≥]/.test(text)) return false
  return text.match(/[;,]/g)?.length === 1 || /[∪∩]|\\cup/.test(text)
}

/** That a member lies in a set, as cases; null where the tokens are no set, or hold every number. */
export function parseSet(member: Side, tokens: readonly Token[], parseSide: ParseSide): Chain[][] | null {
  const listed = parseElements(tokens, parseSide)
  if (listed) return listed.map((element) => [{ sides: [member, element], relations: ['='] }])
  const interval = parseInterval(tokens, parseSide)
  if (interval) return [chainsOf(member, interval)]
  const set = parseRealSet(tokens, parseSide)
  return set && claimOf(member, set)
}

/** That a number lies in a set; null where every number or none does. */
export function claimOf(member: Side, set: RealSet): Chain[][] | null {
  const end = (value: number): Side => ({
    expression: value < 0 ? negative(number(-value)) : number(value),
    text: String(value),
  })
  const cases = set.map(({ low, high, lowOpen, highOpen }): Chain[] => {
    if (low === high) return [{ sides: [member, end(low)], relations: ['='] }]
    const [left, right]: [Relation, Relation] = [lowOpen ? '<' : '≤', highOpen ? '<' : '≤']
    if (low === -Infinity)
      return high === Infinity ? [] : [{ sides: [member, end(high)], relations: [right] }]
    if (high === Infinity) return [{ sides: [end(low), member], relations: [left] }]
    return [{ sides: [end(low), member, end(high)], relations: [left, right] }]
  })
  return cases.length > 0 && cases.every((chains) => chains.length > 0) ? cases : null
}

/** {2, 3} as its elements; null for anything else, the empty set too. */
function parseElements(tokens: readonly Token[], parseSide: ParseSide): Side[] | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first?.type !== 'open' || !first.text.endsWith('{') || last?.type !== 'close') return null
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens.slice(1, -1)) {
    if (token.type === 'open') depth++
    if (token.type === 'close') depth--
    if (depth === 0 && token.type === 'separator' && token.text !== ':') parts.push([])
    else parts.at(-1)?.push(token)
  }
  const elements: Side[] = []
  for (const part of parts) {
    const side = parseSide(part)
    if ('failure' in side) return null
    elements.push(side)
  }
  return elements
}

function chainsOf(member: Side, { low, high, lowOpen, highOpen }: Interval): Chain[] {
  const left: Relation = lowOpen ? '<' : '≤'
  const right: Relation = highOpen ? '<' : '≤'
  if (isInfinite(low)) return isInfinite(high) ? [] : [{ sides: [member, high], relations: [right] }]
  if (isInfinite(high)) return [{ sides: [low, member], relations: [left] }]
  return [{ sides: [low, member, high], relations: [left, right] }]
}

export type Interval = { low: Side; high: Side; lowOpen: boolean; highOpen: boolean }

function parseInterval(tokens: readonly Token[], parseSide: ParseSide): Interval | null {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (tokens.some((token) => token.type === 'set')) return null
  const middle = tokens.findIndex((token) => token.type === 'separator' && token.text !== ':')
  if (!first || !last || middle < 2 || (first.type !== 'open' && first.type !== 'close')) return null
  if (last.type !== 'open' && last.type !== 'close') return null
  if (!'()[]'.includes(first.text) || !'()[]'.includes(last.text)) return null
  const low = parseSide(tokens.slice(1, middle))
  const high = parseSide(tokens.slice(middle + 1, -1))
  if ('failure' in low || 'failure' in high) return null
  return { low, high, lowOpen: first.text !== '[', highOpen: last.text !== ']' }
}

function isInfinite(side: Side): boolean {
  const e = side.expression
  return (
    (e.kind === 'negative' ? e.of : e.kind === 'sum' ? e.terms[0] : e)?.kind === 'constant' &&
    /∞|inf/i.test(side.text)
  )
}
