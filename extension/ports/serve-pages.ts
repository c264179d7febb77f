import type * as v from 'valibot'
import type { Browser } from 'wxt/browser'
import { isPaused } from '../../shared/manner.ts'
import { matchesPattern } from '../../shared/match-pattern.ts'
import type { BackgroundToLoop, ReadAnswerSchema } from '../../shared/messages/background-message.ts'
import { type LoopToPage, type PageToLoop, PageToLoopSchema } from '../../shared/messages/page-message.ts'
import type { LoopToPanel } from '../../shared/messages/panel-message.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import type { DoorPercept } from '../../shared/percepts/percept.ts'
import type { LoopState } from '../turn/loop-state.ts'
import { ordersOf } from '../turn/orders-of.ts'
import { type Beyond, type ConnectedPage, distinctWay, type PageDoors } from './connected-page.ts'
import { EarlyFrames } from './early-frames.ts'
import { forFrame, wayOf } from './frame-way.ts'
import { withProblemsAround } from './problems-around.ts'
import { RefusedTabs } from './refused-tabs.ts'
import { serveLink } from './serve-link.ts'

/** What the background says of tabs. */
export type TabMessage = Exclude<BackgroundToLoop, { kind: 'erase' | 'keep-everything' | 'ping' }>

type OutOfReach = Extract<PagePercept, { kind: 'out-of-reach' }>
type Ended = Extract<DoorPercept, { kind: 'tutoring-ended' }>

/** The tutoring that a tab is in. */
interface Open {
  tutoring: string
  origin: string
  /** Whether the loop has taken it in; one that is missing afterwards has ended. */
  taken: boolean
}

/** The loop's side of all content scripts. A page may send percepts, nothing else. */
export class Pages {
  readonly #doors: PageDoors
  readonly #pages = new Map<string, ConnectedPage>()
  /** The open tutoring of each tab, also before the loop has taken it in. */
  readonly #open = new Map<number, Open>()
  /** Tabs on which the button was pressed and whose page has not joined yet. */
  readonly #awaited = new Set<number>()
  /** Tabs whose page cannot be read at all. */
  readonly #closed = new Map<number, Beyond>()
  /** When the button was last pressed on a tab (ms since the epoch). */
  readonly #presses = new Map<number, number>()
  readonly #refused: RefusedTabs
  readonly #early = new EarlyFrames()

  constructor(doors: PageDoors) {
    this.#doors = doors
    this.#refused = new RefusedTabs(() => doors.loop.state.manner)
    for (const { row } of Object.values(doors.loop.state.tutorings))
      this.#open.set(row.tab, { tutoring: row.id, origin: row.origin, taken: true })
  }

  /** The tabs whose page answers now: the eye. */
  get reading(): { tab: number; tutoring: string }[] {
    return [...this.#pages.values()]
      .filter(({ way }) => way === '')
      .map(({ tab, tutoring }) => ({ tab, tutoring }))
  }

  /** What the person uses in each tab that cannot be read. */
  get beyond(): LoopToPanel['beyond'] {
    const within = [...this.#pages.values()].flatMap(({ tab, beyond }) =>
      beyond ? [{ tab, ...beyond }] : [],
    )
    return [...within, ...[...this.#closed].map(([tab, beyond]) => ({ tab, ...beyond }))]
  }

  /** Tabs that the button was pressed on in vain. */
  get never(): RefusedTabs['list'] {
    return this.#refused.list
  }

  connect(port: Browser.runtime.Port): void {
    const sender = port.sender
    const tab = sender?.tab?.id
    const frame = sender?.frameId
    const named = wayOf(port.name)
    if (sender === undefined || tab === undefined || frame === undefined || sender.url === undefined)
      return port.disconnect()
    if (named === null || (frame === 0) !== (named === '')) return port.disconnect()
    const url = new URL(sender.url)
    const title = sender.tab?.title ?? ''
    serveLink<PageToLoop, LoopToPage>({
      port,
      schema: PageToLoopSchema,
      written: this.#doors.written,
      shows: false,
      joined: (served) => {
        if (this.#refused.isNever(url.origin)) return served.state({ kind: 'end' })
        const tutoring =
          frame === 0 ? this.#join(tab, url, title, served.fresh) : this.#joinFrame(tab, served.link)
        if (tutoring === 'later') return port.disconnect()
        if (tutoring === null) return served.state({ kind: 'end' })
        const way = distinctWay(this.#pages.values(), { tab, frame, way: named })
        this.#pages.set(served.link, {
          served,
          tab,
          origin: url.origin,
          tutoring,
          frame,
          way,
          beyond: null,
          around: new Map(),
          fields: new Map(),
          sent: '',
        })
        this.#closed.delete(tab)
        this.publish(this.#doors.loop.state, new Map())
        this.#doors.changed()
      },
      body: ({ percepts }, receipt) => {
        const page = this.#pages.get(receipt.link)
        if (page === undefined) return
        for (const percept of percepts) {
          if (percept.kind === 'out-of-reach') this.#outOfReach(page, percept)
          for (const it of withProblemsAround(page, [...this.#pages.values()], percept))
            this.#doors.loop.take({ from: 'page', at: it.at, tutoring: page.tutoring, it })
        }
        this.#doors.loop.acknowledge(receipt)
      },
      nonsense: (receipt) => this.#doors.loop.acknowledge(receipt),
      left: (served) => {
        const page = this.#pages.get(served.link)
        if (page?.served !== served) return
        this.#pages.delete(served.link)
        // Without the page around it a frame has nobody to say whether it is seen.
        if (!this.reading.some(({ tutoring }) => tutoring === page.tutoring) && page.way === '')
          this.#take({ kind: 'page-left', tutoring: page.tutoring })
        this.#doors.changed()
      },
    })
  }

  /** Ends the tutorings of tabs that were closed while the loop was dead. */
  keepOnly(tabs: readonly number[]): void {
    for (const [tab, { tutoring }] of this.#open) if (!tabs.includes(tab)) this.#end(tab, tutoring, 'closed')
  }

  /** What the background says of tabs. @returns its answer, where one is expected */
  told(message: TabMessage): v.InferOutput<typeof ReadAnswerSchema> | null {
    switch (message.kind) {
      case 'tab-closed':
        this.#presses.delete(message.tab)
        this.#closed.delete(message.tab)
        this.#refused.left(message.tab)
        this.#leave(message.tab, 'closed')
        return null
      case 'tab-unreadable':
        // Refused before the button was pressed again: that press says for itself what it may read.
        if ((message.press ?? Infinity) < (this.#presses.get(message.tab) ?? 0)) return null
        this.#refused.left(message.tab)
        if (message.why !== 'site')
          this.#closed.set(message.tab, { at: this.#doors.now(), what: message.why, site: null })
        // From a PDF, as from an error, a person goes back to the page: its tutoring goes on.
        if (message.why === 'pdf') this.#awaited.delete(message.tab)
        else this.#leave(message.tab, 'unreadable')
        this.#doors.changed()
        return null
      case 'tab-replaced': {
        const open = this.#open.get(message.tab)
        if (open === undefined) return null
        this.#open.delete(message.tab)
        this.#open.set(message.by, open)
        this.#take({ kind: 'tab-replaced', tutoring: open.tutoring, tab: message.by })
        return null
      }
      case 'button': {
        this.#presses.set(message.tab, message.press)
        this.#closed.delete(message.tab)
        if (this.#refused.pressed(message.tab, message.origin)) {
          this.#doors.changed()
          return { read: false }
        }
        const open = this.#open.get(message.tab)
        const stops =
          open !== undefined &&
          this.#doors.faced(message.tab) &&
          this.reading.some(({ tab }) => tab === message.tab)
        if (stops) this.#end(message.tab, open.tutoring, 'stopped')
        else if (open === undefined) this.#awaited.add(message.tab)
        return { read: !stops }
      }
      case 'still-read':
        return { read: this.#open.has(message.tab) || this.#awaited.has(message.tab) }
      case 'sites-revoked':
        for (const [tab, open] of this.#open)
          if (message.patterns.some((pattern) => matchesPattern(open.origin, pattern)))
            this.#end(tab, open.tutoring, 'stopped')
        return null
    }
  }

  /** Sends what follows from the new state: orders, acknowledgements, the end. */
  publish(state: LoopState, got: ReadonlyMap<string, number>): void {
    for (const [tab, open] of this.#open) {
      if (state.tutorings[open.tutoring] !== undefined) open.taken = true
      else if (open.taken) this.#open.delete(tab)
    }
    for (const [link, page] of this.#pages) {
      const seq = got.get(link)
      if (seq !== undefined) page.served.acked(seq)
      page.served.watched(state.front === null || state.front === page.tutoring)
      const open = this.#open.get(page.tab)?.tutoring === page.tutoring
      if (!open || this.#refused.isNever(page.origin)) this.#forget(link, page)
      else if (state.tutorings[page.tutoring] !== undefined) this.#order(page, state)
    }
  }

  /** No page is read any more; what was read is kept. */
  stopAll(): void {
    for (const [tab, open] of this.#open) this.#end(tab, open.tutoring, 'stopped')
    this.#awaited.clear()
  }

  /** All is erased: no page is read any more. */
  endAll(): void {
    this.#open.clear()
    this.#awaited.clear()
    this.#refused.clear()
    for (const [link, page] of this.#pages) this.#forget(link, page)
  }

  #outOfReach(page: ConnectedPage, { what, site }: OutOfReach): void {
    page.beyond = what && { at: this.#doors.now(), what, site }
    this.#doors.changed()
  }

  /** The tab shows nothing any more that can be read. */
  #leave(tab: number, why: 'closed' | 'unreadable'): void {
    this.#awaited.delete(tab)
    const open = this.#open.get(tab)
    if (open !== undefined) this.#end(tab, open.tutoring, why)
  }

  #order(page: ConnectedPage, state: LoopState): void {
    const orders = forFrame(page.way, ordersOf(state, page.tutoring))
    const sent = JSON.stringify(orders)
    if (sent === page.sent) return
    page.sent = sent
    page.served.state({ kind: 'orders', orders })
  }

  /** Its tutoring is over: the content script goes. */
  #forget(link: string, page: ConnectedPage): void {
    page.served.state({ kind: 'end' })
    this.#pages.delete(link)
    this.#doors.changed()
  }

  /**
   * The tutoring that a page takes part in. Only a page that has just come to life begins one: another was
   * stopped while it slept or was cut off, and must not be read again.
   */
  #join(tab: number, url: URL, title: string, fresh: boolean): string | null {
    this.#awaited.delete(tab)
    const open = this.#open.get(tab)
    const same = open?.origin === url.origin
    if (!same && !fresh) return null
    if (open !== undefined && !same) this.#end(tab, open.tutoring, 'moved')
    const tutoring = same ? open.tutoring : crypto.randomUUID()
    if (!same) this.#open.set(tab, { tutoring, origin: url.origin, taken: false })
    const { loop, now } = this.#doors
    const page = isPaused(loop.state.manner, now())
      ? { address: `${url.origin}/`, title: '' }
      : { address: url.origin + url.pathname, title }
    this.#take({ kind: 'page-joined', tutoring, tab, origin: url.origin, ...page, fresh })
    return tutoring
  }

  /**
   * The tutoring that a frame takes part in: its tab's. Null where there is none (any more); 'later' while the
   * page around it has not joined.
   */
  #joinFrame(tab: number, link: string): string | null {
    const around = this.reading.find((page) => page.tab === tab)
    if (around !== undefined) {
      this.#early.joined(link)
      return around.tutoring
    }
    return this.#open.has(tab) && this.#early.mayComeAgain(link) ? 'later' : null
  }

  #end(tab: number, tutoring: string, why: Ended['why']): void {
    this.#open.delete(tab)
    this.#take({ kind: 'tutoring-ended', tutoring, why })
  }

  #take(it: DoorPercept): void {
    this.#doors.loop.take({ from: 'door', at: this.#doors.now(), it })
  }
}
