import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { sayWaited } from '../../shared/skills/cues/say-moment.ts'
import type { PromiseRow } from '../store/rows.ts'
import { fullTime, timeLeft, timeSpan } from './clock-time.ts'
import { language, messages } from './messages.ts'
import { formOf, type PromiseEdit, type PromiseForm, readForm, type Unit } from './promise-form.ts'

interface Props {
  promise: PromiseRow
  /** ms since the epoch. */
  now: number
  /** Whether it was made in another tab than the one in view. */
  elsewhere: boolean
  end(): void
  edit(edit: PromiseEdit): void
}

/** One promise: what and when, to be edited in its place or ended. */
export function PromiseItem({ promise, now, elsewhere, end, edit }: Props) {
  const editing = useSignal(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  // The form took the focus with it.
  useLayoutEffect(() => {
    if (wasEditing.current && !editing.value) opener.current?.focus()
    wasEditing.current = editing.value
  }, [editing.value])
  const { id, text, due, every, cue } = promise
  if (editing.value) {
    const close = () => {
      editing.value = false
    }
    return (
      <li data-promise={id}>
        <EditForm promise={promise} now={now} close={close} edit={edit} />
      </li>
    )
  }
  return (
    <li data-promise={id}>
      <div>
        <p dir="auto">{text}</p>
        <p class="when">
          {cue !== undefined ? (
            messages.promiseWhen(sayWaited(cue, language.value), cue.again)
          ) : due === null ? (
            messages.watching
          ) : (
            <time dateTime={new Date(due).toISOString()} title={fullTime(due)} data-countdown>
              {due <= now ? messages.promiseNow : messages.promiseIn(timeLeft(due - now))}
            </time>
          )}
          {cue?.counts && <span>{messages.promiseCount(cue.seen)}</span>}
          {every !== null && <span>{messages.promiseEvery(timeSpan(every))}</span>}
          {elsewhere && <span>{messages.otherTab}</span>}
        </p>
      </div>
      <div class="promise-tools">
        <button
          type="button"
          class="quiet-button"
          ref={opener}
          aria-label={messages.editPromiseOf(text)}
          onClick={() => {
            editing.value = true
          }}
        >
          {messages.editPromise}
        </button>
        <button type="button" class="quiet-button" aria-label={messages.endPromiseOf(text)} onClick={end}>
          {messages.endPromise}
        </button>
      </div>
    </li>
  )
}

type FormProps = Pick<Props, 'promise' | 'now' | 'edit'> & { close(): void }

function EditForm({ promise, now, edit, close }: FormProps) {
  const form = useSignal<PromiseForm>(formOf(promise))
  const refusal = useSignal<string | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const { text, due, every, unit, again } = form.value
  const type = (change: Partial<PromiseForm>) => {
    form.value = { ...form.value, ...change }
  }
  useLayoutEffect(() => first.current?.focus(), [])
  return (
    <form
      class="promise-form"
      aria-label={messages.editPromiseOf(promise.text)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const read = readForm(form.value, promise, now)
        if (typeof read === 'string') {
          refusal.value = read
          return
        }
        edit(read)
        close()
      }}
    >
      <label>
        {promise.kind === 'watch' ? messages.editWatchLabel : messages.editTextLabel}
        <input
          ref={first}
          name="text"
          dir="auto"
          maxLength={promise.kind === 'watch' ? 200 : 600}
          value={text}
          onInput={({ currentTarget }) => type({ text: currentTarget.value })}
        />
      </label>
      {promise.kind === 'cue' && (
        <label class="choice">
          <input
            type="checkbox"
            name="again"
            checked={again}
            onChange={({ currentTarget }) => type({ again: currentTarget.checked })}
          />
          {messages.editAgain}
        </label>
      )}
      {promise.kind === 'remind' && (
        <>
          <label>
            {messages.editDueLabel}
            <input
              type="datetime-local"
              name="due"
              step={1}
              value={due}
              onInput={({ currentTarget }) => type({ due: currentTarget.value })}
            />
          </label>
          <div class="interval">
            <label>
              {messages.editEveryLabel}
              <input
                name="every"
                inputMode="decimal"
                placeholder={messages.editOnce}
                value={every}
                onInput={({ currentTarget }) => type({ every: currentTarget.value })}
              />
            </label>
            <select
              name="unit"
              aria-label={messages.editUnit}
              value={unit}
              onChange={({ currentTarget }) => type({ unit: currentTarget.value as Unit })}
            >
              {(['seconds', 'minutes', 'hours'] as const).map((each) => (
                <option key={each} value={each}>
                  {messages.units[each]}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
      <p role="alert">{refusal.value}</p>
      <div class="promise-tools">
        <button type="submit" class="button">
          {messages.save}
        </button>
        <button type="button" class="quiet-button" onClick={close}>
          {messages.cancel}
        </button>
      </div>
    </form>
  )
}
