import { browser } from 'wxt/browser'

/** Puts the content script into a tab; it does nothing where it runs already. Rejects where it may not. */
export async function inject(tab: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab },
    files: ['/content-scripts/content.js'],
    injectImmediately: true,
  })
}
