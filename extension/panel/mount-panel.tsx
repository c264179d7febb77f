import { render } from 'preact'
import type { Database } from '../store/database.ts'
import type { Tabs } from './facing-tab.ts'
import type { Loop } from './loop-door.ts'
import { language } from './messages.ts'
import { Panel } from './panel.tsx'
import { type PanelState, panelState } from './panel-state.ts'
import type { Sites } from './sites.ts'

/** What a conversation needs, in the panel or in the history. */
export interface ConversationDoors {
  database: Database
  loop: Loop
  /** ms since the epoch. */
  now(): number
}

export interface PanelDoors extends ConversationDoors {
  tabs: Tabs
  /** For "Always on this site"; the button is left out without it. */
  sites?: Sites
  openPage(page: 'tutorings' | 'settings' | 'settings#sent'): void
  /** The keys that start Aside, as the browser writes them; null when none are set. */
  keys: string | null
}

/** Shows the panel in `root` until the returned function is called. */
export function mountPanel(root: HTMLElement, doors: PanelDoors): () => void {
  const life = new AbortController()
  render(<SpeakingPanel state={panelState(doors, life.signal)} />, root)
  return () => {
    render(null, root)
    life.abort()
  }
}

/** In another language it is drawn anew: entries that have not changed would stay as they are. */
function SpeakingPanel({ state }: { state: PanelState }) {
  return <Panel key={language.value} state={state} />
}
