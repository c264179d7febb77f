import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { ReadAnswerSchema } from '../../shared/messages/background-message.ts'
import { Database } from '../store/database.ts'
import { inject } from './inject.ts'
import { refusalOf } from './refusal.ts'
import { tellLoop } from './tell-loop.ts'

/** So long after the press of the button the loop may not have written yet that it reads the tab (ms). */
const SETTLES_MS = 5000
/** A press of the button: when it was (ms since the epoch), and whether the page it was pressed on is still there. */
export interface Press {
  at: number
  stays: boolean
}

/** The last press, by tab. */
const presses = new Map<number, Press>()

/** The button was pressed on this tab: its page may go elsewhere before it has joined. */
export function justPressed(tab: number): Press {
  const press = { at: Date.now(), stays: true }
  presses.set(tab, press)
  return press
}

/** Keeps a tutoring going over navigations of its tab, and ends it where the grant ends. */
export function keepReading(): void {
  browser.tabs.onUpdated.addListener((tab, change) => {
    const press = presses.get(tab)
    if (press !== undefined && change.status === 'loading') press.stays = false
    if (change.status !== undefined) void readAgain(tab, change.status === 'complete')
  })
  browser.tabs.onRemoved.addListener(async (tab) => {
    if (await isTutored(tab)) await tellLoop({ kind: 'tab-closed', tab })
  })
  // A tab that is discarded to save memory comes back as another one.
  browser.tabs.onReplaced.addListener(async (added, removed) => {
    if (await isTutored(removed)) await tellLoop({ kind: 'tab-replaced', tab: removed, by: added })
  })
}

async function readAgain(tab: number, complete: boolean): Promise<void> {
  if (!(await isTutored(tab)) && !(await isStillRead(tab))) return
  const press = presses.get(tab)
  try {
    await inject(tab)
  } catch (error) {
    // From an error page the site may come back: its tutoring goes on.
    const why = refusalOf(error)
    // Pressed meanwhile, the button has granted what was refused before.
    const before = press === undefined ? {} : { press: press.at }
    if (complete && why !== null && why !== 'error')
      await tellLoop({ kind: 'tab-unreadable', tab, why, ...before })
  }
}

/** Asked right after the button only: the loop is there then, and no other navigation starts it. */
async function isStillRead(tab: number): Promise<boolean> {
  const press = presses.get(tab)
  if (press === undefined || Date.now() - press.at > SETTLES_MS) return false
  const answer = v.safeParse(ReadAnswerSchema, await tellLoop({ kind: 'still-read', tab }))
  return answer.success && answer.output.read
}

/** Whether this tab is in an open tutoring. */
export async function isTutored(tab: number): Promise<boolean> {
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
