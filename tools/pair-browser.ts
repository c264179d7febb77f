import type { Page } from '@playwright/test'
import { type Pairing, pair } from '../extension/reasoner/backend-session.ts'
import { readCode } from '../shared/thoughts/proof.ts'
import { type AsideBrowser, closeOffscreen } from './browser.ts'
import type { BackendProcess } from './start-backend.ts'

/** Pairs a browser that runs with a backend, and has the loop begin anew with it. @param panel an open panel */
export async function pairBrowser(
  browser: AsideBrowser,
  panel: Page,
  backend: BackendProcess,
): Promise<Pairing> {
  const code = readCode(await backend.code)
  if (code === null) throw new Error('The backend shows something that is no pairing code.')
  const pairing = await pair(code, { fetch, ports: [backend.port] })
  await keepPairing(panel, pairing)
  await closeOffscreen(browser)
  return pairing
}

/** Into the settings, where the extension keeps it. */
function keepPairing(page: Page, pairing: Pairing): Promise<void> {
  return page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('aside')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('settings', 'readwrite')
          writing.objectStore('settings').put({ key: 'pairing', value })
          writing.onerror = () => reject(writing.error)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    pairing,
  )
}
