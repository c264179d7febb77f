import { type Signal, signal } from '@preact/signals'
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { clockTime, fullTime } from './clock-time.ts'
import { EntryItem } from './entry-item.tsx'
import { Icon } from './icons.tsx'
import type { Conversation } from './live-conversation.ts'
import { historyMessages, messages } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import type { Row } from './read-conversation.ts'
import { ROW } from './row-window.ts'
import { useRowWindow } from './use-row-window.ts'

interface Props {
  doors: ConversationDoors
  seen: Conversation
  /** Whether nothing can be done here, though it may still be going on. */
  readOnly?: boolean
  /** Id of the entry that is to be in view, once. */
  sought?: string | null
}

/** The entries of one tutoring, oldest first; read only when it has ended. */
export function ConversationView({ doors, seen, readOnly = false, sought = null }: Props) {
  const { tutoring, ids, rows, newest } = seen
  const ended = readOnly || tutoring.endedAt !== null
  const last = newest.at(-1)?.entry
  const content = useMemo(() => ({}), [last?.id, last?.spoken, last?.state, ids.length, ended])
  const { scroller, list, drawing, rowWindow, newBelow } = useRowWindow(ids, content)
  const lastUtterance = newest.findLast(({ entry }) => entry.who === 'tutor')?.entry.id
  // Which cards are unfolded is remembered while their rows are not drawn.
  const [unfolded] = useState(() => new Map<string, Signal<boolean>>())
  useLayoutEffect(() => seen.show(drawing.rows.map(({ index }) => index)))

  const isThere = sought !== null && ids.includes(sought)
  useLayoutEffect(() => {
    if (isThere) rowWindow.toRow(sought)
  }, [sought, isThere])

  const unfoldedOf = (id: string) => {
    const known = unfolded.get(id) ?? signal(false)
    unfolded.set(id, known)
    return known
  }
  // The browser would go to where the end was, and rows measured on the way there move it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Home' && event.key !== 'End') return
    if (event.target !== event.currentTarget && !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    if (event.key === 'Home') rowWindow.toStart()
    else rowWindow.toEnd()
  }
  return (
    <div class="conversation-frame">
      <section
        class="conversation"
        aria-label={messages.conversation}
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {ids.length === 0 && !ended && (
          <div class="quiet" data-quiet>
            <h2>{messages.quietTitle}</h2>
            <p>{messages.quiet}</p>
          </div>
        )}
        <ol class="entries" ref={list} style={{ paddingBlock: `${drawing.before}px ${drawing.after}px` }}>
          {drawing.rows.map(({ index, id, apart }) => {
            const row = rows.get(id)
            return (
              <li
                key={id}
                class="entry"
                ref={rowWindow.measure}
                data-index={index}
                data-apart={apart !== null}
                style={{
                  top: apart === null ? undefined : `${apart}px`,
                  height: row === undefined ? `${ROW}px` : undefined,
                }}
                aria-setsize={ids.length}
                aria-current={id === sought ? 'true' : undefined}
                aria-posinset={index + 1}
                hidden={row === null}
                {...attributes(id, row)}
              >
                {row && (
                  <EntryItem
                    doors={doors}
                    row={row}
                    unfolded={unfoldedOf(id)}
                    unfolds={() => rowWindow.leaveEnd()}
                    newest={id === lastUtterance}
                    ended={ended}
                  />
                )}
              </li>
            )
          })}
        </ol>
        {tutoring.endedAt !== null && (
          <p class="ended" data-ended title={fullTime(tutoring.endedAt)}>
            {(readOnly ? historyMessages.stopped : messages.ended)(clockTime(tutoring.endedAt))}
          </p>
        )}
      </section>
      {newBelow.value && (
        <button type="button" class="new-below" onClick={() => rowWindow.toEnd()}>
          <Icon name="down" />
          {messages.newBelow}
        </button>
      )}
    </div>
  )
}

/** What style and tests know a row by. One that has not been read yet is busy. */
function attributes(id: string, row: Row | null | undefined) {
  if (!row) return { 'data-id': id, 'aria-busy': row === undefined }
  const { who, kind, state } = row.entry
  return { 'data-entry': true, 'data-id': id, 'data-who': who, 'data-kind': kind, 'data-state': state }
}
