import { browser } from 'wxt/browser'
import { Database } from '../store/database.ts'
import { inject } from './start-reading.ts'
import { tellLoop } from './tell-loop.ts'

/**
 * Chrome's words for "the grant does not reach here". Other refusals pass: an error page (the site may come
 * back), a frame that was replaced while we asked (the next event asks again).
 */
const REFUSED = /cannot access|missing host permission|cannot be scripted/i

/** Keeps a tutoring going over navigations of its tab, and ends it where the grant ends. */
export function keepReading(): void {
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (change.status !== undefined) void readAgain(tab, change.status === 'complete')
  })
  browser.tabs.onRemoved.addListener(async (tab) => {
    if (await isTutored(tab)) await tellLoop({ kind: 'tab-closed', tab })
  })
  browser.tabs.onReplaced.addListener(async (_added, removed) => {
    if (await isTutored(removed)) await tellLoop({ kind: 'tab-closed', tab: removed })
  })
}

async function readAgain(tab: number, complete: boolean): Promise<void> {
  if (!(await isTutored(tab))) return
  try {
    await inject(tab)
  } catch (error) {
    if (complete && REFUSED.test(String(error))) await tellLoop({ kind: 'tab-unreadable', tab })
  }
}

async function isTutored(tab: number): Promise<boolean> {
  const database = new Database()
  try {
    const row = await database.tutorings
      .where('tab')
      .equals(tab)
      .filter((tutoring) => tutoring.endedAt === null)
      .first()
    return row !== undefined
  } finally {
    database.close()
  }
}
