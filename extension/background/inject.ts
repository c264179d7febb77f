import { browser } from 'wxt/browser'

export const CONTENT_SCRIPT = '/content-scripts/content.js'

/** Puts the content script into a tab; it does nothing where it runs already. Rejects where it may not. */
export async function inject(tab: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab },
    files: [CONTENT_SCRIPT],
    injectImmediately: true,
  })
}

/** Puts the main-world reader among the scripts of one document. Rejects where it may not. */
export async function injectReader(tab: number, document: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, documentIds: [document] },
    files: ['/main-world.js'],
    world: 'MAIN',
    injectImmediately: true,
  })
}
