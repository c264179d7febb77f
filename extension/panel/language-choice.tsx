import { LANGUAGES, type Language } from '../../shared/catalogue/languages.ts'
import { settingsMessages as texts } from './messages.ts'

/** Each names itself, so that a person finds theirs among strange ones. */
const NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' }

interface Props {
  /** null: the browser's language. */
  choice: Language | null
  choose(choice: Language | null): void
}

/** The language that Aside speaks. */
export function LanguageChoice({ choice, choose }: Props) {
  return (
    <section aria-labelledby="language">
      <h2 id="language">{texts.language}</h2>
      <select
        name="language"
        class="choice"
        aria-labelledby="language"
        value={choice ?? ''}
        onChange={({ currentTarget }) =>
          choose(LANGUAGES.find((language) => language === currentTarget.value) ?? null)
        }
      >
        <option value="">{texts.languageOfBrowser}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {NAMES[language]}
          </option>
        ))}
      </select>
      <p class="quietly">{texts.languageHow}</p>
    </section>
  )
}
