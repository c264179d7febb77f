import { expect, test } from './panel-page/panel-test.ts'

test('exam mode is seen in the header and ended there', async ({ panel, page }) => {
  await panel.open({ settings: [{ key: 'manner', value: { exam: true } }] })
  await expect(page.locator('[data-manner=exam]')).toContainText('silent until you ask')
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
  await page.getByRole('button', { name: 'End exam mode' }).click()
  expect(await panel.posted()).toContainEqual(
    expect.objectContaining({ kind: 'manner', change: { exam: false } }),
  )
  await panel.write({ settings: [{ key: 'manner', value: { exam: false } }] })
  await expect(page.locator('[data-manner=exam]')).toHaveCount(0)
})

test('a pause of an hour is one press, is seen, and is ended by hand', async ({ panel, page }, info) => {
  await panel.open()
  const at = await page.evaluate(() => {
    window.panelPage.clock.now = Date.now()
    return window.panelPage.clock.now
  })
  await page.getByRole('button', { name: 'Pause for an hour' }).click()
  const until = at + 3_600_000
  expect(await panel.posted()).toContainEqual({ kind: 'pause', at, until })
  await panel.write({ settings: [{ key: 'manner', value: { pausedUntil: until } }] })
  await expect(page.locator('[data-eye=paused]')).toHaveText(/^Paused until \d\d:\d\d$/)
  await expect(page.getByRole('button', { name: 'Pause for an hour' })).toHaveCount(0)
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
  await info.attach('paused', { body: await page.screenshot(), contentType: 'image/png' })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  expect(await panel.posted()).toContainEqual({ kind: 'pause', at, until: null })
  await panel.write({ settings: [{ key: 'manner', value: { pausedUntil: null } }] })
  await expect(page.locator('[data-eye=open]')).toBeVisible()
})

test('a site can be never read, and the button explains itself there', async ({ panel, page }) => {
  const pattern = 'https://algebra.example/*'
  await panel.open()
  await page.getByRole('button', { name: /Linear equations/ }).click()
  await page.getByRole('button', { name: 'Never on algebra.example' }).click()
  expect(await panel.posted()).toContainEqual(
    expect.objectContaining({ kind: 'site', pattern, read: 'never' }),
  )
  await panel.write({ settings: [{ key: 'manner', value: { never: [pattern] } }] })
  await expect(page.locator('[data-manner=never]')).toContainText('never to read algebra.example')
  await expect(page.getByRole('button', { name: 'Always on algebra.example' })).toHaveCount(0)
  await panel.face(99)
  await expect(page.locator('[data-manner=never]')).toHaveCount(0)
  await page.evaluate(
    (pattern) =>
      window.panelPage.presence({
        kind: 'presence',
        reading: [],
        beyond: [],
        never: [{ tab: 99, pattern }],
        fault: null,
      }),
    pattern,
  )
  await expect(page.locator('[data-empty]')).toBeVisible()
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
  await page.getByRole('button', { name: 'Let it read here again' }).click()
  expect(await panel.posted()).toContainEqual(expect.objectContaining({ kind: 'site', pattern, read: 'ask' }))
})
