import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

async function ask(panel: Page, request: string): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(request)
  await composer.press('Enter')
}

const answer = (panel: Page) => panel.locator('[data-entry][data-who=tutor]').last()

test('a worked solution on the page is checked step by step, and what is asked for is worked out', async ({
  aside,
}, info) => {
  const page = await aside.openDemo('derivation.html')
  await page.locator('.katex-display').last().waitFor()
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()

  await ask(panel, 'check this derivation')
  await expect(answer(panel)).toContainText('I checked 4 steps. Wrong: line 4.')
  await expect.poll(() => countMarks(page)).toBe(1)
  await info.attach('page', { body: await page.screenshot(), contentType: 'image/png' })

  // The algebra system runs in a worker of the extension, which has no eval.
  await ask(panel, 'integrate x*e^x')
  await expect(answer(panel)).toContainText('Answer:')
  await expect(answer(panel).locator('math')).toContainText('∫')
  await ask(panel, 'solve x^2 + 6x = 7')
  await expect(answer(panel)).toContainText('Step by step, each step checked:')
  await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' })
})
