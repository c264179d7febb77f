import Dexie from 'dexie'
import * as v from 'valibot'
import { type NotedSlip, NotedSlipSchema } from '../../shared/practice/noted-slip.ts'
import type { Database } from './database.ts'
import { EntrySchema, PromiseSchema, RemarkSchema, TutoringSchema } from './rows.ts'

/** A tutoring with all that belongs to it but its trace. */
const WholeTutoringSchema = v.object({
  tutoring: TutoringSchema,
  /** Oldest first. */
  entries: v.array(EntrySchema),
  remarks: v.array(RemarkSchema),
  promises: v.array(PromiseSchema),
})
export type WholeTutoring = v.InferOutput<typeof WholeTutoringSchema>

/** The JSON file of an export. Raise the version with every change of its shape; files of older ones are read too. */
const HistoryFileSchema = v.object({
  format: v.literal('aside-history'),
  version: v.picklist([1, 2]),
  /** ms since the epoch. */
  exportedAt: v.number(),
  /** The newest first. */
  tutorings: v.array(WholeTutoringSchema),
  /** The record of slips, where all was exported; version 1 had none. */
  slips: v.optional(v.array(NotedSlipSchema), []),
})
export type HistoryFile = v.InferOutput<typeof HistoryFileSchema>

/**
 * @throws ValiError when it is no export of this version
 */
export function parseHistoryFile(json: string): HistoryFile {
  return v.parse(HistoryFileSchema, JSON.parse(json))
}

export function historyFile(
  tutorings: readonly WholeTutoring[],
  slips: readonly NotedSlip[],
  now: number,
): HistoryFile {
  return {
    format: 'aside-history',
    version: 2,
    exportedAt: now,
    tutorings: [...tutorings],
    slips: [...slips],
  }
}

/** These tutorings whole, in the same order; rows that do not parse are left out. */
export async function readWhole(database: Database, ids: readonly string[]): Promise<WholeTutoring[]> {
  const whole: WholeTutoring[] = []
  const promises = await database.promises.toArray()
  for (const id of ids) {
    const [tutoring, entries, remarks] = await database.transaction(
      'r',
      [database.tutorings, database.entries, database.remarks],
      () =>
        Promise.all([
          database.tutorings.get(id),
          database.entries.where('[tutoring+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
          database.remarks.where('tutoring').equals(id).toArray(),
        ]),
    )
    if (!v.is(TutoringSchema, tutoring)) continue
    whole.push({
      tutoring,
      entries: entries.filter((row) => v.is(EntrySchema, row)),
      remarks: remarks.filter((row) => v.is(RemarkSchema, row)),
      promises: promises.filter((row) => v.is(PromiseSchema, row) && row.tutoring === id),
    })
  }
  return whole
}
