import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

async function begin(aside: Aside): Promise<Page> {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  await expect((await aside.panel()).locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  return page
}

/** A page of the extension in a tab of its own. */
async function openOwn(aside: Aside, name: string): Promise<Page> {
  const page = await aside.browser.context.newPage()
  await page.goto(`chrome-extension://${aside.browser.extensionId}/${name}.html`)
  return page
}

test('exam mode, chosen in the settings: nothing unasked, “check this” is answered, and it outlives the loop', async ({
  aside,
}) => {
  const page = await begin(aside)
  const panel = await aside.panel()
  const settings = await openOwn(aside, 'settings')
  await settings.getByRole('checkbox', { name: /^Exam mode/ }).check()
  await expect(panel.locator('[data-manner=exam]')).toBeVisible()
  await aside.closeOffscreen()
  await page.bringToFront()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('check this')
  await composer.press('Enter')
  await expect(panel.locator('[data-kind=remark]')).toContainText('Line 2')
  await expect.poll(() => countMarks(page)).toBe(1)
  await page.locator('textarea').click()
  await page.keyboard.type('3(x+1)=6\n3x+1=6\n')
  await composer.fill('remind me in 2 seconds to breathe')
  await composer.press('Enter')
  await expect(panel.locator('[data-kind=reminder]')).toContainText('breathe')
  await expect(panel.locator('[data-kind=remark]')).toHaveCount(1)
  expect(await countMarks(page)).toBe(1)
})

test('the decimal comma, chosen in the settings, is read and written, over the death of the loop too', async ({
  aside,
}) => {
  const page = await begin(aside)
  const panel = await aside.panel()
  const settings = await openOwn(aside, 'settings')
  await settings.getByRole('radio', { name: 'Comma: 3,5' }).check()
  await settings.getByRole('radio', { name: 'Cross: 2 × 3' }).check()
  const kept = await openOwn(aside, 'settings')
  await expect(kept.getByRole('radio', { name: 'Comma: 3,5' })).toBeChecked()
  await expect(kept.getByRole('radio', { name: 'Cross: 2 × 3' })).toBeChecked()
  await aside.closeOffscreen()
  await page.bringToFront()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type('1,5(x+0,25)=10\n1,5x+0,25=10\n')
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('check this')
  await composer.press('Enter')
  // The remark and what is answered may both stand there.
  await expect(panel.locator('[data-kind=remark]').last()).toContainText('What happens to the 0,25')
})

test('on a page in German 1,5 is one number and 1.000 a thousand', async ({ aside }) => {
  const page = await begin(aside)
  const panel = await aside.panel()
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'))
  await page.locator('textarea').click()
  await page.keyboard.type('2 · 500 = 1.000\n\n1,5x = 3\nx = 3\n')
  await expect(panel.locator('[data-kind=remark]')).toContainText('Line 4')
})

test('in a pause nothing is read, over the death of the loop too; “Go on” reads again', async ({ aside }) => {
  const page = await begin(aside)
  const panel = await aside.panel()
  await panel.getByRole('button', { name: 'Pause for an hour' }).click()
  await expect(panel.locator('[data-eye=paused]')).toBeVisible()
  await aside.closeOffscreen()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('check this')
  await composer.press('Enter')
  await expect(panel.locator('[data-said]').last()).toContainText('I am paused and read nothing now.')
  const worker = await aside.serviceWorker()
  await expect
    .poll(() =>
      worker.evaluate(async () =>
        chrome.action.getTitle({ tabId: (await chrome.tabs.query({ active: true }))[0]?.id ?? -1 }),
      ),
    )
    .toBe('Aside: read this tab')
  const traces = () =>
    panel.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('aside')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const rows = opening.result.transaction('trace').objectStore('trace').getAll()
            rows.onsuccess = () => {
              opening.result.close()
              resolve(JSON.stringify(rows.result))
            }
          }
        }),
    )
  expect(await traces()).not.toContain('2x+3')
  expect(await countMarks(page)).toBe(0)
  await panel.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('x=3.5\n')
  await expect.poll(() => countMarks(page)).toBe(1)
})

test('a site that is never read stays unread when the button is pressed, until it is allowed again', async ({
  aside,
}) => {
  const page = await begin(aside)
  const panel = await aside.panel()
  await panel.locator('.page-line').click()
  await panel.getByRole('button', { name: /^Never on / }).click()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await expect(panel.locator('[data-manner=never]')).toBeVisible()
  await aside.closeOffscreen()
  const other = await aside.openDemo('algebra.html', { newTab: true })
  await aside.pressButton(other)
  await expect(panel.locator('[data-manner=never]')).toContainText('never to read demo.localhost')
  await expect(panel.locator('[data-empty]')).toBeVisible()
  await panel.getByRole('button', { name: 'Let it read here again' }).click()
  await expect(panel.locator('[data-manner=never]')).toHaveCount(0)
  await aside.pressButton(other)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.close()
})
