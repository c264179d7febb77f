import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

/** Everything that goes wrong in the page, in whichever world: nobody's script may complain after an update. */
async function complaints(page: Page): Promise<string[]> {
  const said: string[] = []
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    said.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  )
  devtools.on('Log.entryAdded', ({ entry }) => entry.level === 'error' && said.push(entry.text))
  devtools.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') said.push(String(args[0]?.value))
  })
  await devtools.send('Runtime.enable')
  await devtools.send('Log.enable')
  return said
}

/** Writes the working anew, from the first line. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('textarea').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Nothing on the page tells when reading begins; what was written before is not the person's. */
async function writeUntilMarked(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await write(page, text)
    await expect.poll(() => countMarks(page), { timeout: 2000 }).toBe(1)
  }).toPass()
}

test('the old script falls silent and takes its mark along; the next press goes on with the conversation', async ({
  aside,
}) => {
  const page = await aside.openDemo('algebra.html')
  const said = await complaints(page)
  await aside.pressButton(page)
  await expect((await aside.panel()).locator('[data-eye=open]')).toBeVisible()
  await write(page, '2(x+3)=10\n2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  const remarks = (panel: Page) => panel.locator('[data-entry][data-kind=remark]')
  await expect(remarks(await aside.panel())).toHaveAttribute('data-state', 'done')

  await aside.reloadExtension()
  await write(page, '4(y+1)=8\n4y+1=8\n')
  await expect.poll(() => countMarks(page)).toBe(0)
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('aside-marks').length)).toBe(0)

  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.press('Enter')
  await expect(remarks(panel)).toHaveCount(2)
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-entry][data-kind=notice]')).toHaveCount(1)
  expect(said).toEqual([])
})

test.describe('on a site that is always on', () => {
  test.use({ sites: ['http://demo.localhost/*'] })

  test('the new script takes over at once, without a press', async ({ aside }) => {
    const page = await aside.openDemo('algebra.html')
    const said = await complaints(page)
    await writeUntilMarked(page, '2(x+3)=10\n2x+3=10\n')
    await aside.reloadExtension()
    await writeUntilMarked(page, '4(y+1)=8\n4y+1=8\n')
    await aside.pressButton(page)
    const remarks = (await aside.panel()).locator('[data-entry][data-kind=remark]')
    await expect(remarks.last()).toContainText('What happens to the 1 when the bracket opens?')
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('aside-marks').length)).toBe(1)
    expect(said).toEqual([])
  })

  test('disabled and enabled again it reads the pages that are open', async ({ aside }) => {
    const page = await aside.openDemo('algebra.html')
    await writeUntilMarked(page, '2(x+3)=10\n2x+3=10\n')
    const manage = await aside.browser.context.newPage()
    await manage.goto('chrome://extensions')
    const extension = new URL(aside.browser.panelUrl).host
    for (const on of [false, true])
      await manage.evaluate(({ extension, on }) => chrome.management.setEnabled(extension, on), {
        extension,
        on,
      })
    await manage.close()
    await writeUntilMarked(page, '4(y+1)=8\n4y+1=8\n')
  })
})
