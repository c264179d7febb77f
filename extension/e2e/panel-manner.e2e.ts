import { expect, test } from './panel-page/panel-test.ts'

test('exam mode is seen in the header and ended there', async ({ panel, page }) => {
  await panel.open({ settings: [{ key: 'manner', value: { exam: true } }] })
  await expect(page.locator('[data-exam]')).toContainText('says nothing until you ask')
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
  await page.getByRole('button', { name: 'End exam mode' }).click()
  expect(await panel.posted()).toContainEqual(
    expect.objectContaining({ kind: 'manner', change: { exam: false } }),
  )
  await panel.write({ settings: [{ key: 'manner', value: { exam: false } }] })
  await expect(page.locator('[data-exam]')).toHaveCount(0)
})
