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

/** One entry as it is shown. */
export interface Row {
  entry: Entry
  remark: Remark | undefined
}

/** A row beside what it was made from, so that one that did not change is neither parsed nor drawn again. */
export interface ReadRow {
  written: string
  /** Of the entry, ms since the epoch. */
  at: number
  /** null: it could not be understood. */
  row: Row | null
  /** How many of its two halves could not be understood. */
  unread: number
}

/** By the id of the entry, in the order of entries. */
export type ReadRows = ReadonlyMap<string, ReadRow>

/** Entries from `from` to just before `to`, ms since the epoch; infinite ones leave nothing out. */
export interface Stretch {
  from: number
  to: number
}

/** The newest tutoring of a tab; null when there was none. */
export async function readTutoring(database: Database, tab: number): Promise<Tutoring | null> {
  const runs = parseRows(TutoringSchema, await database.tutorings.where('tab').equals(tab).toArray())
  return runs.good.sort((a, b) => a.startedAt - b.startedAt).at(-1) ?? null
}

/** The moment since which there are `count` entries, or a few more of the same moment. */
export async function newestSince(database: Database, tutoring: string, count: number): Promise<number> {
  const first = await within(database, tutoring, { from: -Infinity, to: Infinity })
    .reverse()
    .offset(count - 1)
    .first()
  return first?.at ?? -Infinity
}

export async function readIds(database: Database, tutoring: string, stretch: Stretch): Promise<string[]> {
  return within(database, tutoring, stretch).primaryKeys()
}

export async function readStretch(
  database: Database,
  tutoring: string,
  stretch: Stretch,
  before: ReadRows,
): Promise<ReadRows> {
  return database.transaction('r', database.entries, database.remarks, async () =>
    withRemarks(database, await within(database, tutoring, stretch).toArray(), before),
  )
}

export async function readRows(
  database: Database,
  ids: readonly string[],
  before: ReadRows,
): Promise<ReadRows> {
  return database.transaction('r', database.entries, database.remarks, async () => {
    const found = await database.entries.bulkGet([...ids])
    return withRemarks(
      database,
      found.filter((entry) => entry !== undefined),
      before,
    )
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

function within(database: Database, tutoring: string, { from, to }: Stretch) {
  return database.entries
    .where('[tutoring+at]')
    .between([tutoring, from], [tutoring, to === Infinity ? Dexie.maxKey : to], true, to === Infinity)
}

async function withRemarks(
  database: Database,
  entries: readonly Entry[],
  before: ReadRows,
): Promise<ReadRows> {
  const ids = entries.flatMap(({ remark }) => (typeof remark === 'string' ? [remark] : []))
  const found = await database.remarks.bulkGet(ids)
  const remarks = new Map(found.flatMap((remark) => (remark === undefined ? [] : [[remark.id, remark]])))
  return new Map(
    entries.map((entry) => {
      const remark = remarks.get(entry.remark ?? '')
      const written = JSON.stringify([entry, remark])
      const known = before.get(entry.id)
      return [entry.id, known?.written === written ? known : readRow(entry, remark, written)]
    }),
  )
}

function readRow({ at, ...rest }: Entry, remark: Remark | undefined, written: string): ReadRow {
  const entries = parseRows(EntrySchema, [{ at, ...rest }])
  const remarks = parseRows(RemarkSchema, remark === undefined ? [] : [remark])
  const [entry] = entries.good
  return {
    written,
    at,
    row: entry === undefined ? null : { entry, remark: remarks.good[0] },
    unread: entries.bad + remarks.bad,
  }
}
