import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Sent } from '../store/rows.ts'
import { expect, test } from './panel-page/panel-test.ts'
import type {} from './panel-page/settings-page.ts'

const sent = (id: string, changes: Partial<Sent> = {}): Sent => ({
  id,
  tutoring: 't1',
  at: new Date(2026, 4, 7, 14, 2).getTime(),
  model: { name: 'claude-sonnet', local: false },
  search: 'Wikipedia',
  question: 'Why does the sign change? <img src=x onerror="window.hacked=1">',
  body: '{"question":"Why does the sign change?","pages":[{"title":"Lesson [email]","address":"https://a.example/"},{"title":"","address":"https://b.example/"}]}',
  bytes: 2100,
  redacted: { email: 1, phone: 0 },
  ...changes,
})

async function looksWell(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
}

test('a backend is paired by its code, shows what it has, is told a key once, and is let go', async ({
  page,
  address,
}, info) => {
  await page.goto(`${address}/settings.html`)
  const section = page.locator('[data-backend]')
  for (const [typed, says] of [
    ['wrong', /not the code/],
    ['stranger', /does not know the code/],
    ['nobody', /No backend answers/],
  ] as const) {
    await section.getByLabel('Pairing code').fill(typed)
    await section.getByLabel('Pairing code').press('Enter')
    await expect(section.locator('[data-pairing]')).toHaveText(says)
  }
  await looksWell(page)
  await section.getByLabel('Pairing code').fill('GOOD-CODE-0000')
  await section.getByRole('button', { name: 'Pair', exact: true }).click()
  await expect(section.locator('[data-reached]')).toHaveText('Paired. It answers at 127.0.0.1:27433.')
  await expect(section.locator('[data-model]')).toContainText('No model')
  for (const id of ['embedded', 'anthropic', 'google'])
    await section.locator(`[data-provider=${id}] summary`).click()
  await section.getByRole('button', { name: 'Download it (520.0 MB)' }).click()
  await expect(section.getByRole('progressbar')).toHaveAttribute('value', '0.4')
  const key = section.getByRole('textbox', { name: 'Key for Anthropic' })
  await expect(key).toHaveValue('')
  await key.fill('sk-secret')
  await key.press('Enter')
  await expect(key).toHaveValue('')
  await section.getByRole('button', { name: 'Forget the key' }).click()
  await section.getByLabel('Search with').selectOption('SearXNG')
  const how = section.locator('[data-provider=google] [data-how]')
  await expect(how.getByRole('link')).toHaveAttribute('href', 'https://aistudio.google.com/apikey')
  await expect(how.locator('code')).toHaveText('ollama serve')
  await expect(section.getByRole('textbox', { name: 'Key for Google' })).toBeDisabled()
  await expect
    .poll(() => page.evaluate(() => window.settingsPage.changed))
    .toEqual([
      { embedded: { download: true } },
      { providers: { anthropic: { key: 'sk-secret' } } },
      { providers: { anthropic: { key: null } } },
      { search: { engine: 'searxng' } },
    ])
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media)
    await looksWell(page)
    await info.attach(JSON.stringify(media), { body: await section.screenshot(), contentType: 'image/png' })
  }
  await section.getByRole('button', { name: 'Unpair' }).click()
  await expect(section.getByLabel('Pairing code')).toBeVisible()
  await section.getByRole('button', { name: 'Undo' }).click()
  await expect(section.locator('[data-reached]')).toBeVisible()
})

test('model, limits and the embedded model are set by keyboard; what cannot be is said beside its field', async ({
  page,
  address,
}, info) => {
  await page.goto(`${address}/settings.html`)
  const section = page.locator('[data-backend]')
  await section.getByLabel('Pairing code').fill('GOOD-CODE-0000')
  await section.getByLabel('Pairing code').press('Enter')
  await section.locator('[data-reached]').waitFor()
  for (const id of ['embedded', 'anthropic', 'compatible'])
    await section.locator(`[data-provider=${id}] summary`).press('Enter')
  const enter = async (name: string, text: string, says: string | RegExp) => {
    const field = section.getByRole('textbox', { name, exact: true })
    await field.fill(text)
    await field.press('Enter')
    const form = section.locator('form', {
      has: page.locator(`[name="${await field.getAttribute('name')}"]`),
    })
    await expect(form.getByRole('status')).toHaveText(says)
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', String(!/Saved|Gesichert/.test(String(says))))
  }
  await enter('Model of Anthropic', 'claude-opus-5', 'Saved.')
  await enter('Address of OpenAI-compatible server', '127.0.0.1:8080', /begins with http:/)
  await enter('Key for OpenAI-compatible server', 'a key', /has no spaces/)
  await enter('Time, in seconds', '3', 'It takes a number from 5 to 600.')
  await enter('Time, in seconds', '599', /could not keep that/)
  await enter('Time, in seconds', '30', 'Saved.')
  await enter('Text that a model writes, in tokens', '4.5', 'It takes a whole number from 100 to 1,000,000.')
  await enter('Money, in US cents', '2,5', 'Saved.')
  await enter('Money, in US cents', '', 'Saved.')
  const model = section.getByRole('combobox', { name: 'Which model' })
  await model.selectOption({ label: 'SmolLM2 135M Instruct (137.9 MB)' })
  expect(await page.evaluate(() => window.settingsPage.changed)).toEqual([
    { providers: { anthropic: { model: 'claude-opus-5' } } },
    { limits: { seconds: 599 } },
    { limits: { seconds: 30 } },
    { limits: { cents: 2.5 } },
    { limits: { cents: null } },
    { embedded: { model: 'smollm2-135m-instruct' } },
  ])
  await enter('Time, in seconds', '3', /from 5 to 600/)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(section.getByText('Möglich ist eine Zahl von 5 bis 600.')).toBeVisible()
  await enter(
    'Text, den ein Modell schreibt, in Tokens',
    '1',
    'Möglich ist eine ganze Zahl von 100 bis 1.000.000.',
  )
  for (const width of [360, 600])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await looksWell(page)
      await info.attach(`limits ${width} ${colorScheme}`, {
        body: await section.screenshot(),
        contentType: 'image/png',
      })
    }
})

test('what was sent is listed with its text, and can be deleted and had back', async ({
  page,
  address,
}, info) => {
  await page.goto(`${address}/settings.html`)
  await expect(page.locator('[data-sent-none]')).toHaveText('Nothing was ever sent.')
  await page.evaluate(
    async (rows) => {
      await window.settingsPage.database.sent.bulkPut(rows)
      await window.settingsPage.database.settings.put({
        key: 'manner',
        value: { neverSent: ['https://bank.example/*'] },
      })
    },
    [
      sent('a'),
      sent('b', { question: 'What is a ring?', ahead: true, model: null, search: null, redacted: {}, at: 1 }),
    ],
  )
  const first = page.locator('[data-sent]').first()
  await expect(first.locator('[data-sent-pages]')).toHaveText(
    'Of these pages: Lesson [email] · https://b.example/',
  )
  await expect(first).toContainText('3 kB · to claude-sonnet, outside this computer')
  await expect(first).not.toContainText('prepared')
  await expect(page.locator('[data-sent=b]')).toContainText('prepared while you were writing')
  await expect(first.locator('[data-redacted]')).toHaveText('Taken out before: e-mail addresses (1)')
  await first.getByRole('button', { name: /^The text itself/ }).press('Enter')
  await expect(first.locator('pre')).toContainText('"title": "Lesson [email]"')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await looksWell(page)
  await info.attach('sent', {
    body: await page.locator('section[aria-labelledby=sent]').screenshot(),
    contentType: 'image/png',
  })
  await first.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.locator('[data-sent]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Delete all' }).click()
  await expect(page.locator('[data-sent-none]')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-sent]')).toHaveCount(2)
  await page.locator('[data-never-sent]').getByRole('button').click()
  expect(await page.evaluate(() => window.settingsPage.posted.at(-1))).toMatchObject({
    kind: 'send-site',
    pattern: 'https://bank.example/*',
    sent: true,
  })
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.locator('[data-sent]').first()).toContainText('außerhalb dieses Rechners')
  await looksWell(page)
})
