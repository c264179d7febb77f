import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PromiseRow } from '../store/rows.ts'
import { clockTime, fullTime, timeLeft, timeSpan } from './clock-time.ts'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { PanelDoors } from './mount-panel.tsx'
import type { PanelState } from './panel-state.ts'

/** What Aside has promised and still keeps: one line, unfolding to the list. */
export function PromiseStrip({ state }: { state: PanelState }) {
  const container = useKeptFocus<HTMLDivElement>()
  const open = useSignal(false)
  const promises = state.promises.value
  const next = promises[0]?.due ?? null
  return (
    <div class="promises" ref={container} hidden={promises.length === 0} data-promises>
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
          <PromiseList doors={state.doors} promises={promises} here={state.conversation.value?.tutoring.id} />
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
}

/** Counts down each second, but only while it is unfolded. */
function PromiseList({ doors, promises, here }: ListProps) {
  const now = useSignal(doors.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = doors.now()
    }, 1000)
    return () => clearInterval(timer)
  }, [doors, now])
  return (
    <ul>
      {promises.map(({ id, text, due, every, tutoring }) => (
        <li key={id} data-promise={id}>
          <div>
            <p dir="auto">{text}</p>
            <p class="when">
              {due === null ? (
                messages.watching
              ) : (
                <time dateTime={new Date(due).toISOString()} title={fullTime(due)} data-countdown>
                  {due <= now.value ? messages.promiseNow : messages.promiseIn(timeLeft(due - now.value))}
                </time>
              )}
              {every !== null && <span>{messages.promiseEvery(timeSpan(every))}</span>}
              {tutoring !== here && <span>{messages.otherTab}</span>}
            </p>
          </div>
          <button
            type="button"
            class="quiet-button"
            aria-label={messages.endPromiseOf(text)}
            onClick={() => doors.loop.post({ kind: 'end-promise', at: doors.now(), promise: id })}
          >
            {messages.endPromise}
          </button>
        </li>
      ))}
    </ul>
  )
}
