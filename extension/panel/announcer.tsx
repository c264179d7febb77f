import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { PanelState } from './panel-state.ts'
import { readOut } from './split-formulas.ts'

/**
 * Says each new utterance of Aside to a screen reader, whole and once, however slowly it is shown. What stood
 * there when the tutoring came into view is not said.
 */
export function Announcer({ state }: { state: PanelState }) {
  const said = useRef<{ tutoring: string; ids: Set<string> } | null>(null)
  const announcement = useSignal<{ key: number; text: string }>({ key: 0, text: '' })
  useSignalEffect(() => {
    const seen = state.conversation.value
    if (!seen) return
    const utterances = seen.newest.flatMap(({ entry }) => (entry.who === 'tutor' ? [entry] : []))
    if (said.current?.tutoring !== seen.tutoring.id) {
      said.current = { tutoring: seen.tutoring.id, ids: new Set(utterances.map(({ id }) => id)) }
      return
    }
    const { ids } = said.current
    const lastKnown = utterances.findLastIndex(({ id }) => ids.has(id))
    const fresh = utterances.slice(lastKnown + 1)
    if (fresh.length === 0) return
    said.current.ids = new Set(utterances.map(({ id }) => id))
    const text = fresh.map((entry) => readOut(entry.text)).join('\n')
    announcement.value = { key: announcement.peek().key + 1, text }
  })
  const { key, text } = announcement.value
  return (
    <div class="visually-hidden" aria-live="polite" data-announcer>
      <p key={key}>{text}</p>
    </div>
  )
}
