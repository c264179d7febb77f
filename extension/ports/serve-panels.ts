import type { Browser } from 'wxt/browser'
import { type LoopToPanel, type PanelToLoop, PanelToLoopSchema } from '../../shared/messages/panel-message.ts'
import type { Loop } from '../turn/loop.ts'
import { type ServedLink, serveLink } from './serve-link.ts'

interface PanelDoors {
  loop: Loop
  now: () => number
  written: (link: string) => Promise<number>
  presence: () => LoopToPanel
}

/** The loop's side of all open panels, and of the settings. */
export class Panels {
  readonly #doors: PanelDoors
  readonly #panels = new Map<string, ServedLink<LoopToPanel>>()
  /** The tab that each panel faces, known before the next micro-turn takes it in. */
  readonly #facing = new Map<string, number | null>()

  constructor(doors: PanelDoors) {
    this.#doors = doors
  }

  /** @param shows whether it shows the conversation; the settings give orders and show none */
  connect(port: Browser.runtime.Port, shows: boolean): void {
    const { loop, now, written } = this.#doors
    serveLink<PanelToLoop, LoopToPanel>({
      port,
      schema: PanelToLoopSchema,
      written,
      shows: true,
      joined: (served) => {
        this.#panels.set(served.link, served)
        if (shows) loop.take({ from: 'door', at: now(), it: { kind: 'panel-joined', panel: served.link } })
        served.state(this.#doors.presence())
      },
      body: (it, receipt) => {
        if (it.kind === 'facing') this.#facing.set(receipt.link, it.tab)
        const at = 'at' in it ? it.at : now()
        loop.take({ from: 'panel', at, panel: receipt.link, it }, receipt)
      },
      nonsense: (receipt) => loop.acknowledge(receipt),
      left: (served) => {
        if (this.#panels.get(served.link) !== served) return
        this.#panels.delete(served.link)
        this.#facing.delete(served.link)
        if (shows) loop.take({ from: 'door', at: now(), it: { kind: 'panel-left', panel: served.link } })
      },
    })
  }

  /** Whether an open panel faces this tab. */
  faces(tab: number): boolean {
    return [...this.#facing.values()].includes(tab)
  }

  acked(got: ReadonlyMap<string, number>): void {
    for (const [link, seq] of got) this.#panels.get(link)?.acked(seq)
  }

  publish(): void {
    const presence = this.#doors.presence()
    for (const panel of this.#panels.values()) panel.state(presence)
  }
}
