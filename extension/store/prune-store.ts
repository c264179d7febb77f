import type { Database } from './database.ts'

const DAY_MS = 86_400_000
/** How long traces are kept (DESIGN). */
const TRACE_DAYS = 30

/** Drops traces past their time and links that no page or panel holds any more. */
export async function pruneStore(database: Database, now: number): Promise<void> {
  await database.trace
    .where('[run+turn]')
    .below([now - TRACE_DAYS * DAY_MS, 0])
    .delete()
  await database.links
    .where('at')
    .below(now - DAY_MS)
    .delete()
}
