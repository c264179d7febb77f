import { browser } from 'wxt/browser'
import type { ToWelcome } from '../../shared/messages/background-message.ts'

export const CONTENT_SCRIPT = '/content-script.js'

/**
 * Puts the content script into a tab; it does nothing where it runs already. Rejects where it may not. The
 * extension's own page takes no content script and is told to read itself.
 */
export async function inject(tab: number): Promise<void> {
  const own = await browser.runtime.getContexts({ contextTypes: ['TAB'], tabIds: [tab] })
  const welcome = browser.runtime.getURL('/welcome.html')
  if (own.some(({ documentUrl }) => documentUrl?.startsWith(welcome))) {
    const message: ToWelcome = { kind: 'read-yourself', tab }
    await browser.runtime.sendMessage(message).catch(() => undefined)
    return
  }
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

/** Puts what paints marks beside the content script of one document. Rejects where it may not. */
export async function injectPainter(tab: number, document: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, documentIds: [document] },
    files: ['/mark-painter.js'],
    injectImmediately: true,
  })
}

/** What the page in this tab says; null where it may not be read. */
export async function readPageText(tab: number): Promise<unknown> {
  const injected = await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ['/page-text.js'] })
    .catch(() => [])
  return injected[0]?.result ?? null
}
