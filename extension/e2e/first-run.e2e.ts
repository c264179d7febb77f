import AxeBuilder from '@axe-core/playwright'
import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { LANGUAGES } from '../../shared/catalogue/languages.ts'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

test.use({ launch: { firstRun: true } })

test('the first run: one click opens the panel and the eye, and the slip of a line is asked about', async ({
  aside,
}, info) => {
  const page = aside.welcome()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A tutor in the margin')
  await expect(page.locator('[data-eye=closed]')).toBeVisible()
  expect(await aside.isPanelOpen()).toBe(false)
  await page.getByRole('button', { name: 'Start Aside on this page' }).click()
  const panel = await aside.panel()
  await expect(page.locator('[data-eye=open]')).toBeVisible()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your working' })).toBeFocused()
  await page.keyboard.type('2(x+3) = 10\n2x+3 = 10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-kind=remark] [data-said]')).toContainText('when the bracket opens?')
  await info.attach('first run', {
    body: await page.screenshot({ fullPage: true }),
    contentType: 'image/png',
  })
  await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  for (const _ of '3 = 10') await page.keyboard.press('Backspace')
  await page.keyboard.type('6 = 10')
  await expect.poll(() => countMarks(page)).toBe(0)
})

test('the toolbar button starts and stops it there as on any page, and a reload goes on', async ({
  aside,
}) => {
  const page = aside.welcome()
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(page.locator('[data-eye=open]')).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-eye=open]')).toBeVisible()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await aside.pressButton(page)
  await expect(page.locator('[data-eye=closed]')).toBeVisible()
  await expect(panel.locator('[data-ended]')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ launch: { firstRun: true, colorScheme } })
    test('it is accessible and fits a phone’s width in every language', async ({ aside }, info) => {
      const page = aside.welcome()
      await page.setViewportSize({ width: 360, height: 900 })
      const address = page.url()
      for (const language of LANGUAGES) {
        await page.goto(address.replace('welcome', 'settings'))
        await page.locator('select[name=language]').selectOption(language)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.goto(address)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page).toHaveTitle(catalogueOf(language).welcome.title)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
        expect(scrollWidth).toBe(clientWidth)
        const body = await page.screenshot({ fullPage: true })
        await info.attach(`welcome ${language}`, { body, contentType: 'image/png' })
      }
    })
  })

test.describe('for all other tests', () => {
  test.use({ launch: {} })
  test('it is out of the way', async ({ aside }) => {
    expect(aside.browser.context.pages().map((page) => page.url())).toEqual(['about:blank'])
  })
})
