import type { Page } from '@playwright/test'
import { sidePanelPage } from '../browser.ts'
import { pressToolbarButton } from '../press-toolbar-button.ts'
import { openPage } from './bed.ts'
import { atMost, type Benchmark, type Figure, median, milliseconds } from './benchmark.ts'
import { type MainThread, traceMainThread } from './main-thread.ts'
import { NEEDLE, SCAN_NODES } from './serve-bench-pages.ts'

const BUDGET_MS = 8
const ROUNDS = 3
/** Long enough for what Aside puts off; the page alone is watched as long. */
const SETTLE_MS = 1000
const ANSWER_WITHIN_MS = 30_000

/**
 * The longest stretch that the content script takes of one task on a page with 50,000 nodes: when the button is
 * pressed, and when the whole page is searched and watched for the first time. In ms of the thread's own time.
 */
export const scan: Benchmark = {
  name: 'scan',
  withinSeconds: 240,
  async run(bed) {
    const { crowded } = await bed.pages()
    const starts: MainThread[] = []
    const searches: MainThread[] = []
    const still: MainThread[] = []
    const scrolled: MainThread[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await bed.withBrowser(bed.aside, async (browser) => {
        const page = await openPage(browser, crowded)
        await settle()
        starts.push(
          await traceMainThread(browser, page, async () => {
            await pressToolbarButton(browser, page)
            await settle()
          }),
        )
        const panel = await sidePanelPage(browser)
        await panel.locator('[data-eye=open]').waitFor()
        searches.push(await traceMainThread(browser, page, () => searchAndWatch(panel)))
      })
      await bed.withBrowser(bed.blank, async (browser) => {
        const page = await openPage(browser, crowded)
        await settle()
        still.push(await traceMainThread(browser, page, settle))
        scrolled.push(await traceMainThread(browser, page, () => scrollToEnd(page)))
      })
    }
    const nodes = `${SCAN_NODES.toLocaleString('en')} nodes`
    return [
      figure(`${nodes}, button pressed`, starts, `page alone ${longestTask(still)}`),
      figure(
        `${nodes}, first search and watch`,
        searches,
        `page alone, scrolled as far ${longestTask(scrolled)}`,
      ),
    ]
  },
}

function figure(what: string, rounds: readonly MainThread[], alone: string): Figure {
  const longest = Math.max(...rounds.map(({ longestOfContentScript }) => longestOfContentScript))
  if (longest === 0) throw new Error('The trace shows nothing of the content script.')
  const inAll = median(rounds.map(({ contentScript }) => contentScript))
  return {
    what,
    value: `longest ${milliseconds(longest, 1)}, in all ${milliseconds(inAll, 1)}`,
    n: rounds.length,
    budget: atMost(BUDGET_MS, 'ms', longest, 'longest'),
    beside: `longest whole task ${longestTask(rounds)}, ${alone}`,
  }
}

function longestTask(rounds: readonly MainThread[]): string {
  return milliseconds(Math.max(...rounds.map((round) => round.longestTask)), 1)
}

/** A watch for words that are not there looks at the whole page, and so does a search. */
async function searchAndWatch(panel: Page): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  const answers = panel.locator('[data-entry][data-who=tutor][data-kind=said][data-state=done]')
  for (const request of ['watch this page for “results are out”', `find “${NEEDLE}” on this page`]) {
    const answered = await answers.count()
    await composer.fill(request)
    await composer.press('Enter')
    await answers.nth(answered).waitFor({ timeout: ANSWER_WITHIN_MS })
  }
  await settle()
}

/** Where the search leads to. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.body.lastElementChild?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
  )
  await settle()
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
}
