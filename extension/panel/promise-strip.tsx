import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PromiseRow } from '../store/rows.ts'
import { clockTime } from './clock-time.ts'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { PanelDoors } from './mount-panel.tsx'
import type { PanelState } from './panel-state.ts'
import type { PromiseEdit } from './promise-form.ts'
import { PromiseItem } from './promise-item.tsx'
import { type Deed, UndoBar } from './undo-bar.tsx'

/** What Aside has promised and still keeps: one line, unfolding to the list. */
export function PromiseStrip({ state }: { state: PanelState }) {
  const container = useKeptFocus<HTMLDivElement>()
  const open = useSignal(false)
  const deed = useSignal<Deed | null>(null)
  const promises = state.promises.value
  const next = promises[0]?.due ?? null
  return (
    <div class="promises" ref={container} hidden={promises.length === 0 && deed.value === null} data-promises>
      <UndoBar deed={deed} />
      <button
        type="button"
        class="promises-line"
        aria-expanded={open.value}
        aria-controls="promises"
        onClick={() => {
          open.value = !open.value
        }}
      >
        <Icon name="bell" />
        <span>{messages.promises(promises.length)}</span>
        {next !== null && <span class="next">{messages.promiseNext(clockTime(next))}</span>}
        <Icon name="chevron" />
      </button>
      <div id="promises" hidden={!open.value}>
        {open.value && (
          <PromiseList
            doors={state.doors}
            promises={promises}
            here={state.conversation.value?.tutoring.id}
            deed={deed}
          />
        )}
      </div>
    </div>
  )
}

interface ListProps {
  doors: PanelDoors
  promises: readonly PromiseRow[]
  /** The tutoring in view. */
  here: string | undefined
  deed: Signal<Deed | null>
}

/** Counts down each second, but only while it is unfolded. */
function PromiseList({ doors, promises, here, deed }: ListProps) {
  const now = useSignal(doors.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = doors.now()
    }, 1000)
    return () => clearInterval(timer)
  }, [doors, now])
  const end = ({ id, text }: PromiseRow) => {
    doors.loop.post({ kind: 'end-promise', at: doors.now(), promise: id })
    deed.value = {
      says: messages.promiseEnded(text),
      undo: () => doors.loop.post({ kind: 'keep-promise', at: doors.now(), promise: id }),
    }
  }
  const edit = ({ id, text, due, every, cue }: PromiseRow, change: PromiseEdit) => {
    const post = (edit: PromiseEdit) =>
      doors.loop.post({ kind: 'edit-promise', at: doors.now(), promise: id, ...edit })
    post(change)
    deed.value = {
      says: messages.promiseChanged(change.text),
      undo: () => post({ text, due, every, ...(cue && { again: cue.again }) }),
    }
  }
  return (
    <ul>
      {promises.map((promise) => (
        <PromiseItem
          key={promise.id}
          promise={promise}
          now={now.value}
          elsewhere={promise.tutoring !== here}
          end={() => end(promise)}
          edit={(change) => edit(promise, change)}
        />
      ))}
    </ul>
  )
}
