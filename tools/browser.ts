import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test'
import { untilFound, withDeadline } from './deadline.ts'
import { attachTo, type DevtoolsTarget, listTargets, type TargetInfo } from './devtools-target.ts'
import { extensionId } from './extension-id.ts'
import { findBrowser } from './find-browser.mjs'
import { asideFolder } from './folders.ts'

export interface BrowserOptions {
  /** The built extension, `.output/chrome-mv3`. */
  readonly extensionDir: string
  /** The browser's profile; an empty folder is a new person. */
  readonly profileDir: string
  readonly headless: boolean
  /** More command-line switches. */
  readonly args?: readonly string[]
  /** Switches of Playwright's to leave out, such as `--disable-back-forward-cache`. */
  readonly withoutArgs?: readonly string[]
  /** Only for an extension other than Aside. */
  readonly extensionId?: string
  /** False where a person uses the browser: only `sidePanelPage` needs the port. True unless told. */
  readonly debuggingPort?: boolean
  readonly viewport?: { readonly width: number; readonly height: number } | null
  readonly colorScheme?: 'light' | 'dark' | null
  readonly reducedMotion?: 'reduce' | 'no-preference' | null
  /** Keep the page that opens after the installation; closed unless told. */
  readonly firstRun?: boolean
}

/** A running browser with the extension in it. */
export interface AsideBrowser {
  readonly context: BrowserContext
  /** A DevTools session with the browser itself. */
  readonly devtools: CDPSession
  readonly extensionId: string
  readonly extensionDir: string
  /** The side panel's page, as the manifest names it. */
  readonly panelUrl: string
  /** A second connection, made anew because one shows only the side panels that are open when it starts. */
  connect(): Promise<Browser>
  close(): Promise<void>
}

const LAUNCH_WITHIN_MS = 30_000
const APPEAR_WITHIN_MS = 10_000

export async function launchBrowser(options: BrowserOptions): Promise<AsideBrowser> {
  const { extensionDir, profileDir } = options
  const id = options.extensionId ?? extensionId
  const panelUrl = `chrome-extension://${id}/${panelPath(extensionDir)}`
  const isNew = !existsSync(profileDir) || readdirSync(profileDir).length === 0
  const portFile = join(profileDir, 'DevToolsActivePort')
  rmSync(portFile, { force: true })

  const executablePath = browserThatLoadsExtensions()
  const launch = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profileDir, {
      executablePath,
      chromiumSandbox,
      headless: options.headless,
      // A person's Ctrl-C is the caller's affair; Playwright's answer to it would be to exit at once.
      handleSIGINT: options.headless,
      handleSIGTERM: options.headless,
      timeout: LAUNCH_WITHIN_MS,
      viewport: options.viewport === undefined ? { width: 1280, height: 720 } : options.viewport,
      colorScheme: options.colorScheme ?? null,
      reducedMotion: options.reducedMotion ?? null,
      ignoreDefaultArgs: ['--mute-audio', ...(options.withoutArgs ?? [])],
      args: [
        // Both: either one alone loads nothing, without a word.
        `--disable-extensions-except=${extensionDir}`,
        `--load-extension=${extensionDir}`,
        // The browser picks a free port and writes it into the profile: no race for it.
        ...(options.debuggingPort === false ? [] : ['--remote-debugging-port=0']),
        ...(options.args ?? []),
      ],
    })
  const isRoot = process.getuid?.() === 0
  // Some systems have no sandbox to give to a downloaded browser: Ubuntu refuses it since 24.04.
  const context = await (options.headless || isRoot
    ? launch(false)
    : launch(true).catch((error: Error) => {
        if (!/sandbox/i.test(error.message)) throw error
        return launch(false)
      }))
  const connections: Browser[] = []
  const close = async () => {
    for (const connection of connections) await connection.close().catch(() => {})
    await withDeadline(context.close(), LAUNCH_WITHIN_MS, 'the browser closes')
  }
  try {
    const browser = context.browser()
    if (!browser) throw new Error('Playwright gives no browser for this profile.')
    const devtools = await browser.newBrowserCDPSession()
    await untilListening(context, id)
    // A new person is shown the first run; only a test of it wants it.
    const welcomes = isNew && existsSync(join(extensionDir, 'welcome.html'))
    const welcome = welcomes ? await firstRunPage(context, id) : null
    if (!options.firstRun) await welcome?.close()
    return {
      context,
      devtools,
      extensionId: id,
      extensionDir,
      panelUrl,
      close,
      async connect() {
        const port = readFileSync(portFile, 'utf8').split('\n')[0]
        const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
          timeout: APPEAR_WITHIN_MS,
        })
        connections.push(connection)
        return connection
      },
    }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}

/** The real side panel, once it is open. Ask again after it was closed and opened: it is a new page then. */
export async function sidePanelPage(browser: AsideBrowser, within = APPEAR_WITHIN_MS): Promise<Page> {
  await untilFound(async () => (await panelTargets(browser)).at(-1), within, 'the side panel')
  return untilFound(
    async () => {
      const connection = await browser.connect()
      const pages = connection.contexts().flatMap((context) => context.pages())
      for (const page of pages) {
        // A panel that belongs to another tab stays alive, hidden.
        if (!page.url().startsWith(browser.panelUrl)) continue
        await page.waitForLoadState('load', { timeout: within })
        if (await page.evaluate(() => document.visibilityState === 'visible')) return page
      }
      await connection.close()
      return undefined
    },
    within,
    'the side panel as a page',
  )
}

export async function isPanelOpen(browser: AsideBrowser): Promise<boolean> {
  return (await panelTargets(browser)).length > 0
}

/** As the person's click on the panel's close button. */
export async function closeSidePanel(browser: AsideBrowser): Promise<void> {
  for (const target of await panelTargets(browser)) await closeTarget(browser, target)
}

/** The offscreen document, to evaluate in. It throws when there is none in time. */
export async function offscreenTarget(
  browser: AsideBrowser,
  within = APPEAR_WITHIN_MS,
): Promise<DevtoolsTarget> {
  const target = await untilFound(
    () => ownTarget(browser, 'background_page'),
    within,
    'the offscreen document',
  )
  const offscreen = await attachTo(browser.devtools, target)
  // It can be attached to before it is there: it begins as an empty document, which is complete too.
  const loaded = () =>
    offscreen.evaluate(
      () => (location.protocol === 'chrome-extension:' && document.readyState === 'complete') || undefined,
    )
  await untilFound(loaded, within, 'the offscreen document is loaded')
  return offscreen
}

/** The service worker as it is now; Playwright's own object for it goes stale when the worker is stopped. */
export async function serviceWorkerTarget(
  browser: AsideBrowser,
  within = APPEAR_WITHIN_MS,
): Promise<DevtoolsTarget> {
  const target = await untilFound(() => ownTarget(browser, 'service_worker'), within, 'the service worker')
  return attachTo(browser.devtools, target)
}

/** Ends the offscreen document as the browser does under memory pressure. False when there was none. */
export async function closeOffscreen(browser: AsideBrowser): Promise<boolean> {
  const target = await ownTarget(browser, 'background_page')
  if (target) await closeTarget(browser, target)
  return target !== undefined
}

/**
 * Stops the service worker; the next event starts it again. It never stops by itself in a test, because
 * Playwright is attached to it. False when none was running.
 */
export async function killServiceWorker(browser: AsideBrowser): Promise<boolean> {
  const target = await ownTarget(browser, 'service_worker')
  if (target) await closeTarget(browser, target)
  return target !== undefined
}

/**
 * Ends the extension and begins it anew, as an update does: its content scripts stay behind in their pages. (Its
 * own `runtime.reload()` does not bring back an extension that came by the command line.)
 */
export async function reloadExtension(browser: AsideBrowser): Promise<void> {
  const before = await ownTarget(browser, 'service_worker')
  // Playwright's types do not know this command of Chromium's.
  const send = browser.devtools.send.bind(browser.devtools) as (
    method: string,
    params: object,
  ) => Promise<unknown>
  await send('Extensions.loadUnpacked', { path: browser.extensionDir })
  const renewed = async () => {
    const worker = await ownTarget(browser, 'service_worker')
    return (worker !== undefined && worker.targetId !== before?.targetId) || undefined
  }
  await untilFound(renewed, APPEAR_WITHIN_MS, 'the service worker after the reload')
  const worker = await serviceWorkerTarget(browser)
  const activated = () =>
    worker.evaluate(() => {
      // A worker that has only begun to start has no registration.
      const scope = globalThis as unknown as { registration: { active: { state: string } | null } | null }
      return scope.registration?.active?.state === 'activated' || undefined
    })
  await untilFound(activated, APPEAR_WITHIN_MS, 'the service worker is activated after the reload')
  await worker.detach()
}

function browserThatLoadsExtensions(): string {
  const found = findBrowser(asideFolder)
  if (!found) throw new Error('No browser was found. Run `node tools/set-up.mjs`, or set ASIDE_BROWSER.')
  if (!found.loadsExtensions)
    throw new Error(
      `${found.path} (${found.kind} ${found.version}) loads no unpacked extension: use Chromium or Chrome for Testing. Run \`node tools/set-up.mjs\`, or set ASIDE_BROWSER.`,
    )
  return found.path
}

function panelPath(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'))
  return manifest.side_panel?.default_path ?? 'sidepanel.html'
}

/** A press before the worker has registered its listeners is lost: one in two was, in 12 launches. */
async function untilListening(context: BrowserContext, id: string): Promise<void> {
  const mine = (worker: Worker) => worker.url().startsWith(`chrome-extension://${id}/`)
  const worker =
    context.serviceWorkers().find(mine) ??
    (await context.waitForEvent('serviceworker', { predicate: mine, timeout: APPEAR_WITHIN_MS }).catch(() => {
      throw new Error(`The extension ${id} did not start. Is its manifest valid, and is its key ours?`)
    }))
  const state = () =>
    worker.evaluate(() => {
      // A worker that has only begun to start has no registration.
      const scope = globalThis as unknown as { registration: { active: { state: string } | null } | null }
      return scope.registration?.active?.state === 'activated' || undefined
    })
  await untilFound(state, APPEAR_WITHIN_MS, 'the service worker is activated')
}

/** The page that the extension opens when it has been installed. */
async function firstRunPage(context: BrowserContext, id: string): Promise<Page> {
  const isWelcome = (page: Page) => page.url().startsWith(`chrome-extension://${id}/welcome.html`)
  const open = async () => context.pages().find(isWelcome)
  return untilFound(open, APPEAR_WITHIN_MS, 'the first run')
}

async function panelTargets(browser: AsideBrowser): Promise<TargetInfo[]> {
  const targets = await listTargets(browser.devtools)
  return targets.filter(({ type, url }) => type === 'page' && url.startsWith(browser.panelUrl))
}

async function ownTarget(browser: AsideBrowser, type: string): Promise<TargetInfo | undefined> {
  const origin = `chrome-extension://${browser.extensionId}/`
  const targets = await listTargets(browser.devtools)
  return targets.find((target) => target.type === type && target.url.startsWith(origin))
}

async function closeTarget(browser: AsideBrowser, { targetId, type }: TargetInfo): Promise<void> {
  await browser.devtools.send('Target.closeTarget', { targetId })
  const gone = async () =>
    (await listTargets(browser.devtools)).every((target) => target.targetId !== targetId) || undefined
  await untilFound(gone, APPEAR_WITHIN_MS, `the ${type} ends`)
}
