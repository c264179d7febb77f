import type { Page } from '@playwright/test'
import type { AsideBrowser } from '../browser.ts'

/** What the page's main thread did in a stretch of time; all in ms. */
export interface MainThread {
  readonly elapsed: number
  /** All tasks together: scripts, style, layout, paint, input. */
  readonly tasks: number
  /** The longest task of all. */
  readonly longestTask: number
  /** What lies inside calls of the content script, with the layout that it forces; never the page's own. */
  readonly contentScript: number
  /** The most that the content script took of any one task. */
  readonly longestOfContentScript: number
}

/** `Tracing` as the DevTools protocol gives it; times in µs. `tdur` is the thread's own time. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } }
}

/** As little as possible is traced: tracing costs the time that it measures. */
const CATEGORIES = ['-*', 'devtools.timeline', 'v8.execute', 'toplevel', 'blink.user_timing']
const TASK = 'ThreadControllerImpl::RunTask'
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'RunMicrotasks'])
const BEGIN = 'bench:begin'
const END = 'bench:end'

/** Traces the page's main thread while `work` happens. The page must have no script of its own. */
export async function traceMainThread(
  browser: AsideBrowser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<MainThread> {
  const whole = browser.context.browser()
  if (!whole) throw new Error('Playwright gives no browser for this profile.')
  await whole.startTracing(page, { categories: CATEGORIES })
  await page.evaluate((name) => void performance.mark(name), BEGIN)
  try {
    await work()
    await page.evaluate((name) => void performance.mark(name), END)
  } catch (error) {
    await whole.stopTracing().catch(() => {})
    throw error
  }
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await whole.stopTracing()).toString())
  return sumUp(trace.traceEvents, `chrome-extension://${browser.extensionId}/`)
}

/** Two marks of the page's own say which thread and which stretch of time. */
function sumUp(events: readonly TraceEvent[], ours: string): MainThread {
  const begin = events.find((event) => event.name === BEGIN)
  const end = events.find((event) => event.name === END)
  if (!begin || !end) throw new Error('The trace does not show the page.')
  const inside = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === begin.pid && tid === begin.tid)
    .filter(({ ts, dur = 0 }) => ts > begin.ts && ts + dur < end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const tasks = outermost(inside.filter(({ name }) => name === TASK))
  const calls = outermost(inside.filter((event) => isOfContentScript(event, ours)))
  const perTask = tasks.map((task) =>
    total(calls.filter((call) => call.ts >= task.ts && call.ts < task.ts + (task.dur ?? 0))),
  )
  return {
    elapsed: (end.ts - begin.ts) / 1000,
    tasks: total(tasks),
    longestTask: Math.max(0, ...tasks.map(threadTime)),
    contentScript: total(calls),
    longestOfContentScript: Math.max(0, ...perTask),
  }
}

/**
 * Messages of a port reach the content script by way of the browser's own code, which has no address; the
 * page has no script, so microtasks and calls without an address are the content script's too.
 */
function isOfContentScript({ name, args }: TraceEvent, ours: string): boolean {
  if (!SCRIPT.has(name)) return false
  if (name === 'RunMicrotasks') return true
  const { url = '', functionName = '' } = args?.data ?? {}
  return url.startsWith(ours) || (name === 'FunctionCall' && url === '' && functionName === '')
}

/** Without those that lie inside another one. Takes them in the order of their beginning. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = []
  let until = 0
  for (const event of events) {
    if (event.ts < until) continue
    until = event.ts + (event.dur ?? 0)
    kept.push(event)
  }
  return kept
}

const total = (events: readonly TraceEvent[]): number =>
  events.reduce((all, event) => all + threadTime(event), 0)

/** The thread's own time where the system tells it: what other programs take of the machine is not in it. */
const threadTime = ({ tdur, dur = 0 }: TraceEvent): number => (tdur ?? dur) / 1000
