import type { Page } from '@playwright/test'
import { expect, test } from './panel-page/panel-test.ts'
import { entry, promise, remark, tutoring } from './panel-page/rows-for-tests.ts'

const ATTACKS = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  '[x](javascript:window.hacked=1)',
  '![x](https://evil.example/leak.png)',
]
const LATEX_ATTACKS = [
  '\\href{javascript:window.hacked=1}{x}',
  '\\url{https://evil.example}',
  '\\includegraphics{https://evil.example/leak.png}',
  '\\style{position:fixed;inset:0}{x}',
  '\\class{composer}{x}',
  '\\text{<img src=x onerror=window.hacked=1>}',
  '\\def\\a{\\a\\a}\\a',
  '\\htmlData{x=1}{y}',
]

async function expectHarmless(page: Page, requests: readonly string[]) {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(
    await page.locator('#panel :is(img, script, a, iframe, object, link, [onerror], [onload])').count(),
  ).toBe(0)
  expect(requests.filter((address) => !address.startsWith('http://localhost'))).toEqual([])
}

test('markup in any text stays text', async ({ panel, page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const attack = ATTACKS.join(' ')
  await panel.open({
    tutorings: [tutoring({ title: attack, address: attack, origin: attack })],
    entries: [
      entry('e1', 0, { text: attack, kind: 'remark', remark: 'r1' }),
      entry('e2', 1, { text: attack, who: 'person' }),
      entry('e3', 2, { text: attack, who: 'notice', kind: 'notice', places: [{ mark: 'm', quote: attack }] }),
    ],
    remarks: [
      remark('r1', {
        hinted: true,
        hint: attack,
        evidence: { text: attack, lines: [{ label: attack, text: attack }] },
      }),
    ],
    promises: [promise('p1', { text: attack })],
  })
  await panel.entry('e1').getByRole('button', { name: 'Evidence' }).click()
  await page.getByRole('button', { name: /1 promise/ }).click()
  await page.locator('.page-line').click()
  await expect(panel.said('e1')).toContainText(attack)
  await expect(panel.entry('e1').locator('dd')).toHaveText(attack)
  await expectHarmless(page, requests)
  await panel.expectNoSidewaysScroll()
})

test('LaTeX can neither link, load, style nor loop', async ({ panel, page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await panel.open({
    entries: [
      entry('e1', 0, {
        text: LATEX_ATTACKS.map((latex) => `$${latex}$`).join(' and '),
        kind: 'remark',
        remark: 'r1',
      }),
    ],
    remarks: [
      remark('r1', {
        evidence: { text: '', lines: LATEX_ATTACKS.map((text) => ({ label: 'Line', text })) },
      }),
    ],
  })
  await panel.entry('e1').getByRole('button', { name: 'Evidence' }).click()
  await expect(panel.entry('e1').locator('dd')).toHaveCount(LATEX_ATTACKS.length)
  await expect(panel.entry('e1').locator('dd').first()).toHaveText(LATEX_ATTACKS[0] ?? '')
  expect(await page.locator('math [style*=position], math .composer, math [href]').count()).toBe(0)
  await expectHarmless(page, requests)
})

test('a formula of strangers stays in its place', async ({ panel, page }) => {
  await panel.open({
    entries: [
      entry('e1', 0, { text: 'See $\\rule{9999em}{9999em}\\raisebox{-999em}{x}\\hspace{-999em}y$.' }),
    ],
  })
  await panel.said('e1').locator('math').waitFor({ state: 'attached' })
  await panel.expectNoSidewaysScroll()
  await expect(panel.composer).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Settings' }).click()
})
