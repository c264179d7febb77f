import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import type { Language } from '../../shared/catalogue/languages.ts'

/** What to tell the person when a micro-turn could not be written down. */
export function faultSentence(error: unknown, language: Language): string {
  const { full, newer, write } = catalogueOf(language).loop.fault
  if (/VersionError/.test(String(error))) return newer
  return /quota/i.test(String(error)) ? full : write
}
