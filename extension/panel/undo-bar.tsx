import type { Signal } from '@preact/signals'
import { messages } from './messages.ts'

/** What was just taken away or changed, and how to have it back. */
export interface Deed {
  says: string
  undo(): void
}

/** Stays until it is used or the next deed takes its place: nobody is hurried. A screen reader hears it. */
export function UndoBar({ deed }: { deed: Signal<Deed | null> }) {
  const done = deed.value
  return (
    <div role="status" class="undo">
      {done !== null && (
        <p data-undo>
          <span dir="auto">{done.says}</span>{' '}
          <button
            type="button"
            class="quiet-button"
            onClick={() => {
              deed.value = null
              done.undo()
            }}
          >
            {messages.undo}
          </button>
        </p>
      )}
    </div>
  )
}
