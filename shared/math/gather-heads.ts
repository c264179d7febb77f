import type { Token } from './token.ts'

/**
 * Takes "k = 1" under a Σ and "x → 2" under a limit into the one token of the sign, so that their = and arrow
 * are no relations of the line. A sign without such a head stays as it is, and is not parsed.
 */
export function gatherHeads(tokens: readonly Token[]): Token[] {
  const gathered: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    const headed = token.type === 'series' || token.type === 'limit'
    const head = headed ? headAt(tokens, i) : null
    const last = head && tokens[head.end - 1]
    if (!headed || !head || !last) {
      gathered.push(token)
      continue
    }
    gathered.push({ ...token, by: head.by, head: head.inside, end: last.end })
    i = head.end - 1
  }
  return gathered
}

/** `end` is the index after the head. */
type Head = { by: string; inside: readonly Token[]; end: number }

function headAt(tokens: readonly Token[], at: number): Head | null {
  const limit = tokens[at]?.type === 'limit'
  let first = at + 1
  if (isOperator(tokens[first], '_')) first++
  const open = tokens[first]
  const braced = open?.type === 'open'
  const close = braced ? closingOf(tokens, first) : -1
  if (braced && close < 0) return null
  if (braced) first++
  const by = tokens[first]
  const joint = tokens[first + 1]
  const joins = limit ? joint?.type === 'arrow' : joint?.type === 'relation' && joint.text === '='
  if (by?.type !== 'symbol' || !joins) return null
  if (braced) return { by: by.name, inside: tokens.slice(first + 2, close), end: close + 1 }
  // lim x→−∞: one operand with its sign.
  const end = first + (isOperator(tokens[first + 2], '-', '+') ? 4 : 3)
  return limit && end <= tokens.length ? { by: by.name, inside: tokens.slice(first + 2, end), end } : null
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.type === 'open') depth++
    if (tokens[i]?.type === 'close' && --depth === 0) return i
  }
  return -1
}

const isOperator = (token: Token | undefined, ...texts: string[]): boolean =>
  token?.type === 'operator' && texts.includes(token.text)
