import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

/** Reads the page with the panel open. */
async function read(aside: Aside, page: Page): Promise<Page> {
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  return panel
}

async function writeWrongStep(page: Page): Promise<void> {
  for (const line of ['2(x+3)=10', '2x+3=10']) {
    await page.keyboard.type(line, { delay: 40 })
    await page.keyboard.press('Enter')
  }
}

/** The caret stands on the empty line below `2x+3=10`: its end becomes `6=10`. */
async function correctIt(page: Page): Promise<void> {
  for (const key of ['Backspace', ...'3=10'].map(() => 'Backspace')) await page.keyboard.press(key)
  await page.keyboard.type('6=10', { delay: 40 })
  await page.keyboard.press('Enter')
}

async function expectRemarkAndCorrection(page: Page, panel: Page): Promise<void> {
  await expect.poll(() => countMarks(page)).toBe(1)
  const remark = panel.locator('[data-entry][data-kind=remark]')
  await expect(remark).toContainText('Line 2')
  await correctIt(page)
  await expect.poll(() => countMarks(page)).toBe(0)
  await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('Line 2 follows now.')
}

test('a field in a closed shadow tree is read and marked', async ({ aside }) => {
  const page = await aside.openDemo('shadow.html')
  const panel = await read(aside, page)
  await page.locator('work-sheet').click()
  await writeWrongStep(page)
  await expectRemarkAndCorrection(page, panel)
})

const FRAMES = {
  'a page of this site': '#page',
  'a document in an attribute': '#srcdoc',
  'a document that a script wrote': '#blank',
}

for (const [name, selector] of Object.entries(FRAMES)) {
  test(`a field in a frame with ${name} is read and marked`, async ({ aside }) => {
    const page = await aside.openDemo('frames.html')
    const panel = await read(aside, page)
    const frame = page.frameLocator(selector)
    await (selector === '#blank'
      ? frame.locator('body')
      : frame.locator('textarea, [contenteditable]')
    ).click()
    await writeWrongStep(page)
    await expectRemarkAndCorrection(page, panel)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
  })
}

test('a mark is ordered only to the frame in which its line stands', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.src = '/algebra.html'
    document.querySelector('#srcdoc')?.removeAttribute('srcdoc')
  })
  await read(aside, page)
  for (const id of ['idle', 'page']) {
    await page.frameLocator(`#${id}`).locator('textarea').click()
    await writeWrongStep(page)
    await expect.poll(() => countMarks(page)).toBe(id === 'idle' ? 1 : 2)
  }
  const second = page.frameLocator('#page').locator('textarea')
  await second.press('Control+A')
  await second.press('Delete')
  await expect.poll(() => countMarks(page)).toBe(1)
  expect(await page.frameLocator('#idle').locator('aside-marks').count()).toBe(1)
})

test('the content script goes only into frames that the person uses', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  await read(aside, page)
  const runs = async () => {
    const worker = await aside.serviceWorker()
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true })
      const target = { tabId: tab?.id ?? -1, allFrames: true }
      const func = () => (globalThis.asideRuns === true ? location.pathname : '')
      const results = await chrome.scripting.executeScript({ target, func })
      return results.map(({ result }) => result).filter((path) => path !== '')
    })
  }
  expect(await runs()).toEqual(['/frames.html'])
  await page.frameLocator('#page').locator('[contenteditable]').click()
  await expect.poll(runs).toEqual(['/frames.html', '/algebra-contenteditable.html'])
})

test('the loop dies while the person writes in a frame: nothing is lost, and the mark is where it belongs', async ({
  aside,
}) => {
  const page = await aside.openDemo('frames.html')
  const panel = await read(aside, page)
  await page.frameLocator('#page').locator('[contenteditable]').click()
  await page.keyboard.type('2(x+3)=10\n2x+', { delay: 40 })
  await aside.closeOffscreen()
  await page.keyboard.type('3=10\n', { delay: 40 })
  await expectRemarkAndCorrection(page, panel)
  await expect(panel.locator('[data-entry][data-kind=remark]')).toHaveCount(1)
})

test('a frame that is taken away leaves the page around it read', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  const panel = await read(aside, page)
  await page.frameLocator('#page').locator('[contenteditable]').click()
  await writeWrongStep(page)
  await expect.poll(() => countMarks(page)).toBe(1)
  await page.locator('#page').evaluate((frame) => frame.remove())
  await expect.poll(() => countMarks(page)).toBe(0)
  await page.frameLocator('#srcdoc').locator('textarea').click()
  await writeWrongStep(page)
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
})

test('stopped, nothing is read in frames either', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  const panel = await read(aside, page)
  await page.frameLocator('#page').locator('[contenteditable]').click()
  await page.keyboard.type('2(x+3)=10\n', { delay: 40 })
  await panel.getByRole('button', { name: 'Stop Aside on this tab' }).click()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await page.frameLocator('#page').locator('[contenteditable]').press('Control+End')
  await page.keyboard.type('2x+3=10\n', { delay: 40 })
  await page.frameLocator('#srcdoc').locator('textarea').click()
  await writeWrongStep(page)
  await expect(panel.locator('[data-entry][data-kind=remark]')).toHaveCount(0)
  expect(await countMarks(page)).toBe(0)
})

/** Everything that the extension has stored, as text. */
function stored(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('aside'))
    const names = [...database.objectStoreNames]
    const reading = database.transaction(names)
    const rows = await Promise.all(names.map((name) => done(reading.objectStore(name).getAll())))
    database.close()
    return JSON.stringify(rows)
  })
}

test('a password in a frame is never read', async ({ aside }) => {
  const page = await aside.openDemo('frames.html')
  await page.locator('#srcdoc').evaluate((frame) => {
    frame.setAttribute('srcdoc', '<input type=password aria-label=Word><textarea aria-label=Work></textarea>')
  })
  const panel = await read(aside, page)
  const frame = page.frameLocator('#srcdoc')
  await frame.getByLabel('Word').click()
  await page.keyboard.type('hunter2', { delay: 40 })
  await frame.getByLabel('Word').evaluate((input) => input.setAttribute('type', 'text'))
  await page.keyboard.type('x', { delay: 40 })
  await frame.getByLabel('Work').click()
  await page.keyboard.type('2y=14\n', { delay: 40 })
  await expect.poll(() => stored(panel)).toContain('2y=14')
  expect(await stored(panel)).not.toContain('hunter2')
})
