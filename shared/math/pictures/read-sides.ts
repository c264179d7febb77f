import { type Entry, isPeriodicIn, makeEntry } from '../entry.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import { asExpression } from '../statement.ts'

/** How a text may be meant: 3,5 as one number or two, sin 30 in degrees or radians. */
export type Meaning = { decimalComma: boolean; degrees: boolean }

const MEANINGS: readonly Meaning[] = [
  { decimalComma: false, degrees: false },
  { decimalComma: true, degrees: false },
  { decimalComma: false, degrees: true },
  { decimalComma: true, degrees: true },
]

/** Those of the meanings that make a difference to the texts. */
export function meaningsOf(texts: readonly string[]): readonly Meaning[] {
  const comma = texts.some((text) => /\d,\d/.test(text))
  const angle = texts.some((text) => /sin|cos|tan|cot/i.test(text))
  return MEANINGS.filter((meaning) => (comma || !meaning.decimalComma) && (angle || !meaning.degrees))
}

/** The one statement of a line, ready to be evaluated; null for prose and lists of claims. */
export function readStatement(text: string, { decimalComma, degrees }: Meaning): Entry | null {
  const parsed = parseLine(text, { ...PLAIN_READING, decimalComma })
  const [written, more] = parsed.kind === 'statements' ? parsed.statements : []
  if (written === undefined || more !== undefined) return null
  return makeEntry(written, new Map(), { line: 0, stance: 'plain', words: [], afterBlank: false }, degrees)
}

export type ReadSide = {
  written: Expression
  meant: Expression
  variables: readonly string[]
  periodic: boolean
}

/** A line that is one expression, as it was written and as it is evaluated. */
export function readSide(text: string, meaning: Meaning): ReadSide | null {
  const entry = readStatement(text, meaning)
  const written = entry && asExpression(entry.written)
  const meant = entry && asExpression(entry.statement)
  if (!entry || !written || !meant) return null
  const variables = variablesOf(meant.expression)
  return {
    written: written.expression,
    meant: meant.expression,
    variables,
    periodic: variables.some((name) => isPeriodicIn(entry.statement, name)),
  }
}
