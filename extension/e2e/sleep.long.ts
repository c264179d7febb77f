import { readFileSync } from 'node:fs'
import { expect, test } from './aside-test.ts'

/** Longer than what counts as late (5 s) by more than one repetition. */
const SLEEP_MS = 8000

/** A process that came out of the zygote has its whole command line in one string. */
function isOfExtension(pid: number): boolean {
  return /--extension-process\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
}

test('a computer that slept says a repeated reminder once, and that it is late', async ({ aside }) => {
  test.skip(process.platform !== 'linux', 'Only Linux tells here which process is the extension’s.')
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('remind me every 2 seconds to breathe until I say stop')
  await composer.press('Enter')
  const reminders = panel.locator('[data-entry][data-kind=reminder]')
  await expect(reminders).toHaveCount(1)

  // All of the extension's processes stand still, as when the lid is closed; pages go on in vain.
  const { processInfo } = await aside.browser.devtools.send('SystemInfo.getProcessInfo')
  const own = processInfo.filter(({ id, type }) => type === 'renderer' && isOfExtension(id))
  expect(own.length).toBeGreaterThan(0)
  for (const { id } of own) process.kill(id, 'SIGSTOP')
  const woken = new Promise<void>((resolve) => {
    setTimeout(() => {
      for (const { id } of own) process.kill(id, 'SIGCONT')
      resolve()
    }, SLEEP_MS)
  })
  await woken
  const late = reminders.filter({ hasText: 'late' })
  await expect(late).toHaveCount(1)
  await expect(late).toContainText(/breathe \([\d.]+ seconds late\)/)
})
