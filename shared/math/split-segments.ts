import { plainWord } from './line-words.ts'
import type { Token } from './token.ts'

/** A run of mathematics between words and separators; `before` is what separates it from the run before. */
export type Segment = {
  tokens: Token[]
  before: 'start' | 'or' | 'and' | 'comma' | 'semicolon' | 'colon' | 'word' | 'arrow'
  /** The last word before the run, lower case, if a word stands right before it. */
  wordBefore: string | null
  /** The words before the run as written. */
  wordsText: string
}

const OPERATION = new Set(['+', '-', '*', '/', '÷', '^'])

/** Drops "| −3" and "|:2", the operation that will be applied, and "// why". */
export function withoutAnnotation(tokens: readonly Token[]): Token[] {
  let depth = 0
  const bars = tokens.flatMap((token, index) => {
    if (token.type === 'open') depth++
    if (token.type === 'close') depth--
    // (2|−1) is a point.
    return token.type === 'bar' && depth === 0 ? [index] : []
  })
  const last = bars.at(-1)
  let end = tokens.length
  if (last !== undefined && bars.length % 2 === 1 && last > 0) {
    const next = tokens[last + 1]
    const operates =
      next?.type === 'operator'
        ? OPERATION.has(next.text)
        : next?.type === 'separator' || next?.type === 'root'
    if (operates || next === undefined || next.type === 'word') end = last
  }
  const slashes = tokens.findIndex((token, index) => isSlash(token) && isSlash(tokens[index + 1]))
  if (slashes > 0) end = Math.min(end, slashes)
  return tokens.slice(0, end)
}

const isElement = (token: Token): boolean => token.type === 'element'
const isSlash = (token: Token | undefined): boolean => token?.type === 'operator' && token.text === '/'

/** Drops bracketed remarks: "(divide by 2)", "[÷ 2]". */
export function withoutRemarks(tokens: readonly Token[]): Token[] {
  const kept: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    if (token.type === 'open' && (token.text === '(' || token.text === '[')) {
      const close = closing(tokens, i)
      const inner = tokens.slice(i + 1, close)
      const first = inner[0]
      const operates = first?.type === 'operator' && ['*', '/', '÷'].includes(first.text)
      if (close > i && (operates || inner.some((part) => part.type === 'word'))) {
        i = close
        continue
      }
    }
    kept.push(token)
  }
  return kept
}

/** The index of the bracket that closes the one at `open`, or −1. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.type === 'open') depth++
    if (tokens[i]?.type === 'close' && --depth === 0) return i
  }
  return -1
}

/** Cuts a line at words and at separators outside brackets. */
export function splitSegments(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let current: Segment = { tokens: [], before: 'start', wordBefore: null, wordsText: '' }
  let depth = 0
  const cut = (before: Segment['before']): void => {
    if (current.tokens.length > 0) segments.push(current)
    else if (before === 'or' || before === 'and' || current.before === 'start')
      before = stronger(current.before, before)
    else if (current.before !== 'word' || before === 'arrow') before = stronger(current.before, before)
    else before = current.before
    current = { tokens: [], before, wordBefore: null, wordsText: '' }
  }
  for (const token of tokens) {
    if (token.type === 'open' || token.type === 'matrix') depth++
    if (token.type === 'close' || token.type === 'matrix-end') depth--
    if (token.type === 'word') {
      const words = current.tokens.length > 0 ? '' : current.wordsText
      cut('word')
      current.wordBefore = plainWord(token.text.split(/\s+/).at(-1) ?? '')
      current.wordsText = `${words} ${token.text}`.trim()
    } else if (token.type === 'or' || token.type === 'and' || token.type === 'arrow') {
      cut(token.type)
    } else if (
      token.type === 'separator' &&
      depth <= 0 &&
      !current.tokens.some(isElement) &&
      !isSetClaim(current.tokens)
    ) {
      const words = current.wordsText
      cut(token.text === ',' ? 'comma' : token.text === ';' ? 'semicolon' : 'colon')
      if (token.text === ':') current.wordsText = words
    } else if (token.type === 'other') {
      cut('comma')
    } else {
      current.tokens.push(token)
    }
  }
  if (current.tokens.length > 0) segments.push(current)
  return segments
}

/** Of two separators in a row, the one that says more: "so, x = 3" is joined by the word. */
function stronger(a: Segment['before'], b: Segment['before']): Segment['before'] {
  const order: Segment['before'][] = ['start', 'comma', 'semicolon', 'colon', 'word', 'and', 'or', 'arrow']
  return order.indexOf(a) > order.indexOf(b) ? a : b
}

/** L = ]2; 5[: brackets that point outwards do not tell how deep a separator stands. */
const isSetClaim = ([name, equals, open]: readonly Token[]): boolean =>
  name?.type === 'symbol' &&
  /^[LSD]$/.test(name.name) &&
  equals?.type === 'relation' &&
  (open?.type === 'close' || open?.type === 'open')

/** The parts of a line between ; , or "or", if each of them has steps of its own: 2x = 4 ⇒ x = 2; … */
export function branchesOf(segments: readonly Segment[]): Segment[][] {
  const branches: Segment[][] = []
  for (const segment of segments) {
    const last = branches.at(-1)
    const begins = /^(?:semicolon|comma|or|and)$/.test(segment.before)
    if (!last || (begins && last.some(({ before }) => before === 'arrow'))) branches.push([segment])
    else last.push(segment)
  }
  const stepwise = branches.every((branch) => branch.some(({ before }) => before === 'arrow'))
  return stepwise ? branches : []
}
