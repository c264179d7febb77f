import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Database } from '../store/database.ts'
import { historyFile, readWhole } from '../store/history-file.ts'
import { type HistoryItem, readHistory, readRemovals, readTutoring } from '../store/read-history.ts'
import { readSlips } from '../store/read-slips.ts'
import type { Removal } from '../store/rows.ts'
import { EntrySearch, type SearchHit } from '../store/search-entries.ts'
import { historyMarkdown } from './history-markdown.ts'
import { type Conversation, liveConversation } from './live-conversation.ts'
import { liveSignal } from './live-signal.ts'
import { historyMessages as texts } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import { liveManner } from './notation.ts'
import { fileName, saveFile } from './save-file.ts'
import { readOut } from './split-formulas.ts'
import { watchTrouble } from './trouble.ts'

/** A search begins when nothing was typed for so long (ms). */
const TYPED_MS = 150

/** What was searched for, and where it was found. */
export interface Found {
  query: string
  hits: ReadonlyMap<string, SearchHit>
  /** How much was looked through, 0..1; 1 when it is done. */
  share: number
}

/** What the history page shows. */
export interface HistoryState {
  doors: ConversationDoors
  /** The newest first; undefined while they are read. */
  items: ReadonlySignal<readonly HistoryItem[] | undefined>
  /** As it stands in the field. */
  query: Signal<string>
  /** null: nothing is searched for, or not yet found. */
  found: ReadonlySignal<Found | null>
  /** Id of the tutoring that is open; it stands in the address, so that "back" closes it. */
  opened: ReadonlySignal<string | null>
  /** Id of the entry in it that was found, where one was; in the address too. */
  sought: ReadonlySignal<string | null>
  open(id: string | null): void
  /** What is being deleted and can still be kept. */
  removals: ReadonlySignal<readonly Removal[]>
  remove(ids: readonly string[]): void
  keep(ids: readonly string[]): void
  /** Has these tutorings saved as a file; in JSON with the record of slips, where all is meant. */
  save(ids: readonly string[], as: 'markdown' | 'json', all: boolean): Promise<void>
  /** The open tutoring; undefined while it is read, null when it is gone. */
  conversation: ReadonlySignal<Conversation | null | undefined>
  trouble: ReadonlySignal<string | null>
}

/** The part of the address that opens a tutoring, at an entry where one is named. */
export function addressOf(tutoring: string, entry: string | null = null): string {
  return [tutoring, ...(entry === null ? [] : [entry])].map(encodeURIComponent).join('/')
}

function readAddress(hash: string): { tutoring: string | null; entry: string | null } {
  try {
    const [tutoring = '', entry = ''] = hash.slice(1).split('/').map(decodeURIComponent)
    return { tutoring: tutoring || null, entry: entry || null }
  } catch {
    // Typed by hand, and no address of ours.
    return { tutoring: null, entry: null }
  }
}

export function historyState(doors: ConversationDoors, ended: AbortSignal): HistoryState {
  const { database } = doors
  const trouble = signal<string | null>(null)
  const failed = () => {
    trouble.value = texts.failed
  }
  liveManner(database, { ended, failed })
  const items = liveSignal(() => () => readHistory(database), { ended, failed })
  const unread = signal<string | null>(null)
  watchTrouble(database, ended, (sentence) => {
    unread.value = sentence
  })
  const stopHealing = effect(() => {
    if (items.value !== undefined) unread.value = null
  })
  ended.addEventListener('abort', stopHealing)

  const removals = liveSignal(() => () => readRemovals(database), { ended, failed })

  const address = signal(readAddress(location.hash))
  const opened = computed(() => address.value.tutoring)
  const moved = () => {
    address.value = readAddress(location.hash)
  }
  addEventListener('hashchange', moved, { signal: ended })
  const newest = liveSignal(
    () => {
      const id = opened.value
      return async () => ({ id, tutoring: id === null ? null : await readTutoring(database, id) })
    },
    { ended, failed },
  )

  const query = signal('')
  return {
    doors,
    items,
    query,
    found: searching(database, items, query, { ended, failed }),
    opened,
    sought: computed(() => address.value.entry),
    open(id) {
      location.hash = id === null ? '' : addressOf(id)
    },
    removals: computed(() => removals.value ?? []),
    remove(ids) {
      doors.loop.post({ kind: 'remove-tutorings', at: doors.now(), tutorings: [...ids] })
      if (ids.some((id) => id === opened.value)) location.hash = ''
    },
    keep: (ids) => doors.loop.post({ kind: 'keep-tutorings', at: doors.now(), tutorings: [...ids] }),
    save: (ids, as, all) =>
      saveTutorings(doors, ids, as, all).catch(() => {
        trouble.value = texts.exportFailed
      }),
    conversation: liveConversation(
      database,
      // What was read for another tutoring is not shown for this one.
      computed(() => (newest.value?.id === opened.value ? newest.value?.tutoring : undefined)),
      { ended, failed },
    ),
    trouble: computed(() => unread.value ?? trouble.value),
  }
}

async function saveTutorings(
  { database, now }: ConversationDoors,
  ids: readonly string[],
  as: 'markdown' | 'json',
  all: boolean,
): Promise<void> {
  const whole = await readWhole(database, ids)
  const title = whole.length === 1 ? (whole[0]?.tutoring.title ?? '') : ''
  if (as === 'markdown')
    saveFile(fileName(title, now(), 'md'), 'text/markdown;charset=utf-8', historyMarkdown(whole))
  else {
    const file = historyFile(whole, all ? await readSlips(database) : [], now())
    saveFile(fileName(title, now(), 'json'), 'application/json', JSON.stringify(file, null, 2))
  }
}

/** Searches as it is typed; a newer search ends an older one. */
function searching(
  database: Database,
  items: HistoryState['items'],
  query: ReadonlySignal<string>,
  { ended, failed }: { ended: AbortSignal; failed: (error: unknown) => void },
): ReadonlySignal<Found | null> {
  const found = signal<Found | null>(null)
  const search = new EntrySearch(database, readOut)
  const stop = effect(() => {
    const asked = query.value.trim()
    const tutorings = (items.value ?? []).map(({ tutoring }) => tutoring)
    if (asked === '') {
      found.value = null
      return
    }
    const life = new AbortController()
    // The same again, as something was written meanwhile: what stands there stays until all is looked through.
    const again = found.peek()?.query === asked && found.peek()?.share === 1
    const timer = setTimeout(() => {
      search
        .find(asked, tutorings, life.signal, ({ hits, share }) => {
          if (again && share < 1) return
          found.value = { query: asked, hits: new Map(hits.map((hit) => [hit.tutoring, hit])), share }
        })
        .catch((error: unknown) => {
          if (!life.signal.aborted) failed(error)
        })
    }, TYPED_MS)
    return () => {
      clearTimeout(timer)
      life.abort()
    }
  })
  ended.addEventListener('abort', stop)
  return found
}
