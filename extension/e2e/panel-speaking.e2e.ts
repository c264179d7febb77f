import { expect, test } from './panel-page/panel-test.ts'
import { entry, LESSON, NOON, tutoring } from './panel-page/rows-for-tests.ts'

const SENTENCE = 'Both terms get the 2: $2(x+3) = 2x+6$. Carry on.'

test('shows no more than has been said', async ({ panel }) => {
  await panel.open({ entries: [entry('e1', 0, { text: SENTENCE, state: 'speaking', spoken: 10 })] })
  await expect(panel.said('e1')).toHaveText('Aside: Both terms')
  await panel.write({ entries: [entry('e1', 0, { text: SENTENCE, state: 'speaking', spoken: 20 })] })
  await expect(panel.said('e1')).toHaveText('Aside: Both terms get the 2')
  await expect(panel.entry('e1')).toHaveAttribute('data-state', 'speaking')
})

test('never shows half a formula', async ({ panel }) => {
  await panel.open({ entries: [entry('e1', 0, { text: SENTENCE, state: 'speaking', spoken: 30 })] })
  await expect(panel.said('e1')).toHaveText('Aside: Both terms get the 2:')
  await panel.write({ entries: [entry('e1', 0, { text: SENTENCE })] })
  await expect(panel.said('e1').locator('math')).toHaveCount(1)
  await expect(panel.said('e1')).not.toContainText('$')
})

test('holds, and goes on when asked', async ({ panel, page }) => {
  await panel.open({ entries: [entry('e1', 0, { text: SENTENCE, state: 'held', spoken: 10 })] })
  await expect(panel.said('e1')).toHaveText('Aside: Both terms…')
  await panel.entry('e1').getByRole('button', { name: 'Go on' }).click()
  expect(await panel.posted()).toContainEqual({ kind: 'voice', at: expect.any(Number), what: 'go-on' })
  await panel.write({ entries: [entry('e1', 0, { text: SENTENCE })] })
  await expect(page.getByRole('button', { name: 'Go on' })).toHaveCount(0)
})

test('says who took over, and offers to go on only with what was said last', async ({ panel, page }) => {
  const cut = { text: SENTENCE, state: 'cut', spoken: 10 } as const
  await panel.open({ entries: [entry('e1', 0, cut), entry('e2', 5, cut)] })
  await expect(panel.said('e1')).toHaveText('Aside: Both terms (you took over)')
  await expect(page.getByRole('button', { name: 'Go on' })).toHaveCount(1)
  await expect(panel.entry('e2').getByRole('button', { name: 'Go on' })).toBeVisible()
})

test('is stopped by the button and by Escape, but only while it speaks', async ({ panel, page }) => {
  await panel.open({ entries: [entry('e1', 0, { text: SENTENCE, state: 'speaking', spoken: 10 })] })
  await page.getByRole('button', { name: 'Stop speaking' }).click()
  await panel.composer.focus()
  await page.keyboard.press('Escape')
  const stops = async () => (await panel.posted()).filter(({ kind }) => kind === 'voice')
  expect(await stops()).toHaveLength(2)
  await panel.write({ entries: [entry('e1', 0, { text: SENTENCE, state: 'cut', spoken: 10 })] })
  await expect(page.getByRole('button', { name: 'Stop speaking' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  expect(await stops()).toHaveLength(2)
})

test('announces each utterance once and whole, and not what stood there before', async ({ panel, page }) => {
  await panel.open({ entries: LESSON })
  await panel.entry('e08').waitFor()
  await expect(panel.announcer).toHaveText('')
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const announcer = document.querySelector('[data-announcer]') ?? document.body
    new MutationObserver(() => heard.push(announcer.textContent)).observe(announcer, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  for (let spoken = 0; spoken <= SENTENCE.length; spoken += 6)
    await panel.write({ entries: [entry('e90', 700, { text: SENTENCE, state: 'speaking', spoken })] })
  await panel.write({ entries: [entry('e90', 700, { text: SENTENCE })] })
  await expect(panel.said('e90')).toContainText('Carry on.')
  await panel.write({ entries: [entry('e91', 720, { who: 'person', text: 'thanks' })] })
  await panel.entry('e91').waitFor()
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect(heard).toEqual(['Both terms get the 2: 2(x+3) = 2x+6. Carry on.'])
})

test('keeps to the end only if the person is there, and never takes the focus', async ({ panel, page }) => {
  const long = Array.from({ length: 40 }, (_, index) =>
    entry(`e${100 + index}`, index, { text: `Sentence number ${index}.` }),
  )
  await panel.open({ entries: long })
  await expect(panel.entry('e139')).toBeInViewport()
  await panel.write({ entries: [entry('e200', 100, { text: 'At the end.' })] })
  await expect(panel.entry('e200')).toBeInViewport()

  const scroller = page.getByRole('region', { name: 'Conversation' })
  await scroller.evaluate((it) => it.scrollTo(0, 100))
  await panel.composer.focus()
  const places = await panel.places()
  await panel.write({ entries: [entry('e201', 101, { text: 'Below.' })] })
  await page.getByRole('button', { name: 'New below' }).waitFor()
  expect(await panel.places()).toEqual(places)
  await expect(panel.composer).toBeFocused()
  await page.getByRole('button', { name: 'New below' }).click()
  await expect(panel.entry('e201')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'New below' })).toHaveCount(0)
})

test('follows the tab in front', async ({ panel, page }) => {
  await panel.open({
    tutorings: [
      tutoring({ id: 't0', startedAt: NOON - 1000, endedAt: NOON - 1, title: 'Before' }),
      tutoring(),
      tutoring({ id: 't2', tab: 8, title: 'Another page' }),
    ],
    entries: [
      entry('e1', 0, { text: 'Here.' }),
      entry('e2', 0, { tutoring: 't2', text: 'There.' }),
      entry('e3', -1, { tutoring: 't0', text: 'Earlier.' }),
    ],
  })
  await expect(page.locator('[data-entry]')).toHaveText([/Here\./])
  await panel.face(8)
  await expect(page.locator('[data-entry]')).toHaveText([/There\./])
  await expect(page.getByRole('button', { name: /Another page/ })).toBeVisible()
  await panel.face(9)
  await expect(page.locator('[data-empty]')).toBeVisible()
  await expect(panel.announcer).toHaveText('')
  const facing = (await panel.posted()).filter(({ kind }) => kind === 'facing')
  expect(facing).toEqual([7, 8, 9].map((tab) => ({ kind: 'facing', tab })))
})

test('the eye is open only while the loop answers and reads this tab', async ({ panel, page }) => {
  await panel.open()
  await expect(page.getByText('Reading this tab')).toBeVisible()
  await panel.fallSilent()
  await expect(page.getByText('Not reading')).toBeVisible()
  await expect(page.getByText('Reconnecting…')).toBeVisible()
  await panel.answer()
  await expect(page.getByText('Reading this tab')).toBeVisible()
  await expect(page.getByText('Reconnecting…')).toHaveCount(0)
  await panel.answer(8)
  await expect(page.getByText('Not reading')).toBeVisible()
  await expect(page.getByText(/cannot read this page right now/)).toBeVisible()
})

test('says what is broken', async ({ panel, page }) => {
  await panel.open()
  await panel.answer(7, 'The disk is full. Free some space.')
  await expect(page.locator('[data-status]')).toHaveText('The disk is full. Free some space.')
})

test('leaves out a row that it cannot understand and says so', async ({ panel, page }) => {
  await panel.open({ entries: [entry('e1', 0, { text: 'Fine.' })] })
  await page.evaluate(async () => {
    const bad = { id: 'e2', tutoring: 't1', at: 1, text: 7 }
    await window.panelPage.database.table('entries').put(bad)
  })
  await expect(page.locator('[data-status]')).toHaveText(/could not be read/)
  await expect(page.locator('[data-entry]')).toHaveCount(1)
})

test('stops the tutoring, and then shows it read only', async ({ panel, page }) => {
  await panel.open({ entries: LESSON })
  await page.getByRole('button', { name: 'Stop Aside on this tab' }).click()
  expect(await panel.posted()).toContainEqual({
    kind: 'stop-tutoring',
    at: expect.any(Number),
    tutoring: 't1',
  })
  await panel.write({ tutorings: [tutoring({ endedAt: NOON + 700_000 })] })
  await expect(page.locator('[data-ended]')).toContainText('Aside stopped here at 14:13')
  await expect(panel.composer).toHaveCount(0)
  await expect(panel.entry('e07').getByRole('button').first()).toBeDisabled()
  await expect(page.getByRole('button', { name: 'History' })).toBeFocused()
})
