import type { Page } from '@playwright/test'
import { EDITOR_CASES } from '../../extension/e2e/editor-cases.ts'
import type { EditorCase } from '../../extension/e2e/editor-scenario.ts'
import { openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, type Figure, median, milliseconds, percent, sum } from './benchmark.ts'
import { type MainThread, traceMainThread } from './main-thread.ts'

const BUDGET_PERCENT = 1
/** A quick writer: 12 letters a second. */
const KEY_MS = 80
const LINE = '2(x+3)=10'
/** Lines typed in each round, and rounds: 300 letters with their line ends, in each browser. */
const LINES = 15
const ROUNDS = 2
const WARM_LINES = 6

/**
 * What Aside takes of the main thread while 300 letters are typed in each editor. In each round one browser has Aside
 * reading the page, the other a blank extension. An editor's page has scripts of its own, whose microtasks the
 * trace cannot tell from ours: what the page with the blank extension has of them is taken off.
 */
export const editors: Benchmark = {
  name: 'editors',
  withinSeconds: 1500,
  run: (bed) =>
    bed.withBrowser(bed.aside, (aside) =>
      bed.withBrowser(bed.blank, async (blank) => {
        const demo = await bed.demo()
        const figures: Figure[] = []
        for (const editor of EDITOR_CASES) {
          const address = `${demo.origin()}/${editor.path}`
          const read = await openPage(aside, address)
          if (figures.length === 0) await startReading(aside, read)
          const alone = await openPage(blank, address)
          for (const page of [read, alone]) await typeLines(page, editor, WARM_LINES, 20)
          const ours: MainThread[] = []
          const theirs: MainThread[] = []
          for (let round = 0; round < ROUNDS; round += 1) {
            ours.push(await traceMainThread(aside, read, () => typeLines(read, editor, LINES, KEY_MS)))
            theirs.push(await traceMainThread(blank, alone, () => typeLines(alone, editor, LINES, KEY_MS)))
          }
          figures.push(figureOf(editor, ours, theirs))
        }
        return figures
      }),
    ),
}

function figureOf({ name }: EditorCase, ours: readonly MainThread[], theirs: readonly MainThread[]): Figure {
  const calls = (threads: readonly MainThread[]) => sum(threads.map(({ contentScript }) => contentScript))
  const own = calls(ours) - calls(theirs)
  if (own <= 0) throw new Error(`The trace shows nothing of the content script in ${name}.`)
  const share = own / sum(ours.map(({ elapsed }) => elapsed))
  const letters = ROUNDS * LINES * (LINE.length + 1)
  const ratio = median(ours.map(({ tasks }, round) => tasks / (theirs[round]?.tasks ?? tasks)))
  return {
    what: `${name}, typing`,
    value: `${percent(share)} of the main thread's time, ${milliseconds(own / letters, 3)} a letter`,
    n: letters,
    budget: atMost(BUDGET_PERCENT, '%', share * 100),
    beside: `to a blank extension: tasks ×${ratio.toFixed(2)}`,
  }
}

/** Lines from an empty editor on: Enter after each in a text, in a list on to the next field and round again. */
async function typeLines(page: Page, editor: EditorCase, lines: number, delay: number): Promise<void> {
  const fields = page.locator(editor.field)
  const count = await fields.count()
  for (let line = 0; line < lines; line += 1) {
    if (line === 0 || editor.holds === 'list') {
      await fields.nth(line % count).click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Backspace')
    }
    await page.keyboard.type(LINE, { delay })
    if (editor.holds === 'text') await page.keyboard.press('Enter', { delay })
  }
}
