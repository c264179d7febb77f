import Dexie from 'dexie'
import * as v from 'valibot'
import type { Database } from '../store/database.ts'
import {
  type Entry,
  EntrySchema,
  type Remark,
  RemarkSchema,
  type Tutoring,
  TutoringSchema,
} from '../store/rows.ts'

/** What the panel shows of one tab, as it stands in the database at one moment. */
export interface Conversation {
  tutoring: Tutoring
  /** The last entries, in their order. */
  entries: readonly Entry[]
  /** Remarks of these entries, by id. */
  remarks: ReadonlyMap<string, Remark>
  /** Whether there are entries before these. */
  earlier: boolean
  /** Rows that could not be understood and are left out. */
  unread: number
}

/** The newest tutoring of a tab with its last `limit` entries; null when there was none. */
export async function readConversation(
  database: Database,
  tab: number,
  limit: number,
): Promise<Conversation | null> {
  return database.transaction('r', database.tutorings, database.entries, database.remarks, async () => {
    const runs = parseRows(TutoringSchema, await database.tutorings.where('tab').equals(tab).toArray())
    const tutoring = runs.good.sort((a, b) => a.startedAt - b.startedAt).at(-1)
    if (tutoring === undefined) return null
    const rows = await database.entries
      .where('[tutoring+at]')
      .between([tutoring.id, Dexie.minKey], [tutoring.id, Dexie.maxKey])
      .reverse()
      .limit(limit + 1)
      .toArray()
    const entries = parseRows(EntrySchema, rows.slice(0, limit).reverse())
    const ids = entries.good.flatMap(({ remark }) => (remark === null ? [] : [remark]))
    const found = await database.remarks.bulkGet(ids)
    const remarks = parseRows(
      RemarkSchema,
      found.filter((row) => row !== undefined),
    )
    return {
      tutoring,
      entries: entries.good,
      remarks: new Map(remarks.good.map((remark) => [remark.id, remark])),
      earlier: rows.length > limit,
      unread: entries.bad + remarks.bad,
    }
  })
}

/** The rows that fit the schema, and how many do not. */
export function parseRows<S extends v.GenericSchema>(schema: S, rows: readonly unknown[]) {
  const good = rows.flatMap((row) => {
    const result = v.safeParse(schema, row)
    return result.success ? [result.output] : []
  })
  return { good, bad: rows.length - good.length }
}

/** `next` with every row that did not change taken from `before`, so that what shows it need not be redrawn. */
export function shareRows(
  before: Conversation | null | undefined,
  next: Conversation | null,
): Conversation | null {
  if (before === null || before === undefined || next === null) return next
  const old = new Map(before.entries.map((entry) => [entry.id, entry]))
  return {
    ...next,
    entries: next.entries.map((entry) => same(old.get(entry.id), entry)),
    remarks: new Map([...next.remarks].map(([id, remark]) => [id, same(before.remarks.get(id), remark)])),
  }
}

function same<T>(before: T | undefined, next: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next
}
