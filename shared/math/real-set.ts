import { evaluate } from './evaluate.ts'
import { variablesOf } from './expression.ts'
import type { Side } from './statement.ts'
import type { Token } from './token.ts'

/** A piece of the number line; a single number has both ends closed and alike. */
export type Piece = { low: number; high: number; lowOpen: boolean; highOpen: boolean }
/** Pieces from left to right with gaps between them. */
export type RealSet = readonly Piece[]

type ParseSide = (tokens: readonly Token[]) => Side | { failure: string }

const ALL: RealSet = [{ low: -Infinity, high: Infinity, lowOpen: true, highOpen: true }]

/** ]−∞; 2] ∪ [6; ∞[, ℝ ∖ {0}, {2; 3} with numbers only; null for anything else. Worked out from the left. */
export function parseRealSet(tokens: readonly Token[], parseSide: ParseSide): RealSet | null {
  let total: RealSet | null = null
  let join: string | null = null
  for (const part of splitAt(tokens, (token) => token.type === 'set')) {
    const set = parseOne(part.tokens, parseSide)
    if (!set) return null
    total = total === null || join === null ? set : combine(total, set, JOINS[join] ?? (() => false))
    join = part.by
  }
  return total
}

const JOINS: Record<string, (a: boolean, b: boolean) => boolean> = {
  '∪': (a, b) => a || b,
  '∩': (a, b) => a && b,
  '∖': (a, b) => a && !b,
}

function parseOne(tokens: readonly Token[], parseSide: ParseSide): RealSet | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first?.type === 'reals' && tokens.length === 1) return ALL
  if (first?.type === 'empty-set' && tokens.length === 1) return []
  if (!isBracket(first) || !isBracket(last) || tokens.length < 2) return null
  const parts = splitAt(tokens.slice(1, -1), (token) => token.type === 'separator' && token.text !== ':')
  const values = parts.map((part) => endOf(part.tokens, parseSide))
  if (first.text.endsWith('{')) {
    if (tokens.length === 2) return []
    const numbers = values.filter((value) => Number.isFinite(value))
    if (numbers.length < values.length) return null
    return numbers.reduce<RealSet>((set, x) => combine(set, [point(x)], (a, b) => a || b), [])
  }
  const [low = Number.NaN, high = Number.NaN] = values
  if (values.length !== 2 || !(low < high)) return null
  return [{ low, high, lowOpen: first.text !== '[', highOpen: last.text !== ']' }]
}

const point = (x: number): Piece => ({ low: x, high: x, lowOpen: false, highOpen: false })
const isBracket = (token: Token | undefined): token is Token & { type: 'open' | 'close' } =>
  token?.type === 'open' || token?.type === 'close'

function endOf(tokens: readonly Token[], parseSide: ParseSide): number {
  const side = parseSide(tokens)
  if ('failure' in side || variablesOf(side.expression).length > 0) return Number.NaN
  const infinite = side.text.match(/^\s*([-−+]?)\s*(?:∞|\\infty|inf(?:inity)?|oo)\s*$/)
  if (infinite) return /[-−]/.test(infinite[1] ?? '') ? -Infinity : Infinity
  return evaluate(side.expression, {})
}

function splitAt(
  tokens: readonly Token[],
  parts: (token: Token) => boolean,
): { tokens: Token[]; by: string | null }[] {
  const split: { tokens: Token[]; by: string | null }[] = [{ tokens: [], by: null }]
  // Brackets may point outwards, so that only round and curly ones tell how deep a token stands.
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'open' && token.text !== '[') depth++
    if (token.type === 'close' && token.text !== ']') depth--
    const last = split.at(-1)
    if (depth <= 0 && last && parts(token)) {
      last.by = token.type === 'set' ? token.text : ''
      split.push({ tokens: [], by: null })
    } else last?.tokens.push(token)
  }
  return split
}

export function contains(set: RealSet, x: number): boolean {
  return set.some(
    ({ low, high, lowOpen, highOpen }) => (lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high),
  )
}

/** Every end in order, and a point between each two and beyond the outer ones. */
function samplePoints(...sets: readonly RealSet[]): { ends: number[]; between: number[] } {
  const ends = [...new Set(sets.flatMap((set) => set.flatMap(({ low, high }) => [low, high])))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const between = ends.slice(1).map((end, i) => (end + (ends[i] ?? end)) / 2)
  return { ends, between: [(ends[0] ?? 0) - 1, ...between, (ends.at(-1) ?? 0) + 1] }
}

function combine(a: RealSet, b: RealSet, join: (a: boolean, b: boolean) => boolean): RealSet {
  const { ends, between } = samplePoints(a, b)
  const has = (x: number): boolean => join(contains(a, x), contains(b, x))
  const pieces: Piece[] = []
  const extend = (piece: Piece): void => {
    const last = pieces.at(-1)
    const joins = last && last.high === piece.low && !(last.highOpen && piece.lowOpen)
    if (joins) pieces[pieces.length - 1] = { ...last, high: piece.high, highOpen: piece.highOpen }
    else pieces.push(piece)
  }
  for (const [i, inside] of between.entries()) {
    const [low, high] = [ends[i - 1] ?? -Infinity, ends[i] ?? Infinity]
    if (has(inside)) extend({ low, high, lowOpen: true, highOpen: true })
    if (Number.isFinite(high) && has(high)) extend(point(high))
  }
  return pieces
}

/** A number that only one of the two holds, the nearest to 0; null when they are equal. */
export function differingPoint(a: RealSet, b: RealSet): number | null {
  const { ends, between } = samplePoints(a, b)
  const differing = [...ends, ...between].filter((x) => contains(a, x) !== contains(b, x))
  return differing.sort((x, y) => Math.abs(x) - Math.abs(y))[0] ?? null
}
