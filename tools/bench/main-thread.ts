import type { Page } from '@playwright/test'
import type { AsideBrowser } from '../browser.ts'

/** What the page's main thread did in a stretch of time; all in ms. */
export interface MainThread {
  readonly elapsed: number
  /** All tasks together: scripts, style, layout, paint, input. A task's microtasks belong to it. */
  readonly tasks: number
  readonly longestTask: number
  /** What lies inside the content script's calls, with the style and layout that these force. */
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
  readonly args?: { readonly worldName?: string; readonly data?: { readonly worldName?: string } }
}

interface Span {
  readonly begin: number
  readonly end: number
  /** µs of the thread's own time. */
  readonly time: number
}

/** As little as possible: tracing costs the time that it measures, and `devtools.timeline` most of all. */
const CATEGORIES = ['-*', 'toplevel', 'v8', 'v8.execute', 'blink.user_timing']
const TASK = 'ThreadControllerImpl::RunTask'
/** Follows its task, outside of it. */
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint'
const CALLS = new Set(['v8.callFunction', 'v8.run', 'v8.compile'])
/** The world of a content script is called as its extension is. */
const WORLD = 'Aside'
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
  try {
    await page.evaluate((name) => void performance.mark(name), BEGIN)
    await work()
    await page.evaluate((name) => void performance.mark(name), END)
  } catch (error) {
    await whole.stopTracing().catch(() => {})
    throw error
  }
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await whole.stopTracing()).toString())
  return sumUp(trace.traceEvents)
}

/** Two marks of the page's own say which thread and which stretch of time. */
function sumUp(events: readonly TraceEvent[]): MainThread {
  const begin = events.find((event) => event.name === BEGIN)
  const end = events.find((event) => event.name === END)
  if (!begin || !end) throw new Error('The trace does not show the page.')
  const inside = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === begin.pid && tid === begin.tid)
    .filter(({ ts, dur = 0 }) => ts > begin.ts && ts + dur < end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const tasks = withMicrotasks(outermost(inside.filter(({ name }) => name === TASK || name === MICROTASKS)))
  const calls = outermost(inside.filter(isOfContentScript)).map(spanOf)
  return {
    elapsed: (end.ts - begin.ts) / 1000,
    tasks: total(tasks),
    longestTask: Math.max(0, ...tasks.map(({ time }) => time)) / 1000,
    contentScript: total(calls),
    longestOfContentScript: Math.max(0, ...shares(tasks, calls)) / 1000,
  }
}

/** Microtasks say nothing of their world; on a page without a script they are the content script's. */
function isOfContentScript({ name, args }: TraceEvent): boolean {
  if (name === 'RunMicrotasks') return true
  return CALLS.has(name) && (args?.worldName ?? args?.data?.worldName) === WORLD
}

/** Without those that lie inside another one. Takes them in the order of their beginning. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let until = 0
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < until) return false
    until = ts + dur
    return true
  })
}

function withMicrotasks(events: readonly TraceEvent[]): Span[] {
  const tasks: Span[] = []
  for (const event of events) {
    const span = spanOf(event)
    const task = event.name === MICROTASKS ? tasks.pop() : undefined
    tasks.push(task ? { begin: task.begin, end: span.end, time: task.time + span.time } : span)
  }
  return tasks
}

/** µs that the calls take of each task; both in the order of time. */
function shares(tasks: readonly Span[], calls: readonly Span[]): number[] {
  let next = 0
  return tasks.map(({ begin, end }) => {
    let share = 0
    for (let call = calls[next]; call && call.begin < end; call = calls[++next])
      if (call.begin >= begin) share += call.time
    return share
  })
}

/**
 * The thread's own time, where the system tells it: what other programs take of the machine is not in it. Virtual
 * machines are known to tell more of it than has passed.
 */
function spanOf({ ts, dur = 0, tdur = dur }: TraceEvent): Span {
  return { begin: ts, end: ts + dur, time: Math.min(dur, tdur) }
}

const total = (spans: readonly Span[]): number => spans.reduce((all, { time }) => all + time, 0) / 1000
