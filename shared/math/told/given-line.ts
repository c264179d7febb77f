import { evaluate } from '../evaluate.ts'
import { variablesOf } from '../expression.ts'
import { gatherHeads } from '../gather-heads.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING } from '../parse-line.ts'
import type { Token } from '../token.ts'
import { tokenize } from '../tokenize.ts'
import type { Proof } from '../verdict.ts'

/** A line as it was written, and with the layout of LaTeX taken off: a_{10} and a₁₀ as a_10, \cap as ∩. */
export type ToldLine = { line: number; text: string; plain: string }

/** A false claim: `from` is the 0-based line that told what should have come out. */
export type Found = { from: number; proof: Proof }

/** Longer lines are no short claims. */
const LONGEST = 300

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\{,\}/g, ','],
  [/(?<!\d\s*)\\[dt]?frac\s*(?:\{(\d+)\}|(\d))\s*(?:\{(\d+)\}|(\d))/g, '$1$2/$3$4'],
  [/<==?>|⟺/g, '⇔'],
  [/==?>|⟹/g, '⇒'],
  [/^\s*(?:[⇔⇒→∴]|->)\s*/, ''],
  [/\\(?:left|right|displaystyle|quad|qquad|,|;|!|:)(?![a-z])/g, ' '],
  [/(?<=[,;])\\ /g, ' '],
  [/\\mathbb\s*\{R\}/g, 'ℝ'],
  [/\\(?:text|mathrm|operatorname|mathbb|vec|overrightarrow)\s*\{([^{}]*)\}/g, '$1'],
  [/\\vec\s*/g, ''],
  [/\\cap(?![A-Za-z])/g, '∩'],
  [/\\cup(?![A-Za-z])/g, '∪'],
  [/\\(?:setminus|backslash)(?![A-Za-z])/g, '∖'],
  [/\\[lcd]?dots(?![A-Za-z])|\.\.\./g, '…'],
  [/\\(?:cdot|times)(?![A-Za-z])/g, '·'],
  [/\\approx(?![A-Za-z])/g, '≈'],
  [/\\geq?(?![A-Za-z])|>=/g, '≥'],
  [/\\leq?(?![A-Za-z])|<=/g, '≤'],
  [/\\infty(?![A-Za-z])/g, '∞'],
  [/(?<=[\d)])\s*:\s*(?=[\d(])/g, ' ÷ '],
  [/\\%/g, '%'],
  [/\\[{]/g, '{'],
  [/\\[}]/g, '}'],
  [/_\{([^{}]*)\}/g, '_$1'],
]
const lowered = (digits: string): string =>
  `_${[...digits].map((digit) => '₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)).join('')}`

export function toldLine(line: number, text: string): ToldLine {
  if (text.length > LONGEST) return { line, text, plain: '' }
  let plain = text
    .replace(/[₀-₉]+/g, lowered)
    .replace(/ₙ/g, '_n')
    .replaceAll('$', ' ')
  for (const [sign, by] of SIGNS) plain = plain.replace(sign, by)
  return { line, text, plain: plain.replace(/\s+/g, ' ').trim() }
}

/** One side of a claim with what it may come to: read with the decimal point and with the comma. */
export type ToldSide = { text: string; values: readonly number[]; roughly: boolean }
export type Claim = { name: string; sides: readonly ToldSide[] }

/** P(X = 2): the = is part of a name. */
const EVENT = /\bP\s*\([^()=]*=[^()=]*\)/g
const INSIDE = '\u2254'

const VERB = /^([^=≈<>≤≥:]*\p{L})\s+(?:is|ist|equals|beträgt)\s+(?=[-−]?[\d(√])/u

/** "the 12th term is 12·2 = 24" claims what "the 12th term = 12·2 = 24" does. */
const withVerb = (plain: string): string => plain.replace(VERB, '$1 = ')

/** What the sides of a claim are called; of one that goes on with "=" what the lines before it are. */
export function chainName({ name }: Claim, above: readonly ToldLine[]): string {
  if (name !== '') return name
  for (const line of [...above].reverse()) {
    const own = claimOf(line)?.name
    if (own === undefined || own !== '') return own ?? ''
  }
  return ''
}

/** "a_10 = 7 + 9·4 = 43": what stands before the first = or ≈, and what each of the others comes to. */
export function claimOf({ plain }: ToldLine): Claim | null {
  const parts = withVerb(plain)
    .replace(EVENT, (event) => event.replace('=', INSIDE))
    .split(/(?<![<>!:=])([=≈])(?!=)/)
    .map((part) => part.replace(INSIDE, '='))
  if (parts.length < 3 || parts.length > 21) return null
  // "P(A) = 1/4, P(B) = 1/2": the last of several claims.
  const last = parts.findLastIndex(
    (part, i) => i > 0 && i < parts.length - 1 && i % 2 === 0 && lastPart(part) !== part.trim(),
  )
  if (last > 0) parts.splice(0, last + 1, lastPart(parts[last] ?? ''))
  const sides: ToldSide[] = []
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const part = (parts[i + 1] ?? '').trim()
    const side = sideOf(part)
    sides.push({ ...side, roughly: parts[i] === '≈' })
    // "d = 4 ⇒ a_1 = 3", "m = 2 and b = 1": what comes after is said of something else.
    if (part.length > side.text.length) break
  }
  const before = (parts[0] ?? '').trim()
  // "Anzahl: 100 : 5 − 1 = 19"
  const led = /^([\p{L}. ]+):\s*(?=[\d(−-])(.+)$/u.exec(before)
  if (led?.[1] && led[2])
    return { name: led[1].trim(), sides: [{ ...sideOf(led[2]), roughly: false }, ...sides] }
  return { name: lastPart(before).replace(/^(?:\p{L}{2,}\s+)+(?=\S)/u, ''), sides }
}

/** What stands after the last separator outside brackets. */
function lastPart(text: string): string {
  let depth = 0
  let from = 0
  for (const [i, char] of [...text].entries()) {
    if ('([{'.includes(char)) depth++
    if (')]}'.includes(char)) depth--
    if (depth === 0 && /[:,;]/.test(char)) from = i + 1
  }
  return [...text].slice(from).join('').trim()
}

/** The mathematics at the beginning of a text, and its values. */
export function sideOf(text: string): { text: string; values: readonly number[] } {
  const readings: (false | 'always')[] = /\d,\d/.test(text) ? ['always'] : [false]
  // 7,384 may be seven thousand.
  if (/\d,\d{3}(?!\d)/.test(text)) readings.push(false)
  const read = readings.map((decimalComma) => readAs(text, decimalComma))
  return { text: read[0]?.text ?? '', values: read.map(({ value }) => value).filter(Number.isFinite) }
}

function readAs(text: string, decimalComma: false | 'always'): { text: string; value: number } {
  const tokens = gatherHeads(tokenize(text, { ...PLAIN_READING, decimalComma }))
  const end = tokens.findIndex(ends)
  const own = end < 0 ? tokens : tokens.slice(0, end)
  const [first, last] = [own[0], own.at(-1)]
  const parsed = parseExpression(own, PLAIN_READING)
  if (!first || !last || 'failure' in parsed || variablesOf(parsed.expression).length > 0)
    return { text: text.trim(), value: Number.NaN }
  return { text: text.slice(first.start, last.end).trim(), value: evaluate(parsed.expression, {}) }
}

const ends = ({ type }: Token): boolean =>
  type === 'word' ||
  type === 'separator' ||
  type === 'arrow' ||
  type === 'and' ||
  type === 'or' ||
  type === 'other'

/** A formula in n alone, as what it comes to at a number. */
export function inIndex(text: string): ((n: number) => number) | null {
  const tokens = tokenize(text, PLAIN_READING)
  const end = tokens.findIndex(ends)
  const parsed = parseExpression(end < 0 ? tokens : tokens.slice(0, end), PLAIN_READING)
  if ('failure' in parsed || variablesOf(parsed.expression).join() !== 'n') return null
  return (n) => evaluate(parsed.expression, { n })
}

/** Whether a side comes to a value in one of the ways to read it; ≈ and decimals may be rounded. */
function comesTo({ values, roughly, text }: ToldSide, expected: number): boolean {
  const size = Math.abs(expected)
  const decimals = Math.max(0, ...[...text.matchAll(/\d[.,](\d+)/g)].map(([, digits]) => digits?.length ?? 0))
  const unit = 10 ** -decimals
  const exact = Math.abs(expected / unit - Math.round(expected / unit)) < 1e-6
  const literal = /^[-−]?[\d.,]+$/.test(text)
  const whole = roughly && decimals === 0 ? Math.max(1.01, 0.02 * size) : 0
  const cut = literal && decimals > 0 && !exact ? 1.01 * unit : 0
  const error = Math.max(whole, cut, decimals > 1 || roughly ? 0.006 * size : 0)
  return (
    values.length === 0 ||
    values.some((value) => Math.abs(value - expected) <= error + 1e-9 * Math.max(1, size))
  )
}

/** The first side of a claim that does not come to what was told. */
export function falseSide({ sides }: Claim, expected: number): ToldSide | null {
  return sides.find((side) => !comesTo(side, expected)) ?? null
}

/** `name` is `expected`, but `written` is something else. */
export function found(
  here: ToldLine,
  from: number,
  name: string,
  expected: number,
  written: { text: string; values: readonly number[] },
): Found {
  const { line } = here
  return {
    from,
    proof: {
      kind: 'false-equality',
      at: {},
      values: [
        { line, side: 'left', text: name, value: expected },
        { line, side: 'right', text: written.text, value: written.values[0] ?? Number.NaN },
      ],
    },
  }
}
/** A number as people write it: −3, 2.5, 3/4, 7 700. */
export const NUMBER = String.raw`[-−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:\s?\/\s?\d+)?`
export const numberOf = (text: string): number => {
  const plain = text
    .replace(/−/g, '-')
    .replace(/[ \u00a0\u202f](?=\d{3})/g, '')
    .replace(',', '.')
  const [over, under] = plain.split('/')
  return under === undefined ? Number(over) : Number(over) / Number(under)
}
