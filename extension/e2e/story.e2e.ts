import type { Page } from '@playwright/test'
import { nodeNetworks } from '../../tools/eval/node-networks.ts'
import { countMarks, paintTimes } from '../../tools/painted-marks.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { NETWORK_VERSION, networkPolicy } from '../turn/interaction/network-policy.ts'
import { replay } from '../turn/replay.ts'
import { expect, test } from './aside-test.ts'
import { EDITOR_CASES } from './editor-cases.ts'
import { typeNotation } from './editor-scenario.ts'
import { readTrace } from './read-trace.ts'

/** Page and panel side by side, as a person sees them. */
async function compose(page: Page, pictures: readonly Buffer[], file: string): Promise<void> {
  const canvas = await page.context().newPage()
  await canvas.setViewportSize({ width: 1280, height: 640 })
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
  await canvas.setContent(`<style>
    body { margin: 0; display: flex; background: #d8d5cf }
    img { height: 640px; object-fit: cover; object-position: 50% 0 }
    img:first-child { flex: 1; min-width: 0 } img:last-child { border-left: 1px solid #999 }
  </style>${images.join('')}`)
  await canvas.screenshot({ path: file })
  await canvas.close()
}

const EDITORS = EDITOR_CASES.filter(({ name }) => /^a (?:textarea|contenteditable)$/.test(name))

for (const { name, path, field, ten } of EDITORS) {
  test(`the first wrong step in ${name} is marked, asked about, corrected and remembered`, async ({
    aside,
  }) => {
    const page = await aside.openDemo(path)
    await aside.pressButton(page)
    let panel = await aside.panel()
    await expect(panel.locator('[data-eye=open]')).toBeVisible()

    await page.locator(field).click()
    await page.keyboard.type('2(x+3)=10', { delay: 60 })
    await page.keyboard.press('Enter')
    await page.keyboard.type('2x+3=10', { delay: 60 })
    await expect(panel.locator('[data-entry][data-who=tutor]')).toHaveCount(0)
    expect(await countMarks(page)).toBe(0)
    await page.keyboard.press('Enter')

    await expect.poll(() => countMarks(page)).toBe(1)
    expect(await paintTimes(page)).not.toHaveLength(0)
    const remark = panel.locator('[data-entry][data-kind=remark]')
    await expect(remark).toContainText('What happens to the 3 when the bracket opens?')
    await expect(remark).toContainText('Line 2')
    await remark.getByRole('button', { name: 'Evidence' }).click()
    await expect(remark.locator('[data-evidence]')).toBeVisible()
    const pictures = [await page.screenshot(), await panel.screenshot()]
    await expect(remark).toContainText('At x = 1')
    await expect(remark).toContainText('8')
    await expect(remark).toContainText('5')

    await page.locator(field).click()
    await page.keyboard.press('Control+End')
    for (let key = 0; key < '3=10'.length + 1; key += 1) await page.keyboard.press('Backspace')
    await typeNotation(page, `6=${ten}`)
    await expect.poll(() => countMarks(page)).toBe(0)
    await page.keyboard.press('Enter')
    await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('Line 2 follows now.')

    const composer = panel.locator('textarea[name=draft]')
    await composer.fill('how long did that take me?')
    await composer.press('Enter')
    await expect(panel.locator('[data-entry][data-who=tutor][data-kind=said]')).toContainText(/second/)

    const networks = await nodeNetworks()
    if (networks === null) throw new Error('The weights of the interaction model are missing.')
    const runs = Map.groupBy(await readTrace(panel), ({ run }) => run)
    expect(runs.size).toBe(1)
    for (const rows of runs.values()) {
      expect(rows.map(({ policy }) => policy)).toContain(NETWORK_VERSION)
      expect((await replay(rows, { mode: 'recorded' })).parting).toBeNull()
      const recomputed = await replay(rows, {
        mode: 'recomputed',
        policy: networkPolicy(networks),
        check: findingOf,
        compute: computedOf,
      })
      expect(recomputed.parting).toBeNull()
    }

    const before = await panel.locator('[data-entry]').allInnerTexts()
    await aside.closePanel()
    await aside.pressButton(page)
    panel = await aside.panel()
    await expect(panel.locator('[data-entry]')).toHaveCount(before.length)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    if (process.env.ASIDE_PICTURE !== undefined && path === 'algebra.html')
      await compose(page, pictures, process.env.ASIDE_PICTURE)
  })
}
