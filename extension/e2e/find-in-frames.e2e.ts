import type { Locator, Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

async function read(aside: Aside, page: Page): Promise<Page> {
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  return panel
}

async function ask(panel: Page, request: string): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(request)
  await composer.press('Enter')
}

const answer = (panel: Page) => panel.locator('[data-entry][data-who=tutor]').last()

/** Whether an element of a frame can be seen in the window, which its frame scrolls into and in which its frame lies. */
const isInView = (element: Locator) =>
  expect.poll(() =>
    element.evaluate(
      (at) =>
        new Promise<boolean>((resolve) => {
          const observer = new IntersectionObserver(([entry]) => {
            observer.disconnect()
            resolve((entry?.intersectionRatio ?? 0) > 0.9)
          })
          observer.observe(at)
        }),
    ),
  )

test('words are found in frames that nobody has gone into, brought into view and marked there', async ({
  aside,
}) => {
  const page = await aside.openDemo('frames.html')
  const panel = await read(aside, page)
  await ask(panel, 'find "One step in each field" on this page')
  await expect(answer(panel)).toContainText('is on this page once')
  await expect.poll(() => countMarks(page)).toBe(1)
  const idle = page.frameLocator('#idle')
  await expect(idle.locator('aside-marks')).toHaveCount(1)
  await expect(page.locator('aside-marks')).toHaveCount(0)
  await isInView(idle.locator('.hint')).toBe(true)

  await ask(panel, 'find "Your working" on this page')
  await expect(answer(panel)).toContainText('is on this page 2 times')
  await expect.poll(() => countMarks(page)).toBe(2)
  await expect(page.frameLocator('#page').locator('aside-marks')).toHaveCount(1)
  await expect(page.frameLocator('#srcdoc').locator('aside-marks')).toHaveCount(1)
})

test('a watch reaches frames, also one that is loaded later', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  const panel = await read(aside, page)
  await ask(panel, 'tell me when the page says "all done"')
  await page
    .frameLocator('#idle')
    .locator('.hint')
    .evaluate((hint) => hint.replaceChildren('All done'))
  await expect(answer(panel)).toContainText('The page now says “All done”')
  await ask(panel, 'tell me when the page says "quite done"')
  await page.evaluate(() => {
    const late = document.createElement('iframe')
    late.srcdoc = '<p>It is quite done.</p>'
    document.body.append(late)
  })
  await expect(answer(panel)).toContainText('The page now says “It is quite done.”')
})

test('words in a closed shadow tree are found', async ({ aside }) => {
  const page = await aside.openDemo('shadow.html')
  const panel = await read(aside, page)
  await ask(panel, 'find "one step on each line" on this page')
  await expect(answer(panel)).toContainText('is on this page once')
  await expect.poll(() => countMarks(page)).toBe(1)
})

test('a frame of another site is named by a find and by a watch, with a way to allow it', async ({
  aside,
}) => {
  const page = await aside.openDemo('other-frame.html')
  const panel = await read(aside, page)
  await ask(panel, 'find "One step on each line" on this page')
  await expect(answer(panel)).toContainText('I do not find')
  await expect(answer(panel)).toContainText('comes from other.localhost')
  await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeVisible()
  await page.locator('#notes').click()
  await expect(panel.getByRole('button', { name: 'Allow this site' })).toHaveCount(0)
  await ask(panel, 'tell me when the page says "all done"')
  await expect(answer(panel)).toContainText('I may not watch the part of this page that comes from')
  await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeVisible()
})

test.describe('with the other site allowed', () => {
  test.use({ sites: ['http://demo.localhost/*', 'http://other.localhost/*'] })

  test('its frame is searched, and brought into view', async ({ aside }) => {
    const page = await aside.openDemo('other-frame.html')
    await page.locator('#other').evaluate((frame) => {
      frame.style.marginTop = '200vh'
    })
    const panel = await read(aside, page)
    await ask(panel, 'find "One step on each line" on this page')
    await expect(answer(panel)).toContainText('is on this page once')
    await expect(answer(panel)).not.toContainText('other.localhost')
    const frame = page.frameLocator('#other')
    await expect(frame.locator('aside-marks')).toHaveCount(1)
    await isInView(frame.locator('.hint')).toBe(true)
  })
})
