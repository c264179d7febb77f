import type { Token } from './token.ts'

/** What the tokens of a whole line say of each other, before the line is cut into pieces. */
export const withLetterE = (tokens: readonly Token[]): Token[] =>
  tokens.map((token) => {
    const { start, end, space } = token
    const e = token.type === 'constant' && token.name === 'e'
    return e ? { type: 'symbol', name: 'e', start, end, space } : token
  })

/**
 * 6 : 2 is a division; where words stand in the line too, only with a space on both sides, or between two numbers
 * without any (48·10:2).
 */
export function ratios(tokens: Token[], prose: boolean): Token[] {
  return tokens.map((token, i) => {
    if (token.type !== 'separator' || token.text !== ':') return token
    const dividend = tokens[i - 1]
    const before = dividend?.type === 'operator' && /[°%]/.test(dividend.text) ? 'number' : dividend?.type
    const next = tokens[i + 1]
    // "(1) + (2): 4x = 8" names a step; a ratio has the same space on both sides.
    const numbers = dividend?.type === 'number' && next?.type === 'number'
    if (!next || next.space !== token.space || (prose && !token.space && !numbers)) return token
    const divides =
      before !== undefined &&
      ['number', 'close', 'symbol', 'vulgar', 'raised', 'constant'].includes(before) &&
      ['number', 'open', 'fraction', 'vulgar', 'root', 'function', 'symbol'].includes(next.type)
    return divides
      ? { type: 'operator', text: '÷', start: token.start, end: token.end, space: token.space }
      : token
  })
}

/** "3x − y = 5  (1)": the number by which the line is called, at its end or before words. */
export function withoutEquationNumber(tokens: Token[]): Token[] {
  const words = tokens.findIndex(({ type }, i) => i > 3 && type === 'word')
  const end = words < 0 ? tokens.length : words
  const [open, label, close] = tokens.slice(end - 3, end)
  const letters = new Set(tokens.flatMap((token) => (token.type === 'symbol' ? [token.name] : [])))
  const numbered =
    open?.type === 'open' && open.space && label?.type === 'number' && /^[1-9]$/.test(label.text)
  return numbered &&
    close?.type === 'close' &&
    letters.size > 1 &&
    tokens.some((token) => token.type === 'relation' || token.type === 'element')
    ? [...tokens.slice(0, end - 3), ...tokens.slice(end)]
    : tokens
}

/** (2|3|−1): the coordinates of a point, as German schools part them. */
export function withPoints(tokens: readonly Token[]): Token[] {
  const parted = [...tokens]
  for (let open = 0; open < parted.length; open++) {
    const first = parted[open]
    if (first?.type !== 'open' || first.text !== '(') continue
    const close = parted.findIndex((token, i) => i > open && token.type === 'close')
    const inner = parted.slice(open + 1, close)
    const bars = inner.flatMap((token, i) => (token.type === 'bar' ? [i] : []))
    const ends = [-1, ...bars, inner.length]
    const plain = inner.every(
      (token) =>
        ['number', 'bar', 'vulgar'].includes(token.type) ||
        (token.type === 'operator' && (token.text === '-' || token.text === '/')),
    )
    if (bars.length === 0 || !plain || ends.some((end, i) => i > 0 && end - (ends[i - 1] ?? 0) < 2)) continue
    for (const bar of bars) {
      const token = parted[open + 1 + bar]
      if (token) parted[open + 1 + bar] = { ...token, type: 'separator', text: ';' }
    }
  }
  return parted
}

/** P(red), P(A ∩ B), A(triangle): the bracket belongs to the name. */
export function withNamedBrackets(tokens: readonly Token[], text: string): Token[] {
  const named: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    const open = tokens[i + 1]
    if (!token) break
    const close =
      open?.type === 'open' && !open.space
        ? tokens.findIndex((one, k) => k > i + 1 && one.type === 'close')
        : -1
    const last = tokens[close]
    const inner = tokens.slice(i + 2, Math.max(i + 2, close))
    const names =
      inner.some((one) => one.type === 'word') ||
      (token.type === 'symbol' &&
        token.name === 'P' &&
        (inner.every(isEventPart) || inner.some(({ type }) => type === 'relation'))) ||
      // \operatorname{ld}(32): a function that is not read.
      token.type === 'word'
    if (
      (token.type !== 'symbol' && !/^\\operatorname/.test(text.slice(token.start))) ||
      !last ||
      inner.length === 0 ||
      !names
    ) {
      named.push(token)
      continue
    }
    const name = text.slice(token.start, last.end).replace(/\s+/g, ' ')
    named.push({ type: 'symbol', name, start: token.start, end: last.end, space: token.space })
    i = close
  }
  return named
}

/** A, ′, ∩, |: what stands in the bracket of a probability. */
const isEventPart = (token: Token): boolean =>
  ['bar', 'other', 'or', 'and', 'set', 'word'].includes(token.type) ||
  (token.type === 'operator' && token.text === "'") ||
  (token.type === 'symbol' && /^[A-Z]/.test(token.name))

export function withoutLastBracket(tokens: Token[]): Token[] {
  if (tokens.at(-1)?.type !== 'close') return tokens
  const open = tokens.findLastIndex((token) => token.type === 'open')
  return open > 0 && tokens[open]?.space ? tokens.slice(0, open) : tokens
}
