import Dexie, { type EntityTable, type Table } from 'dexie'
import type { NotedSlip } from '../../shared/practice/noted-slip.ts'
import type { TraceRow } from '../turn/trace.ts'
import type { Entry, PromiseRow, Remark, Sent, Tutoring } from './rows.ts'

/** The loop's memory as of its last recorded micro-turn; one row. */
export interface SnapshotRow {
  id: 'loop'
  state: unknown
}

/** How far the messages of one link have been written, so that none counts twice. */
export interface LinkRow {
  id: string
  got: number
  at: number
}

/** A choice of the person that outlives tutorings. */
export interface SettingRow {
  key: string
  value: unknown
}

/**
 * The one place where state is kept. The loop writes; the panel reads with liveQuery.
 * Rows are parsed with their schemas where they are read.
 */
export class Database extends Dexie {
  declare tutorings: EntityTable<Tutoring, 'id'>
  declare entries: EntityTable<Entry, 'id'>
  declare remarks: EntityTable<Remark, 'id'>
  declare promises: EntityTable<PromiseRow, 'id'>
  declare slips: EntityTable<NotedSlip, 'id'>
  declare trace: Table<TraceRow, [number, number]>
  declare snapshots: EntityTable<SnapshotRow, 'id'>
  declare links: EntityTable<LinkRow, 'id'>
  declare sent: EntityTable<Sent, 'id'>
  declare settings: EntityTable<SettingRow, 'key'>

  constructor(name = 'aside') {
    super(name)
    this.version(1).stores({
      tutorings: 'id, tab, startedAt',
      entries: 'id, [tutoring+at]',
      remarks: 'id, tutoring',
      promises: 'id, state',
      trace: '[run+turn], *tutorings',
      snapshots: 'id',
      links: 'id, at',
      settings: 'key',
    })
    // How many remarks each tutoring had, without reading its entries.
    this.version(2).stores({ entries: 'id, [tutoring+at], [kind+tutoring]' })
    this.version(3).stores({ slips: 'id' })
    this.version(4).stores({ sent: 'id, at, tutoring' })
  }
}
