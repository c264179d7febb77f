import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { MANNER, type Manner, NEW_MANNER, parseManner } from '../../shared/manner.ts'
import { type PromiseRow, PromiseSchema } from '../store/rows.ts'
import { liveSignal } from './live-signal.ts'
import { messages } from './messages.ts'
import type { PanelDoors } from './mount-panel.tsx'
import { type Conversation, parseRows, readConversation, shareRows } from './read-conversation.ts'
import { troubleOf, watchTrouble } from './trouble.ts'

/** How many entries are shown at first, and more at each "Show earlier". */
const ENTRIES = 200

/** What the panel shows: nothing but views of the database and of the loop's presence. */
export interface PanelState {
  doors: PanelDoors
  /** undefined while it is being read; null when the tab in front has no tutoring. */
  conversation: ReadonlySignal<Conversation | null | undefined>
  /** Open promises, the next due first. */
  promises: ReadonlySignal<readonly PromiseRow[]>
  /** How the person wants Aside to be. */
  manner: ReadonlySignal<Manner>
  /** Aside can read the tab in front now. */
  reading: ReadonlySignal<boolean>
  speaking: ReadonlySignal<boolean>
  /** What is wrong with the database, as a sentence. */
  trouble: ReadonlySignal<string | null>
  tell(sentence: string): void
  showEarlier(): void
}

export function panelState(doors: PanelDoors, ended: AbortSignal): PanelState {
  const { database, loop, tabs } = doors
  const trouble = signal<string | null>(null)
  const limit = signal(ENTRIES)
  const tell = (sentence: string) => {
    trouble.value = sentence
  }
  const failed = (error: unknown) => tell(troubleOf(error))
  watchTrouble(database, ended, tell)

  let last: Conversation | null | undefined
  const conversation = liveSignal(
    () => {
      const tab = tabs.facing.value
      const entries = limit.value
      return async () => {
        if (tab === null) return { tab, seen: null }
        last = shareRows(last, await readConversation(database, tab, entries))
        return { tab, seen: last }
      }
    },
    { ended, failed },
  )
  const promises = liveSignal(
    () => async () =>
      parseRows(PromiseSchema, await database.promises.where('state').equals('open').toArray()).good.sort(
        (a, b) =>
          (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || a.madeAt - b.madeAt,
      ),
    { ended, failed },
  )

  const manner = liveSignal(() => async () => parseManner((await database.settings.get(MANNER))?.value), {
    ended,
    failed,
  })

  // The loop speaks about the tab in front only: it is told again whenever it comes back.
  const answering = computed(() => loop.presence.value !== null)
  const stop = effect(() => {
    if (answering.value) loop.post({ kind: 'facing', tab: tabs.facing.value })
  })
  ended.addEventListener('abort', stop)

  const facing = computed(() => {
    const newest = conversation.value
    // What was read for another tab is not shown for this one.
    return newest === undefined || newest.tab !== tabs.facing.value ? undefined : newest.seen
  })
  return {
    doors,
    conversation: facing,
    promises: computed(() => promises.value ?? []),
    manner: computed(() => manner.value ?? NEW_MANNER),
    reading: computed(
      () => loop.presence.value?.reading.some(({ tab }) => tab === tabs.facing.value) ?? false,
    ),
    speaking: computed(
      () => facing.value?.entries.some(({ who, state }) => who === 'tutor' && state === 'speaking') ?? false,
    ),
    trouble: computed(() => trouble.value ?? (facing.value?.unread ? messages.unreadRows : null)),
    tell,
    showEarlier: () => {
      limit.value += ENTRIES
    },
  }
}
