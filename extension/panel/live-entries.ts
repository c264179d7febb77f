import { type ReadonlySignal, signal } from '@preact/signals'
import type { Database } from '../store/database.ts'
import { followQuery } from '../store/follow-query.ts'
import type { Ends } from './live-signal.ts'
import {
  newestSince,
  type ReadRow,
  type ReadRows,
  type Row,
  readIds,
  readRows,
  readStretch,
  type Stretch,
} from './read-conversation.ts'

/** The entries of one tutoring, as they stand in the database. */
export interface Entries {
  /** Of all entries, in their order. */
  ids: readonly string[]
  /** Those that are read, by id; null: one that could not be understood. */
  rows: ReadonlyMap<string, Row | null>
  /** The newest ones, oldest first. */
  newest: readonly Row[]
  /** How many rows could not be understood. */
  unread: number
}

/** How many entries, and up to twice as many, are read again with each new one. */
const NEWEST = 16
/** Older ones are read so many at a time, around what is in view. */
const BLOCK = 50

/** A stretch of older entries; what its ids are is undefined until they are read. */
interface Older {
  from: number
  ids: readonly string[] | undefined
  stop(): void
}

interface Block {
  ids: readonly string[]
  rows: ReadRows
  stop(): void
}

/**
 * The entries of a conversation however long: one more costs the same after 50 and after 5,000.
 *
 * ```
 * ids     |—————— older: known by id ——————|—— older ——|
 * rows              |block|block|                      |———— newest ————→
 * ```
 * The newest are watched as rows. When they have become too many, the older half of them becomes one more stretch
 * of older ones: of these only ids are watched, and the rows that are in view.
 */
export class LiveEntries {
  readonly tutoring: string
  /** undefined until they are read. */
  readonly seen: ReadonlySignal<Entries | undefined>
  readonly #seen = signal<Entries | undefined>(undefined)
  readonly #database: Database
  readonly #ends: Ends
  readonly #stops = new Set<() => void>()
  readonly #older: Older[] = []
  readonly #blocks = new Map<number, Block>()
  #olderIds: readonly string[] = []
  #newest: ReadRows | undefined
  /** Lately the newest, and shown until they are read in their block. */
  #moved: ReadRows = new Map()
  #stopNewest = () => {}
  #shown: readonly number[] = []

  constructor(database: Database, tutoring: string, ends: Ends) {
    this.#database = database
    this.tutoring = tutoring
    this.#ends = ends
    this.seen = this.#seen
    ends.ended.addEventListener('abort', () => {
      for (const stop of this.#stops) stop()
    })
    this.#begin()
  }

  /** Reads the entries in these places, counted from 0, and some around them. */
  show(places: readonly number[]): void {
    if (places.length === this.#shown.length && places.every((place, index) => place === this.#shown[index]))
      return
    this.#shown = places
    this.#readBlocks()
  }

  async #begin(): Promise<void> {
    try {
      const since = await newestSince(this.#database, this.tutoring, NEWEST)
      if (this.#ends.ended.aborted) return
      if (since > -Infinity) this.#watchOlder({ from: -Infinity, to: since }, undefined)
      this.#watchNewest(since)
    } catch (error) {
      this.#ends.failed(error)
    }
  }

  #watchNewest(from: number): void {
    this.#stopNewest()
    this.#stopNewest = this.#watch(
      () => readStretch(this.#database, this.tutoring, { from, to: Infinity }, this.#newest ?? new Map()),
      (rows) => {
        this.#newest = rows
        if (rows.size > 2 * NEWEST) this.#cutNewest(from, [...rows])
        this.#tell()
      },
    )
  }

  #cutNewest(from: number, rows: readonly (readonly [string, ReadRow])[]): void {
    const to = rows.at(-NEWEST)?.[1].at ?? from
    const cut = rows.findIndex(([, { at }]) => at >= to)
    if (cut <= 0) return
    this.#moved = new Map(rows.slice(0, cut))
    this.#newest = new Map(rows.slice(cut))
    this.#joinOlder({ from, to }, [...this.#moved.keys()])
    this.#watchNewest(to)
  }

  /** Neighbours of one size become one, so that of any number of entries only a few stretches are watched. */
  #joinOlder(stretch: Stretch, ids: readonly string[]): void {
    const last = this.#older.at(-1)
    if (last?.ids === undefined || last.ids.length > ids.length) return this.#watchOlder(stretch, ids)
    last.stop()
    this.#older.pop()
    this.#joinOlder({ from: last.from, to: stretch.to }, [...last.ids, ...ids])
  }

  #watchOlder(stretch: Stretch, ids: readonly string[] | undefined): void {
    const older: Older = { from: stretch.from, ids, stop: () => {} }
    this.#older.push(older)
    this.#olderChanged()
    older.stop = this.#watch(
      () => readIds(this.#database, this.tutoring, stretch),
      (ids) => {
        older.ids = ids
        this.#olderChanged()
        this.#tell()
      },
    )
  }

  #olderChanged(): void {
    this.#olderIds = this.#older.flatMap(({ ids }) => ids ?? [])
    this.#readBlocks()
  }

  #readBlocks(): void {
    const end = Math.ceil(this.#olderIds.length / BLOCK)
    const around = (place: number) => [place - BLOCK / 2, place, place + BLOCK / 2]
    const wanted = new Set(this.#shown.flatMap(around).map((place) => Math.floor(place / BLOCK)))
    for (const [place, block] of this.#blocks) {
      if (wanted.has(place) && place < end) continue
      block.stop()
      this.#blocks.delete(place)
    }
    for (const place of wanted) if (place >= 0 && place < end) this.#readBlock(place)
  }

  #readBlock(place: number): void {
    const ids = this.#olderIds.slice(place * BLOCK, (place + 1) * BLOCK)
    const before = this.#blocks.get(place)
    if (before?.ids.length === ids.length && before.ids.every((id, index) => id === ids[index])) return
    before?.stop()
    const block: Block = { ids, rows: before?.rows ?? new Map(), stop: () => {} }
    this.#blocks.set(place, block)
    block.stop = this.#watch(
      () => readRows(this.#database, ids, block.rows),
      (rows) => {
        block.rows = rows
        this.#tell()
      },
    )
  }

  #watch<T>(query: () => Promise<T>, next: (result: T) => void): () => void {
    const unfollow = followQuery(query, { next, error: this.#ends.failed })
    const stop = () => {
      unfollow()
      this.#stops.delete(stop)
    }
    this.#stops.add(stop)
    return stop
  }

  #tell(): void {
    if (this.#newest === undefined || this.#older.some(({ ids }) => ids === undefined)) return
    const blocks = [...this.#blocks.values()].map(({ rows }) => rows)
    const read = new Map([this.#moved, ...blocks, this.#newest].flatMap((rows) => [...rows]))
    let unread = 0
    for (const row of read.values()) unread += row.unread
    this.#seen.value = {
      ids: [...this.#olderIds, ...this.#newest.keys()],
      rows: new Map([...read].map(([id, { row }]) => [id, row])),
      newest: [...this.#newest.values()].flatMap(({ row }) => (row === null ? [] : [row])),
      unread,
    }
  }
}
