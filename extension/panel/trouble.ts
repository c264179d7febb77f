import type { Database } from '../store/database.ts'
import { messages } from './messages.ts'

/** The sentence for a failure of the database: what happened, what to do. */
export function troubleOf(error: unknown): string {
  const names = errorNames(error)
  if (names.includes('QuotaExceededError')) return messages.trouble.full
  if (names.includes('VersionError')) return messages.trouble.newer
  return messages.trouble.unreadable
}

/** Opening takes a few ms; after this long (ms) somebody holds the database. */
const HELD_MS = 3000

/** Tells when another version of Aside wants the database, or holds it. */
export function watchTrouble(database: Database, ended: AbortSignal, tell: (sentence: string) => void) {
  const blocked = () => tell(messages.trouble.held)
  const versionChange = (event: IDBVersionChangeEvent) => {
    // Deleting (erase) leaves nothing to upgrade to: Dexie opens it anew by itself.
    if (event.newVersion !== null && event.newVersion > 0) tell(messages.trouble.updated)
  }
  database.on('blocked', blocked)
  database.on('versionchange', versionChange)
  ended.addEventListener('abort', () => {
    database.on('blocked').unsubscribe(blocked)
    database.on('versionchange').unsubscribe(versionChange)
  })
  // Only the first in the queue of those who open is told that it is blocked; the others just wait.
  const waiting = setTimeout(() => tell(messages.trouble.held), HELD_MS)
  const opened = () => clearTimeout(waiting)
  ended.addEventListener('abort', opened)
  database
    .open()
    .catch((error: unknown) => tell(troubleOf(error)))
    .finally(opened)
}

/** Dexie wraps the browser's errors; the name that tells is somewhere inside. */
function errorNames(error: unknown): string[] {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return []
  const inner = 'inner' in error ? error.inner : undefined
  return [error.name, ...errorNames(inner)]
}
