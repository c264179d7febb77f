import type { Moment, Sign } from '../../percepts/cue.ts'

type Signs = Extract<Moment, { when: 'written' }>['signs']

const OPEN = String.raw`(?:\\left\s*)?(?:[([{](?!\})|\\\{|\\lbrace)`
const CLOSE = String.raw`(?:\\right\s*)?(?:[)\]]|\\\}|\\rbrace)`

/** Each sign as people write it, plain or in LaTeX. */
const AS_WRITTEN: Record<Sign, string> = {
  minus: '[-−–]',
  plus: String.raw`\+`,
  times: String.raw`(?:[*·×∙⋅]|\\cdot|\\times)`,
  divided: String.raw`(?:[/÷:]|\\div)`,
  equals: '=',
  bracket: OPEN,
  'closing-bracket': CLOSE,
  fraction: String.raw`(?:\\[dt]?frac|[\p{L}\p{N})\]}]\s*\/(?!\/))`,
  root: String.raw`(?:√|\\sqrt|sqrt|wurzel)`,
  power: String.raw`(?:\^|\*\*|[²³⁴⁵⁶⁷⁸⁹ⁿ])`,
  square: String.raw`(?:\^\s*\{?\s*2(?!\d)|\*\*\s*2(?!\d)|²)`,
  less: String.raw`(?:[<≤]|\\le)`,
  greater: String.raw`(?:[>≥]|\\ge)`,
  percent: '%',
  pi: String.raw`(?:π|\\pi)`,
  decimal: String.raw`\d[.,]\d`,
  number: String.raw`\d+`,
}

const known = new Map<string, RegExp>()

/** Signs one after the other, with space between them or none. Words stand on their own. */
function patternOf(signs: Signs): RegExp {
  const key = JSON.stringify(signs)
  const found = known.get(key)
  if (found !== undefined) return found
  const pieces = signs.map((sign) => (typeof sign === 'string' ? AS_WRITTEN[sign] : literal(sign.text)))
  const made = new RegExp(pieces.join(String.raw`\s*`), 'giu')
  // So many requests are open at most; others are compiled again.
  if (known.size >= 50) known.clear()
  known.set(key, made)
  return made
}

function literal(text: string): string {
  const escaped = text
    .trim()
    .replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`)
  const before = /^[\p{L}\p{N}]/u.test(text) ? String.raw`(?<![\p{L}\p{N}\\])` : ''
  const after = /[\p{L}\p{N}]$/u.test(text) ? String.raw`(?![\p{L}\p{N}])` : ''
  return text.length === 1 && /\p{L}/u.test(text)
    ? String.raw`(?<![\p{L}\\])${escaped}(?!\p{L})`
    : `${before}${escaped}${after}`
}

/** How often the signs stand in a text. */
export function countWritten(text: string, signs: Signs): number {
  return text.match(patternOf(signs))?.length ?? 0
}
