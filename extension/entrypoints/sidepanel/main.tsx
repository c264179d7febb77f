import { browser } from 'wxt/browser'
import { facingTab } from '../../panel/facing-tab.ts'
import { mountPanel } from '../../panel/mount-panel.tsx'
import { connectSites } from '../../panel/sites.ts'
import { connectLoop } from '../../ports/connect-loop.ts'
import { Database } from '../../store/database.ts'

const life = new AbortController()
const root = document.querySelector<HTMLElement>('#panel')
if (root !== null) {
  const unmount = mountPanel(root, {
    database: new Database(),
    loop: connectLoop('panel', life.signal),
    tabs: facingTab(life.signal),
    sites: connectSites(life.signal),
    openSettings: () => {
      browser.tabs.create({ url: new URL('/settings.html', location.href).href })
    },
    now: Date.now,
  })
  addEventListener('pagehide', () => {
    unmount()
    life.abort()
  })
}
