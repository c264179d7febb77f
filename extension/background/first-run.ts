import { browser } from 'wxt/browser'

/** Newly installed: the page that shows what Aside does opens, once. */
export function firstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
  })
}
