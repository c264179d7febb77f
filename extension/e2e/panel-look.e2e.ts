import { test } from './panel-page/panel-test.ts'
import { entry, LESSON, NOON, promise, remark, tutoring } from './panel-page/rows-for-tests.ts'

const REMARKS = [remark('r1', { state: 'resolved' }), remark('r2', { hinted: true })]
const OUTCOMES = (['said', 'resolved', 'dismissed', 'wrong', 'outdated'] as const).map((state, index) => ({
  entry: entry(`e${index}`, index * 60, {
    kind: 'remark',
    remark: `r-${state}`,
    text: 'Line 3 loses a sign.',
  }),
  remark: remark(`r-${state}`, { state }),
}))

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const width of [180, 320, 360, 600]) {
      test(`a whole lesson fits ${width} px and is accessible`, async ({ panel, page }, info) => {
        await page.setViewportSize({ width, height: 900 })
        await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] })
        await panel.entry('e05').getByRole('button', { name: 'Evidence' }).click()
        await panel.composer.fill('so x = 3, and then I divide by 2?')
        await panel.expectNoSidewaysScroll()
        await panel.expectAccessible()
        await info.attach('lesson', { body: await page.screenshot(), contentType: 'image/png' })
      })
    }

    test('nothing started yet', async ({ panel, page }, info) => {
      await panel.open({}, 99)
      await panel.answer(null)
      await page.locator('[data-empty]').waitFor()
      await panel.expectNoSidewaysScroll()
      await panel.expectAccessible()
      await info.attach('empty', { body: await page.screenshot(), contentType: 'image/png' })
    })

    test('reading along in silence, with the page described', async ({ panel, page }, info) => {
      await panel.open()
      await page.locator('[data-quiet]').waitFor()
      await page.getByRole('button', { name: /Linear equations/ }).click()
      await panel.expectNoSidewaysScroll()
      await panel.expectAccessible()
      await info.attach('quiet', { body: await page.screenshot(), contentType: 'image/png' })
    })

    test('every outcome of a remark', async ({ panel, page }, info) => {
      await panel.open({
        entries: OUTCOMES.map((it) => it.entry),
        remarks: OUTCOMES.map((it) => it.remark),
      })
      await panel.entry('e4').waitFor()
      await panel.expectNoSidewaysScroll()
      await panel.expectAccessible()
      await info.attach('outcomes', { body: await page.screenshot(), contentType: 'image/png' })
    })

    test('speaking, with something being sent and promises unfolded', async ({ panel, page }, info) => {
      await panel.open({
        entries: [
          entry('e1', 0, { who: 'person', text: 'why?' }),
          entry('e2', 4, { text: 'Well, as I was', state: 'cut', spoken: 4 }),
          entry('e3', 9, { text: 'Because a factor multiplies every term.', state: 'speaking', spoken: 16 }),
        ],
        promises: [
          promise('p1'),
          promise('p2', { kind: 'watch', due: null, every: null, text: 'Deploy succeeded' }),
        ],
      })
      await page.evaluate((now) => {
        window.panelPage.clock.now = now
      }, NOON)
      await page.getByRole('button', { name: /2 promises/ }).click()
      await panel.composer.fill('wait, and if there is a minus?')
      await panel.composer.press('Enter')
      await page.getByText('Sending…').waitFor()
      await panel.expectNoSidewaysScroll()
      await panel.expectAccessible()
      await info.attach('speaking', { body: await page.screenshot(), contentType: 'image/png' })
    })

    test('stopped, with a draft that was not sent', async ({ panel, page }, info) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.composer.fill('one more thing')
      await panel.write({ tutorings: [tutoring({ endedAt: NOON + 700_000 })] })
      await page.locator('[data-not-sent]').waitFor()
      await panel.expectNoSidewaysScroll()
      await panel.expectAccessible()
      await info.attach('ended', { body: await page.screenshot(), contentType: 'image/png' })
    })

    test('the loop is silent', async ({ panel, page }, info) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.fallSilent()
      await page.getByText('Reconnecting…').waitFor()
      await panel.expectAccessible()
      await info.attach('silent', { body: await page.screenshot(), contentType: 'image/png' })
    })
  })
}

test.describe('with colours of the system and without motion', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })
  test('a lesson is accessible', async ({ panel, page }, info) => {
    await panel.open({ entries: LESSON, remarks: REMARKS })
    await panel.expectAccessible()
    await info.attach('forced', { body: await page.screenshot(), contentType: 'image/png' })
  })
})
