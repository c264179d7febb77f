import { signal } from '@preact/signals'
import * as v from 'valibot'
import { type LoopToPanel, LoopToPanelSchema, type PanelToLoop } from '../../shared/messages/panel-message.ts'
import type { Loop } from '../panel/loop-door.ts'
import { keepLink } from './keep-link.ts'

/** The way of a panel, or of another page of ours, to the loop, until `ended`. */
export function connectLoop(name: 'panel' | 'settings', ended: AbortSignal): Loop {
  const presence = signal<LoopToPanel | null>(null)
  const link = keepLink<PanelToLoop>({
    name,
    signal: ended,
    live: (live) => {
      if (!live) presence.value = null
    },
    // A panel is closed with its extension.
    orphaned: () => undefined,
    state: (body) => {
      const parsed = v.safeParse(LoopToPanelSchema, body)
      if (parsed.success) presence.value = parsed.output
    },
  })
  return { post: link.post, presence }
}
