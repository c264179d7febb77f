import type { Page } from '@playwright/test'
import type { AsideBrowser } from './browser.ts'
import { untilFound, withDeadline } from './deadline.ts'
import type { BackendProcess } from './start-backend.ts'

const WITHIN_MS = 20_000

/** Pairs a browser with a backend at one of the usual ports as a person does: the code is typed in the settings. */
export async function pairBrowser({ context, extensionId }: AsideBrowser, backend: BackendProcess) {
  const code = await withDeadline(backend.code, WITHIN_MS, 'the backend shows a pairing code')
  const settings = await context.newPage()
  await settings.goto(`chrome-extension://${extensionId}/settings.html`)
  await settings.locator('input[name=code]').fill(code)
  await settings.keyboard.press('Enter')
  await settings.locator('[data-backend] [data-reached]').waitFor({ timeout: WITHIN_MS })
  await untilFound(
    async () => (await isLoopPaired(settings)) || undefined,
    WITHIN_MS,
    'the loop knows of the pairing',
  )
  await settings.close()
}

/** What the loop has in its stored memory. */
function isLoopPaired(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('aside')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('snapshots').objectStore('snapshots').get('loop')
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result?.state?.paired === true)
          }
        }
      }),
  )
}
