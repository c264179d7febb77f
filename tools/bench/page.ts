import type { Page } from '@playwright/test'
import type { AsideBrowser } from '../browser.ts'
import { openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, median, milliseconds, percent, sum } from './benchmark.ts'
import { type MainThread, traceMainThread } from './main-thread.ts'

const BUDGET_PERCENT = 1
const ROUNDS = 3
const KEYS = 80
const KEY_MS = 40
const WHEELS = 40
const WHEEL_MS = 40
/** A page that types for minutes runs compiled code: the first keys are not counted. */
const WARM_KEYS = 120

interface Round {
  readonly page: MainThread
  /** Processor time of all the browser's processes, s. */
  readonly processor: number
}

/**
 * What Aside takes of the main thread of an article while the person types and scrolls there. Traced; in each
 * round one browser has Aside reading the page, the other a blank extension.
 */
export const page: Benchmark = {
  name: 'page',
  withinSeconds: 300,
  run: (bed) =>
    bed.withBrowser(bed.aside, (aside) =>
      bed.withBrowser(bed.blank, async (blank) => {
        const { article } = await bed.pages()
        const read = await openPage(aside, article)
        await startReading(aside, read)
        const alone = await openPage(blank, article)
        for (const each of [read, alone]) {
          await emptyField(each)
          await each.keyboard.type(words(WARM_KEYS), { delay: 10 })
        }
        const withAside: Round[] = []
        const without: Round[] = []
        for (let round = 0; round < ROUNDS; round += 1) {
          withAside.push(await playRound(aside, read))
          without.push(await playRound(blank, alone))
        }
        const ours = withAside.map(({ page }) => page)
        const own = sum(ours.map(({ contentScript }) => contentScript))
        if (own === 0) throw new Error('The trace shows nothing of the content script.')
        const share = own / sum(ours.map(({ elapsed }) => elapsed))
        const each = own / (ROUNDS * (KEYS + WHEELS))
        const ratio = (of: (round: Round) => number) =>
          median(withAside.map((round, index) => of(round) / of(without[index] ?? round))).toFixed(2)
        return [
          {
            what: 'content script of main thread',
            value: `${percent(share)} of its time, ${percent(own / sum(ours.map(({ tasks }) => tasks)))} of its tasks, ${milliseconds(each, 3)} a key or turn of the wheel`,
            n: ROUNDS * (KEYS + WHEELS),
            budget: atMost(BUDGET_PERCENT, '%', share * 100),
            beside: `to a blank extension: tasks ×${ratio((round) => round.page.tasks)}, processor time of all processes ×${ratio((round) => round.processor)}`,
          },
        ]
      }),
    ),
}

async function playRound(browser: AsideBrowser, page: Page): Promise<Round> {
  await emptyField(page)
  const before = await processorTime(browser)
  const thread = await traceMainThread(browser, page, async () => {
    await page.keyboard.type(words(KEYS), { delay: KEY_MS })
    for (let turn = 0; turn < WHEELS; turn += 1) {
      await page.mouse.wheel(0, turn < WHEELS / 2 ? 150 : -150)
      await new Promise((resolve) => setTimeout(resolve, WHEEL_MS))
    }
  })
  return { page: thread, processor: (await processorTime(browser)) - before }
}

/** With the pointer left over the text below. */
async function emptyField(page: Page): Promise<void> {
  await page.locator('textarea').click()
  await page.mouse.move(400, 500)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
}

const LINE = 'so both sides are divided by two\n'
const words = (length: number): string => LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length)

async function processorTime(browser: AsideBrowser): Promise<number> {
  const { processInfo } = await browser.devtools.send('SystemInfo.getProcessInfo')
  return sum(processInfo.map(({ cpuTime }) => cpuTime))
}
