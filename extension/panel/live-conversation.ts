import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Database } from '../store/database.ts'
import type { Tutoring } from '../store/rows.ts'
import { type Entries, LiveEntries } from './live-entries.ts'

/** What is shown of one tutoring. */
export interface Conversation extends Entries {
  tutoring: Tutoring
  /** Has the entries in these places read, counted from 0. */
  show(places: readonly number[]): void
}

interface Ends {
  ended: AbortSignal
  failed(error: unknown): void
}

/**
 * The conversation of the tutoring that is to be shown, as the database has it at each moment; undefined while it is
 * read, null where there is none.
 */
export function liveConversation(
  database: Database,
  shown: ReadonlySignal<Tutoring | null | undefined>,
  { ended, failed }: Ends,
): ReadonlySignal<Conversation | null | undefined> {
  const id = computed(() => shown.value?.id ?? null)
  const live = signal<LiveEntries | null>(null)
  const stop = effect(() => {
    if (id.value === null) return
    const life = new AbortController()
    live.value = new LiveEntries(database, id.value, { ended: life.signal, failed })
    return () => life.abort()
  })
  ended.addEventListener('abort', stop)
  return computed(() => {
    const tutoring = shown.value
    if (tutoring === undefined || tutoring === null) return tutoring
    const entries = live.value
    if (entries === null || entries.tutoring !== tutoring.id || entries.seen.value === undefined)
      return undefined
    return { tutoring, ...entries.seen.value, show: (places) => entries.show(places) }
  })
}
