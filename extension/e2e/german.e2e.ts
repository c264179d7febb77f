import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { expect, test } from './panel-page/panel-test.ts'
import { entry, NOON, promise, remark, TAB } from './panel-page/rows-for-tests.ts'

/** German words are long: nothing may run out of a narrow panel or page. */
async function fits(page: Page, info: TestInfo, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
  await info.attach(name, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
}

const question = 'Zeile 2: Was geschieht mit 3, wenn die Klammer aufgelöst wird?'
const REMARK = remark('r1', {
  text: question,
  evidence: {
    text: 'Für x = 1: die linke Seite von Zeile 1 ist 8, die von Zeile 2 ist 5.',
    lines: [
      { label: 'Zeile 1', text: '2(x+3) = 10' },
      { label: 'Zeile 2', text: '2x+3 = 10' },
    ],
  },
  hint: 'Ein Faktor vor einer Klammer multipliziert jedes Glied darin.',
})

test('the empty panel tells in German how to begin', async ({ panel, page }, info) => {
  await panel.open({}, 99, 'de')
  await panel.answer(null)
  await expect(page.locator('[data-empty] h2')).toHaveText('Hilfe am Rand')
  await fits(page, info, 'empty')
})

test('the panel that reads along tells in German what it reads', async ({ panel, page }, info) => {
  await panel.open({}, TAB, 'de')
  await expect(page.locator('[data-quiet] h2')).toHaveText('Aside liest mit')
  await page.locator('.page-line').click()
  await panel.expectNoSidewaysScroll()
  await fits(page, info, 'quiet')
})

test('a remark with its evidence, and the promises, in German', async ({ panel, page }, info) => {
  await panel.open(
    {
      entries: [
        entry('e1', 0, { kind: 'remark', remark: 'r1', text: question }),
        entry('e2', 30, { who: 'person', text: 'erinnere mich alle 10 Minuten ans Strecken' }),
        entry('e3', 31, {
          text: 'Ich erinnere dich: „Strecken“, alle 10 Minuten. Sag „stopp“, wenn es aufhören soll.',
        }),
      ],
      remarks: [REMARK],
      promises: [
        promise('p1', { text: 'Strecken' }),
        promise('p2', {
          kind: 'watch',
          due: null,
          every: null,
          text: 'Ergebnis veröffentlicht',
          madeAt: NOON,
        }),
      ],
    },
    TAB,
    'de',
  )
  await panel.entry('e1').getByRole('button', { name: 'Beleg' }).click()
  await page.getByRole('button', { name: /2 Versprechen/ }).click()
  await panel.expectNoSidewaysScroll()
  await fits(page, info, 'remark')
})

test('the settings and the history in German', async ({ page, address }, info) => {
  await page.goto(`${address}/settings.html?language=de`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen von Aside')
  await expect(page.locator('[data-stored]')).toContainText('2,4 MB auf dieser Festplatte')
  await fits(page, info, 'settings')
  await page.goto(`${address}/history.html?language=de`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verlauf von Aside')
  await fits(page, info, 'history')
})
