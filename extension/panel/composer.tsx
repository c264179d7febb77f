import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { howOf } from '../../shared/percepts/edit-how.ts'
import type { Tutoring } from '../store/rows.ts'
import { useCommandMenu } from './command-menu.tsx'
import { asksToLook } from './commands.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import { Thinking } from './thinking.tsx'

/** The longest draft the loop takes, in UTF-16 units. */
const LONGEST = 8000

interface Props {
  state: PanelState
  tutoring: Tutoring
}

/** Where the person writes. What is sent stays here until it is in the conversation. */
export function Composer({ state, tutoring }: Props) {
  const drafts = useSignal<Drafts | null>(null)
  useEffect(() => {
    let gone = false
    openDrafts(state.doors.database, tutoring.id, {
      newId: () => crypto.randomUUID(),
      failed: () => state.tell(messages.trouble.draft),
      kept: () => state.tell(null),
    }).then((opened) => {
      if (!gone) drafts.value = opened
    })
    return () => {
      gone = true
    }
  }, [state, tutoring.id, drafts])
  if (drafts.value === null) return null
  return tutoring.endedAt === null ? (
    <Writing state={state} tutoring={tutoring.id} drafts={drafts.value} />
  ) : (
    <NotSent drafts={drafts.value} />
  )
}

function Writing({ state, tutoring, drafts }: { state: PanelState; tutoring: string; drafts: Drafts }) {
  const { doors, conversation, looking, speaking } = state
  const { loop, now } = doors
  const form = useKeptFocus<HTMLFormElement>()
  const answering = loop.presence.value !== null

  // Said again when the loop is back: the same id makes it one entry.
  useEffect(() => {
    if (!answering) return
    for (const { id, text, at } of drafts.outgoing.peek()) loop.post({ kind: 'send', at, tutoring, id, text })
  }, [answering, drafts, loop, tutoring])

  useSignalEffect(() => {
    for (const { entry } of conversation.value?.newest ?? []) drafts.arrived(entry.id)
  })

  /** As it stood when an input method began to compose; while it does, the draft is that. */
  const before = useRef<string | null>(null)
  const edit = (text: string, inputType = '') => {
    drafts.edit(text)
    const how = before.current === null ? howOf(inputType) : 'composing'
    loop.post({ kind: 'draft', at: now(), tutoring, text: before.current ?? text, ...(how && { how }) })
  }
  const look = () => {
    edit('')
    looking.value = true
  }
  const send = () => {
    if (asksToLook(drafts.text.value)) return look()
    const sent = drafts.send(now())
    if (sent !== null) loop.post({ kind: 'send', tutoring, ...sent })
  }
  const menu = useCommandMenu(drafts.text.value, { edit, look })
  return (
    <form
      class="composer"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {drafts.outgoing.value.map(({ id, text }) => (
        <p class="outgoing" key={id} data-outgoing={id} dir="auto">
          {text} <span class="outgoing-state">{messages.sending}</span>
        </p>
      ))}
      {menu.list}
      <textarea
        name="draft"
        rows={1}
        aria-label={messages.draft}
        placeholder={messages.draftHint}
        maxLength={LONGEST}
        dir="auto"
        value={drafts.text.value}
        {...menu.attributes}
        onCompositionStart={({ currentTarget }) => {
          before.current = currentTarget.value
        }}
        onInput={({ currentTarget, inputType }) => edit(currentTarget.value, inputType)}
        // Chromium tells the last input before it.
        onCompositionEnd={({ currentTarget }) => {
          before.current = null
          edit(currentTarget.value)
        }}
        onKeyDown={(event) => {
          // Where no composition begins with it: the letter comes with the next key.
          if (event.key === 'Dead' && before.current === null)
            loop.post({ kind: 'draft', at: now(), tutoring, text: drafts.text.value, how: 'composing' })
          if (menu.onKeyDown(event)) return
          // 229: the Enter that ends a composition in browsers that end it before the key.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          send()
        }}
      />
      <div class="composer-tools">
        <div class="composer-hint">
          {speaking.value ? (
            <button
              type="button"
              class="quiet-button"
              aria-keyshortcuts="Escape"
              onClick={() => loop.post({ kind: 'voice', at: now(), what: 'stop' })}
            >
              {messages.stopVoice} <kbd>{messages.stopVoiceKey}</kbd>
            </button>
          ) : (
            <Thinking state={state} tutoring={tutoring} otherwise={messages.keysHint} />
          )}
        </div>
        <button type="submit" class="send" aria-label={messages.send} title={messages.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

/** The tutoring ended before this was sent: it can still be read and copied. */
function NotSent({ drafts }: { drafts: Drafts }) {
  const texts = [...drafts.outgoing.value.map(({ text }) => text), drafts.text.value].filter(
    (text) => text !== '',
  )
  if (texts.length === 0) return null
  return (
    <section class="composer not-sent" aria-label={messages.notSent} data-not-sent>
      <p class="label">{messages.notSent}</p>
      {texts.map((text, index) => (
        <p class="outgoing" key={`${index}`} dir="auto">
          {text}
        </p>
      ))}
    </section>
  )
}
