import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type AsideBrowser, launchBrowser, sidePanelPage } from '../browser.ts'
import { repositoryFolder } from '../folders.ts'
import { pressToolbarButton } from '../press-toolbar-button.ts'
import { type DemoServer, serveDemo } from '../serve-demo.ts'
import { writeBlankExtension } from './blank-extension.ts'
import { type BenchPages, serveBenchPages } from './serve-bench-pages.ts'

/** Builds into a folder of its own, so that a build or a test that runs at the same time is not disturbed. */
const BUILD = `import { build } from 'wxt'; await build({ root: process.argv[1], outDir: process.argv[2] })`

/**
 * What the benchmarks stand on: a fresh production build, a blank extension, pages, browsers with new profiles.
 * Nothing of it is made before it is asked for, and all of it goes at the end.
 */
export class Bed implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'aside-bench-'))
  readonly #browsers = new Set<AsideBrowser>()
  #built: string | null = null
  #blank: string | null = null
  #demo: Promise<DemoServer> | null = null
  #pages: Promise<BenchPages> | null = null

  /** The folder of the built extension. */
  get aside(): string {
    this.#built ??= buildExtension(join(this.#folder, 'build'))
    return this.#built
  }

  /** The folder of an extension that does nothing. */
  get blank(): string {
    if (this.#blank === null) {
      this.#blank = join(this.#folder, 'blank')
      writeBlankExtension(this.#blank)
    }
    return this.#blank
  }

  demo(): Promise<DemoServer> {
    this.#demo ??= serveDemo()
    return this.#demo
  }

  pages(): Promise<BenchPages> {
    this.#pages ??= serveBenchPages()
    return this.#pages
  }

  /** A new person's browser, closed after the work; its profile goes with the bed. */
  async withBrowser<Value>(
    extensionDir: string,
    work: (browser: AsideBrowser) => Promise<Value>,
  ): Promise<Value> {
    const profileDir = mkdtempSync(join(this.#folder, 'profile-'))
    const browser = await launchBrowser({ extensionDir, profileDir, headless: true })
    this.#browsers.add(browser)
    try {
      return await work(browser)
    } finally {
      this.#browsers.delete(browser)
      await browser.close()
    }
  }

  async closeBrowsers(): Promise<void> {
    const left = [...this.#browsers]
    this.#browsers.clear()
    for (const browser of left) await browser.close().catch(() => {})
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.closeBrowsers()
    await (await this.#demo)?.close()
    await (await this.#pages)?.close()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The only tab, on this page. */
export async function openPage(browser: AsideBrowser, address: string): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(address)
  return page
}

/** Presses the button and waits until Aside reads the page. @returns the side panel */
export async function startReading(browser: AsideBrowser, page: Page): Promise<Page> {
  await pressToolbarButton(browser, page)
  const panel = await sidePanelPage(browser)
  await panel.locator('[data-eye=open]').waitFor()
  return panel
}

function buildExtension(outDir: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', BUILD, repositoryFolder, outDir],
    { cwd: repositoryFolder, encoding: 'utf8', timeout: 120_000 },
  )
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`)
  return join(outDir, 'chrome-mv3')
}
