import { browser } from 'wxt/browser'
import { Database } from '../store/database.ts'
import { ensureOffscreen } from './offscreen.ts'

/** After an update of the extension or a start of the browser alarms may be gone: promises start the loop. */
export function keepPromised(): void {
  browser.runtime.onInstalled.addListener(resume)
  browser.runtime.onStartup.addListener(resume)
}

async function resume(): Promise<void> {
  const database = new Database()
  try {
    if ((await database.promises.where('state').equals('open').count()) > 0) await ensureOffscreen()
  } finally {
    database.close()
  }
}
