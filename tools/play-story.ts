import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type AsideBrowser, closeSidePanel, launchBrowser, sidePanelPage } from './browser.ts'
import { untilFound, withDeadline } from './deadline.ts'
import { asideFolder, builtExtension } from './folders.ts'
import { countMarks, paintTimes } from './painted-marks.ts'
import { pressToolbarButton } from './press-toolbar-button.ts'
import { serveDemo } from './serve-demo.ts'

export interface StoryOptions {
  readonly extensionDir?: string
  /** Where the pictures go. */
  readonly picturesDir?: string
  readonly print?: (line: string) => void
}

const STORY_WITHIN_MS = 90_000
const STEP_WITHIN_MS = 15_000
/** Between keys, as of someone who types with ease. */
const KEYSTROKE_MS = 60

/**
 * The product's main job, played by a hand that types: a wrong step is marked, explained, corrected.
 * @returns milliseconds from the Enter that ended the wrong line to the painted mark
 */
export async function playStory(options: StoryOptions = {}): Promise<number> {
  const profileDir = mkdtempSync(join(tmpdir(), 'aside-story-'))
  const demo = await serveDemo()
  let browser: AsideBrowser | undefined
  try {
    browser = await launchBrowser({
      extensionDir: options.extensionDir ?? builtExtension,
      profileDir,
      headless: true,
    })
    const page = `${demo.origin()}/algebra.html`
    return await withDeadline(actStory(browser, page, options), STORY_WITHIN_MS, 'the story ends')
  } finally {
    await browser?.close()
    await demo.close()
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function actStory(
  browser: AsideBrowser,
  address: string,
  { picturesDir = join(asideFolder, 'story'), print = console.log }: StoryOptions,
): Promise<number> {
  mkdirSync(picturesDir, { recursive: true })
  const begun = performance.now()
  const tell = (line: string) =>
    print(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`)
  const picture = (page: Page, name: string) => page.screenshot({ path: join(picturesDir, `${name}.png`) })

  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.addInitScript(rememberLastEnter)
  await page.goto(address)
  tell('opens the worksheet and presses the toolbar button')
  await pressToolbarButton(browser, page)
  let panel = await sidePanelPage(browser)
  await composer(panel).waitFor({ timeout: STEP_WITHIN_MS })
  tell(`the panel is open, ${await panel.evaluate(() => innerWidth)} px wide`)
  await picture(panel, '1-panel-opened')

  await page.locator('#working').click()
  tell('writes 2(x+3)=10 and then 2x+3=10')
  await typeLine(page, '2(x+3)=10')
  if ((await paintTimes(page)).length > 0)
    throw new Error('A mark was painted although the first line is right.')
  await typeLine(page, '2x+3=10')
  const enteredAt = await page.evaluate(() => Number(document.documentElement.dataset.storyEnter))
  const painted = await untilFound(
    async () => (await paintTimes(page)).find((time) => time >= enteredAt),
    STEP_WITHIN_MS,
    'a mark at the wrong step',
  )
  const latency = Math.round(painted - enteredAt)
  tell(`the wrong step is marked, ${latency} ms after Enter`)
  await panel
    .locator('[data-entry][data-kind="remark"][data-state="done"]')
    .first()
    .waitFor({ timeout: STEP_WITHIN_MS })
  tell('the remark is in the panel')
  await picture(page, '2-page-marked')
  await picture(panel, '2-panel-marked')

  await correctLine(page)
  await untilFound(
    async () => ((await countMarks(page)) === 0 ? true : undefined),
    STEP_WITHIN_MS,
    'the mark goes away after the correction',
  )
  tell('the line is corrected to 2x+6=10 and the mark is gone')
  await picture(page, '3-page-corrected')

  await ask(panel, 'how long did that take me?')
  tell('the question is answered')
  await picture(panel, '4-panel-answered')

  const before = await readConversation(panel)
  await closeSidePanel(browser)
  await pressToolbarButton(browser, page)
  panel = await sidePanelPage(browser)
  await panel
    .locator('[data-entry]')
    .nth(before.length - 1)
    .waitFor({ timeout: STEP_WITHIN_MS })
  tell('the panel was closed and opened again, and remembers')
  await picture(panel, '5-panel-reopened')

  print('')
  for (const line of await readConversation(panel)) print(line)
  print('')
  print(`pictures: ${picturesDir}`)
  return latency
}

/** Runs in the page: notes when the person pressed Enter, on the clock on which marks note their painting. */
function rememberLastEnter(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Enter') return
      document.documentElement.dataset.storyEnter = String(event.timeStamp)
    },
    { capture: true },
  )
}

const composer = (panel: Page) => panel.locator('textarea[name=draft]')

async function typeLine(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line, { delay: KEYSTROKE_MS })
  await page.keyboard.press('Enter')
}

/** 2x+3=10 is the last line but one, with the caret on the empty line below it: `3` becomes `6`. */
async function correctLine(page: Page): Promise<void> {
  for (const key of ['ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete', '6', 'End'])
    await page.keyboard.press(key, { delay: KEYSTROKE_MS })
}

async function ask(panel: Page, question: string): Promise<void> {
  const answers = panel.locator('[data-entry][data-who="tutor"][data-kind="said"][data-state="done"]')
  const answered = await answers.count()
  await composer(panel).click()
  await panel.keyboard.type(question, { delay: KEYSTROKE_MS / 3 })
  await panel.keyboard.press('Enter')
  await answers.nth(answered).waitFor({ timeout: STEP_WITHIN_MS })
}

async function readConversation(panel: Page): Promise<string[]> {
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

if (import.meta.main) console.log(`main job: wrong step marked after ${await playStory()} ms`)
