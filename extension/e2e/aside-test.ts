import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import {
  type AsideBrowser,
  closeOffscreen,
  closeSidePanel,
  isPanelOpen,
  killServiceWorker,
  launchBrowser,
  offscreenTarget,
  reloadExtension,
  serviceWorkerTarget,
  sidePanelPage,
} from '../../tools/browser.ts'
import type { DevtoolsTarget } from '../../tools/devtools-target.ts'
import { builtExtension } from '../../tools/folders.ts'
import { grantedCopy } from '../../tools/granted-copy.ts'
import { pressToolbarButton } from '../../tools/press-toolbar-button.ts'
import { type DemoServer, serveDemo } from '../../tools/serve-demo.ts'
import { driveClockOf } from './driven-clock.ts'

/** What a test may ask of the browser before it starts: `test.use({ launch: { colorScheme: 'dark' } })`. */
export interface LaunchOptions {
  readonly args?: readonly string[]
  readonly withoutArgs?: readonly string[]
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly firstRun?: boolean
}

/** A new person's browser with the built extension in it, and hands to use it. */
export interface Aside {
  readonly browser: AsideBrowser
  readonly demo: DemoServer
  /** Opens a page of `extension/demo` in the first tab, or in a new one; `origin` picks another origin. */
  openDemo(path: string, where?: { readonly newTab?: boolean; readonly origin?: string }): Promise<Page>
  /** The page that opened after the installation; kept with `launch: { firstRun: true }`. */
  welcome(): Page
  /** The toolbar button, pressed while this page is in front. */
  pressButton(page: Page): Promise<void>
  /** The side panel, waited for. After it was closed and opened again it is another page. */
  panel(): Promise<Page>
  isPanelOpen(): Promise<boolean>
  closePanel(): Promise<void>
  offscreen(): Promise<DevtoolsTarget>
  closeOffscreen(): Promise<boolean>
  serviceWorker(): Promise<DevtoolsTarget>
  killServiceWorker(): Promise<boolean>
  /** As an update does it. */
  reloadExtension(): Promise<void>
}

interface TestFixtures {
  launch: LaunchOptions
  /** Match patterns of sites that are always on: `test.use({ sites: ['http://demo.localhost/*'] })`. */
  sites: readonly string[]
  /** Whether the extension's clock can be driven, by a DrivenClock. */
  drivenClock: boolean
  aside: Aside
}

interface WorkerFixtures {
  demo: DemoServer
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  launch: [{}, { option: true }],
  sites: [[], { option: true }],
  drivenClock: [false, { option: true }],

  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const demo = await serveDemo()
      await use(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],

  aside: async ({ demo, launch, sites, drivenClock }, use, testInfo) => {
    if (!existsSync(join(builtExtension, 'manifest.json')))
      throw new Error('The extension is not built: run `npm run build` first.')
    const profileDir = mkdtempSync(join(tmpdir(), 'aside-profile-'))
    const copy = sites.length > 0 || drivenClock ? grantedCopy(builtExtension, sites) : null
    if (copy !== null && drivenClock) driveClockOf(copy)
    try {
      const browser = await launchBrowser({
        extensionDir: copy ?? builtExtension,
        profileDir,
        headless: true,
        ...launch,
      })
      try {
        await use(handsOn(browser, demo))
        if (testInfo.status !== testInfo.expectedStatus)
          await photograph(browser, async (name, picture) =>
            testInfo.attach(name, { body: picture, contentType: 'image/png' }),
          )
      } finally {
        await browser.close()
      }
    } finally {
      for (const folder of copy === null ? [profileDir] : [profileDir, copy])
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

export { expect } from '@playwright/test'

function handsOn(browser: AsideBrowser, demo: DemoServer): Aside {
  return {
    browser,
    demo,
    async openDemo(path, { newTab = false, origin = 'demo' } = {}) {
      const first = newTab ? undefined : browser.context.pages()[0]
      const page = first ?? (await browser.context.newPage())
      await page.goto(`${demo.origin(origin)}/${path.replace(/^\//, '')}`)
      return page
    },
    welcome() {
      const page = browser.context.pages().find((each) => each.url().endsWith('/welcome.html'))
      if (page === undefined) throw new Error('The page of the first run was not kept.')
      return page
    },
    pressButton: (page) => pressToolbarButton(browser, page),
    panel: () => sidePanelPage(browser),
    isPanelOpen: () => isPanelOpen(browser),
    closePanel: () => closeSidePanel(browser),
    offscreen: () => offscreenTarget(browser),
    closeOffscreen: () => closeOffscreen(browser),
    serviceWorker: () => serviceWorkerTarget(browser),
    killServiceWorker: () => killServiceWorker(browser),
    reloadExtension: () => reloadExtension(browser),
  }
}

/** Pictures of what a failed test left on the screen. One that cannot be taken must not hide the failure. */
async function photograph(
  browser: AsideBrowser,
  keep: (name: string, picture: Buffer) => Promise<void>,
): Promise<void> {
  const panels = (await isPanelOpen(browser))
    ? [await sidePanelPage(browser, 2_000).catch(() => undefined)]
    : []
  for (const page of [...browser.context.pages(), ...panels]) {
    const picture = await page?.screenshot({ timeout: 2_000 }).catch(() => undefined)
    if (page && picture) await keep(new URL(page.url()).pathname.slice(1) || 'page', picture)
  }
}
