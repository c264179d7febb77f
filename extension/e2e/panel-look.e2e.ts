import type { Page, TestInfo } from '@playwright/test'
import { LESSON_LOOK, LOOKS, REMARKS } from './panel-page/panel-looks.ts'
import { type PanelHands, test } from './panel-page/panel-test.ts'
import { LESSON, promise, TAB } from './panel-page/rows-for-tests.ts'

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
  forced: { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
} as const

async function looksWell(panel: PanelHands, page: Page, info: TestInfo, modes = Object.keys(MODES)) {
  for (const [mode, media] of Object.entries(MODES)) {
    if (!modes.includes(mode)) continue
    await page.emulateMedia(media)
    await panel.expectNoSidewaysScroll()
    await panel.expectAccessible()
    await info.attach(mode, { body: await page.screenshot(), contentType: 'image/png' })
  }
}

// 180: a panel of 360 px at 200 %.
for (const width of [180, 320, 360, 600])
  test(`a whole lesson fits ${width} px, in all colours`, async ({ panel, page }, info) => {
    await page.setViewportSize({ width, height: width === 180 ? 360 : 900 })
    await LESSON_LOOK.open(panel, page)
    await looksWell(panel, page, info)
  })

for (const look of LOOKS)
  test(`${look.name}: in all colours`, async ({ panel, page }, info) => {
    await look.open(panel, page)
    await looksWell(panel, page, info)
    await page.setViewportSize({ width: 180, height: 360 })
    await looksWell(panel, page, info, ['light'])
  })

test('in German it fits 320 px', async ({ panel, page }, info) => {
  await page.setViewportSize({ width: 320, height: 900 })
  await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] }, TAB, 'de')
  await page.getByRole('textbox', { name: 'An Aside schreiben' }).waitFor()
  await looksWell(panel, page, info, ['light'])
})
