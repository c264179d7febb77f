import * as v from 'valibot'
import { browser } from 'wxt/browser'
import {
  type BackgroundToLoop,
  ErasedSchema,
  type ToBackground,
} from '../../../shared/messages/background-message.ts'
import { settingsMessages } from '../../panel/messages.ts'
import { mountSettings } from '../../panel/settings-page.tsx'
import { connectNotifications, connectSites } from '../../panel/sites.ts'
import { speakOn } from '../../panel/speak.ts'
import { startKeys } from '../../panel/start-keys.ts'
import { connectLoop } from '../../ports/connect-loop.ts'
import { backendDoor } from '../../reasoner/backend-door.ts'
import { Database } from '../../store/database.ts'

const life = new AbortController()
const root = document.querySelector<HTMLElement>('#settings')
if (root !== null) {
  const database = new Database()
  const [keys] = await Promise.all([
    startKeys(),
    speakOn(database, () => settingsMessages.title, life.signal),
  ])
  mountSettings(root, {
    database,
    loop: connectLoop('settings', life.signal),
    sites: connectSites(life.signal),
    backend: backendDoor(database, life.signal),
    notifications: connectNotifications(life.signal),
    storageUsed: async () => (await navigator.storage.estimate()).usage ?? null,
    erase,
    keepEverything,
    keys,
    now: Date.now,
  })
}

/** Through the loop, which would otherwise write its memory back. */
async function erase(): Promise<'soon' | 'gone'> {
  return v.parse(ErasedSchema, await ask({ kind: 'erase' }))
}

async function keepEverything(): Promise<boolean> {
  return v.parse(v.boolean(), await ask({ kind: 'keep-everything' }))
}

async function ask(message: BackgroundToLoop): Promise<unknown> {
  const ensure: ToBackground = { kind: 'ensure' }
  await browser.runtime.sendMessage(ensure)
  return browser.runtime.sendMessage(message)
}
