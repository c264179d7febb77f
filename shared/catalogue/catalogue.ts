import { de } from './de.ts'
import { type Catalogue, en } from './en.ts'
import type { Language } from './languages.ts'

export type { Catalogue }

/** Every language, whole. A further one is a folder beside these, a line here and one in `languages.ts`. */
const CATALOGUES: Record<Language, Catalogue> = { en, de }

/** All that Aside says, in one language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language]
}
