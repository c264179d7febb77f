import type { PromiseRow } from '../store/rows.ts'
import { messages } from './messages.ts'

/** Lengths of the units in which an interval is given, in ms, the longest first. */
const UNITS = { hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const
export type Unit = keyof typeof UNITS

/** A promise as a form holds it: strings, as they were typed. */
export interface PromiseForm {
  text: string
  /** Local time as `datetime-local` writes it; '' for a watch and a cue. */
  due: string
  /** '' for once. */
  every: string
  unit: Unit
  /** Of a cue: each time, not only the first. */
  again: boolean
}

/** What the form asks for. */
export interface PromiseEdit {
  text: string
  /** ms since the epoch. */
  due: number | null
  /** ms. */
  every: number | null
  /** Of a cue. */
  again?: boolean
}

export function formOf({
  text,
  due,
  every,
  cue,
}: Pick<PromiseRow, 'text' | 'due' | 'every' | 'cue'>): PromiseForm {
  const unit: Unit =
    every === null
      ? 'minutes'
      : every % UNITS.hours === 0
        ? 'hours'
        : every % UNITS.minutes === 0
          ? 'minutes'
          : 'seconds'
  return {
    text,
    due: due === null ? '' : localTime(due),
    every: every === null ? '' : String(every / UNITS[unit]),
    unit,
    again: cue?.again === true,
  }
}

/** What is asked for, or the sentence that says what is missing. A time that was not touched stays exact. */
export function readForm(form: PromiseForm, promise: PromiseRow, now: number): PromiseEdit | string {
  const text = form.text.trim()
  if (text.length < 2) return messages.editText
  if (promise.kind === 'watch') return { text, due: null, every: null }
  if (promise.cue !== undefined) return { text, due: null, every: null, again: form.again }
  const untouched = promise.due !== null && form.due === localTime(promise.due)
  const due = untouched ? promise.due : new Date(form.due).getTime()
  if (due === null || Number.isNaN(due) || (!untouched && due <= now)) return messages.editDue
  const every = form.every.trim() === '' ? null : Number(form.every) * UNITS[form.unit]
  if (every !== null && !(every >= 1000 && every <= 366 * 24 * UNITS.hours)) return messages.editEvery
  return { text, due, every: every === null ? null : Math.round(every) }
}

/** YYYY-MM-DDTHH:MM:SS on this computer's clock. */
function localTime(at: number): string {
  const date = new Date(at)
  const local = new Date(at - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
