import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type Rung, rungsOf } from '../store/rows.ts'
import { quoted } from '../turn/quoted.ts'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import { readOut } from './split-formulas.ts'

/** A rung as it is read out; its lines as a person writes them, LaTeX as it would be typed. */
function readOutRung({ kind, parts }: Rung): string {
  const said = parts.flatMap(({ text, lines }) => [text, ...lines.map((line) => readOut(quoted(line)))])
  return `${messages.rung[kind]}: ${said.join(' ')}`
}

/**
 * Says each new utterance of Aside to a screen reader, whole and once, however slowly it is shown, and each rung of
 * help that was asked for at its card. What stood there when the tutoring came into view is not said.
 */
export function Announcer({ state }: { state: PanelState }) {
  const said = useRef<{ tutoring: string; ids: Set<string>; rungs: Map<string, number> } | null>(null)
  const announcement = useSignal<{ key: number; text: string }>({ key: 0, text: '' })
  useSignalEffect(() => {
    const seen = state.conversation.value
    if (!seen) return
    const utterances = seen.newest.flatMap(({ entry }) => (entry.who === 'tutor' ? [entry] : []))
    const remarks = seen.newest.flatMap(({ remark }) => (remark === undefined ? [] : [remark]))
    if (said.current?.tutoring !== seen.tutoring.id) {
      const ids = new Set(utterances.map(({ id }) => id))
      said.current = { tutoring: seen.tutoring.id, ids, rungs: new Map() }
    }
    const { ids, rungs } = said.current
    const climbed = remarks.flatMap((remark) => {
      const all = rungsOf(remark)
      // Of a card that comes into view nothing is new.
      const fresh = all.slice(rungs.get(remark.id) ?? all.length)
      rungs.set(remark.id, all.length)
      return fresh.filter((rung) => !rung.said)
    })
    const lastKnown = utterances.findLastIndex(({ id }) => ids.has(id))
    const fresh = utterances.slice(lastKnown + 1)
    if (fresh.length === 0 && climbed.length === 0) return
    said.current.ids = new Set(utterances.map(({ id }) => id))
    const text = [...fresh.map((entry) => readOut(entry.text)), ...climbed.map(readOutRung)].join('\n')
    announcement.value = { key: announcement.peek().key + 1, text }
  })
  const { key, text } = announcement.value
  return (
    <div class="visually-hidden" aria-live="polite" data-announcer>
      <p key={key}>{text}</p>
    </div>
  )
}
