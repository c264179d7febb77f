import * as v from 'valibot'
import { MANNER, parseManner } from '../../shared/manner.ts'
import { needsPage } from '../turn/keep-promises.ts'
import { type LoopState, newLoopState } from '../turn/loop-state.ts'
import { newRun } from '../turn/new-run.ts'
import { parseSnapshot } from '../turn/snapshot.ts'
import type { Database } from './database.ts'
import { readSlips } from './read-slips.ts'
import { PromiseSchema, parseRemovals, REMOVALS } from './rows.ts'

/**
 * The loop's state for a new run: as its last micro-turn left it, but with no page and no panel connected yet.
 * When the snapshot is missing or of another version, reminders are taken from their rows, and what was open
 * besides is closed: what was promised, and how the person wants Aside to be, is kept, what was going on begins anew.
 * @param now ms since the epoch: origin of the new run's grid
 */
export async function restoreState(database: Database, now: number, timeZone: number): Promise<LoopState> {
  const snapshot = await database.snapshots.get('loop')
  if (snapshot !== undefined) {
    try {
      const state = parseSnapshot(snapshot.state)
      for (const tutoring of Object.values(state.tutorings)) tutoring.connected = false
      return { ...newRun(state, now), panels: {}, timeZone }
    } catch {
      // Another version's memory, or damaged: begin from the rows.
    }
  }
  const open = await database.promises.where('state').equals('open').toArray()
  const kept = open.filter((row) => v.is(PromiseSchema, row) && !needsPage(row))
  const ended = open.filter((row) => !kept.includes(row)).map((row) => row.id)
  await database.promises.where('id').anyOf(ended).modify({ state: 'ended' })
  await database.tutorings.filter((row) => row.endedAt === null).modify({ endedAt: now })
  const manner = parseManner((await database.settings.get(MANNER))?.value)
  const removals = parseRemovals((await database.settings.get(REMOVALS))?.value)
  const slips = await readSlips(database)
  return { ...newLoopState(now, timeZone), promises: kept, slips, manner, removals }
}
