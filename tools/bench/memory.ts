import { readFileSync } from 'node:fs'
import { type AsideBrowser, closeSidePanel } from '../browser.ts'
import { untilFound } from '../deadline.ts'
import { countMarks } from '../painted-marks.ts'
import { type Bed, openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, median } from './benchmark.ts'

const BUDGET_MB = 150
const SAMPLES = 5
const SAMPLE_EVERY_MS = 500
/** After start and work, the browser collects and gives back at leisure. */
const SETTLE_MS = 4000
const MARK_WITHIN_MS = 15_000

/**
 * Proportional set size of the extension's own renderer: pages shared with other processes count in part. With
 * the panel closed, no language model, and one remark made, so that the checker's worker is there.
 */
export const memory: Benchmark = {
  name: 'memory',
  withinSeconds: 120,
  async run(bed) {
    if (process.platform !== 'linux')
      return [{ what: 'extension’s renderer', value: 'not measured: only Linux tells PSS', n: 0 }]
    const aside = await bed.withBrowser(bed.aside, async (browser) => {
      await makeOneRemark(bed, browser)
      await closeSidePanel(browser)
      return pssOfExtension(browser)
    })
    const blank = await bed.withBrowser(bed.blank, async (browser) => {
      await openPage(browser, `${(await bed.demo()).origin()}/algebra.html`)
      return pssOfExtension(browser)
    })
    return [
      {
        what: 'extension’s renderer, panel closed',
        value: `PSS ${aside.toFixed(0)} MB`,
        n: SAMPLES,
        budget: atMost(BUDGET_MB, 'MB', aside),
        beside: `blank extension ${blank.toFixed(0)} MB`,
      },
    ]
  },
}

async function makeOneRemark(bed: Bed, browser: AsideBrowser): Promise<void> {
  const page = await openPage(browser, `${(await bed.demo()).origin()}/algebra.html`)
  await startReading(browser, page)
  await page.locator('#working').click()
  for (const line of ['2(x+3)=10', '2x+3=10']) {
    await page.keyboard.type(line, { delay: 30 })
    await page.keyboard.press('Enter')
  }
  await untilFound(async () => (await countMarks(page)) > 0 || undefined, MARK_WITHIN_MS, 'the mark')
}

/** MB of 1000² bytes, the median of some moments. */
async function pssOfExtension(browser: AsideBrowser): Promise<number> {
  await pause(SETTLE_MS)
  const samples: number[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { processInfo } = await browser.devtools.send('SystemInfo.getProcessInfo')
    const renderers = processInfo.filter(({ id }) => isOfExtension(id))
    if (renderers.length === 0) throw new Error('The extension has no renderer of its own.')
    samples.push(renderers.reduce((total, { id }) => total + pss(id), 0))
    await pause(SAMPLE_EVERY_MS)
  }
  return median(samples)
}

/** A process that came out of the zygote has its whole command line in one string. */
function isOfExtension(pid: number): boolean {
  return /--extension-process\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
}

function pss(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  if (kibibytes === undefined) throw new Error(`/proc/${pid}/smaps_rollup tells no PSS.`)
  return (Number(kibibytes) * 1024) / 1e6
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
