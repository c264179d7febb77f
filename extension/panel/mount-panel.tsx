import { render } from 'preact'
import type { Database } from '../store/database.ts'
import type { Tabs } from './facing-tab.ts'
import type { Loop } from './loop-door.ts'
import { Panel } from './panel.tsx'
import { panelState } from './panel-state.ts'
import type { Sites } from './sites.ts'

export interface PanelDoors {
  database: Database
  loop: Loop
  tabs: Tabs
  /** For "Always on this site"; the button is left out without it. */
  sites?: Sites
  openSettings(): void
  /** ms since the epoch. */
  now(): number
}

/** Shows the panel in `root` until the returned function is called. */
export function mountPanel(root: HTMLElement, doors: PanelDoors): () => void {
  const life = new AbortController()
  render(<Panel state={panelState(doors, life.signal)} />, root)
  return () => {
    render(null, root)
    life.abort()
  }
}
