import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import type { Question } from './verdict.ts'

/** The question in the person's language. */
export function questionText({ id, about }: Question, language: Language): string {
  const ask: (...about: readonly string[]) => string = catalogueOf(language).slips.questions[id]
  return ask(...about)
}
