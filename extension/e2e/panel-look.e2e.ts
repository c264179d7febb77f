import { test } from './panel-page/panel-test.ts'
import { LESSON, promise, remark } from './panel-page/rows-for-tests.ts'

const REMARKS = [remark('r1', { state: 'resolved' }), remark('r2', { hinted: true })]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const width of [320, 360, 600]) {
      test(`shows a whole lesson at ${width} px without scrolling sideways`, async ({
        panel,
        page,
      }, info) => {
        await page.setViewportSize({ width, height: 900 })
        await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] })
        await panel.entry('e05').getByRole('button', { name: 'Evidence' }).click()
        await panel.composer.fill('so x = 3, and then I divide by 2?')
        await panel.expectNoSidewaysScroll()
        await panel.expectAccessible()
        await info.attach('lesson', { body: await page.screenshot(), contentType: 'image/png' })
        await page.screenshot({ path: `/tmp/shots/lesson-${colorScheme}-${width}.png` })
      })
    }
  })
}
