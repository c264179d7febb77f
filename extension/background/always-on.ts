import { browser } from 'wxt/browser'
import { CONTENT_SCRIPT, inject } from './inject.ts'
import { tellLoop } from './tell-loop.ts'

const SCRIPT = 'always-on'

/** "Always on this site": the content script is registered for exactly the origins the person has granted. */
export function alwaysOn(): void {
  browser.permissions.onAdded.addListener(registerAndRead)
  browser.permissions.onRemoved.addListener(async (removed) => {
    await register()
    const patterns = removed.origins ?? []
    if (patterns.length > 0) await tellLoop({ kind: 'sites-revoked', patterns })
  })
  // After an update the scripts in open pages belong to the version that is gone.
  browser.runtime.onInstalled.addListener(beginAnew)
  // Enabled again after it was disabled: Chromium installs the worker anew and tells nothing else.
  addEventListener('activate', beginAnew)
  browser.runtime.onStartup.addListener(register)
}

let beginning: Promise<void> | null = null
/** The scripts in open pages are those of a life that is over. An update is told twice. */
function beginAnew(): Promise<void> {
  beginning ??= registerAndRead().finally(() => {
    beginning = null
  })
  return beginning
}

/** A registered script comes with the next page; what is open already is read at once. */
async function registerAndRead(): Promise<void> {
  const origins = await register()
  if (origins.length === 0) return
  const open = await browser.tabs.query({ url: origins, discarded: false })
  // A page that shows an error, or that sleeps, is read when it is loaded.
  await Promise.all(open.map(({ id }) => id !== undefined && inject(id).catch(() => undefined)))
}

/** A page of a site that is always on came back, and its script has ended with its tutoring. */
export async function readWhereAlwaysOn(tab: number): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  const covered = origins.length > 0 ? await browser.tabs.query({ url: origins }) : []
  if (covered.some(({ id }) => id === tab)) await inject(tab)
}

/** @returns the match patterns that the person has granted */
async function register(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] }).catch(() => undefined)
  if (origins.length === 0) return origins
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches: origins,
      js: [CONTENT_SCRIPT],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ])
  return origins
}
