import type { Token, TokenContent } from './token.ts'
import type { TokenReading } from './tokenize.ts'

/** A number in which points may part thousands, and may be decimal points as well. */
export const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])(?:,\d+)?/
const NUMBER = /^(?:\d{1,3}(?:(?:\\,|\{,\}|[  ])\d{3})+(?!\d)|\d+)(?:(?:\.|\{,\})\d+)?|^\.\d+/

/** 0.1\\overline{6} as a fraction, 1.5e6 and 9C3 as numbers. */
export function specialNumber(
  rest: string,
  before: Token | undefined,
  eIsVariable = false,
): { content: TokenContent; length: number } | null {
  const repeating = /^(\d{1,6})(?:[.,]|\{,\})(\d{0,6})\\overline\s*\{(\d{1,6})\}/.exec(rest)
  if (repeating) {
    const [text, whole = '', fixed = '', period = ''] = repeating
    const under = (10 ** period.length - 1) * 10 ** fixed.length
    const over = Number(whole + fixed + period) - Number(whole + fixed)
    return { content: { type: 'vulgar', over, under }, length: text.length }
  }
  const choice =
    before?.type === 'symbol' ? null : /^(\d{1,2})([CP])_?(\d{1,2}|\{\d{1,2}\})(?![\w.])/.exec(rest)
  const [n, k] = [Number(choice?.[1]), Number(choice?.[3]?.replace(/[{}]/g, ''))]
  const chosen = choice && n > 2 && k <= n ? countChoices(n, k, choice[2] === 'P') : Number.NaN
  if (choice && Number.isSafeInteger(chosen))
    return { content: { type: 'number', text: String(chosen) }, length: choice[0].length }
  const scientific =
    before?.type === 'symbol' || eIsVariable
      ? null
      : /^(\d+(?:\.\d+)?)[eE]([-+−]?\d{1,2})(?![\w.(])/.exec(rest)
  if (!scientific) return null
  const value = Number(`${scientific[1]}e${scientific[2]?.replace('−', '-')}`)
  // In decimals only: the text of a number has no exponent.
  const text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
  return { content: { type: 'number', text }, length: scientific[0].length }
}

/** 9C3 and 9P3, as calculators write them. */
function countChoices(n: number, k: number, ordered: boolean): number {
  let count = 1
  for (let i = 0; i < k; i++) count = ordered ? count * (n - i) : (count * (n - i)) / (i + 1)
  return count
}

/** x1, x2: the first and the second x. */
export function indexLength(rest: string, tokens: readonly Token[], space: boolean): number {
  const [before, command] = [tokens.at(-1), tokens.at(-2)]
  const plain = before?.type === 'symbol' && !space && /^[a-zA-Z]$/.test(before.name)
  const given = command && ['fraction', 'binomial', 'root'].includes(command.type)
  return plain && !given ? (/^\d{1,2}(?![\d.,])/.exec(rest)?.[0].length ?? 0) : 0
}

export function numberLength(
  rest: string,
  line: string,
  at: number,
  tokens: Token[],
  reading: TokenReading,
): number {
  const plain = NUMBER.exec(rest)?.[0] ?? ''
  if (plain === '') return 0
  const before = tokens.at(-1)
  // \frac12, \sqrt2: TeX takes one digit each.
  const beforeThat = tokens.at(-2)
  const takesTwo = (token: Token | undefined): boolean =>
    token?.type === 'fraction' || (token?.type === 'binomial' && line.charAt(token.start) === '\\')
  const tex = takesTwo(before) || (takesTwo(beforeThat) && before?.type === 'number')
  if (tex || (before?.type === 'root' && line.charAt(before.start) === '\\')) return 1
  const grouped = reading.pointGroups ? GROUPED.exec(rest)?.[0] : undefined
  if (grouped) return grouped.length
  const thousands = /^\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?/.exec(rest)?.[0]
  if (thousands && !reading.decimalComma && !/[([{]\s*$/.test(line.slice(0, at))) return thousands.length
  const comma = /^\d+,\d+/.exec(rest)?.[0]
  if (comma && reading.decimalComma) return comma.length
  return plain.length
}
