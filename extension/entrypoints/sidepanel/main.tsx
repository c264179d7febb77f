import { browser } from 'wxt/browser'
import { facingTab } from '../../panel/facing-tab.ts'
import { messages } from '../../panel/messages.ts'
import { mountPanel } from '../../panel/mount-panel.tsx'
import { connectSites } from '../../panel/sites.ts'
import { speakOn } from '../../panel/speak.ts'
import { startKeys } from '../../panel/start-keys.ts'
import { connectLoop } from '../../ports/connect-loop.ts'
import { Database } from '../../store/database.ts'

const life = new AbortController()
const root = document.querySelector<HTMLElement>('#panel')
if (root !== null) {
  const database = new Database()
  const [keys] = await Promise.all([startKeys(), speakOn(database, () => messages.name, life.signal)])
  const unmount = mountPanel(root, {
    database,
    loop: connectLoop('panel', life.signal),
    tabs: facingTab(life.signal),
    sites: connectSites(life.signal),
    openPage: (page) => {
      const [name, part] = page.split('#')
      const address = new URL(`/${name}.html${part === undefined ? '' : `#${part}`}`, location.href)
      browser.tabs.create({ url: address.href })
    },
    keys,
    now: Date.now,
  })
  addEventListener('pagehide', () => {
    unmount()
    life.abort()
  })
}
