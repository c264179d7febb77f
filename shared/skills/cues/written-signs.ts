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
  const trimmed = text.trim()
  if (!/\p{L}/u.test(trimmed)) return [...trimmed.replaceAll(/\s/g, '')].map(signOf).join(String.raw`\s*`)
  const words = escaped(trimmed)
    .replaceAll(/(?<=[\p{L}\p{N}])\s+(?=[\p{L}\p{N}])/gu, String.raw`\s+`)
    .replaceAll(/ +/g, String.raw`\s*`)
  const before = /^\p{L}/u.test(trimmed) ? String.raw`(?<!\p{L})` : ''
  const after = /\p{L}$/u.test(trimmed) ? String.raw`(?!\p{L})` : ''
  return `${before}${words}${after}`
}

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)

/** One sign, in whichever way people write it. */
function signOf(sign: string): string {
  if (/[-−–]/.test(sign)) return AS_WRITTEN.minus
  if (sign === '(') return AS_WRITTEN.bracket
  return sign === ')' ? AS_WRITTEN['closing-bracket'] : escaped(sign)
}

/** How often the signs stand in a text. */
export function countWritten(text: string, signs: Signs): number {
  return text.match(patternOf(signs))?.length ?? 0
}
