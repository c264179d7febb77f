import { test as base, type Page } from '@playwright/test'
import { build } from 'vite'
import { type Anchor, anchorOf } from '../../shared/percepts/anchor.ts'
import { NO_ORDERS, type Orders } from '../../shared/percepts/orders.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { findBrowser } from '../../tools/find-browser.mjs'
import { asideFolder } from '../../tools/folders.ts'

type Kind = PagePercept['kind']
type Of<K extends Kind> = Extract<PagePercept, { kind: K }>

declare global {
  interface Window {
    startPage(options: {
      document: Document
      send(percepts: PagePercept[]): void
      signal: AbortSignal
      enterFrame?: (site: string | null) => Promise<{ focused: boolean | null; site: boolean }>
      enterFrames?: () => Promise<{ frames: number; sites: string[] }>
    }): {
      carryOut(orders: Orders): void
      resync(): void
    }
    lab: {
      percepts: PagePercept[]
      stop: AbortController
      aside: ReturnType<Window['startPage']>
      root: ShadowRoot | null
    }
  }
}

/** A page served from a string, with `extension/page` running in it as it would as a content script. */
export interface Lab {
  readonly page: Page
  /** The bundle, for a world that the test makes itself; it sets `window.startPage`. */
  readonly script: string
  open(body: string, options?: { start?: boolean; headers?: Record<string, string> }): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
  percepts<K extends Kind>(kind: K): Promise<Of<K>[]>
  /** Waits until there are so many percepts of a kind, and gives them all. */
  wait<K extends Kind>(kind: K, count?: number): Promise<Of<K>[]>
  last<K extends Kind>(kind: K): Promise<Of<K> | undefined>
  forget(): Promise<void>
  order(orders: Partial<Orders>): Promise<void>
  /** Marks a line and waits until the mark is painted. */
  mark(anchor: Anchor, id?: string, tone?: 'slip' | 'found'): Promise<void>
  /** What is drawn, in the window's coordinates, cut to what can be seen. */
  drawn(): Promise<{
    lines: DOMRectLike[]
    spans: DOMRectLike[]
    clip: string[]
    buttons: string[]
    said: string
  }>
  frames(count?: number): Promise<void>
}
type DOMRectLike = { left: number; top: number; right: number; bottom: number }

export const quote = (path: string, text: string, line: string): Anchor => {
  const start = text.indexOf(line)
  return anchorOf(path, text, start, start + line.length)
}

let bundle: Promise<string> | null = null

export const test = base.extend<{ lab: Lab }>({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, executablePath: findBrowser(asideFolder)?.path ?? '/usr/bin/chromium' })
  },
  lab: async ({ page }, use) => {
    bundle ??= bundled()
    const script = await bundle
    let opened = 0
    let served = { body: '', headers: {} as Record<string, string> }
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: served.body, headers: served.headers }),
    )
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow
      Element.prototype.attachShadow = function (this: Element, init) {
        const root = attach.call(this, init)
        if (this.localName === 'aside-marks' && window.lab) window.lab.root = root
        return root
      }
    })
    await page.addInitScript(script)
    const lab: Lab = {
      page,
      script,
      async open(body, { start = true, headers = {} } = {}) {
        served = { body: `<!doctype html><html lang=en><title>Lab</title>${body}`, headers }
        opened += 1
        await page.goto(`http://lab.localhost/work?secret=${opened}#part`)
        if (start) await lab.start()
      },
      start: () =>
        page.evaluate(() => {
          const percepts: PagePercept[] = []
          const stop = new AbortController()
          window.lab = { percepts, stop, root: null, aside: { carryOut() {}, resync() {} } }
          const send = (some: PagePercept[]) => void percepts.push(...some)
          window.lab.aside = window.startPage({ document, send, signal: stop.signal })
        }),
      stop: () => page.evaluate(() => window.lab.stop.abort()),
      percepts: async (kind) =>
        (await page.evaluate((kind) => window.lab.percepts.filter((each) => each.kind === kind), kind)) as Of<
          typeof kind
        >[],
      async wait(kind, count = 1) {
        await page.waitForFunction(
          ([kind, count]) => window.lab.percepts.filter((each) => each.kind === kind).length >= count,
          [kind, count] as const,
        )
        return lab.percepts(kind)
      },
      last: async (kind) => (await lab.percepts(kind)).at(-1),
      forget: () => page.evaluate(() => void window.lab.percepts.splice(0)),
      order: (orders) =>
        page.evaluate((orders) => window.lab.aside.carryOut(orders), { ...NO_ORDERS, ...orders }),
      async mark(anchor, id = 'm1', tone = 'slip') {
        await lab.order({ marks: [{ id, anchor, tone, label: 'This step may be wrong.' }] })
        await lab.wait('mark-painted')
      },
      drawn: () =>
        page.evaluate(() => {
          const all = (selector: string) => [...(window.lab.root?.querySelectorAll(selector) ?? [])]
          const rects = (elements: Element[]) =>
            elements
              .flatMap((element) => [...element.getClientRects()])
              .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
          return {
            lines: rects(all('.line:has(.strip)')),
            spans: rects(all('.mirror span')),
            clip: all('.field').map((field) => getComputedStyle(field).clipPath),
            buttons: all('button').map((button) => button.getAttribute('aria-label') ?? ''),
            said: all('[aria-live]')
              .map((each) => each.textContent)
              .join('|'),
          }
        }),
      frames: (count = 2) =>
        page.evaluate(async (count) => {
          for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame)
        }, count),
    }
    await use(lab)
  },
})

export { expect } from '@playwright/test'

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: new URL('./whole-page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'asidePage',
      },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page did not bundle.')
  return `${chunk.code}\nwindow.startPage = asidePage.startPage`
}
