import { expect, test } from './panel-page/panel-test.ts'
import { NOON, promise } from './panel-page/rows-for-tests.ts'

test.beforeEach(async ({ panel, page }) => {
  await panel.open({
    promises: [
      promise('p1'),
      promise('p2', { kind: 'watch', due: null, every: null, text: 'Deploy succeeded' }),
    ],
  })
  await page.evaluate((now) => {
    window.panelPage.clock.now = now
  }, NOON)
  await page.getByRole('button', { name: /2 promises/ }).click()
})

test('a promise that was ended is kept after all, also when it was the last one', async ({ panel, page }) => {
  await page.getByRole('button', { name: 'End “Stretch your back”' }).click()
  await panel.write({
    promises: [promise('p1', { state: 'ended' }), promise('p2', { kind: 'watch', state: 'ended' })],
  })
  await expect(page.locator('[data-promise]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await panel.posted()).toContainEqual({ kind: 'keep-promise', at: NOON, promise: 'p1' })
  await expect(page.locator('[data-promises]')).toBeHidden()
})

test('text, time and interval are edited with the keyboard, and the edit is undone', async ({
  panel,
  page,
}) => {
  await page.getByRole('button', { name: 'Edit “Stretch your back”' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What to say')).toBeFocused()
  await page.getByLabel('What to say').fill('Drink')
  await page.getByLabel('Next at').fill('2026-05-07T15:00:00')
  await page.getByLabel('Repeat every').fill('2')
  await page.getByLabel('Unit of the interval').selectOption('hours')
  await panel.expectAccessible()
  await page.getByLabel('Repeat every').press('Enter')
  const edited = { kind: 'edit-promise', at: NOON, promise: 'p1' }
  expect(await panel.posted()).toContainEqual({
    ...edited,
    text: 'Drink',
    due: new Date(2026, 4, 7, 15).getTime(),
    every: 7_200_000,
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  const { text, due, every } = promise('p1')
  expect(await panel.posted()).toContainEqual({ ...edited, text, due, every })
})

test('a time that has passed is refused with a sentence, and Escape leaves all as it was', async ({
  panel,
  page,
}) => {
  await page.getByRole('button', { name: 'Edit “Stretch your back”' }).click()
  await page.getByLabel('Next at').fill('2026-05-07T14:00:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toHaveText('Give it a time that is still to come.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Edit “Stretch your back”' })).toBeFocused()
  expect((await panel.posted()).filter(({ kind }) => kind === 'edit-promise')).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`being edited it fits 320 px and is accessible in the ${colorScheme}`, async ({
    panel,
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 720 })
    await page.getByRole('button', { name: 'End “Deploy succeeded”' }).click()
    await page.getByRole('button', { name: 'Edit “Stretch your back”' }).click()
    await panel.expectNoSidewaysScroll()
    await panel.expectAccessible()
    await info.attach('promises', { body: await page.screenshot(), contentType: 'image/png' })
  })
}
