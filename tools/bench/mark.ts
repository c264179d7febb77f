import type { Page } from '@playwright/test'
import { untilFound } from '../deadline.ts'
import { percentile } from '../eval/evaluation.ts'
import { countMarks } from '../painted-marks.ts'
import { openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, type Figure, spread } from './benchmark.ts'

const AFTER_NEWLINE_MS = 400
const AFTER_PAUSE_MS = 2000
const NEWLINES = 24
const PAUSES = 8
/** A mark that has not come by then never comes. */
const GIVE_UP_MS = 8000
const KEY_MS = 25
/** The micro-turns stand on a grid of 200 ms: the last key falls anywhere on it. */
const PHASE_MS = 200

/**
 * From the trusted key event that finishes a wrong line to the frame with the mark painted, both on the page's
 * clock: the event's `timeStamp`, and the content script's note in the task after the frame.
 */
export const mark: Benchmark = {
  name: 'mark',
  withinSeconds: 400,
  run: (bed) =>
    bed.withBrowser(bed.aside, async (browser) => {
      const page = await openPage(browser, `${(await bed.demo()).origin()}/algebra.html`)
      await page.evaluate(noteLastKey)
      await startReading(browser, page)
      await page.locator('#working').click()
      const newlines: number[] = []
      for (let index = 0; index < NEWLINES; index += 1)
        newlines.push(await takeSample(page, index, 'newline'))
      const pauses: number[] = []
      for (let index = 0; index < PAUSES; index += 1)
        pauses.push(await takeSample(page, NEWLINES + index, 'pause'))
      return [
        figure('Enter → mark painted', newlines, AFTER_NEWLINE_MS),
        figure('only a pause → mark painted', pauses, AFTER_PAUSE_MS),
      ]
    }),
}

function figure(what: string, times: readonly number[], limit: number): Figure {
  return {
    what,
    value: spread(times, [0.5, 0.95]),
    n: times.length,
    budget: atMost(limit, 'ms', percentile(times, 0.95), 'p95'),
  }
}

/** Writes a right line and a wrong one into the emptied field. @returns ms, or Infinity */
async function takeSample(page: Page, index: number, finish: 'newline' | 'pause'): Promise<number> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  await untilFound(async () => (await countMarks(page)) === 0 || undefined, GIVE_UP_MS, 'the old mark goes')
  // Each wrong line is another one: the same slip is raised once only.
  const [factor, term, right] = [2 + (index % 8), 3 + (index % 7), 40 + index]
  await page.keyboard.type(`${factor}(x+${term})=${right}`, { delay: KEY_MS })
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${factor}x+${term}=${right}`.slice(0, -1), { delay: KEY_MS })
  await new Promise((resolve) => setTimeout(resolve, Math.random() * PHASE_MS))
  await page.keyboard.press(String(right).slice(-1))
  if (finish === 'newline') await page.keyboard.press('Enter')
  const { keyAt, paintedAt } = await page.evaluate(untilPainted, GIVE_UP_MS)
  return paintedAt === null ? Number.POSITIVE_INFINITY : paintedAt - keyAt
}

type Noted = typeof globalThis & { benchKeyAt?: number }

/** Runs in the page: before everybody else, and whoever stops the event. */
function noteLastKey(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted) (globalThis as Noted).benchKeyAt = event.timeStamp
    },
    { capture: true },
  )
}

/** Runs in the page: waits for the first mark painted since the last key, without asking again and again. */
function untilPainted(milliseconds: number): Promise<{ keyAt: number; paintedAt: number | null }> {
  const keyAt = (globalThis as Noted).benchKeyAt ?? 0
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ keyAt, paintedAt: null }), milliseconds)
    const observer = new PerformanceObserver((list) => {
      const painted = list.getEntriesByName('aside:mark-painted').find((entry) => entry.startTime >= keyAt)
      if (!painted) return
      clearTimeout(timer)
      observer.disconnect()
      resolve({ keyAt, paintedAt: painted.startTime })
    })
    observer.observe({ type: 'mark', buffered: true })
  })
}
