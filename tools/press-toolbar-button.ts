import type { Page } from '@playwright/test'
import type { AsideBrowser } from './browser.ts'
import { withDeadline } from './deadline.ts'
import { attachTo, listTargets, type TargetInfo } from './devtools-target.ts'

const PRESSED_WITHIN_MS = 10_000

/**
 * Presses the extension's toolbar button for the page, as a person would: `action.onClicked` fires and
 * `activeTab` is granted. Playwright has no hand for the browser's own window; DevTools has this one.
 */
export async function pressToolbarButton(browser: AsideBrowser, page: Page): Promise<void> {
  await page.bringToFront()
  const targetId = await tabOf(browser, page)
  await withDeadline(
    browser.devtools.send('Extensions.triggerAction', { id: browser.extensionId, targetId }),
    PRESSED_WITHIN_MS,
    'the toolbar button is pressed',
  )
}

/** A tab is a target of its own, above its page; only the tab itself can say which page is in it. */
async function tabOf(browser: AsideBrowser, page: Page): Promise<string> {
  const session = await browser.context.newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.detach()
  const tabs = (await listTargets(browser.devtools)).filter(({ type }) => type === 'tab')
  // Nearly always one of the same address; an error page has another one than its tab.
  const likely = (tab: TargetInfo) => (tab.url === targetInfo.url ? 0 : 1)
  for (const tab of tabs.toSorted((a, b) => likely(a) - likely(b))) {
    const attached = await attachTo(browser.devtools, tab)
    try {
      const inside = attached.nextEvent('Target.attachedToTarget') as Promise<{ targetInfo: TargetInfo }>
      const asked = attached.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      })
      const [child] = await Promise.all([inside, asked])
      if (child.targetInfo.targetId === targetInfo.targetId) return tab.targetId
    } finally {
      await attached.detach()
    }
  }
  throw new Error(`No tab holds ${page.url()}.`)
}
