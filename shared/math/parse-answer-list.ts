import { parseExpression } from './parse-expression.ts'
import type { Reading } from './parse-line.ts'
import type { Side } from './statement.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/**
 * Answers that are lists: {1, 2} (a set), 1, 2 (values), (2, 5), ]2; 5[ and [2; 5] (a point or an interval,
 * `shape` telling which ends belong to it).
 */
export type AnswerList =
  | { kind: 'set'; sides: Side[] }
  | { kind: 'values'; sides: Side[] }
  | { kind: 'interval'; sides: Side[]; shape: string }

export function parseAnswerList(text: string, reading: Reading): AnswerList | null {
  if (text.length > 500) return null
  const all = tokenize(text, reading)
  const element = all.findIndex((token) => token.type === 'element')
  const tokens = all.slice(element + 1)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last || tokens.some((token) => token.type === 'relation' || token.type === 'word'))
    return null
  const braced =
    first.type === 'open' && (first.text === '\\{' || first.text === '{') && last.type === 'close'
  const bracketed =
    (first.type === 'open' || first.type === 'close') &&
    (last.type === 'open' || last.type === 'close') &&
    tokens.length > 3
  const inner = braced || bracketed ? tokens.slice(1, -1) : tokens
  const sides = splitAtSeparators(inner).map((part) => parseSide(part, text, reading))
  const known = sides.filter((side) => side !== null)
  if (known.length !== sides.length || known.length === 0) return null
  if (braced) return { kind: 'set', sides: known }
  if (!bracketed) return known.length > 1 ? { kind: 'values', sides: known } : null
  if (known.length < 2) return null
  const ends = [first, last].map((token) =>
    token.type === 'open' || token.type === 'close' ? token.text : '',
  )
  const shape = `${ends[0] === '[' ? 'closed' : 'open'} ${ends[1] === ']' ? 'closed' : 'open'}`
  return { kind: 'interval', sides: known, shape }
}

function splitAtSeparators(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'open') depth++
    if (token.type === 'close') depth--
    const separates =
      (token.type === 'separator' && token.text !== ':') || token.type === 'or' || token.type === 'and'
    if (separates && depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function parseSide(tokens: readonly Token[], text: string, reading: Reading): Side | null {
  const parsed = parseExpression(tokens, reading)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if ('failure' in parsed || !first || !last) return null
  return { expression: parsed.expression, text: text.slice(first.start, last.end) }
}
