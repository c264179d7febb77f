import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { GLIMPSES, type Glimpse } from '../../../shared/messages/glimpse.ts'
import type { LoopToPanel, PanelToLoop } from '../../../shared/messages/panel-message.ts'
import { findBrowser } from '../../../tools/find-browser.mjs'
import type { SettingRow } from '../../store/database.ts'
import type { Entry, PromiseRow, Remark, Tutoring } from '../../store/rows.ts'
import type {} from './panel-page.ts'
import { TAB, tutoring } from './rows-for-tests.ts'
import { servePanelPages } from './serve-panel-pages.ts'

interface Rows {
  tutorings?: readonly Tutoring[]
  entries?: readonly Entry[]
  remarks?: readonly Remark[]
  promises?: readonly PromiseRow[]
  settings?: readonly SettingRow[]
}

/** The panel in a normal page, with a real database and a loop that the test plays. */
export class PanelHands {
  readonly page: Page
  readonly #address: string

  constructor(page: Page, address: string) {
    this.page = page
    this.#address = address
  }

  /** Opens the panel on a tab that is being read; `rows` stand there already. */
  async open(rows: Rows = {}, tab: number | null = TAB, language = 'en'): Promise<void> {
    await this.page.goto(`${this.#address}?language=${language}`)
    await this.write({ tutorings: [tutoring()], ...rows })
    await this.face(tab)
  }

  /** The panel was closed and is opened again. */
  async reopen(tab: number | null = TAB): Promise<void> {
    await this.page.reload()
    await this.face(tab)
  }

  async face(tab: number | null): Promise<void> {
    await this.page.evaluate((tab) => window.panelPage.facing(tab), tab)
    await this.answer(tab)
  }

  /** The loop answers, reading this tab. */
  async answer(tab: number | null = TAB, fault: string | null = null): Promise<void> {
    await this.page.evaluate(
      ({ tab, fault }) =>
        window.panelPage.presence({
          kind: 'presence',
          reading: tab === null ? [] : [{ tab, tutoring: 't1' }],
          beyond: [],
          fault,
        }),
      { tab, fault },
    )
  }

  /** The loop answers, and says what of this tab it cannot read. */
  async beyond(what: LoopToPanel['beyond'][number]['what'], site: string | null = null): Promise<void> {
    await this.page.evaluate(
      ({ tab, what, site }) =>
        window.panelPage.presence({
          kind: 'presence',
          reading: [{ tab, tutoring: 't1' }],
          beyond: [{ tab, at: 1, what, site }],
          fault: null,
        }),
      { tab: TAB, what, site },
    )
  }

  /** The loop tells this as its last minute whenever it is asked. */
  async lastMinute(glimpses: readonly Glimpse[]): Promise<void> {
    await this.page.evaluate(
      ({ name, glimpses }) => {
        const channel = new BroadcastChannel(name)
        channel.onmessage = ({ data }) => {
          if (data.kind === 'ask') channel.postMessage({ kind: 'glimpses', glimpses })
        }
      },
      { name: GLIMPSES, glimpses },
    )
  }

  async fallSilent(): Promise<void> {
    await this.page.evaluate(() => window.panelPage.presence(null))
  }

  /** The loop writes, in one transaction. */
  async write(rows: Rows): Promise<void> {
    await this.page.evaluate(async (rows) => {
      const { database } = window.panelPage
      await database.transaction('rw', database.tables, async () => {
        await database.tutorings.bulkPut([...(rows.tutorings ?? [])])
        await database.entries.bulkPut([...(rows.entries ?? [])])
        await database.remarks.bulkPut([...(rows.remarks ?? [])])
        await database.promises.bulkPut([...(rows.promises ?? [])])
        await database.settings.bulkPut([...(rows.settings ?? [])])
      })
    }, rows)
  }

  async posted(): Promise<PanelToLoop[]> {
    return this.page.evaluate(() => window.panelPage.posted)
  }

  entry(id: string) {
    return this.page.locator(`[data-entry][data-id="${id}"]`)
  }

  /** What has been said of an entry, without what only screen readers hear. */
  said(id: string) {
    return this.entry(id).locator('[data-said]')
  }

  get conversation() {
    return this.page.getByRole('region', { name: 'Conversation' })
  }

  /** Which entries are in view, and how far below the upper edge of the view each of them begins, CSS pixels. */
  async places(): Promise<Record<string, number>> {
    return this.conversation.evaluate(async (view) => {
      // What has changed is measured and put in its place within a frame.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      const { top, bottom } = view.getBoundingClientRect()
      const rows = [...view.querySelectorAll<HTMLElement>('[data-entry]')]
      return Object.fromEntries(
        rows
          .map((row) => ({ id: row.dataset.id ?? '', box: row.getBoundingClientRect() }))
          .filter(({ box }) => box.bottom > top + 1 && box.top < bottom)
          .map(({ id, box }) => [id, Math.round(box.top - top)]),
      )
    })
  }

  get composer() {
    return this.page.getByRole('textbox', { name: 'Write to Aside' })
  }

  get announcer() {
    return this.page.locator('[data-announcer]')
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const widths = await this.page.evaluate(() => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      parts: [...document.querySelectorAll('.conversation, .empty, header, .composer, .promises')]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.className || part.tagName),
    }))
    expect(widths).toEqual({ page: 0, parts: [] })
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
  }
}

export const test = base.extend<{ panel: PanelHands }, { address: string }>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const found = findBrowser(fileURLToPath(new URL('../../../.aside', import.meta.url)))
      await use({ executablePath: found?.path ?? '/usr/bin/chromium' })
    },
    { scope: 'worker' },
  ],
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      await using pages = await servePanelPages()
      await use(pages.origin)
    },
    { scope: 'worker' },
  ],
  viewport: { width: 360, height: 720 },
  panel: async ({ page, address }, use) => {
    await use(new PanelHands(page, `${address}/index.html`))
  },
})

export { expect }
