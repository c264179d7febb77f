import { signal } from '@preact/signals'
import type { LoopToPanel, PanelToLoop } from '../../../shared/messages/panel-message.ts'
import type { ConfigurationChange } from '../../../shared/thoughts/configuration.ts'
import { language } from '../../panel/messages.ts'
import { mountSettings } from '../../panel/settings-page.tsx'
import { Database } from '../../store/database.ts'
import { followLanguage } from '../../store/language-choice.ts'
import { fakeBackend } from './fake-backend.ts'
import { fakeSites } from './fake-sites.ts'

/** What a test of the settings holds in its hand. */
interface SettingsPage {
  database: Database
  /** Everything the page has told the loop, oldest first. */
  posted: PanelToLoop[]
  /** Everything it wanted changed in the backend. */
  changed: ConfigurationChange[]
}

declare global {
  interface Window {
    settingsPage: SettingsPage
  }
}

const posted: PanelToLoop[] = []
const presence = signal<LoopToPanel | null>({ kind: 'presence', reading: [], beyond: [], fault: null })
const database = new Database('settings-page')
const on = signal(false)
const root = document.querySelector<HTMLElement>('#settings') ?? document.body

const changed: ConfigurationChange[] = []
window.settingsPage = { database, posted, changed }
followLanguage({
  database,
  preferred: () => new URL(location.href).searchParams.getAll('language'),
  speak: (chosen) => {
    language.value = chosen
  },
  ended: new AbortController().signal,
})
mountSettings(root, {
  database,
  loop: { post: (message) => posted.push(message), presence },
  sites: fakeSites(['https://algebra.example/*', 'https://github.com/*']),
  notifications: {
    on,
    set: async (wanted) => {
      on.value = wanted
      return true
    },
  },
  backend: fakeBackend(database, changed),
  storageUsed: async () => 2_400_000,
  erase: async () => {
    await database.settings.put({ key: 'erasure', value: Date.now() + 15_000 })
    return 'soon'
  },
  keepEverything: async () => {
    await database.settings.delete('erasure')
    return true
  },
  keys: 'Alt+Shift+A',
  now: Date.now,
})
database.tutorings.put({
  id: 't1',
  tab: 1,
  origin: 'https://algebra.example',
  address: 'https://algebra.example/',
  title: 'Linear equations',
  startedAt: 1,
  endedAt: null,
})
