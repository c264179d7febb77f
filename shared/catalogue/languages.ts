/** The languages that Aside speaks. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first of a person's languages (`de-AT`, as their browser names them) that Aside speaks, else English. */
export function languageOf(tags: readonly string[]): Language {
  const primaries = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0])
  const spoken = primaries.flatMap((primary) => LANGUAGES.find((language) => language === primary) ?? [])
  return spoken[0] ?? 'en'
}
