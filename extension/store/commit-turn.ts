import type { LoopState } from '../turn/loop-state.ts'
import type { TraceRow } from '../turn/trace.ts'
import type { Writes } from '../turn/work.ts'
import type { Database } from './database.ts'

/** What one micro-turn leaves behind, all of it or nothing. */
export interface TurnRecord {
  writes: Writes
  trace: TraceRow
  state: LoopState
  /** How far each link's messages are taken in. */
  got: ReadonlyMap<string, number>
}

/**
 * Writes one micro-turn in one transaction: rows, trace, the loop's memory and how far the links were read.
 * Whatever dies at whatever instant, either all of it counts or the messages come again.
 * @throws Dexie's errors: QuotaExceededError when the disk is full, DatabaseClosedError, …
 */
export async function commitTurn(database: Database, record: TurnRecord): Promise<void> {
  const { writes, trace, state, got } = record
  await database.transaction(
    'rw',
    [
      database.tutorings,
      database.entries,
      database.remarks,
      database.promises,
      database.trace,
      database.snapshots,
      database.links,
      database.settings,
    ],
    async () => {
      const puts: Promise<unknown>[] = [
        database.trace.put(trace),
        database.snapshots.put({ id: 'loop', state }),
      ]
      if (writes.tutorings.size > 0) puts.push(database.tutorings.bulkPut([...writes.tutorings.values()]))
      if (writes.entries.size > 0) puts.push(database.entries.bulkPut([...writes.entries.values()]))
      if (writes.remarks.size > 0) puts.push(database.remarks.bulkPut([...writes.remarks.values()]))
      if (writes.promises.size > 0) puts.push(database.promises.bulkPut([...writes.promises.values()]))
      const settings = [...writes.settings].map(([key, value]) => ({ key, value }))
      if (settings.length > 0) puts.push(database.settings.bulkPut(settings))
      const links = [...got].map(([id, seq]) => ({ id, got: seq, at: state.now }))
      if (links.length > 0) puts.push(database.links.bulkPut(links))
      await Promise.all(puts)
    },
  )
}
