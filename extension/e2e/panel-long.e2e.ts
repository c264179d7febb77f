import { expect, type PanelHands, test } from './panel-page/panel-test.ts'
import { entry, longLesson, remark, tutoring } from './panel-page/rows-for-tests.ts'

const COUNT = 5000
const LONG = longLesson(COUNT)
const idOf = (index: number) => `e${10_000 + index}`
const LAST = idOf(COUNT - 1)

/** The panel with 5,000 entries, at its end. */
async function openLong(panel: PanelHands): Promise<void> {
  await panel.open(LONG)
  await expect(panel.entry(LAST)).toBeInViewport()
}

/** Somewhere in the middle, with everything around it read. */
async function readInTheMiddle(panel: PanelHands): Promise<Record<string, number>> {
  await panel.conversation.evaluate((view) => view.scrollTo(0, view.scrollHeight / 2))
  await expect.poll(async () => Object.keys(await panel.places()).length).toBeGreaterThan(3)
  return panel.places()
}

/**
 * How far the rows that are in view before and after have moved, CSS pixels; one number if they all moved alike.
 * A pixel is nothing: rows are as high as fractions of one, and a view stands at whole ones.
 */
function moved(before: Record<string, number>, after: Record<string, number>): number[] {
  const shifts = Object.entries(before).flatMap(([id, top]) => (id in after ? [(after[id] ?? 0) - top] : []))
  const [most = Number.NaN, least = Number.NaN] = [Math.max(...shifts), Math.min(...shifts)]
  return most - least <= 1 ? [Math.abs(most) <= 1 ? 0 : most] : [least, most]
}

test('5,000 entries: the last ones are drawn, and each says where it stands', async ({ panel, page }) => {
  await openLong(panel)
  expect(await page.locator('[data-entry]').count()).toBeLessThan(60)
  await expect(panel.entry(LAST)).toHaveAttribute('aria-posinset', '5000')
  await expect(panel.entry(LAST)).toHaveAttribute('aria-setsize', '5000')
  await expect(panel.announcer).toHaveText('')

  await panel.write({ entries: [entry('e90000', COUNT, { text: 'One more.' })] })
  await expect(panel.entry('e90000')).toBeInViewport()
  await expect(panel.entry('e90000')).toHaveAttribute('aria-setsize', '5001')
  await expect(panel.announcer).toHaveText('One more.')
  const left = () => panel.conversation.evaluate((it) => it.scrollHeight - it.clientHeight - it.scrollTop)
  await expect.poll(left).toBeLessThan(1)
})

test('the first of 5,000 is one key away, and so is the last', async ({ panel, page }) => {
  await openLong(panel)
  await panel.conversation.focus()
  await page.keyboard.press('Home')
  await expect(panel.said(idOf(0))).toBeInViewport()
  await expect(panel.entry(idOf(0))).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('End')
  await expect(panel.said(LAST)).toBeInViewport()
  await panel.write({ entries: [entry('e90000', COUNT, { text: 'One more.' })] })
  await expect(panel.entry('e90000')).toBeInViewport()
})

test('the wheel moves what is read by as much as it turns, through rows never seen before', async ({
  panel,
  page,
}) => {
  await openLong(panel)
  const box = await panel.conversation.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200)
  for (let turn = 0; turn < 40; turn += 1) {
    const before = await panel.places()
    await page.mouse.wheel(0, -200)
    const off = async () => Math.abs((moved(before, await panel.places())[0] ?? 0) - 200)
    await expect.poll(off).toBeLessThanOrEqual(1)
  }
})

test('what is read stays in its place, whatever changes around it', async ({ panel, page }) => {
  await openLong(panel)
  const before = await readInTheMiddle(panel)
  const first = Number(Object.keys(before)[0]?.slice(1)) - 10_000
  const stays = () => expect.poll(async () => moved(before, await panel.places())).toEqual([0])

  await panel.write({
    entries: [entry('e90000', COUNT, { text: 'Said below, '.repeat(30), state: 'speaking', spoken: 30 })],
  })
  await page.getByRole('button', { name: 'New below' }).waitFor()
  await stays()

  // Rows above the view that grow: drawn ones and those that are not.
  const above = [1, 2, 3, 4, 5, 6, 300].map((back) => first - back)
  await panel.write({
    entries: above.map((index) => entry(idOf(index), index, { text: 'A longer story. '.repeat(20) })),
  })
  await stays()

  // Rows that go, and one that comes, above the view.
  await page.evaluate(
    async (ids) => window.panelPage.database.entries.bulkDelete(ids),
    [idOf(first - 2), idOf(first - 8), idOf(3)],
  )
  await stays()
  await expect(panel.entry(idOf(first + 1))).toHaveAttribute('aria-setsize', String(COUNT + 1 - 3))
  await panel.write({ entries: [entry('e00001', first - 4.5, { text: 'From another hand. '.repeat(9) })] })
  await stays()

  await panel.composer.fill('a draft\nof\nseveral\nlines\n')
  await stays()
  await page.getByRole('button', { name: /Linear equations/ }).click()
  await stays()
  await expect(panel.composer).toHaveValue('a draft\nof\nseveral\nlines\n')
})

test('what is read is still at the upper edge when the panel is made narrower', async ({ panel, page }) => {
  await openLong(panel)
  const [before] = Object.entries(await readInTheMiddle(panel))
  for (const width of [320, 600, 360]) {
    await page.setViewportSize({ width, height: 720 })
    const now = async () => moved(Object.fromEntries([before ?? []]), await panel.places())
    await expect.poll(now).toEqual([0])
  }
})

test('at the end, the end stays in view when the panel or the composer changes', async ({ panel, page }) => {
  await openLong(panel)
  const left = () => panel.conversation.evaluate((it) => it.scrollHeight - it.clientHeight - it.scrollTop)
  await panel.composer.fill('a draft\nof\nseveral\nlines\n')
  await expect.poll(left).toBeLessThan(1)
  await page.setViewportSize({ width: 320, height: 500 })
  await expect.poll(left).toBeLessThan(1)
  await expect(panel.entry(LAST)).toBeInViewport()
})

test('a card unfolds downwards, even at the end, and stays unfolded out of sight', async ({ panel }) => {
  await panel.open({
    entries: [...LONG.entries, entry('e90000', COUNT, { kind: 'remark', remark: 'r9', text: 'Line 4?' })],
    remarks: [...LONG.remarks, remark('r9')],
  })
  await panel.entry('e90000').getByRole('button', { name: 'Evidence' }).click()
  await expect(panel.entry('e90000').locator('[data-evidence]')).toBeInViewport({ ratio: 1 })

  await panel.composer.focus()
  await readInTheMiddle(panel)
  await expect(panel.entry('e90000')).toHaveCount(0)
  await panel.conversation.evaluate((view) => view.scrollTo(0, view.scrollHeight))
  await expect(panel.entry('e90000').locator('[data-evidence]')).toBeVisible()
})

test('a card above the end unfolds without moving', async ({ panel }) => {
  const words = Array.from({ length: 20 }, (_, index) => entry(`e${100 + index}`, index, { text: 'Words.' }))
  const after = words.map((it) => ({ ...it, id: `f${it.id}`, at: it.at + 60_000 })).slice(0, 6)
  const card = entry('e200', 50, { kind: 'remark', remark: 'r1', text: 'Line 2?' })
  await panel.open({ entries: [...words, card, ...after], remarks: [remark('r1')] })
  const before = await panel.places()
  await panel.entry('e200').getByRole('button', { name: 'Evidence' }).click()
  await panel.entry('e200').locator('[data-evidence]').waitFor()
  expect((await panel.places()).e200).toBe(before.e200)
  await panel.write({ entries: [entry('e300', 300, { text: 'Later.' })] })
  await expect(panel.entry('e300')).toHaveCount(1)
  expect((await panel.places()).e200).toBe(before.e200)
})

test('the focus survives its row’s being scrolled out of view', async ({ panel, page }) => {
  await openLong(panel)
  const card = panel.entry(idOf(COUNT - 10))
  const button = card.getByRole('button', { name: 'Show me' })
  await button.focus()
  await panel.conversation.evaluate((view) => view.scrollTo(0, 0))
  await expect(panel.said(idOf(0))).toBeInViewport()
  await expect(button).toBeFocused()
  const order = await page
    .locator('[data-entry]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset'))))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  await page.keyboard.press('Tab')
  await expect(card.getByRole('button', { name: 'Hint' })).toBeFocused()
  await expect(card.getByRole('button', { name: 'Hint' })).toBeInViewport()
  // Once the focus is elsewhere, the row is like any other.
  await panel.composer.focus()
  await panel.conversation.evaluate((view) => view.scrollTo(0, 0))
  await expect(card).toHaveCount(0)
})

test('what is selected can be copied whole', async ({ panel, page }) => {
  await openLong(panel)
  await readInTheMiddle(panel)
  const text = await page.evaluate(async () => {
    const rows = [...document.querySelectorAll('[data-entry] [data-said]')]
    const [from, to] = [rows.at(10), rows.at(-1)]
    if (!from || !to) return null
    document.getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length)
    return document.getSelection()?.toString()
  })
  expect(text).not.toBe(null)
  await panel.conversation.evaluate((view) => view.scrollTo(0, 0))
  await expect(panel.said(idOf(0))).toBeInViewport()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(text)
})

test('an old card that is in view follows the database', async ({ panel, page }) => {
  await openLong(panel)
  await panel.conversation.focus()
  await page.keyboard.press('Home')
  await expect(panel.entry(idOf(10)).getByRole('button', { name: 'Dismiss' })).toBeVisible()
  await panel.write({ remarks: [remark('r10010', { state: 'dismissed' })] })
  await expect(panel.entry(idOf(10)).locator('[data-outcome]')).toContainText('Dismissed')
  await expect(panel.announcer).toHaveText('')
})

test('many at once come in their order, and are all there', async ({ panel, page }) => {
  await panel.open({ entries: longLesson(150).entries, tutorings: [tutoring()] })
  for (let round = 0; round < 4; round += 1)
    await panel.write({
      entries: Array.from({ length: 60 }, (_, index) =>
        entry(`e2${1000 + round * 60 + index}`, 200 + round * 60 + index, { text: `Round ${round}.` }),
      ),
    })
  await expect(panel.entry('e21239')).toHaveAttribute('aria-setsize', '390')
  await panel.conversation.focus()
  const seen = new Set<string>()
  await page.keyboard.press('Home')
  await expect(panel.entry(idOf(0))).toBeInViewport()
  while (!seen.has('e21239')) {
    for (const id of Object.keys(await panel.places())) seen.add(id)
    await panel.conversation.evaluate((view) => view.scrollBy(0, view.clientHeight / 2))
  }
  expect(seen.size).toBe(390)
})
