import { effect } from '@preact/signals'
import type { Database } from '../store/database.ts'
import { followLanguage } from '../store/language-choice.ts'
import { language } from './messages.ts'

/** Has this page speak the person's language, its title by `title`. Resolves before anything need be shown. */
export async function speakOn(database: Database, title: () => string, ended: AbortSignal): Promise<void> {
  await followLanguage({
    database,
    preferred: () => navigator.languages,
    speak: (chosen) => {
      language.value = chosen
    },
    ended,
  })
  const stop = effect(() => {
    document.documentElement.lang = language.value
    document.title = title()
  })
  ended.addEventListener('abort', stop)
}
