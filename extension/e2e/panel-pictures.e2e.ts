import { readFileSync } from 'node:fs'
import { expect, test } from './panel-page/panel-test.ts'
import { entry, remark } from './panel-page/rows-for-tests.ts'

const evidence = {
  text: 'x = −3 solves line 1 but not line 2.',
  lines: [
    { label: 'Line 1', text: 'x^2=9' },
    { label: 'Line 2', text: 'x=3' },
  ],
  witness: { kind: 'solution-lost' as const, at: { x: -3 }, sides: [] },
}
const LOST = {
  entries: [entry('e1', 0, { kind: 'remark', remark: 'r1', text: 'Line 2: does it keep every solution?' })],
  remarks: [remark('r1', { evidence })],
}

test('evidence unfolds with a picture, which can be heard, copied and saved', async ({ panel, page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await panel.open(LOST)
  const card = panel.entry('e1')
  await card.getByRole('button', { name: 'Evidence' }).click()
  const picture = card.getByRole('img', { name: 'Graph of x² and 9' })
  await expect(picture).toHaveAccessibleDescription(
    /They meet at x = −3, a solution that the next line has lost/,
  )
  await expect(picture.locator('path[data-piece]')).toHaveCount(2)
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()

  // The clipboard refuses what no permission was given for: then it is a file.
  const refused = page.waitForEvent('download')
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  await card.getByRole('button', { name: 'Copy picture' }).click()
  const file = await refused
  expect(file.suggestedFilename()).toMatch(/^aside-.*\.svg$/)
  const svg = readFileSync(await file.path(), 'utf8')
  expect(svg).toMatch(/<title>Graph of x² and 9<\/title>/)
  expect(svg).not.toMatch(/var\(|class=|<script|href/)
  await expect(card.getByRole('status')).toHaveText(/saved as a file/)

  await page.evaluate(() => {
    navigator.clipboard.write = async ([item]) => {
      const blob = await item?.getType('image/png')
      const image = blob === undefined ? null : await createImageBitmap(blob)
      document.title = `${image?.width} × ${image?.height}`
    }
  })
  await card.getByRole('button', { name: 'Copy picture' }).click()
  await expect(card.getByRole('status')).toHaveText('Copied')
  const [width = 0, height = 0] = (await page.title()).split(' × ').map(Number)
  expect(Math.min(width, height)).toBeGreaterThan(600)
})

test('a plot is drawn, zoomed and moved by buttons and keys, and drawn again after a reload', async ({
  panel,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  const plot = { of: ['y = x^2 - 3', '2x'], from: null, to: null }
  await panel.open({ entries: [entry('e1', 0, { text: 'Graph of x² − 3 and 2x.', plot })] })
  const card = panel.entry('e1')
  const picture = card.getByRole('img', { name: 'Graph of x² − 3 and 2x' })
  await expect(picture).toHaveAccessibleDescription(/x from −3 to 5/)
  await panel.expectAccessible()
  await card.getByRole('button', { name: 'Zoom out' }).click()
  await expect(picture).toHaveAccessibleDescription(/x from −7 to 9/)
  await page.keyboard.press('+')
  await expect(picture).toHaveAccessibleDescription(/x from −3 to 5/)
  await page.keyboard.press('ArrowRight')
  await expect(picture).toHaveAccessibleDescription(/x from −1 to 7/)
  await page.keyboard.press('0')
  await expect(picture).toHaveAccessibleDescription(/x from −3 to 5/)
  await panel.reopen()
  await expect(picture).toBeVisible()
})

test('“why?” asked in words is answered with the picture of the evidence, once', async ({ panel, page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  const proof = { lines: evidence.lines.map(({ text }) => text), witness: evidence.witness }
  const said = [
    entry('e2', 9, { who: 'person', text: 'why?' }),
    entry('e3', 10, { text: evidence.text, proof }),
  ]
  await panel.open({ entries: [...LOST.entries, ...said], remarks: LOST.remarks })
  const answer = panel.entry('e3')
  const picture = answer.getByRole('img', { name: 'Graph of x² and 9' })
  await expect(picture).toHaveAccessibleDescription(/They meet at x = −3/)
  await expect(answer.getByRole('button', { name: 'Copy picture' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Graph of x² and 9' })).toHaveCount(1)
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
})

test('pictures have the decimal sign and the multiplication sign that the person has chosen', async ({
  panel,
  page,
}) => {
  const plot = { of: ['0.5x^1.5'], from: 0, to: 1 }
  const sides = ['1.5(√x + 2)', '1.5·√x + 2']
  const proof = { lines: sides, witness: { kind: 'sides-differ' as const, at: { x: 1 }, sides } }
  await panel.open({
    entries: [entry('e1', 0, { text: 'A graph.', plot }), entry('e2', 1, { text: 'So.', proof })],
  })
  const graph = panel.entry('e1')
  await expect(graph.getByRole('img', { name: 'Graph of 0.5x' })).toBeVisible()
  await expect(graph.locator('.pic-tick', { hasText: /^0\.\d$/ }).first()).toBeVisible()
  await page.evaluate(() =>
    window.panelPage.database.settings.put({ key: 'manner', value: { decimal: 'comma', times: 'cross' } }),
  )
  await expect(graph.getByRole('img', { name: 'Graph of 0,5x' })).toBeVisible()
  await expect(graph.locator('.pic-exponent')).toHaveText('1,5')
  const area = panel.entry('e2').getByRole('img')
  await expect(area).toHaveAccessibleDescription(/1,5/)
  await expect(page.locator('.picture text', { hasText: /\d\.\d/ })).toHaveCount(0)
  await expect(area).toContainText('1,5 × √x')
})
