import { type Catalogue, catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { MANNER, type Manner } from '../../shared/manner.ts'
import type { SlipId } from '../../shared/math/verdict.ts'
import type { CheckRequest } from '../../shared/percepts/percept.ts'
import type { NotedSlip } from '../../shared/practice/noted-slip.ts'
import type { Entry, PromiseRow, Remark, Tutoring } from '../store/rows.ts'
import type { AgendaItem, LoopState, TutoringState } from './loop-state.ts'
import type { Noticed } from './notice.ts'

/** Rows that a micro-turn changed, to be written before anything is shown; the last put of an id counts. */
export interface Writes {
  tutorings: Map<string, Tutoring>
  entries: Map<string, Entry>
  remarks: Map<string, Remark>
  promises: Map<string, PromiseRow>
  /** The record of slips; null: forgotten. */
  slips: Map<SlipId, NotedSlip | null>
  /** Values of the settings table that follow the loop's memory, by key. */
  settings: Map<string, unknown>
}

/** A system notification, shown where the person permitted them and no panel is open. */
export interface Notice {
  id: string
  text: string
}

/**
 * The working copy of one micro-turn: reducers change `state`, which nobody else holds, and note what has to
 * be written. All changes to rows go through the functions below, so that state and rows cannot part.
 */
export interface Work {
  state: LoopState
  writes: Writes
  notices: Notice[]
  /** What cues may wait for, in the order in which it was noticed. */
  noticed: Noticed[]
  /** Tutorings of which nothing is to be left once this micro-turn is written. */
  forgets: Set<string>
}

export function beginWork(state: LoopState): Work {
  return {
    state: structuredClone(state),
    writes: {
      tutorings: new Map(),
      entries: new Map(),
      remarks: new Map(),
      promises: new Map(),
      slips: new Map(),
      settings: new Map(),
    },
    notices: [],
    noticed: [],
    forgets: new Set(),
  }
}

/** All that can be said, in the person's language. */
export function texts({ state }: Work): Catalogue {
  return catalogueOf(state.language)
}

/** An id that no other run or micro-turn gives out; later ids of a run sort after earlier ones. */
export function newId({ state }: Work, prefix: string): string {
  state.ids += 1
  return `${prefix}${state.run.toString(36)}-${state.ids.toString(36).padStart(5, '0')}`
}

type NewEntry = Pick<Entry, 'tutoring' | 'who' | 'kind' | 'text'> &
  Partial<Pick<Entry, 'id' | 'at' | 'remark' | 'places'>>

export function putEntry(work: Work, fields: NewEntry): Entry {
  const entry: Entry = {
    id: fields.id ?? newId(work, 'e'),
    at: work.state.now,
    spoken: fields.text.length,
    state: 'done',
    remark: null,
    places: [],
    ...fields,
  }
  // After the clock was set back the order of the conversation stays.
  if (work.state.lastEntryAt > work.state.now) entry.at = work.state.lastEntryAt + 1
  work.state.lastEntryAt = Math.max(work.state.lastEntryAt, entry.at)
  work.writes.entries.set(entry.id, entry)
  if (entry.who !== 'person' && Object.keys(work.state.panels).length === 0) work.state.unseen += 1
  return entry
}

export function changeRemark(work: Work, item: AgendaItem, change: Partial<Remark>): void {
  item.remark = { ...item.remark, ...change }
  work.writes.remarks.set(item.remark.id, item.remark)
}

export function putPromise(work: Work, promise: PromiseRow): void {
  const others = work.state.promises.filter((other) => other.id !== promise.id)
  work.state.promises = promise.state === 'open' ? [...others, promise] : others
  work.writes.promises.set(promise.id, promise)
}

/** @param row null: nothing is kept of this slip any more */
export function putSlip(work: Work, row: NotedSlip | null, id = row?.id): void {
  if (id === undefined) return
  const others = work.state.slips.filter((other) => other.id !== id)
  work.state.slips = row === null ? others : [...others, row]
  work.writes.slips.set(id, row)
}

export function putTutoring(work: Work, tutoring: TutoringState, change: Partial<Tutoring>): void {
  tutoring.row = { ...tutoring.row, ...change }
  work.writes.tutorings.set(tutoring.row.id, tutoring.row)
}

/** A part of the loop's memory that the extension's pages show. */
export function putSetting(work: Work, key: string, value: unknown): void {
  work.writes.settings.set(key, value)
}

export function putManner(work: Work, change: Partial<Manner>): void {
  work.state.manner = { ...work.state.manner, ...change }
  putSetting(work, MANNER, work.state.manner)
}

/** Asks the checker; its answer comes back as a percept, also after any part has died. */
export function ask(work: Work, request: CheckRequest): void {
  work.state.asks.push(request)
}

export function findItem(
  state: LoopState,
  remark: string,
): { tutoring: TutoringState; item: AgendaItem } | null {
  for (const tutoring of Object.values(state.tutorings)) {
    const item = tutoring.agenda.find((candidate) => candidate.remark.id === remark)
    if (item !== undefined) return { tutoring, item }
  }
  return null
}
