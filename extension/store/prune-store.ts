import type { Database } from './database.ts'
import { readRetention } from './retention.ts'

const DAY_MS = 86_400_000
/** Trace rows dropped by one call while the store is too large: usage is told late, so little at a time. */
const ROWS = 5000

/**
 * Drops traces past the time that the person chose, some of the oldest while the store is too large, and links that nobody holds.
 * @param usage bytes that the extension's storage takes now
 */
export async function pruneStore(database: Database, now: number, usage: number): Promise<void> {
  const { days, megabytes } = await readRetention(database)
  await database.trace
    .where('[run+turn]')
    .below([now - days * DAY_MS, 0])
    .delete()
  await database.links
    .where('at')
    .below(now - DAY_MS)
    .delete()
  if (usage > megabytes * 1e6) await database.trace.orderBy('[run+turn]').limit(ROWS).delete()
}
