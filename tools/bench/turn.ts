import type { Page } from '@playwright/test'
import { MathSense } from '../../extension/senses/math-sense.ts'
import { digestOf } from '../../extension/turn/digest.ts'
import { TURN_MS } from '../../extension/turn/loop-state.ts'
import { enact, perceiveAll } from '../../extension/turn/micro-turn.ts'
import { rulePolicy } from '../../extension/turn/rule-policy.ts'
import { parseSnapshot } from '../../extension/turn/snapshot.ts'
import type { TraceRow } from '../../extension/turn/trace.ts'
import { offscreenTarget } from '../browser.ts'
import { percentile } from '../eval/evaluation.ts'
import { type Bed, openPage, startReading } from './bed.ts'
import { atMost, type Benchmark, type Figure, spread } from './benchmark.ts'
import { playBusily } from './busy-script.ts'

const BUDGET_MS = 10
const TURNS = 2400
const TYPE_FOR_MS = 20_000

/** Compute of one micro-turn: played in Node, and in the real offscreen document. */
export const turn: Benchmark = {
  name: 'turn',
  withinSeconds: 120,
  async run(bed) {
    const trace = await playBusily(TURNS)
    return [
      figure('played in Node', await turnTimes(trace)),
      figure('offscreen document, typing', await timesWhileTyping(bed)),
    ]
  },
}

function figure(what: string, times: readonly number[]): Figure {
  return {
    what,
    value: spread(times, [0.5, 0.99], 2),
    n: times.length,
    budget: atMost(BUDGET_MS, 'ms', percentile(times, 0.99), 'p99'),
  }
}

/**
 * Plays the trace again with everything that the loop's own thread computes in a micro-turn, the math sense's
 * part included. Checks are not: they run in a worker, and their findings are in the trace.
 */
async function turnTimes(trace: readonly TraceRow[]): Promise<number[]> {
  const first = trace[0]
  const last = trace.at(-1)
  if (!first || !last) throw new Error('The script left no trace.')
  const rows = new Map(trace.map((row) => [row.turn, row]))
  const sense = new MathSense(first.run)
  let state = parseSnapshot(first.start)
  const times: number[] = []
  for (let turn = first.turn; turn <= last.turn; turn += 1) {
    const row = rows.get(turn)
    const percepts = row?.percepts ?? []
    const begun = performance.now()
    for (const percept of percepts)
      if (percept.from === 'page') sense.perceive(percept.tutoring, percept.it, true)
    sense.tick(first.run + turn * TURN_MS)
    const { work, frame } = perceiveAll(state, turn, percepts)
    const act = enact(work, await rulePolicy(frame, state.policy))
    const digest = digestOf(frame, act, work)
    times.push(performance.now() - begun)
    if (row && row.digest !== digest)
      throw new Error(`Micro-turn ${turn} came out otherwise than it was played.`)
    state = work.state
  }
  return times
}

/** The loop's own notes, which leave out the database. */
function timesWhileTyping(bed: Bed): Promise<number[]> {
  return bed.withBrowser(bed.aside, async (browser) => {
    const page = await openPage(browser, `${(await bed.demo()).origin()}/algebra.html`)
    await startReading(browser, page)
    const offscreen = await offscreenTarget(browser)
    const timings = () =>
      offscreen.evaluate(() => (globalThis as { turnTimings?: number[] }).turnTimings ?? [])
    const before = (await timings()).length
    await typeFor(page, TYPE_FOR_MS)
    const times = await timings()
    await offscreen.detach()
    return times.slice(before)
  })
}

async function typeFor(page: Page, ms: number): Promise<void> {
  const end = performance.now() + ms
  await page.locator('#working').click()
  for (let number = 2; performance.now() < end; number += 1) {
    await page.keyboard.press('ControlOrMeta+a')
    for (const line of [`${number}(x+3)=60`, `${number}x+3=60`, `${number}x=57`]) {
      await page.keyboard.type(line, { delay: 70 })
      await page.keyboard.press('Enter')
    }
  }
}
