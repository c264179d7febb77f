import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

/** Reads the page with the panel open. */
async function read(aside: Aside, page: Page): Promise<Page> {
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  return panel
}

async function writeWrongStep(page: Page): Promise<void> {
  for (const line of ['2(x+3)=10', '2x+3=10']) {
    await page.keyboard.type(line, { delay: 40 })
    await page.keyboard.press('Enter')
  }
}

/** The caret stands on the empty line below `2x+3=10`: its end becomes `6=10`. */
async function correctIt(page: Page): Promise<void> {
  for (const key of ['Backspace', ...'3=10'].map(() => 'Backspace')) await page.keyboard.press(key)
  await page.keyboard.type('6=10', { delay: 40 })
  await page.keyboard.press('Enter')
}

async function expectRemarkAndCorrection(page: Page, panel: Page): Promise<void> {
  await expect.poll(() => countMarks(page)).toBe(1)
  const remark = panel.locator('[data-entry][data-kind=remark]')
  await expect(remark).toContainText('Line 2')
  await correctIt(page)
  await expect.poll(() => countMarks(page)).toBe(0)
  await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('Line 2 follows now.')
}

test('a field in a closed shadow tree is read and marked', async ({ aside }) => {
  const page = await aside.openDemo('shadow.html')
  const panel = await read(aside, page)
  await page.locator('work-sheet').click()
  await writeWrongStep(page)
  await expectRemarkAndCorrection(page, panel)
})
