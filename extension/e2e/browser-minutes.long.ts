import type { Page } from '@playwright/test'
import { untilFound } from '../../tools/deadline.ts'
import { attachTo, type DevtoolsTarget, listTargets } from '../../tools/devtools-target.ts'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'
import { DrivenClock } from './driven-clock.ts'

const MINUTE_MS = 60_000
const MINUTES = 1000
/** From one piece of work to the next. */
const EVERY_MINUTES = 50
const SAMPLE_MINUTES = 200
/** By then all that is bounded is full, everything was used, and most of what gets hot is compiled. */
const WARM_MINUTES = 400
/** Slips at the very beginning: more than an agenda keeps, so that what is bounded is full. */
const SLIPS = 64

/** Times as fast as a real clock: keys and words still come one by one, a panel's heartbeats are still heard. */
const AT_WORK = 4
/** While the link grows calm, and then, while nobody does anything. */
const AT_EASE = 12
const AWAY = 1000
const CALM_MS = 12_000

test.use({ drivenClock: true })

/** Bytes. */
interface Sample {
  loop: number
  /** The same heap with a panel in it. */
  withPanel: number
  page: number
  /** The loop's memory as it is written. */
  row: number
}

/** Lines into the worksheet, in place of what was there. */
async function write(page: Page, lines: readonly string[], delay = 15): Promise<void> {
  await page.locator('textarea').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  for (const line of lines) {
    if (delay === 0) await page.keyboard.insertText(line)
    else await page.keyboard.type(line, { delay })
    await page.keyboard.press('Enter')
  }
}

/** By its DevTools target: a connection of Playwright's for each opening would leave a world in every page. */
async function openPanel(aside: Aside, page: Page): Promise<DevtoolsTarget> {
  await aside.pressButton(page)
  const { devtools, panelUrl } = aside.browser
  const look = async () => (await listTargets(devtools)).find(({ url }) => url.startsWith(panelUrl))
  const panel = await attachTo(devtools, await untilFound(look, 10_000, 'the side panel'))
  await shows(panel, '[data-eye=open]')
  return panel
}

async function closePanel(aside: Aside, panel: DevtoolsTarget): Promise<void> {
  await panel.detach()
  await aside.closePanel()
}

async function shows(panel: DevtoolsTarget, selector: string): Promise<void> {
  const look = () => panel.evaluate((wanted) => document.querySelector(wanted) !== null, selector)
  await expect.poll(look, { message: selector }).toBe(true)
}

async function ask(panel: DevtoolsTarget, text: string): Promise<void> {
  await panel.evaluate(() => document.querySelector<HTMLElement>('textarea[name=draft]')?.focus())
  await panel.send('Input.insertText', { text })
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  await panel.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter })
  await panel.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  const left = () =>
    panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[name=draft]')?.value)
  await expect.poll(left, { message: text }).toBe('')
}

/** A slip, its mark, the panel with a question and a reminder, the correction. The same slip is raised once. */
async function work(page: Page, number: number, look: () => Promise<void>): Promise<void> {
  const problem = `${number}(y+4)=900`
  await write(page, [problem, `${number}y+4=900`])
  await expect.poll(() => countMarks(page)).toBe(1)
  await look()
  await write(page, [problem, `${number}y+${4 * number}=900`])
  await expect.poll(() => countMarks(page)).toBe(0)
}

async function askTwice(panel: DevtoolsTarget): Promise<void> {
  await shows(panel, '[data-entry][data-kind=remark][data-state=done]')
  await ask(panel, 'how long have I been working?')
  await ask(panel, 'remind me in 4 minutes to look up')
  await shows(panel, '[data-promises]')
}

async function fill(page: Page): Promise<void> {
  for (let slip = 0; slip < SLIPS; slip += 1) {
    const number = slip + 3
    await write(page, [`${number}(x+5)=900`, `${number}x+5=900`], 0)
    await expect.poll(() => countMarks(page), { intervals: [50] }).toBe(1)
  }
}

for (const stays of [false, true])
  test(`memory is flat over 1,000 minutes at a page, the panel ${stays ? 'open' : 'opened now and then'}`, async ({
    aside,
  }) => {
    test.setTimeout(10 * MINUTE_MS)
    const page = await aside.openDemo('algebra.html')
    let panel: DevtoolsTarget | null = await openPanel(aside, page)
    const loop = await aside.offscreen()
    const devtools = await page.context().newCDPSession(page)
    const clock = new DrivenClock(loop, page)
    const begun = clock.now
    const withPanel = async <Value>(use: (panel: DevtoolsTarget) => Promise<Value>): Promise<Value> => {
      panel ??= await openPanel(aside, page)
      const value = await use(panel)
      if (!stays) {
        await closePanel(aside, panel)
        panel = null
      }
      return value
    }
    const measure = async (): Promise<Sample> => ({
      withPanel: await withPanel(() => heapOf(loop)),
      loop: await heapOf(loop),
      page: await heapOf(devtools),
      row: await loop.evaluate(rowSize),
    })

    await clock.run(AT_WORK)
    await fill(page)
    const samples: Sample[] = []
    for (let minute = 0; minute < MINUTES; minute += EVERY_MINUTES) {
      await clock.run(AT_WORK)
      await work(page, minute / EVERY_MINUTES + 100, () => withPanel(askTwice))
      const next = minute + EVERY_MINUTES
      if (next % SAMPLE_MINUTES === 0) {
        await page.reload()
        const sample = await measure()
        samples.push(sample)
        console.log(`${next} minutes, MB: ${said(sample)}`)
      }
      await clock.run(AT_EASE)
      await clock.until(clock.now + CALM_MS)
      await clock.run(AWAY)
      await clock.until(begun + next * MINUTE_MS)
    }

    const warm = samples[WARM_MINUTES / SAMPLE_MINUTES - 1]
    const end = samples.at(-1)
    if (warm === undefined || end === undefined) throw new Error('Nothing was measured.')
    for (const what of ['loop', 'withPanel', 'page', 'row'] as const)
      expect.soft(end[what] / warm[what], what).toBeLessThan(1.05)
  })

function said(sample: Sample): string {
  const each = Object.entries(sample).map(([what, bytes]) => `${what} ${(bytes / 1e6).toFixed(3)}`)
  return each.join(', ')
}

interface Heap {
  send(method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage'): Promise<unknown>
}

/**
 * Bytes in use after collecting, of all documents that share this one's heap, compiled code included. The least of
 * three: a panel that is open goes on drawing.
 */
async function heapOf(target: Heap): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < 3; time += 1) {
    await target.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await target.send('Runtime.getHeapUsage')) as { usedSize: number }
    least = Math.min(least, usedSize)
  }
  return least
}

/** Runs in the offscreen document. */
async function rowSize(): Promise<number> {
  return await new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('aside')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('snapshots').objectStore('snapshots').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(reading.result).length)
      }
    }
  })
}
