import { rmSync } from 'node:fs'
import type { AsideBrowser } from '../browser.ts'
import { untilFound } from '../deadline.ts'
import { grantedCopy } from '../granted-copy.ts'
import { type Bed, openPage } from './bed.ts'
import { atMost, type Benchmark, percent } from './benchmark.ts'

const BUDGET_PERCENT = 1
const TABS = 20
/** After the last page has loaded, compiling and collecting go on for a while. */
const SETTLE_MS = 15_000
const MEASURE_MS = 30_000
const READ_WITHIN_MS = 30_000

/** Processor time in shares of one core. */
interface Shares {
  readonly all: number
  readonly renderers: number
}

/**
 * Twenty tabs of a site that is always on, nobody doing anything: the processor time of all the browser's
 * processes, beside a browser with a blank extension and the same tabs. The difference is the whole extension's,
 * content scripts and the browser's own work for it included. Playwright makes every tab think it is in front.
 */
export const tabs: Benchmark = {
  name: 'tabs',
  withinSeconds: 300,
  async run(bed) {
    const granted = grantedCopy(bed.aside, ['http://bench.localhost/*'])
    try {
      const aside = await sharesWith(bed, granted, allRead)
      const blank = await sharesWith(bed, bed.blank, async () => undefined)
      const idle = (aside.all - blank.all) * 100
      return [
        {
          what: `${TABS} tabs always on, idle`,
          value: `${percent(idle / 100)} of a core more than blank`,
          n: MEASURE_MS / 1000,
          budget: atMost(BUDGET_PERCENT, '%', idle),
          beside: `all processes ${percent(aside.all)}, blank ${percent(blank.all)}; renderers ${percent(aside.renderers)}, blank ${percent(blank.renderers)}`,
        },
      ]
    } finally {
      rmSync(granted, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

function sharesWith(
  bed: Bed,
  extensionDir: string,
  ready: (browser: AsideBrowser) => Promise<unknown>,
): Promise<Shares> {
  return bed.withBrowser(extensionDir, async (browser) => {
    const { article } = await bed.pages()
    await openPage(browser, article)
    for (let tab = 1; tab < TABS; tab += 1) await (await browser.context.newPage()).goto(article)
    await ready(browser)
    await pause(SETTLE_MS)
    const before = await processorTimes(browser)
    const begun = performance.now()
    await pause(MEASURE_MS)
    const after = await processorTimes(browser)
    const elapsed = (performance.now() - begun) / 1000
    return {
      all: (after.all - before.all) / elapsed,
      renderers: (after.renderers - before.renderers) / elapsed,
    }
  })
}

/** Waits until the eye is open in every tab: its title at the toolbar button says so. */
async function allRead(browser: AsideBrowser): Promise<void> {
  const [worker] = browser.context.serviceWorkers()
  if (worker === undefined) throw new Error('The extension has no service worker.')
  const read = () =>
    worker.evaluate(async () => {
      const tabs = await chrome.tabs.query({})
      const titles = await Promise.all(tabs.map(({ id }) => chrome.action.getTitle({ tabId: id })))
      return titles.filter((title) => /is reading/.test(title)).length
    })
  await untilFound(
    async () => ((await read()) === TABS ? true : undefined),
    READ_WITHIN_MS,
    'every tab is read',
  )
}

/** s since each process began, of all that live; none begins or ends while an idle browser is measured. */
async function processorTimes(browser: AsideBrowser): Promise<Shares> {
  const { processInfo } = await browser.devtools.send('SystemInfo.getProcessInfo')
  const sum = (some: typeof processInfo) => some.reduce((total, { cpuTime }) => total + cpuTime, 0)
  return { all: sum(processInfo), renderers: sum(processInfo.filter(({ type }) => type === 'renderer')) }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
