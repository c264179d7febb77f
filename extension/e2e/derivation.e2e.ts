import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

async function ask(panel: Page, request: string): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(request)
  await composer.press('Enter')
}

const answer = (panel: Page) => panel.locator('[data-entry][data-who=tutor]').last()

const LINES = '#solution > :is([data-tex], .formula)'

/** Selects a displayed formula as a triple click does. */
const select = (page: Page, line: number): Promise<void> =>
  page
    .locator(LINES)
    .nth(line)
    .evaluate((element) => getSelection()?.selectAllChildren(element))

const PAGES = [
  'derivation.html',
  'derivation-mathjax.html?3',
  'derivation-mathjax.html?4',
  'derivation-mathml.html',
]

test('a worked solution is checked and explained, whatever library drew it, and what is asked for is worked out', async ({
  aside,
}, info) => {
  for (const [visit, name] of PAGES.entries()) {
    const page = await aside.openDemo(name)
    await page.locator(LINES).nth(4).locator(':is(.katex-html, mjx-container, math)').last().waitFor()
    if (visit === 0) await aside.pressButton(page)
    const panel = await aside.panel()
    await expect(panel.locator('[data-eye=open]')).toBeVisible()

    await ask(panel, 'check this derivation')
    await expect(answer(panel), name).toContainText('I checked 4 steps. Wrong: line 4.')
    await expect.poll(() => countMarks(page), name).toBe(1)
    await info.attach(name, { body: await page.screenshot(), contentType: 'image/png' })

    await ask(panel, 'which rule takes line 2 to line 3?')
    await expect(answer(panel), name).toContainText('From line 2 to line 3: factor.')
    await select(page, 1)
    await ask(panel, 'explain this line')
    await expect(answer(panel), name).toContainText('From line 1 to line 2: add 9 on both sides.')
  }

  // Plain text whose letters are raised, on a page that writes decimals with a comma.
  const page = await aside.openDemo('derivation-html.html')
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('#solution').evaluate((section) => getSelection()?.selectAllChildren(section))
  await ask(panel, 'check this derivation')
  await expect(answer(panel)).toContainText('I checked 3 steps. Wrong: line 4.')

  // The algebra system runs in a worker of the extension, which has no eval.
  await ask(panel, 'integrate x*e^x')
  await expect(answer(panel)).toContainText('Answer:')
  await expect(answer(panel).locator('math')).toContainText('∫')
  await ask(panel, 'solve x^2 + 6x = 7')
  await expect(answer(panel)).toContainText('Step by step, each step checked:')
  await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' })
})
