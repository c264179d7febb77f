import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Manner, NEW_MANNER } from '../../shared/manner.ts'
import type { LoopToPanel } from '../../shared/messages/panel-message.ts'
import { type PromiseRow, PromiseSchema } from '../store/rows.ts'
import { type Conversation, liveConversation } from './live-conversation.ts'
import { liveSignal } from './live-signal.ts'
import { messages } from './messages.ts'
import type { PanelDoors } from './mount-panel.tsx'
import { liveManner } from './notation.ts'
import { parseRows, readTutoring } from './read-conversation.ts'
import { troubleOf, watchTrouble } from './trouble.ts'

export type Beyond = LoopToPanel['beyond'][number]

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
  /** What the person uses in the tab in front and cannot be read. */
  beyond: ReadonlySignal<Beyond | null>
  /** Whether the person looks at the strip of the last minute. */
  looking: Signal<boolean>
  /** What is wrong with the database, as a sentence. */
  trouble: ReadonlySignal<string | null>
  /** Says a trouble, or that it is over (null). */
  tell(sentence: string | null): void
}

export function panelState(doors: PanelDoors, ended: AbortSignal): PanelState {
  const { database, loop, tabs } = doors
  const trouble = signal<string | null>(null)
  const tell = (sentence: string | null) => {
    trouble.value = sentence
  }
  let unreadable = false
  const tellUnreadable = (sentence: string) => {
    unreadable = true
    tell(sentence)
  }
  const failed = (error: unknown) => tellUnreadable(troubleOf(error))
  watchTrouble(database, ended, tellUnreadable)

  const newest = liveSignal(
    () => {
      const tab = tabs.facing.value
      return async () => ({ tab, tutoring: tab === null ? null : await readTutoring(database, tab) })
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

  const manner = liveManner(database, { ended, failed })

  // The loop speaks about the tab in front only: it is told again whenever it comes back.
  const answering = computed(() => loop.presence.value !== null)
  const stop = effect(() => {
    if (answering.value) loop.post({ kind: 'facing', tab: tabs.facing.value })
  })
  ended.addEventListener('abort', stop)
  // What can be read again is no trouble any more.
  const stopHealing = effect(() => {
    if (newest.value === undefined || !unreadable) return
    unreadable = false
    tell(null)
  })
  ended.addEventListener('abort', stopHealing)

  const facing = liveConversation(
    database,
    // What was read for another tab is not shown for this one.
    computed(() => (newest.value?.tab === tabs.facing.value ? newest.value?.tutoring : undefined)),
    { ended, failed },
  )
  return {
    doors,
    conversation: facing,
    promises: computed(() => promises.value ?? []),
    manner: computed(() => manner.value ?? NEW_MANNER),
    beyond: computed(() => {
      const beyond = loop.presence.value?.beyond.find(({ tab }) => tab === tabs.facing.value)
      // What was said of the page that the tab showed before is not said of this one.
      return beyond === undefined || beyond.at < tabs.loadedAt.value ? null : beyond
    }),
    reading: computed(
      () => loop.presence.value?.reading.some(({ tab }) => tab === tabs.facing.value) ?? false,
    ),
    speaking: computed(
      () =>
        facing.value?.newest.some(({ entry }) => entry.who === 'tutor' && entry.state === 'speaking') ??
        false,
    ),
    looking: signal(false),
    trouble: computed(() => trouble.value ?? (facing.value?.unread ? messages.unreadRows : null)),
    tell,
  }
}
