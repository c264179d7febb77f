import { browser } from 'wxt/browser'
import { Database } from '../store/database.ts'
import { readErasure } from '../store/erasure.ts'
import { parseRemovals, REMOVALS } from '../store/rows.ts'
import { ensureOffscreen } from './offscreen.ts'

/** After an update of the extension or a start of the browser alarms may be gone: promises start the loop, and so
 * do removals that were not yet carried out, or the erasing of everything. */
export function keepPromised(): void {
  browser.runtime.onInstalled.addListener(resume)
  browser.runtime.onStartup.addListener(resume)
}

async function resume(): Promise<void> {
  const database = new Database()
  try {
    const promises = await database.promises.where('state').equals('open').count()
    const removals = parseRemovals((await database.settings.get(REMOVALS))?.value)
    if (promises + removals.length > 0 || (await readErasure(database)) !== null) await ensureOffscreen()
  } finally {
    database.close()
  }
}
