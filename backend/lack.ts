import { catalogueOf } from '../shared/catalogue/catalogue.ts'
import type { Language } from '../shared/catalogue/languages.ts'

/** Who gives keys: how they are called, where, and the variable that holds one. */
const KEYS = {
  openai: ['OpenAI', 'https://platform.openai.com/api-keys', 'ASIDE_OPENAI_KEY'],
  anthropic: ['Anthropic', 'https://console.anthropic.com/settings/keys', 'ASIDE_ANTHROPIC_KEY'],
  google: ['Google', 'https://aistudio.google.com/apikey', 'ASIDE_GOOGLE_KEY'],
  brave: ['Brave Search', 'https://api-dashboard.search.brave.com/app/keys', 'ASIDE_SEARCH_KEY'],
  tavily: ['Tavily', 'https://app.tavily.com/home', 'ASIDE_SEARCH_KEY'],
  exa: ['Exa', 'https://dashboard.exa.ai/api-keys', 'ASIDE_SEARCH_KEY'],
} as const

/** What something that is set up, or could be, lacks. */
export type Lack =
  | { kind: 'key'; of: keyof typeof KEYS }
  /** Of a server of the person's own. */
  | { kind: 'address' }
  | { kind: 'server'; address: string }
  | { kind: 'ollama'; address: string; model: string }
  /** `address`: what is downloaded, or was to be. */
  | { kind: 'download' | 'downloadFailed'; address: string }
  | { kind: 'unknownModel'; model: string; known: readonly string[] }
  | { kind: 'folder'; folder: string }
  | { kind: 'searxng' }

/** A sentence for the person: the command, the address or the setting that helps. */
export function howToGet(lack: Lack, language: Language): string {
  const words = catalogueOf(language).lacks
  switch (lack.kind) {
    case 'key': {
      const [name, page, variable] = KEYS[lack.of]
      const how = words.key(name, page, variable)
      return variable === 'ASIDE_SEARCH_KEY' ? `${how} ${words.untilThen}` : how
    }
    case 'address':
    case 'searxng':
      return words[lack.kind]
    case 'ollama':
      return words.ollama(lack.address, lack.model)
    case 'server':
    case 'download':
    case 'downloadFailed':
      return words[lack.kind](lack.address)
    case 'unknownModel':
      return words.unknownModel(lack.model, lack.known.join(', '))
    case 'folder':
      return words.folder(lack.folder)
  }
}
