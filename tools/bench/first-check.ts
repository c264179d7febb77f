import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckRequest } from '../../shared/percepts/percept.ts'
import { offscreenTarget } from '../browser.ts'
import { untilFound } from '../deadline.ts'
import { percentile } from '../eval/evaluation.ts'
import { type Bed, openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, type Figure, spread } from './benchmark.ts'
import { readTrace } from './start.ts'

const BUDGET_MS = 150
const BROWSERS = 4
const WORKERS = 6
const FOUND_WITHIN_MS = 15_000
const WORKING = ['2(x+3)=10', '2x+3=10', '2x=7']

/**
 * The first check there is, in new profiles: of the loop (a finished line noticed → its finding, the worker being started in
 * between), and of the built worker alone (started → its answer), the first of a browser and those after it apart.
 */
export const firstCheck: Benchmark = {
  name: 'first',
  withinSeconds: 240,
  async run(bed) {
    const rounds: Times[] = []
    for (let round = 0; round < BROWSERS; round += 1) rounds.push(await timesOnce(bed))
    return [
      figure(
        'loop: line noticed → first finding',
        rounds.map(({ loop }) => loop),
      ),
      figure(
        'worker started → verdict, first of a browser',
        rounds.flatMap(({ workers }) => workers.slice(0, 1)),
      ),
      figure(
        'worker started → verdict, later ones',
        rounds.flatMap(({ workers }) => workers.slice(1)),
      ),
    ]
  },
}

const figure = (what: string, times: readonly number[]): Figure => ({
  what,
  value: spread(times, [0.5, 0.95], 1),
  n: times.length,
  budget: atMost(BUDGET_MS, 'ms', percentile(times, 0.95), 'p95'),
})

type Times = { loop: number; workers: number[] }

/** The worker alone first in every other browser would be warm in the loop: it is measured in one of its own. */
async function timesOnce(bed: Bed): Promise<Times> {
  const address = `${(await bed.demo()).origin()}/algebra.html`
  const loop = await bed.withBrowser(bed.aside, async (browser) => {
    const page = await openPage(browser, address)
    await startReading(browser, page)
    await page.locator('#working').pressSequentially(WORKING.map((line) => `${line}\n`).join(''))
    const offscreen = await offscreenTarget(browser)
    try {
      return await untilFound(
        async () => firstFinding(await offscreen.evaluate(readTrace)),
        FOUND_WITHIN_MS,
        'the first finding',
      )
    } finally {
      await offscreen.detach()
    }
  })
  const workers = await bed.withBrowser(bed.aside, async (browser) => {
    await startReading(browser, await openPage(browser, address))
    const offscreen = await offscreenTarget(browser)
    const file = readdirSync(join(bed.aside, 'assets')).find((name) => name.startsWith('check-worker-'))
    if (!file) throw new Error('The build holds no check worker.')
    try {
      return await offscreen.evaluate(workerTimes, {
        file: `/assets/${file}`,
        request: REQUEST,
        rounds: WORKERS,
      })
    } finally {
      await offscreen.detach()
    }
  })
  return { loop, workers }
}

const REQUEST: CheckRequest = {
  id: 'c1',
  tutoring: 't1',
  path: '#working',
  text: WORKING.join('\n'),
  lines: WORKING,
  lastUnfinished: false,
  paused: true,
  seed: 1,
  problem: null,
  asked: false,
}

/** From the percept with the text that the first finding is about to the finding, in ms. */
function firstFinding(trace: Awaited<ReturnType<typeof readTrace>>): number | undefined {
  const percepts = trace.flatMap((row) => row.percepts)
  const finding = percepts.find((percept) => percept.from === 'checker')
  if (finding?.from !== 'checker') return undefined
  const { request } = finding.it
  const times = percepts.flatMap((percept) =>
    percept.from === 'page' && percept.it.kind === 'text-changed' && percept.it.text === request.text
      ? [percept.at]
      : [],
  )
  const [noticed] = times
  return noticed === undefined ? undefined : finding.at - noticed
}

/** Runs in the offscreen document. */
async function workerTimes(given: {
  file: string
  request: CheckRequest
  rounds: number
}): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < given.rounds; round += 1) {
    const begun = performance.now()
    const worker = new Worker(given.file)
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve
      worker.onerror = () => reject(new Error('The check worker failed.'))
      worker.postMessage(given.request)
    })
    times.push(performance.now() - begun)
    worker.terminate()
  }
  return times
}
