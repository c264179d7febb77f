import { evaluate } from '../evaluate.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'

/** The line as plain text: LaTeX of sentences and of simple formulas taken away. */
export function plainWords(line: string): string {
  return line
    .replace(/\\(?:text|textrm|mathrm|operatorname|mbox)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '($1)/($2)')
    .replace(/\\approx/g, '≈')
    .replace(/\\(?:cdot|times)/g, '·')
    .replace(/\\%/g, '%')
    .replace(/\{,\}/g, ',')
    .replace(/\\[,;! ]|\\left|\\right|\\quad|\$(?!\s?\d)/g, ' ')
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A written number; spaces part thousands. */
export const NUMBER = String.raw`\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*`

/** Every number that the digits can be read as: 1.250 is 1.25 or 1250, and 3,5 is 3.5. */
export function readingsOf(written: string): number[] {
  const text = written.replace(/[\u00a0\u202f ]/g, '')
  const decimal = Number(text.replace(',', '.'))
  const grouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text) ? [Number(text.replace(/[.,]/g, ''))] : []
  const german = /^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)
    ? [Number(text.replace(/\./g, '').replace(',', '.'))]
    : []
  const english = /^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) ? [Number(text.replace(/,/g, ''))] : []
  return [decimal, ...grouped, ...german, ...english].filter(Number.isFinite)
}

/** The numbers in a text, each with all its readings. */
export const numbersIn = (text: string): { text: string; values: number[] }[] =>
  [...text.matchAll(new RegExp(NUMBER, 'g'))].map(([written]) => ({
    text: written,
    values: readingsOf(written),
  }))

export type ReadSide = { text: string; value: number; name: string | null }

/** The sides of all chains of a line with their values, NaN where letters are in them; none for prose alone. */
export function sidesOfLine(line: string): ReadSide[] {
  const text = line.replace(/(?:…|\.\.\.)\s*$/, '')
  const decimalComma = /\d,\d/.test(text) && 'always'
  const parsed = parseLine(text, { ...PLAIN_READING, decimalComma })
  if (parsed.kind !== 'statements') return []
  return parsed.statements.flatMap(({ cases }) =>
    cases.flat().flatMap(({ sides }) =>
      sides.map(({ expression, text: written }) => ({
        text: written,
        value: evaluate(expression, {}),
        name: expression.kind === 'symbol' ? expression.name : null,
      })),
    ),
  )
}

/** The nearest line before that says something. */
export function lineBefore(lines: readonly string[], at: number): number {
  let before = at - 1
  while (before >= 0 && /^\s*$/.test(lines[before] ?? '')) before--
  return before
}

/** A question, a doubt or a cross: nothing is claimed. */
export const isDoubted = (text: string): boolean =>
  /[?✗✘❌]|\b(?:not|wrong|false|no|never|isn't|nicht|falsch|kein\w*|would|wäre|würde)\b/i.test(text)

export const near = (a: number, b: number, by = 1e-9): boolean =>
  Math.abs(a - b) <= by * Math.max(1, Math.abs(a), Math.abs(b))
