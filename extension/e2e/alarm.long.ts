import { expect, test } from './aside-test.ts'

test('tab, panel, offscreen document and service worker gone: an alarm brings the loop back, the reminder is kept once', async ({
  aside,
}) => {
  test.setTimeout(180_000)
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('remind me in 40 seconds to breathe')
  await composer.press('Enter')
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await aside.closePanel()
  const other = await aside.openDemo('input.html', { newTab: true })
  await page.close()
  await aside.closeOffscreen()
  await aside.killServiceWorker()

  // Nothing but the alarm wakes the service worker now.
  await expect(async () => {
    const worker = await aside.serviceWorker()
    expect(await worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('1')
  }).toPass({ timeout: 90_000 })
  await aside.pressButton(other)
  const reminders = (await aside.panel()).locator('[data-entry][data-kind=reminder]')
  await expect(reminders).toContainText('breathe')
  await expect(reminders).toHaveCount(1)
})
