import type { ReadonlySignal } from '@preact/signals'
import type { Retention } from '../store/retention.ts'
import type { UsedByKind } from '../store/storage-by-kind.ts'
import { settingsMessages as texts } from './messages.ts'
import { sizeOf } from './size-of.ts'

/** What is kept, how much of it, and for how long. */
export interface Stored {
  tutorings: number
  entries: number
  /** Of everything, as the browser tells it; null when it does not. */
  bytes: number | null
  byKind: UsedByKind
  retention: Retention
}

interface Props {
  stored: ReadonlySignal<Stored | 'unknown' | undefined>
  /** What is out of bounds changes nothing. */
  keep(retention: Retention): void
  /** ms since the epoch. */
  now(): number
}

/** After how many days conversations may go. */
const TUTORING_DAYS = [7, 30, 90, 180, 365]

export function StoredThings({ stored, keep, now: clock }: Props) {
  const now = stored.value
  if (now === undefined) return null
  if (now === 'unknown') return <p data-stored>{texts.storedUnknown}</p>
  const { tutorings, entries, bytes, byKind, retention } = now
  return (
    <>
      <p data-stored>
        {texts.storedRows(tutorings, entries)}
        {bytes !== null && `, ${texts.storedSize(sizeOf(bytes))}`}.
      </p>
      <ul class="kinds">
        {(['conversations', 'traces', 'slips', 'sent', 'rest'] as const).map((kind) => (
          <li key={kind} data-kind={kind}>
            {texts.storedKinds[kind]}: {texts.about(sizeOf(byKind[kind].bytes))}
          </li>
        ))}
      </ul>
      <fieldset class="retention">
        <legend>{texts.retention}</legend>
        <Bound
          name="days"
          label={texts.retentionDays}
          value={retention.days}
          min={1}
          max={3650}
          choose={(days) => keep({ ...retention, days })}
        />
        <Bound
          name="megabytes"
          label={texts.retentionMegabytes}
          value={retention.megabytes}
          min={10}
          max={100_000}
          choose={(megabytes) => keep({ ...retention, megabytes })}
        />
      </fieldset>
      <label class="kept-for">
        {texts.tutoringsKept}
        <select
          name="tutoring-days"
          class="choice"
          value={retention.tutoringDays ?? ''}
          onChange={({ currentTarget }) => {
            const tutoringDays = TUTORING_DAYS.find((days) => String(days) === currentTarget.value) ?? null
            keep({ ...retention, tutoringDays, chosenAt: clock() })
          }}
        >
          <option value="">{texts.tutoringsKeptAlways}</option>
          {TUTORING_DAYS.map((days) => (
            <option key={days} value={days}>
              {texts.tutoringsKeptDays(days)}
            </option>
          ))}
        </select>
      </label>
      <p class="quietly" role="status">
        {retention.tutoringDays !== null && texts.tutoringsKeptHow}
      </p>
      <p class="quietly">
        {texts.storedHow} {texts.retentionHow}
      </p>
    </>
  )
}

interface BoundProps {
  name: string
  label: string
  value: number
  min: number
  max: number
  choose(value: number): void
}

/** A whole number; one that is out of bounds is put right again when the field is left. */
function Bound({ name, label, value, min, max, choose }: BoundProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        name={name}
        min={min}
        max={max}
        step={1}
        required
        value={value}
        onChange={({ currentTarget: field }) => {
          if (field.validity.valid) choose(field.valueAsNumber)
          else field.value = String(value)
        }}
      />
    </label>
  )
}
