import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import { inNotation, USUAL_NOTATION } from '../notation.ts'
import type { Question, SlipId } from './verdict.ts'

/** The question in the person's language and notation. */
export function questionText({ id, about }: Question, language: Language, notation = USUAL_NOTATION): string {
  const ask: (...about: readonly string[]) => string = catalogueOf(language).slips.questions[id]
  return inNotation(ask(...about.map(raised)), notation, catalogueOf(language).evidence.decimal)
}

/** The rule that the slip breaks. */
export function ruleText(id: SlipId, language: Language, notation = USUAL_NOTATION): string {
  const { slips, evidence } = catalogueOf(language)
  return inNotation(slips.rules[id], notation, evidence.decimal)
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A whole exponent as it is written by hand: x² for x^2. */
export const raised = (printed: string) =>
  printed.replace(/\^(\d+)(?![\d.,])/g, (_, digits: string) =>
    digits.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit),
  )
