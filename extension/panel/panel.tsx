import { useEffect } from 'preact/hooks'
import { Announcer } from './announcer.tsx'
import { BeyondReach } from './beyond-reach.tsx'
import { Composer } from './composer.tsx'
import { ConversationView } from './conversation-view.tsx'
import { EmptyState } from './empty-state.tsx'
import { Header } from './header.tsx'
import type { Conversation } from './live-conversation.ts'
import { MinuteView } from './minute/minute-view.tsx'
import type { PanelState } from './panel-state.ts'
import { PromiseStrip } from './promise-strip.tsx'
import { StatusLine } from './status-line.tsx'

export function Panel({ state }: { state: PanelState }) {
  const { doors, conversation, looking, speaking } = state
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (!speaking.value && !looking.value) return
      event.preventDefault()
      if (speaking.value) doors.loop.post({ kind: 'voice', at: doors.now(), what: 'stop' })
      else looking.value = false
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [doors, looking, speaking])

  const seen = conversation.value
  const tutoring = seen?.tutoring
  // A welcome that says what is read would contradict the sentence that says why nothing is.
  const alone = state.beyond.value !== null && (seen === null || (seen !== undefined && isBare(seen)))
  return (
    <div class="panel">
      <Header state={state} />
      <main>
        <StatusLine state={state} />
        <BeyondReach state={state} alone={alone} />
        {seen === null && !alone && <EmptyState keys={doors.keys} />}
        {seen && !alone && (
          <ConversationView key={`conversation ${seen.tutoring.id}`} doors={doors} seen={seen} />
        )}
        <MinuteView state={state} />
        <PromiseStrip state={state} />
        {tutoring && <Composer key={`composer ${tutoring.id}`} state={state} tutoring={tutoring} />}
        <Announcer state={state} />
      </main>
    </div>
  )
}

/** Nothing was said yet but the welcome. */
function isBare({ tutoring, ids, newest }: Conversation): boolean {
  return tutoring.endedAt === null && ids.length <= 1 && newest.every(({ entry }) => entry.who === 'notice')
}
