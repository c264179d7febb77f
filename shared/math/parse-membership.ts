import type { Chain, Side } from './statement.ts'
import type { Relation, Token } from './token.ts'

type ParseSide = (tokens: readonly Token[]) => Side | { failure: string }

/**
 * x ∈ ]2; 5[ and x ∈ [2, 5) as inequalities; x ∈ ℝ and sets are not read (null). A bracket that points
 * outwards, or is round, leaves its end out.
 */
export function parseMembership(tokens: readonly Token[], parseSide: ParseSide): Chain[] | null {
  const at = tokens.findIndex((token) => token.type === 'element')
  const member = parseSide(tokens.slice(0, at))
  if ('failure' in member) return null
  const interval = parseInterval(tokens.slice(at + 1), parseSide)
  if (!interval) return null
  const chains: Chain[] = []
  if (!isInfinite(interval.low)) {
    const relation: Relation = interval.lowOpen ? '<' : '≤'
    chains.push({ sides: [interval.low, member], relations: [relation] })
  }
  if (!isInfinite(interval.high)) {
    const relation: Relation = interval.highOpen ? '<' : '≤'
    chains.push({ sides: [member, interval.high], relations: [relation] })
  }
  return chains
}

export type Interval = { low: Side; high: Side; lowOpen: boolean; highOpen: boolean }

function parseInterval(tokens: readonly Token[], parseSide: ParseSide): Interval | null {
  const first = tokens[0]
  const last = tokens.at(-1)
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
