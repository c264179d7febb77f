import { signal } from '@preact/signals'
import { languageOf } from '../../../shared/catalogue/languages.ts'
import type { LoopToPanel, PanelToLoop } from '../../../shared/messages/panel-message.ts'
import { language } from '../../panel/messages.ts'
import { mountPanel } from '../../panel/mount-panel.tsx'
import { Database } from '../../store/database.ts'
import { fakeSites } from './fake-sites.ts'

/** What a test holds in its hand: the loop, the tabs and the database are played by the test. */
export interface PanelPage {
  database: Database
  /** Everything the panel has told the loop, oldest first. */
  posted: PanelToLoop[]
  presence(presence: LoopToPanel | null): void
  facing(tab: number | null): void
  /** The clock of the panel, ms since the epoch; null: the real one. */
  clock: { now: number | null }
  /** Pages of the extension that the panel wanted opened. */
  opened: string[]
  unmount(): void
}

declare global {
  interface Window {
    panelPage: PanelPage
  }
}

const presence = signal<LoopToPanel | null>(null)
const facing = signal<number | null>(null)
const clock: PanelPage['clock'] = { now: null }
const posted: PanelToLoop[] = []
const database = new Database('panel-page')
const root = document.querySelector<HTMLElement>('#panel') ?? document.body

language.value = languageOf(new URL(location.href).searchParams.getAll('language'))

window.panelPage = {
  database,
  posted,
  clock,
  opened: [],
  presence: (next) => {
    presence.value = next
  },
  facing: (tab) => {
    facing.value = tab
  },
  unmount: mountPanel(root, {
    database,
    loop: { post: (message) => posted.push(message), presence },
    tabs: { facing, loadedAt: signal(0) },
    sites: fakeSites(),
    keys: 'Alt+Shift+A',
    openPage: (page) => window.panelPage.opened.push(page),
    now: () => clock.now ?? Date.now(),
  }),
}
