import { isNotedSlip, type NotedSlip } from '../../shared/practice/noted-slip.ts'
import type { Database } from './database.ts'

/** The record of slips, the last seen first; rows that do not parse are left out. */
export async function readSlips(database: Database): Promise<NotedSlip[]> {
  return (await database.slips.toArray())
    .filter(isNotedSlip)
    .sort((a, b) => b.lastSeen - a.lastSeen || (a.id < b.id ? -1 : 1))
}
