import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type AsideBrowser, launchBrowser } from './browser.ts'
import { withDeadline } from './deadline.ts'
import { asideFolder, builtExtension } from './folders.ts'
import { type DemoServer, serveDemo } from './serve-demo.ts'

export interface StoryOptions {
  readonly extensionDir?: string
  /** Where the pictures go. */
  readonly picturesDir?: string
  readonly print?: (line: string) => void
}

/** What a story has: a new person's browser, the demo pages, and somebody to tell. */
export interface Stage {
  readonly browser: AsideBrowser
  readonly demo: DemoServer
  /** A folder that is removed afterwards. */
  readonly folder: string
  /** Prints a line with the seconds since the beginning. */
  tell(line: string): void
  print(line: string): void
  picture(page: Page, name: string): Promise<unknown>
}

export const STEP_WITHIN_MS = 15_000
/** Between keys, as of someone who types with ease. */
const KEYSTROKE_MS = 60

/** Plays a story in a browser of its own. */
export async function onStage<Result>(
  withinMs: number,
  {
    extensionDir = builtExtension,
    picturesDir = join(asideFolder, 'story'),
    print = console.log,
  }: StoryOptions,
  act: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'aside-story-'))
  const demo = await serveDemo()
  let browser: AsideBrowser | undefined
  try {
    browser = await launchBrowser({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
    mkdirSync(picturesDir, { recursive: true })
    const begun = performance.now()
    const stage: Stage = {
      browser,
      demo,
      folder,
      print,
      tell: (line) => print(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`),
      picture: (page, name) => page.screenshot({ path: join(picturesDir, `${name}.png`) }),
    }
    const result = await withDeadline(act(stage), withinMs, 'the story ends')
    print(`pictures: ${picturesDir}`)
    return result
  } finally {
    await browser?.close()
    await demo.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export const composer = (panel: Page) => panel.locator('textarea[name=draft]')

export async function send(panel: Page, text: string): Promise<void> {
  await composer(panel).click()
  await panel.keyboard.type(text, { delay: KEYSTROKE_MS / 3 })
  await panel.keyboard.press('Enter')
}

export async function typeLine(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line, { delay: KEYSTROKE_MS })
  await page.keyboard.press('Enter')
}

/** 2x+3=10 is the last line but one, with the caret on the empty line below it: `3` becomes `6`. */
export async function correctLine(page: Page): Promise<void> {
  for (const key of ['ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete', '6', 'End'])
    await page.keyboard.press(key, { delay: KEYSTROKE_MS })
}

/** The conversation as it stands in the panel, a line for each entry. */
export async function readConversation(panel: Page): Promise<string[]> {
  return panel.locator('[data-entry]').evaluateAll((entries) =>
    entries.map((entry) => {
      if (!(entry instanceof HTMLElement)) return ''
      const at = new Date(entry.querySelector('time')?.dateTime ?? '').toTimeString().slice(0, 8)
      // Without the buttons, and without what is only read aloud.
      const said = entry.querySelector('[data-said]')?.textContent ?? ''
      return `${at}  ${said.replace(/\s+/g, ' ').trim()}`
    }),
  )
}
