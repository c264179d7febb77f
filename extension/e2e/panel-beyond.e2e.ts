import { expect, test } from './panel-page/panel-test.ts'

test('a frame of another site can be allowed in one click, and the panel says how to go on', async ({
  panel,
  page,
}) => {
  await panel.open()
  await panel.beyond('frame', 'https://exercises.example:8443')
  await expect(page.locator('[data-beyond=frame]')).toContainText('belongs to exercises.example:8443')
  await page.getByRole('button', { name: 'Allow this site' }).click()
  await expect(page.locator('[data-beyond=frame]')).toContainText('is allowed')
  await expect(page.getByRole('button', { name: 'Allow this site' })).toHaveCount(0)
})

test('a refusal is said, and the button stays', async ({ panel, page }) => {
  await panel.open()
  await panel.beyond('frame', 'https://refused.example')
  await page.getByRole('button', { name: 'Allow this site' }).click()
  await expect(page.getByText('The browser did not give the permission.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Allow this site' })).toBeVisible()
})

test('where nothing can be allowed only the sentence stands', async ({ panel, page }) => {
  await panel.open()
  for (const what of ['frame', 'canvas', 'pdf'] as const) {
    await panel.beyond(what)
    await expect(page.locator(`[data-beyond=${what}]`)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Allow this site' })).toHaveCount(0)
  }
  await panel.answer()
  await expect(page.locator('[data-beyond]')).toHaveCount(0)
})
