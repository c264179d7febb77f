import { signal } from '@preact/signals'
import { languageOf } from '../../../shared/catalogue/languages.ts'
import type { LoopToPanel, PanelToLoop } from '../../../shared/messages/panel-message.ts'
import { mountHistory } from '../../panel/history-page.tsx'
import { language } from '../../panel/messages.ts'
import { Database } from '../../store/database.ts'

/** What a test of the history holds in its hand. */
export interface HistoryPage {
  database: Database
  /** Everything the page has told the loop, oldest first. */
  posted: PanelToLoop[]
  /** The clock of the page, ms since the epoch; null: the real one. */
  clock: { now: number | null }
}

declare global {
  interface Window {
    historyPage: HistoryPage
  }
}

const posted: PanelToLoop[] = []
const clock: HistoryPage['clock'] = { now: null }
const presence = signal<LoopToPanel | null>({ kind: 'presence', reading: [], beyond: [], fault: null })
const database = new Database('history-page')
const root = document.querySelector<HTMLElement>('#history') ?? document.body

language.value = languageOf(new URL(location.href).searchParams.getAll('language'))
window.historyPage = { database, posted, clock }
mountHistory(root, {
  database,
  loop: { post: (message) => posted.push(message), presence },
  now: () => clock.now ?? Date.now(),
})
