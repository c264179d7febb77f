import { TURN_MS } from '../../extension/turn/loop-state.ts'
import type { TraceRow } from '../../extension/turn/trace.ts'
import { type AsideBrowser, killServiceWorker, offscreenTarget } from '../browser.ts'
import { untilFound } from '../deadline.ts'
import { pressToolbarButton } from '../press-toolbar-button.ts'
import { type Bed, openPage } from './bed.ts'
import { atMost, type Benchmark, median, milliseconds } from './benchmark.ts'

const BUDGET_MS = 1000
const ROUNDS = 5
const TURN_WITHIN_MS = 15_000
/** In a browser's first second, 4 of 14 requests to stop the service worker came to nothing; later none of 14. */
const SETTLE_MS = 1000

/**
 * From the toolbar button to the first micro-turn that knows the page, each time in a new profile with the service
 * worker stopped. Begins before the tools look up the tab, some 20 ms too early; ends at the micro-turn's place on
 * the grid, as its trace tells it.
 */
export const start: Benchmark = {
  name: 'start',
  withinSeconds: 200,
  async run(bed) {
    const times: number[] = []
    const firsts: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { first, joined } = await startOnce(bed)
      firsts.push(first)
      times.push(joined)
    }
    return [
      {
        what: 'button → first micro-turn with the page',
        value: `p50 ${milliseconds(median(times))}, most ${milliseconds(Math.max(...times))}`,
        n: times.length,
        budget: atMost(BUDGET_MS, 'ms', median(times), 'p50'),
        beside: `first micro-turn of any kind p50 ${milliseconds(median(firsts))}`,
      },
    ]
  },
}

async function startOnce(bed: Bed): Promise<{ first: number; joined: number }> {
  const address = `${(await bed.demo()).origin()}/algebra.html`
  return bed.withBrowser(bed.aside, async (browser) => {
    const page = await openPage(browser, address)
    await page.bringToFront()
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    await killServiceWorker(browser)
    const pressedAt = Date.now()
    await pressToolbarButton(browser, page)
    const { firstAt, joinedAt } = await firstTurns(browser)
    return { first: firstAt - pressedAt, joined: joinedAt - pressedAt }
  })
}

/** Of the trace in the database, in ms since the epoch. */
async function firstTurns(browser: AsideBrowser): Promise<{ firstAt: number; joinedAt: number }> {
  const offscreen = await offscreenTarget(browser, TURN_WITHIN_MS)
  try {
    return await untilFound(
      async () => {
        const rows = await offscreen.evaluate(readTrace)
        const joined = rows.find(({ percepts }) =>
          percepts.some((percept) => percept.from === 'door' && percept.it.kind === 'page-joined'),
        )
        return rows[0] && joined && { firstAt: timeOf(rows[0]), joinedAt: timeOf(joined) }
      },
      TURN_WITHIN_MS,
      'the first micro-turn with the page',
    )
  } finally {
    await offscreen.detach()
  }
}

const timeOf = ({ run, turn }: TraceRow): number => run + turn * TURN_MS

/** Runs in the offscreen document. Opening a database that is not there yet would make an empty one. */
export async function readTrace(): Promise<TraceRow[]> {
  const known = await indexedDB.databases()
  if (!known.some(({ name, version = 0 }) => name === 'aside' && version > 1)) return []
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('aside')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('trace').objectStore('trace').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result)
      }
    }
  })
}
