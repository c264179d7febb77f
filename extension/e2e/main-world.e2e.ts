import type { Page } from '@playwright/test'
import { countMarks, markBoxes } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

/** Whether the main-world reader answers in this page. */
const isThere = (page: Page) =>
  page.evaluate(() => {
    let answered = false
    document.addEventListener('aside:answer', () => (answered = true), { once: true })
    document.dispatchEvent(new CustomEvent('aside:ask'))
    return answered
  })

test('the main-world reader is put into a page once an editor needs it, and not before', async ({
  aside,
}) => {
  const plain = await aside.openDemo('algebra.html')
  await aside.pressButton(plain)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await plain.locator('textarea').click()
  await plain.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await expect.poll(() => countMarks(plain)).toBe(1)
  expect(await isThere(plain)).toBe(false)
  await plain.goto(`${aside.demo.origin()}/mathlive.html`)
  await expect(panel.getByRole('button', { name: 'MathLive' })).toBeVisible()
  expect(await isThere(plain)).toBe(false)
  await plain.locator('math-field').first().click()
  await expect.poll(() => isThere(plain)).toBe(true)
})

test('a page that is not tutored any more gets no reader, whoever asks, and keeps none', async ({
  aside,
}) => {
  const page = await aside.openDemo('mathlive.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const worker = await aside.serviceWorker()
  const ask = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true })
      const [asked] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () => chrome.runtime.sendMessage({ kind: 'main-world' }),
      })
      return asked?.result
    })
  await aside.pressButton(page)
  await expect(panel.locator('[data-eye=open]')).toHaveCount(0)
  expect(await ask()).toBe(false)
  expect(await isThere(page)).toBe(false)
  await aside.pressButton(page)
  await expect.poll(ask).toBe(true)
  expect(await isThere(page)).toBe(true)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await aside.pressButton(page)
  await expect.poll(() => isThere(page)).toBe(false)
})

test('a long text in CodeMirror is read whole, and its mark stands where its line is scrolled to', async ({
  aside,
}) => {
  const page = await aside.openDemo('codemirror.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('.cm-content').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  await page.keyboard.insertText('and so on\n'.repeat(400))
  await page.keyboard.type('2(y+3)=10\n2y+6=10\n')
  const remark = panel.locator('[data-entry][data-kind=remark]')
  // The wrong line is far outside the DOM now.
  await expect(page.locator('.cm-gap')).not.toHaveCount(0)
  await expect(page.locator('.cm-line', { hasText: '2x+3=10' })).toHaveCount(0)
  await expect(remark).toContainText('Line 2')
  await expect.poll(() => countMarks(page)).toBe(0)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => countMarks(page)).toBe(1)
  const line = await page.locator('.cm-line', { hasText: '2x+3=10' }).boundingBox()
  const [mark] = await markBoxes(page)
  expect(Math.abs((mark?.top ?? 0) - (line?.y ?? -100))).toBeLessThan(line?.height ?? 0)
})
