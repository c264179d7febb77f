import type { Page } from '@playwright/test'
import { closeSidePanel, sidePanelPage } from './browser.ts'
import { untilFound } from './deadline.ts'
import { countMarks, paintTimes } from './painted-marks.ts'
import { pressToolbarButton } from './press-toolbar-button.ts'
import {
  composer,
  correctLine,
  onStage,
  readConversation,
  STEP_WITHIN_MS,
  type Stage,
  type StoryOptions,
  send,
  typeLine,
} from './story-stage.ts'

const STORY_WITHIN_MS = 90_000

/**
 * The product's main job, played by a hand that types: a wrong step is marked, explained, corrected.
 * @returns milliseconds from the Enter that ended the wrong line to the painted mark
 */
export function playStory(options: StoryOptions = {}): Promise<number> {
  return onStage(STORY_WITHIN_MS, options, actStory)
}

async function actStory({ browser, demo, tell, print, picture }: Stage): Promise<number> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.addInitScript(rememberLastEnter)
  await page.goto(`${demo.origin()}/algebra.html`)
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

async function ask(panel: Page, question: string): Promise<void> {
  const answers = panel.locator('[data-entry][data-who="tutor"][data-kind="said"][data-state="done"]')
  const answered = await answers.count()
  await send(panel, question)
  await answers.nth(answered).waitFor({ timeout: STEP_WITHIN_MS })
}

if (import.meta.main) console.log(`main job: wrong step marked after ${await playStory()} ms`)
