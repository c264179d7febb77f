import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './panel-page/panel-test.ts'
import type {} from './panel-page/settings-page.ts'

test.beforeEach(async ({ page, address }) => {
  await page.goto(`${address}/settings.html`)
})

const MODES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'colours of the system': { forcedColors: 'active', reducedMotion: 'reduce' },
} as const

for (const [mode, media] of Object.entries(MODES)) {
  test(`the settings are accessible and fit a phone's width in the ${mode}`, async ({ page }, info) => {
    await page.emulateMedia(media)
    await expect(page.locator('[data-stored]')).toHaveText(
      '1 conversation with 0 entries, 2.4 MB on this disk.',
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
    await info.attach('settings', {
      body: await page.screenshot({ fullPage: true }),
      contentType: 'image/png',
    })
    await page.getByRole('button', { name: 'Remove github.com' }).click()
    await page.getByRole('button', { name: 'Erase everything…' }).click()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
    await expect(page.locator('[data-undo]')).toHaveCount(2)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await info.attach('undone', {
      body: await page.screenshot({ fullPage: true }),
      contentType: 'image/png',
    })
  })
}

test('another language is spoken as soon as it is chosen, and kept', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen von Aside')
  await expect(page.locator('[data-stored]')).toHaveText(
    '1 Gespräch mit 0 Einträgen, 2,4 MB auf dieser Festplatte.',
  )
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de')
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('Wie der Browser')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aside settings')
})

test('a site can be removed, and the focus stays in the list', async ({ page }) => {
  await page.getByRole('button', { name: 'Remove algebra.example' }).click()
  await expect(page.locator('[data-site]')).toHaveText([/^github\.com/])
  await expect(page.getByRole('button', { name: 'Remove github.com' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-sites-none]')).toBeVisible()
})

test('exam mode and how early Aside speaks are told to the loop', async ({ page }) => {
  await page.getByRole('checkbox', { name: /^Exam mode/ }).check()
  await page.getByRole('radio', { name: 'Only when I have stopped for ten seconds' }).check()
  const posted = await page.evaluate(() => window.settingsPage.posted)
  expect(posted.map((message) => message.kind === 'manner' && message.change)).toEqual([
    { exam: true },
    { early: 'long' },
  ])
  await page.evaluate(() =>
    window.settingsPage.database.settings.put({ key: 'manner', value: { exam: false, early: 'at-once' } }),
  )
  await expect(page.getByRole('radio', { name: /^As soon as/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Exam mode/ })).not.toBeChecked()
})

test('the decimal and the multiplication sign are chosen, told to the loop, and shown as it keeps them', async ({
  page,
}) => {
  const decimal = page.getByRole('group', { name: 'Decimal sign' })
  const times = page.getByRole('group', { name: 'Multiplication sign' })
  await expect(decimal.getByRole('radio', { name: 'As in the language of Aside' })).toBeChecked()
  await expect(times.getByRole('radio', { name: 'Dot: 2 · 3' })).toBeChecked()
  await decimal.getByRole('radio', { name: 'As in the language of Aside' }).focus()
  await page.keyboard.press('ArrowUp')
  await times.getByRole('radio', { name: 'Cross: 2 × 3' }).check()
  const posted = await page.evaluate(() => window.settingsPage.posted)
  expect(posted.map((message) => message.kind === 'manner' && message.change)).toEqual([
    { decimal: 'comma' },
    { times: 'cross' },
  ])
  await page.evaluate(() =>
    window.settingsPage.database.settings.put({ key: 'manner', value: { decimal: 'point', times: 'cross' } }),
  )
  await expect(decimal.getByRole('radio', { name: 'Point: 3.5' })).toBeChecked()
  await expect(times.getByRole('radio', { name: 'Cross: 2 × 3' })).toBeChecked()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.getByRole('group', { name: 'Dezimalzeichen' })).toContainText('Komma: 3,5')
  await expect(page.getByRole('group', { name: 'Malzeichen', exact: true })).toContainText('Kreuz: 2 × 3')
})

test('a site that is never read is taken off the list, and back on it', async ({ page }) => {
  const pattern = 'https://diary.example/*'
  const never = (patterns: readonly string[]) =>
    page.evaluate(
      (never) => window.settingsPage.database.settings.put({ key: 'manner', value: { never: [...never] } }),
      patterns,
    )
  await never([pattern])
  await page.getByRole('button', { name: 'Remove diary.example' }).click()
  await never([])
  await expect(page.locator('[data-never]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  const posted = await page.evaluate(() => window.settingsPage.posted)
  expect(posted.map((message) => message.kind === 'site' && message.read)).toEqual(['ask', 'never'])
})

test('a muted kind of remark is unmuted, and muted again', async ({ page }) => {
  const kind = { check: 'step:distributes-to-first-term', rule: 'A factor multiplies every term.' }
  const muted = (kinds: readonly (typeof kind)[]) =>
    page.evaluate(
      (muted) => window.settingsPage.database.settings.put({ key: 'manner', value: { muted: [...muted] } }),
      kinds,
    )
  await muted([kind])
  await page.getByRole('button', { name: `Unmute “${kind.rule}”` }).click()
  await muted([])
  await page.getByRole('button', { name: 'Undo' }).click()
  const posted = await page.evaluate(() => window.settingsPage.posted)
  expect(posted).toMatchObject([
    { kind: 'mute', ...kind, muted: false },
    { kind: 'mute', ...kind, muted: true },
  ])
})

test('how long traces are kept is chosen in days and megabytes; nonsense is put right', async ({ page }) => {
  const kept = () =>
    page.evaluate(async () => (await window.settingsPage.database.settings.get('retention'))?.value)
  const days = page.getByRole('spinbutton', { name: 'for this many days at most' })
  await days.fill('7')
  await days.press('Tab')
  await expect.poll(kept).toMatchObject({ days: 7, megabytes: 200 })
  await page.getByRole('spinbutton', { name: /this many MB/ }).fill('3')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('spinbutton', { name: /this many MB/ })).toHaveValue('200')
  expect(await kept()).toMatchObject({ days: 7, megabytes: 200 })
  await expect(page.locator('[data-kind=conversations]')).toHaveText(/about \d+ kB/)
})

test('how long conversations are kept is chosen, in both languages', async ({ page }) => {
  const kept = () =>
    page.evaluate(async () => (await window.settingsPage.database.settings.get('retention'))?.value)
  const choice = page.getByRole('combobox', { name: 'Conversations are kept' })
  await expect(choice).toHaveValue('')
  await choice.selectOption('for 30 days after their end')
  await expect(page.getByText('an hour after you choose this')).toBeVisible()
  expect(await kept()).toMatchObject({ days: 30, megabytes: 200, tutoringDays: 30 })
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  const german = page.getByRole('combobox', { name: 'Gespräche bleiben erhalten' })
  await expect(german.locator('option:checked')).toHaveText('30 Tage lang nach ihrem Ende')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await german.selectOption('bis ich sie lösche')
  await expect.poll(kept).toMatchObject({ tutoringDays: null })
})

test('notifications are switched by the browser’s answer', async ({ page }) => {
  const box = page.getByRole('checkbox', { name: 'Notify me when I am in another tab' })
  await expect(box).not.toBeChecked()
  await box.click()
  await expect(box).toBeChecked()
  await box.press('Space')
  await expect(box).not.toBeChecked()
})

test('everything is erased after one question and some seconds in which it can be undone', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Erase everything…' }).click()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.locator('[data-stored]')).toContainText('1 conversation')
  await page.getByRole('button', { name: 'Erase everything…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
  await expect(page.locator('[data-erasing]')).toContainText('In 15 seconds everything is erased')
  // Also on a page that was opened since.
  await page.reload()
  await page.locator('[data-erasing]').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Everything is kept.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Erase everything…' })).toBeFocused()
  await page.getByRole('button', { name: 'Erase everything…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
  await expect(page.locator('[data-erasing]')).toBeVisible()
  await page.evaluate(async () => {
    for (const table of window.settingsPage.database.tables) await table.clear()
  })
  await expect(page.getByText('Everything is erased.')).toBeVisible()
})

test('a site that was always on can be put back', async ({ page }) => {
  const site = page.locator('[data-site="https://github.com/*"]')
  await site.getByRole('button', { name: 'Remove github.com' }).click()
  await expect(site).toHaveCount(0)
  await page
    .locator('[data-undo]', { hasText: 'github.com is not always on any more.' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(site).toBeVisible()
})

test('the record of slips stands in plain words; one is forgotten, and kept after all', async ({
  page,
}, info) => {
  const row = {
    id: 'distributes-to-first-term' as const,
    seen: 3,
    corrected: 2,
    lastSeen: Date.UTC(2026, 2, 2, 12),
    practised: null,
    card: {
      due: Date.UTC(2026, 2, 5, 12),
      stability: 2,
      difficulty: 5,
      scheduledDays: 3,
      reps: 1,
      lapses: 0,
      state: 2 as const,
      lastReview: null,
    },
  }
  await page.setViewportSize({ width: 360, height: 900 })
  await page.evaluate(
    (rows) => window.settingsPage.database.slips.bulkPut(rows),
    [row, { ...row, id: 'square-of-sum' as const, seen: 1, corrected: 0, lastSeen: row.lastSeen - 1 }],
  )
  const slips = page.locator('[data-slip]')
  await expect(slips).toHaveCount(2)
  await expect(slips.first()).toContainText(
    'A factor before a bracket multiplies every term inside it.seen 3 times, put right 2 times, last on March 2, practice from March 5',
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const section = page.locator('section[aria-labelledby=noticed]')
    await info.attach(`record-${colorScheme}`, { body: await section.screenshot(), contentType: 'image/png' })
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await slips.first().getByRole('button').click()
  await page.evaluate(() => window.settingsPage.database.slips.delete('distributes-to-first-term'))
  await expect(slips).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('checkbox', { name: 'Keep a record of my slips' }).uncheck()
  const posted = await page.evaluate(() => window.settingsPage.posted)
  expect(posted).toEqual([
    { kind: 'forget-slips', at: expect.any(Number), slips: [row.id] },
    { kind: 'keep-slips', at: expect.any(Number), rows: [row] },
    { kind: 'manner', at: expect.any(Number), change: { record: false } },
  ])
})
