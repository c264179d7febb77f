import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'

async function begin(aside: Aside): Promise<{ page: Page; panel: Page }> {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  return { page, panel }
}

async function send(panel: Page, text: string): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(text)
  await composer.press('Enter')
}

const remarks = (panel: Page) => panel.locator('[data-entry][data-kind=remark]')
const trouble = (panel: Page) => panel.locator('[data-trouble=true] [data-status]')

/** Before anything is opened: the browser looks at the quota anew only once it seems used up. */
async function smallDisk(aside: Aside): Promise<{ grow(): Promise<void> }> {
  const page = await aside.openDemo('algebra.html')
  const devtools = await page.context().newCDPSession(page)
  const origin = `chrome-extension://${aside.browser.extensionId}`
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 })
  return {
    async grow() {
      await devtools.send('Storage.overrideQuotaForOrigin', { origin })
      await devtools.detach()
    },
  }
}

/** Writes to the database until not even a small row goes in. */
async function fillDatabase(aside: Aside): Promise<void> {
  const worker = await aside.serviceWorker()
  await worker.evaluate(async () => {
    const opened = indexedDB.open('aside')
    await new Promise((resolve) => {
      opened.onsuccess = resolve
    })
    const put = (key: string, size: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = opened.result.transaction('settings', 'readwrite')
        transaction.objectStore('settings').put({ key, value: 'x'.repeat(size) })
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
    // What is written is compressed: such rows take a twentieth of their size.
    for (const size of [500_000, 20_000, 100])
      for (let row = 0; await put(`filler:${size}:${row}`, size); ) row += 1
    opened.result.close()
  })
  await worker.detach()
}

test('while the disk is full the panel says so; with room again everything is there, once', async ({
  aside,
}) => {
  const disk = await smallDisk(aside)
  const { page, panel } = await begin(aside)
  await fillDatabase(aside)
  await page.keyboard.type(WRONG)
  await expect(trouble(panel)).toContainText(/full|room/)
  await send(panel, 'remind me in 1 hour to stretch')
  await expect(panel.locator('[data-outgoing]')).toBeVisible()
  expect(await countMarks(page)).toBe(0)

  await disk.grow()
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-outgoing]')).toHaveCount(0)
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await expect(panel.locator('[data-entry][data-who=person]')).toHaveCount(1)
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await expect(remarks(panel)).toHaveCount(1)
  await expect(trouble(panel)).toHaveCount(0)
})

test('deleted underneath, the conversation goes on, keeps its promises and says what happened', async ({
  aside,
}) => {
  const { page, panel } = await begin(aside)
  await send(panel, 'remind me in 1 hour to stretch')
  await page.keyboard.type(WRONG)
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  const worker = await aside.serviceWorker()
  const deleted = await worker.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('aside')
        request.onsuccess = () => resolve('deleted')
        request.onblocked = () => resolve('blocked')
        request.onerror = () => resolve('failed')
      }),
  )
  expect(deleted).toBe('deleted')
  await page.keyboard.type('2x=7\n')
  await expect(panel.getByText('was deleted from this disk')).toHaveCount(1)
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect.poll(() => countMarks(page)).toBe(1)
  await send(panel, 'how long have I been working?')
  await expect(panel.locator('[data-entry][data-who=tutor][data-kind=said]')).toHaveCount(1)
  await expect(remarks(panel)).toHaveCount(0)
  await expect(trouble(panel)).toHaveCount(0)
})

/** Holds the database open at a version, from a page of the extension's own that lets nobody past. */
async function holdDatabase(aside: Aside, version: number): Promise<() => Promise<void>> {
  const holder = await aside.serviceWorker()
  await holder.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        // The start of the browser has made it already, at the version of today.
        if (version === 1) indexedDB.deleteDatabase('aside')
        const request = indexedDB.open('aside', version)
        request.onupgradeneeded = () => undefined
        request.onsuccess = () => {
          Object.assign(globalThis, { held: request.result })
          resolve()
        }
        request.onerror = () => reject(request.error)
      }),
    version,
  )
  return async () => {
    await holder.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close())
    await holder.detach()
  }
}

test('held open by an older version: the panel says what to do, and all goes on once it lets go', async ({
  aside,
}) => {
  const release = await holdDatabase(aside, 1)
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(trouble(panel)).toContainText('keeps the conversations closed')
  await release()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type(WRONG)
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
  await expect(trouble(panel)).toHaveCount(0)
})

test('taken over by a newer version: the panel says so, and nothing is pretended', async ({ aside }) => {
  const { page, panel } = await begin(aside)
  await page.keyboard.type('2(x+3)=10\n')
  const release = await holdDatabase(aside, 1_000_000)
  await page.keyboard.type('2x+3=10\n')
  await expect(trouble(panel)).toContainText(/newer Aside|has been updated/)
  await release()
  expect(await countMarks(page)).toBe(0)
})
