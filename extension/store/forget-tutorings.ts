import Dexie from 'dexie'
import type { Database } from './database.ts'

/**
 * Deletes tutorings with their entries, remarks, drafts, ended promises, and the trace of every micro-turn in which
 * they were open: another tutoring of that time keeps its conversation, but its trace no longer replays.
 * Runs in the caller's transaction.
 */
export async function forgetTutorings(database: Database, tutorings: ReadonlySet<string>): Promise<void> {
  if (tutorings.size === 0) return
  const ids = [...tutorings]
  for (const id of ids)
    await database.entries.where('[tutoring+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete()
  await database.sent.where('tutoring').anyOf(ids).delete()
  await database.remarks.where('tutoring').anyOf(ids).delete()
  await database.trace.where('tutorings').anyOf(ids).delete()
  await database.promises
    .filter(({ tutoring, state }) => state === 'ended' && tutorings.has(tutoring))
    .delete()
  await database.settings.bulkDelete(ids.map((id) => `draft:${id}`))
  await database.tutorings.bulkDelete(ids)
}
