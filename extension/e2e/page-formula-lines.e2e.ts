import type { Page } from '@playwright/test'
import { markBoxes } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

/** Where a row of the first field's formula is drawn, counted from the top. */
function row(page: Page, index: number): Promise<{ top: number; bottom: number }> {
  return page
    .locator('math-field')
    .first()
    .evaluate((field, index) => {
      const lists = [...(field.shadowRoot?.querySelectorAll('.ML__vlist') ?? [])]
      const list = lists.find(({ children }) => children.length > 1)
      const { top, bottom } =
        list?.children[index]?.lastElementChild?.getBoundingClientRect() ?? new DOMRect()
      return { top, bottom }
    }, index)
}

test('lines that stand below each other in one MathLive field are a working, and the wrong one is marked', async ({
  aside,
}) => {
  const page = await aside.openDemo('mathlive.html')
  const field = page.locator('math-field').first()
  await field.evaluate((first) => {
    for (const other of document.querySelectorAll('math-field')) if (other !== first) other.remove()
    Object.assign(first, { value: '\\displaylines{}' })
  })
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await field.click()
  await expect.poll(() => field.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  for (const line of ['2(x+3)=10', '2x+3=10']) {
    await page.keyboard.type(line, { delay: 60 })
    await page.keyboard.press('Enter')
  }
  const remark = panel.locator('[data-entry][data-kind=remark]')
  await expect(remark).toContainText('Line 2')
  await expect.poll(() => markBoxes(page)).toHaveLength(1)
  const second = await row(page, 1)
  const [mark] = await markBoxes(page)
  expect(mark?.top).toBeGreaterThan(second.top - 4)
  expect(mark?.bottom).toBeLessThan(second.bottom + 4)

  await field.evaluate((first) => {
    Object.assign(first, { value: '\\begin{aligned}2(x+3)&=10\\\\2x+6&=-3^2+19\\\\2x&=4\\end{aligned}' })
  })
  await expect.poll(() => markBoxes(page)).toHaveLength(0)
  await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('Line 2 follows now.')
})
