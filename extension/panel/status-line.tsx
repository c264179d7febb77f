import { useLate } from './late.ts'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'

/** A loop that restarts is back within a second; only a longer silence is worth a word. */
const PATIENCE = 1000

/** What stands in the way just now, one sentence at a time: the disk, the loop, or the page. */
export function StatusLine({ state }: { state: PanelState }) {
  const tutoring = state.conversation.value?.tutoring
  const live = tutoring !== undefined && tutoring.endedAt === null
  const silent = useLate(state.doors.loop.presence.value === null, PATIENCE)
  const unreadable = useLate(
    live && !state.reading.value && !silent && state.beyond.value === null,
    2 * PATIENCE,
  )
  const trouble = state.trouble.value
  const fault = trouble ?? state.doors.loop.presence.value?.fault ?? null
  const sentence = fault ?? (silent ? messages.reconnecting : unreadable ? messages.unreadable : null)
  return (
    <div role="status" class="status" data-trouble={fault !== null}>
      {sentence !== null && <p data-status>{sentence}</p>}
    </div>
  )
}
