import type { Page } from '@playwright/test'
import { untilFound } from '../../tools/deadline.ts'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

test.use({ sites: ['http://demo.localhost/*'] })

const remarks = (panel: Page) => panel.locator('[data-entry][data-kind=remark]')

async function write(page: Page, text: string): Promise<void> {
  await page.locator('textarea').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

/** The panel of one window; each belongs to its own. */
function panelIn(aside: Aside, window: number): Promise<Page> {
  const look = async () => {
    const connection = await aside.browser.connect()
    for (const page of connection.contexts().flatMap((context) => context.pages())) {
      if (!page.url().startsWith(aside.browser.panelUrl)) continue
      const its = await page.evaluate(async () => (await chrome.windows.getCurrent()).id)
      if (its === window) return page
    }
    await connection.close()
    return undefined
  }
  return untilFound(look, 10_000, `the panel of window ${window}`)
}

/** A page in a window of its own. */
async function openWindow(aside: Aside, path: string): Promise<{ page: Page; window: number }> {
  const opened = aside.browser.context.waitForEvent('page')
  const worker = await aside.serviceWorker()
  const url = `${aside.demo.origin()}/${path}`
  const window = await worker.evaluate(async (url) => (await chrome.windows.create({ url }))?.id, url)
  await worker.detach()
  const page = await opened
  await page.waitForURL(url)
  return { page, window: window ?? -1 }
}

test('three windows, three panels: each follows its own tab, and nothing is said in another', async ({
  aside,
}) => {
  const first = await aside.openDemo('algebra.html')
  const worker = await aside.serviceWorker()
  const window = await worker.evaluate(async () => (await chrome.windows.getCurrent()).id ?? -1)
  await worker.detach()
  const places = [
    { page: first, window },
    await openWindow(aside, 'algebra.html?second'),
    await openWindow(aside, 'algebra.html?third'),
  ]
  const panels: Page[] = []
  for (const { page, window } of places) {
    await aside.pressButton(page)
    const panel = await panelIn(aside, window)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    panels.push(panel)
  }
  const numbers = [1, 2, 4]
  for (const [index, { page }] of places.entries()) {
    const number = numbers[index]
    await write(page, `7(y+${number})=70\n7y+${number}=70\n`)
    await expect.poll(() => countMarks(page)).toBe(1)
    const panel = panels[index] ?? first
    await expect(remarks(panel)).toContainText(`What happens to the ${number} when the bracket opens?`)
    await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  }
  for (const panel of panels) await expect(remarks(panel)).toHaveCount(1)
  const [, second] = panels
  if (second === undefined) throw new Error('There is no second panel.')
  const composer = second.locator('textarea[name=draft]')
  await composer.fill('how long have I been working?')
  await composer.press('Enter')
  const said = (panel: Page) => panel.locator('[data-entry][data-kind=said]')
  await expect(said(second)).toHaveCount(2)
  for (const panel of panels) if (panel !== second) await expect(said(panel)).toHaveCount(0)
})
