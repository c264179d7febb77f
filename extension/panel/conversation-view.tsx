import { useMemo } from 'preact/hooks'
import { clockTime, fullTime } from './clock-time.ts'
import { EntryItem } from './entry-item.tsx'
import { Icon } from './icons.tsx'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import type { Conversation } from './read-conversation.ts'
import { useStickToEnd } from './stick-to-end.ts'

/** The entries of one tutoring, oldest first; read only when it has ended. */
export function ConversationView({ state, seen }: { state: PanelState; seen: Conversation }) {
  const { tutoring, entries, remarks } = seen
  const ended = tutoring.endedAt !== null
  const last = entries.at(-1)
  const { scroller, newBelow, toEnd } = useStickToEnd(
    useMemo(() => ({}), [last?.id, last?.spoken, last?.state, entries.length, ended]),
  )
  const lastUtterance = entries.findLast(({ who }) => who === 'tutor')?.id
  return (
    <div class="conversation-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="conversation" aria-label={messages.conversation} ref={scroller} tabIndex={0}>
        {seen.earlier && (
          <button type="button" class="quiet-button earlier" onClick={() => state.showEarlier()}>
            {messages.earlier}
          </button>
        )}
        {entries.length === 0 && !ended && (
          <div class="quiet" data-quiet>
            <h2>{messages.quietTitle}</h2>
            <p>{messages.quiet}</p>
          </div>
        )}
        <ol class="entries">
          {entries.map((entry) => (
            <EntryItem
              key={entry.id}
              doors={state.doors}
              entry={entry}
              remark={entry.remark === null ? undefined : remarks.get(entry.remark)}
              newest={entry.id === lastUtterance}
              ended={ended}
            />
          ))}
        </ol>
        {tutoring.endedAt !== null && (
          <p class="ended" data-ended title={fullTime(tutoring.endedAt)}>
            {messages.ended(clockTime(tutoring.endedAt))}
          </p>
        )}
      </section>
      {newBelow.value && (
        <button type="button" class="new-below" onClick={toEnd}>
          <Icon name="down" />
          {messages.newBelow}
        </button>
      )}
    </div>
  )
}
