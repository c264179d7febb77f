import type { LoopState } from '../turn/loop-state.ts'
import type { TraceRow } from '../turn/trace.ts'
import type { Writes } from '../turn/work.ts'
import type { Database } from './database.ts'
import { forgetTutorings } from './forget-tutorings.ts'
import { rowsOf } from './rows-of.ts'

/** What one micro-turn leaves behind, all of it or nothing. */
export interface TurnRecord {
  writes: Writes
  /** Tutorings that are deleted, with all that belongs to them. */
  forgets: ReadonlySet<string>
  trace: TraceRow
  state: LoopState
  /** How far each link's messages are taken in. */
  got: ReadonlyMap<string, number>
}

/**
 * Writes one micro-turn in one transaction: rows, trace, the loop's memory and how far the links were read.
 * Whatever dies at whatever instant, either all of it counts or the messages come again. A store without the
 * loop's memory is new, or was emptied behind its back: all rows that the memory holds are put back first.
 * @param emptied called when the store is without it; also when the transaction is then said to have failed, which
 * Dexie says of one that was committed while the database was being closed
 * @throws Dexie's errors: QuotaExceededError when the disk is full, DatabaseClosedError, …
 */
export async function commitTurn(database: Database, record: TurnRecord, emptied: () => void): Promise<void> {
  const { writes, forgets, trace, state, got } = record
  await database.transaction(
    'rw',
    [
      database.tutorings,
      database.entries,
      database.remarks,
      database.promises,
      database.slips,
      database.sent,
      database.trace,
      database.snapshots,
      database.links,
      database.settings,
    ],
    async () => {
      const known = await database.snapshots.where('id').equals('loop').count()
      if (known === 0) {
        emptied()
        await putRows(database, rowsOf(state))
      }
      await forgetTutorings(database, forgets)
      const puts: Promise<unknown>[] = [
        putRows(database, writes),
        database.trace.put(trace),
        database.snapshots.put({ id: 'loop', state }),
      ]
      const links = [...got].map(([id, seq]) => ({ id, got: seq, at: state.now }))
      if (links.length > 0) puts.push(database.links.bulkPut(links))
      await Promise.all(puts)
    },
  )
}

async function putRows(database: Database, writes: Writes): Promise<void> {
  const { tutorings, entries, remarks, promises, slips } = writes
  const settings = [...writes.settings].map(([key, value]) => ({ key, value }))
  const puts: Promise<unknown>[] = []
  if (tutorings.size > 0) puts.push(database.tutorings.bulkPut([...tutorings.values()]))
  if (entries.size > 0) puts.push(database.entries.bulkPut([...entries.values()]))
  if (remarks.size > 0) puts.push(database.remarks.bulkPut([...remarks.values()]))
  if (promises.size > 0) puts.push(database.promises.bulkPut([...promises.values()]))
  for (const [id, row] of slips) puts.push(row === null ? database.slips.delete(id) : database.slips.put(row))
  if (settings.length > 0) puts.push(database.settings.bulkPut(settings))
  await Promise.all(puts)
}
