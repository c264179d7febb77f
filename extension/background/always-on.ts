import { browser } from 'wxt/browser'
import { tellLoop } from './tell-loop.ts'

const SCRIPT = 'always-on'

/** "Always on this site": the content script is registered for exactly the origins the person has granted. */
export function alwaysOn(): void {
  browser.permissions.onAdded.addListener(register)
  browser.permissions.onRemoved.addListener(async (removed) => {
    await register()
    const patterns = removed.origins ?? []
    if (patterns.length > 0) await tellLoop({ kind: 'sites-revoked', patterns })
  })
  browser.runtime.onInstalled.addListener(register)
  browser.runtime.onStartup.addListener(register)
}

async function register(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] }).catch(() => undefined)
  if (origins.length === 0) return
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches: origins,
      js: ['/content-scripts/content.js'],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ])
}
