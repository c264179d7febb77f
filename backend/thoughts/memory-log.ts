import { endsStream, type Part } from '../../shared/thoughts/part.ts'
import { monotonic, type Now } from '../rate.ts'
import type { NewPart } from '../reasoners/reason.ts'
import { KEPT_MS, type LogState, type PartLog } from './part-log.ts'

/** Ended thoughts that are kept at most; the oldest go first. */
const MOST_ENDED = 500

interface Kept {
  results: number
  /** Number before the first of `parts`. */
  readonly before: number
  readonly parts: Part[]
  ended: boolean
}

const UNKNOWN: LogState = { state: 'unknown', results: 0, parts: [] }

/** The log of one process: gone with it. */
export class MemoryLog implements PartLog {
  readonly kind = 'memory'
  readonly #kept = new Map<string, Kept>()
  /** Since when, in order. */
  readonly #ended = new Map<string, number>()
  readonly #listeners = new Map<string, Set<(ended: boolean) => void>>()
  readonly #now: Now

  constructor(now: Now = monotonic) {
    this.#now = now
  }

  async begin(thought: string, results: number, after: number): Promise<boolean> {
    this.#forget()
    const kept = this.#kept.get(thought)
    if (!kept) {
      this.#kept.set(thought, { results, before: after, parts: [], ended: false })
      return true
    }
    if (kept.parts.at(-1)?.kind !== 'tool-call' || results <= kept.results) return false
    kept.results = results
    this.#open(thought, kept)
    return true
  }

  async append(thought: string, results: number, part: NewPart): Promise<boolean> {
    const kept = this.#kept.get(thought)
    if (!kept || kept.ended || kept.results !== results) return false
    const numbered: Part = { ...part, seq: kept.before + kept.parts.length + 1 }
    kept.parts.push(numbered)
    kept.ended = endsStream(numbered)
    if (kept.ended) this.#ended.set(thought, this.#now())
    for (const onNews of this.#listeners.get(thought) ?? []) onNews(kept.ended)
    return true
  }

  async cancel(thought: string): Promise<void> {
    await this.begin(thought, 0, 0)
    const kept = this.#kept.get(thought)
    if (!kept) return
    if (kept.parts.at(-1)?.kind === 'tool-call') this.#open(thought, kept)
    await this.append(thought, kept.results, { kind: 'error', error: 'cancelled' })
  }

  async read(thought: string, after: number): Promise<LogState> {
    this.#forget()
    const kept = this.#kept.get(thought)
    if (!kept) return UNKNOWN
    return {
      state: kept.ended ? 'ended' : 'open',
      results: kept.results,
      parts: kept.parts.slice(Math.max(0, after - kept.before)),
    }
  }

  async listen(thought: string, onNews: (ended: boolean) => void): Promise<() => void> {
    const listeners = this.#listeners.get(thought) ?? new Set()
    this.#listeners.set(thought, listeners.add(onNews))
    return () => {
      listeners.delete(onNews)
      if (listeners.size === 0 && this.#listeners.get(thought) === listeners) this.#listeners.delete(thought)
    }
  }

  async keepAlive(): Promise<void> {}

  async close(): Promise<void> {}

  #open(thought: string, kept: Kept): void {
    kept.ended = false
    this.#ended.delete(thought)
  }

  #forget(): void {
    for (const [thought, at] of this.#ended) {
      if (this.#ended.size <= MOST_ENDED && this.#now() - at < KEPT_MS) return
      this.#ended.delete(thought)
      this.#kept.delete(thought)
    }
  }
}
