import type { Page } from '@playwright/test'
import type {} from '../../extension/e2e/panel-page/panel-page.ts'
import { entry, longLesson, TAB, tutoring } from '../../extension/e2e/panel-page/rows-for-tests.ts'
import { servePanelPages } from '../../extension/e2e/panel-page/serve-panel-pages.ts'
import type { Entry } from '../../extension/store/rows.ts'
import type { AsideBrowser } from '../browser.ts'
import { atMost, type Benchmark, median, milliseconds } from './benchmark.ts'
import { type MainThread, traceMainThread } from './main-thread.ts'

const BUDGET_MS = 8
const MANY = 5000
const FEW = 50
const ROUNDS = 3
/** Entries written in one round, one at a time: many enough to push some of the newest among the older ones. */
const ENTRIES = 60
/** A long talk, into which an answer of the reasoner is streamed, and the parts of that answer. */
const TALK = 500
const PARTS = 60
/** As fast as anybody speaks. */
const EVERY_MS = 100

interface Round {
  /** From the tab's being in front to its last entry's being drawn, ms. */
  readonly opened: number
  readonly thread: MainThread
}

/**
 * What one more entry takes of the panel's main thread (scripts, style, layout, paint), and how long a conversation
 * takes to come into view. The panel's own code in a page of its own, for the extension's pages share one thread;
 * another page writes to their database, as the loop would.
 */
export const panel: Benchmark = {
  name: 'panel',
  withinSeconds: 240,
  run: (bed) =>
    bed.withBrowser(bed.blank, async (browser) => {
      await using pages = await servePanelPages()
      const writer = await browser.context.newPage()
      await writer.goto(`${pages.origin}/index.html`)
      const many: Round[] = []
      const few: Round[] = []
      const streamed: Round[] = []
      const streamedFew: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        few.push(await playRound(browser, writer, FEW))
        many.push(await playRound(browser, writer, MANY))
        streamedFew.push(await playRound(browser, writer, FEW, partOf))
        streamed.push(await playRound(browser, writer, TALK, partOf))
      }
      const each = (rounds: readonly Round[]) => median(rounds.map(({ thread }) => thread.tasks / ENTRIES))
      const longest = (rounds: readonly Round[]) =>
        milliseconds(Math.max(...rounds.map(({ thread }) => thread.longestTask)), 1)
      const opened = (rounds: readonly Round[]) => milliseconds(median(rounds.map(({ opened }) => opened)))
      return [
        {
          what: `one more entry after ${MANY}`,
          value: `${milliseconds(each(many), 2)} of tasks, longest task ${longest(many)}`,
          n: ROUNDS * ENTRIES,
          budget: atMost(BUDGET_MS, 'ms', each(many)),
          beside: `after ${FEW}: ${milliseconds(each(few), 2)}, longest ${longest(few)}, ×${(each(many) / each(few)).toFixed(2)}`,
        },
        {
          what: `one more part of a streamed answer after ${TALK}`,
          value: `${milliseconds(each(streamed), 2)} of tasks, longest task ${longest(streamed)}`,
          n: ROUNDS * PARTS,
          budget: atMost(BUDGET_MS, 'ms', each(streamed)),
          beside: `after ${FEW}: ${milliseconds(each(streamedFew), 2)}, ×${(each(streamed) / each(streamedFew)).toFixed(2)}`,
        },
        {
          what: `conversation of ${MANY} comes into view`,
          value: opened(many),
          n: ROUNDS,
          beside: `of ${FEW}: ${opened(few)}`,
        },
      ]
    }),
}

/** The row that is written as number `more`, into a conversation of `count`. */
type NextRow = (count: number, more: number) => Entry

const oneMore: NextRow = (count, more) =>
  entry(`f${10_000 + more}`, count + more, {
    text: `One more sentence, number ${more}, which says that $2(x+3) = 2x+6$.`,
  })

/** One answer that grows by a sentence with a formula and a source each time. */
const partOf: NextRow = (count, more) =>
  entry(`f${10_000 + PARTS - 1}`, count, {
    text: Array.from({ length: more + 1 }, (_, n) =>
      n % 6 === 5 ? `It is **so**: $x_{${n}} = ${n}$ [1].\n\n` : `Sentence ${n} says $2(x+${n})$ [1]. `,
    ).join(''),
    state: 'speaking',
    answer: {
      thought: 't',
      by: null,
      model: null,
      struck: [],
      sources: [
        {
          source: { n: 1, title: 'Lesson', address: 'https://a.example/', quote: 'So it is.', passage: null },
          mark: null,
        },
      ],
    },
  })

async function playRound(
  browser: AsideBrowser,
  writer: Page,
  count: number,
  next: NextRow = oneMore,
): Promise<Round> {
  await writer.evaluate(
    async (rows) => {
      const { database } = window.panelPage
      await Promise.all(database.tables.map((table) => table.clear()))
      await database.tutorings.put(rows.tutoring)
      await database.entries.bulkPut(rows.entries)
      await database.remarks.bulkPut(rows.remarks)
    },
    { tutoring: tutoring(), ...longLesson(count) },
  )
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 720 })
  await page.goto(writer.url())
  const opened = await face(page)
  const thread = await traceMainThread(browser, page, async () => {
    for (let more = 0; more < ENTRIES; more += 1) {
      await writer.evaluate((row) => window.panelPage.database.entries.put(row), next(count, more))
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  })
  await page.locator(`[data-entry][data-id=f${10_000 + ENTRIES - 1}]`).waitFor()
  await page.close()
  return { opened, thread }
}

/** Puts the tab in front of the panel. @returns ms until its newest entry is drawn */
function face(page: Page): Promise<number> {
  return page.evaluate(
    (tab) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        const drawn = () => document.querySelector('[data-entry]')?.getBoundingClientRect().height ?? 0
        const observer = new MutationObserver(() => {
          if (drawn() === 0) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - begun))
        })
        observer.observe(document.body, { childList: true, subtree: true })
        window.panelPage.facing(tab)
      }),
    TAB,
  )
}
