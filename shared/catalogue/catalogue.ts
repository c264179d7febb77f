import { de } from './de.ts'
import { type Catalogue, en } from './en.ts'

export type { Catalogue }

/** Every language Aside speaks, whole. A further one is a folder beside these, and a line here. */
const CATALOGUES = { en, de } satisfies Record<string, Catalogue>

export type Language = keyof typeof CATALOGUES
export const LANGUAGES = ['en', 'de'] as const satisfies readonly Language[]

/** All that Aside says, in one language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language]
}

/** The language to speak where a person's browser or page names this one (`de-AT`); English for all others. */
export function languageOf(tag: string): Language {
  const [primary] = tag.toLowerCase().split(/[-_]/)
  return LANGUAGES.find((language) => language === primary) ?? 'en'
}
