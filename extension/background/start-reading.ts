import * as v from 'valibot'
import { type Browser, browser } from 'wxt/browser'
import { ButtonAnswerSchema } from '../../shared/messages/background-message.ts'
import { tellLoop } from './tell-loop.ts'

/** Puts the content script into a tab; it does nothing where it runs already. Rejects where it may not. */
export async function inject(tab: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab },
    files: ['/content-scripts/content.js'],
    injectImmediately: true,
  })
}

/**
 * The toolbar button or its shortcut: opens the panel and begins to read this tab; pressed where both are
 * there already, it stops.
 */
export async function startReading(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return
  // Before any await: the click is spent by it.
  const opened = browser.sidePanel.open({ windowId: tab.windowId })
  const told = tellLoop({ kind: 'button', tab: tab.id })
  await opened.catch(() => undefined)
  const answer = v.safeParse(ButtonAnswerSchema, await told)
  if (answer.success && !answer.output.read) return
  await inject(tab.id).catch(() => tellLoop({ kind: 'tab-unreadable', tab: tab.id ?? -1 }))
}
