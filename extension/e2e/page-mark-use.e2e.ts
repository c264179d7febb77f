import { expect, quote, test } from './page-lab.ts'

const WORK = 'Solve for x:\n2x + 3 = 11\n2x = 9\nx = 4.5'
const area = (style = '', text = WORK) =>
  `<style>body{margin:40px}textarea{font:16px/24px Arial;padding:10px 14px;border:3px solid #888;width:300px;height:140px;${style}}</style>` +
  `<p>Your work</p><textarea id=work spellcheck=false>${text}</textarea>`

test('a mark is reached with the keyboard, named, told once, and opened', async ({ lab }) => {
  await lab.open(area())
  const anchor = quote('#work', WORK, '2x = 9')
  await lab.mark(anchor)
  expect(await lab.drawn()).toMatchObject({
    buttons: ['This step may be wrong.'],
    said: 'This step may be wrong.',
  })
  await lab.page.evaluate(() => window.lab.root?.querySelector('[aria-live]')?.replaceChildren())
  await lab.mark(anchor)
  await lab.frames()
  expect((await lab.drawn()).said).toBe('')
  await lab.page.locator('#work').focus()
  await lab.page.keyboard.press('Tab')
  expect(await lab.page.evaluate(() => document.activeElement?.localName)).toBe('aside-marks')
  await lab.page.keyboard.press('Enter')
  expect(await lab.wait('mark-opened')).toMatchObject([{ id: 'm1' }])
})

test('a press on the underline opens the mark; a press on the words belongs to the page', async ({ lab }) => {
  await lab.open(area())
  await lab.page.locator('#work').focus()
  await lab.mark(quote('#work', WORK, '2x = 9'))
  const [line] = (await lab.drawn()).lines
  await lab.page.mouse.click((line?.left ?? 0) + 10, (line?.top ?? 0) + 5)
  expect(await lab.percepts('mark-opened')).toEqual([])
  await lab.page.mouse.click((line?.left ?? 0) + 10, (line?.bottom ?? 0) + 1)
  await lab.wait('mark-opened')
  expect(await lab.page.evaluate(() => document.activeElement?.id)).toBe('work')
})

test('to show a mark brings it into view and lets it flash', async ({ lab }) => {
  const text = `${'filler\n'.repeat(30)}2x = 9\n${'filler\n'.repeat(30)}`
  await lab.open(`<div style="height:2000px"></div>${area('', text)}<div style="height:2000px"></div>`)
  const anchor = quote('#work', text, '2x = 9')
  await lab.page.emulateMedia({ reducedMotion: 'reduce' })
  const marks = [{ id: 'm1', anchor, tone: 'slip' as const, label: 'Look here.' }]
  await lab.order({ marks, show: { id: 'm1', nonce: 1 } })
  await lab.wait('mark-painted')
  await lab.frames(3)
  const [line] = (await lab.drawn()).lines
  expect(line?.top).toBeGreaterThan(200)
  expect(line?.bottom).toBeLessThan(600)
  expect(await lab.percepts('scrolled')).toEqual([])
  await lab.page.evaluate(() => window.scrollTo(0, 0))
  await lab.order({ marks, show: { id: 'm1', nonce: 1 } })
  await lab.frames(3)
  expect(await lab.page.evaluate(() => window.scrollY)).toBe(0)
})
