import type { Table } from 'dexie'
import type { Database } from './database.ts'

/** What of the store is what. Bytes are an estimate, as JSON: the browser tells only the whole. */
export interface Used {
  rows: number
  bytes: number
}

export interface UsedByKind {
  conversations: Used
  traces: Used
  slips: Used
  /** What was sent to the backend, as it was sent. */
  sent: Used
  rest: Used
}

/** Rows weighed of each table, spread evenly; the others count as heavy as these on average. */
const WEIGHED = 50

export async function storageByKind(database: Database): Promise<UsedByKind> {
  const { tutorings, entries, remarks, promises, slips, trace, snapshots, links, sent, settings } = database
  const sum = async (tables: readonly Table[]): Promise<Used> => {
    const used = await Promise.all(tables.map(weigh))
    return {
      rows: used.reduce((all, { rows }) => all + rows, 0),
      bytes: used.reduce((all, { bytes }) => all + bytes, 0),
    }
  }
  const [conversations, traces, noted, left, rest] = await Promise.all([
    sum([tutorings, entries, remarks, promises]),
    sum([trace]),
    sum([slips]),
    sum([sent]),
    sum([snapshots, links, settings]),
  ])
  return { conversations, traces, slips: noted, sent: left, rest }
}

async function weigh(table: Table): Promise<Used> {
  const rows = await table.count()
  if (rows === 0) return { rows, bytes: 0 }
  const keys = await table.toCollection().primaryKeys()
  const step = Math.max(1, Math.floor(keys.length / WEIGHED))
  const weighed = await table.bulkGet(keys.filter((_, index) => index % step === 0))
  const bytes = weighed.reduce((sum, row) => sum + JSON.stringify(row ?? '').length, 0)
  return { rows, bytes: Math.round((bytes / weighed.length) * rows) }
}
