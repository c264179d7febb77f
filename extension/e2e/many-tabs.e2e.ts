import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

test.use({ sites: ['http://demo.localhost/*'] })

const remarks = (panel: Page) => panel.locator('[data-entry][data-kind=remark]')

async function write(page: Page, text: string): Promise<void> {
  await page.locator('textarea').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

test('only the tab in front is spoken about; what is worth a word in the other waits for its turn', async ({
  aside,
}) => {
  const behind = await aside.openDemo('algebra.html')
  await aside.pressButton(behind)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const front = await aside.openDemo('algebra-contenteditable.html', { newTab: true })
  await behind.bringToFront()
  await write(behind, '2(x+3)=10\n2x+3=10')
  // The pause that ends the line comes while the other tab is in front.
  await front.bringToFront()
  const editor = front.locator('[contenteditable]').first()
  await editor.click()
  await front.keyboard.type('4(y+1)=8\n4y+1=8\n')
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await expect(remarks(panel)).toContainText('What happens to the 1 when the bracket opens?')
  // Playwright gives every page the focus: only writing in it tells where the person is.
  await behind.bringToFront()
  await write(behind, '\n')
  await expect(remarks(panel)).toContainText('What happens to the 3 when the bracket opens?')
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await front.bringToFront()
  await expect(remarks(panel)).toHaveCount(1)
  await expect(remarks(panel)).toContainText('What happens to the 1 when the bracket opens?')
})

test('a discarded tab is read again when it comes back, in the same conversation', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await write(page, '2(x+3)=10\n2x+3=10\n')
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await aside.openDemo('input.html', { newTab: true, origin: 'other' })
  const worker = await aside.serviceWorker()
  const tab = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: false })
    const discarded = await chrome.tabs.discard(tab?.id)
    return { before: tab?.id ?? -1, after: discarded?.id ?? -1 }
  })
  await worker.evaluate(async (tab) => void (await chrome.tabs.update(tab, { active: true })), tab.after)
  await worker.detach()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect(remarks(panel)).toHaveCount(1)
  const again = aside.browser.context.pages().find((each) => each.url().endsWith('/algebra.html'))
  if (again === undefined) throw new Error('The tab did not come back.')
  await write(again, '4(y+1)=8\n4y+1=8\n')
  await expect(remarks(panel)).toHaveCount(2)
  await expect(panel.locator('[data-entry][data-kind=notice]')).toHaveCount(1)
})

test('a frozen page that missed the end of the loop is read again once it thaws', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await write(page, '2(x+3)=10\n')
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await aside.closeOffscreen()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await write(page, '2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await expect(remarks(panel)).toHaveCount(1)
  await expect(panel.locator('[data-entry][data-kind=notice]')).toHaveCount(1)
})

test.describe('with the back/forward cache', () => {
  test.use({ launch: { withoutArgs: ['--disable-back-forward-cache'] } })

  test('a page that comes back goes on where it was', async ({ aside }) => {
    const page = await aside.openDemo('algebra.html')
    await aside.pressButton(page)
    const panel = await aside.panel()
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await write(page, '2(x+3)=10\n')
    await page.goto(`${aside.demo.origin()}/input.html`)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await page.goBack({ waitUntil: 'commit' })
    expect(await page.locator('textarea').inputValue()).toBe('2(x+3)=10\n')
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await write(page, '2x+3=10\n')
    await expect.poll(() => countMarks(page)).toBe(1)
    await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
    await expect(remarks(panel)).toHaveCount(1)
    await expect(panel.locator('[data-entry][data-kind=notice]')).toHaveCount(1)
  })

  test('on a site that is always on it is read again, though its conversation had ended', async ({
    aside,
  }) => {
    const page = await aside.openDemo('algebra.html')
    await write(page, '2(x+3)=10\n2x+3=10\n')
    await expect.poll(() => countMarks(page)).toBe(1)
    await aside.pressButton(page)
    const panel = await aside.panel()
    await page.goto(`${aside.demo.origin('other')}/input.html`)
    await expect(panel.locator('[data-eye=closed]')).toBeVisible()
    await page.goBack({ waitUntil: 'commit' })
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await write(page, '4(y+1)=8\n4y+1=8\n')
    await expect(remarks(panel).last()).toContainText('when the bracket opens?')
  })
})
