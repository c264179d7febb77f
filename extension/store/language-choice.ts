import * as v from 'valibot'
import { LANGUAGES, type Language, languageOf } from '../../shared/catalogue/languages.ts'
import type { Database } from './database.ts'
import { followQuery } from './follow-query.ts'

const KEY = 'language'
const ChoiceSchema = v.picklist(LANGUAGES)

/** How long a page waits for the choice before it begins in the browser's language (ms): a blocked database never answers. */
const PATIENCE_MS = 300

/** The language the person chose in the settings; null: the browser's. */
export async function readChoice(database: Database): Promise<Language | null> {
  const parsed = v.safeParse(ChoiceSchema, (await database.settings.get(KEY))?.value)
  return parsed.success ? parsed.output : null
}

export async function writeChoice(database: Database, choice: Language | null): Promise<void> {
  if (choice === null) await database.settings.delete(KEY)
  else await database.settings.put({ key: KEY, value: choice })
}

interface Follower {
  database: Database
  /** The person's languages as the browser names them: `browser.i18n` is not everywhere. */
  preferred: () => readonly string[]
  /** Called with the language to speak, at once and whenever it changes. */
  speak: (language: Language) => void
  ended: AbortSignal
}

/** Speaks the chosen language, else the browser's. Resolves once it is known, so that nothing is shown before. */
export async function followLanguage({ database, preferred, speak, ended }: Follower): Promise<void> {
  let choice: Language | null = null
  const say = () => speak(choice ?? languageOf(preferred()))
  globalThis.addEventListener('languagechange', say, { signal: ended })
  await new Promise<void>((known) => {
    const begin = () => {
      clearTimeout(late)
      say()
      known()
    }
    const late = setTimeout(begin, PATIENCE_MS)
    const stop = followQuery(() => readChoice(database), {
      next: (chosen) => {
        choice = chosen
        begin()
      },
      error: begin,
    })
    ended.addEventListener('abort', stop)
  })
}
