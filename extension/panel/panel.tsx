import { useEffect } from 'preact/hooks'
import { Announcer } from './announcer.tsx'
import { BeyondReach } from './beyond-reach.tsx'
import { Composer } from './composer.tsx'
import { ConversationView } from './conversation-view.tsx'
import { EmptyState } from './empty-state.tsx'
import { Header } from './header.tsx'
import type { PanelState } from './panel-state.ts'
import { PromiseStrip } from './promise-strip.tsx'
import { StatusLine } from './status-line.tsx'

export function Panel({ state }: { state: PanelState }) {
  const { doors, conversation, speaking } = state
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !speaking.value) return
      event.preventDefault()
      doors.loop.post({ kind: 'voice', at: doors.now(), what: 'stop' })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [doors, speaking])

  const seen = conversation.value
  const tutoring = seen?.tutoring
  return (
    <div class="panel">
      <Header state={state} />
      <main>
        <StatusLine state={state} />
        <BeyondReach state={state} />
        {seen === null && state.beyond.value === null && <EmptyState />}
        {seen && <ConversationView key={`conversation ${seen.tutoring.id}`} doors={doors} seen={seen} />}
        <PromiseStrip state={state} />
        {tutoring && <Composer key={`composer ${tutoring.id}`} state={state} tutoring={tutoring} />}
        <Announcer state={state} />
      </main>
    </div>
  )
}
