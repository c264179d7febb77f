import * as v from 'valibot'
import type { Database } from './database.ts'

/** Key of the settings row that says when everything is to be erased (ms since the epoch). */
const ERASURE = 'erasure'
/** How long everything can be kept after all (ms). */
export const ERASED_AFTER_MS = 15_000
/** A disk that refused is asked again after this long (ms). */
const AGAIN_MS = 1000

/** When everything is to be erased, ms since the epoch; null when it is not. */
export async function readErasure(database: Database): Promise<number | null> {
  const parsed = v.safeParse(v.number(), (await database.settings.get(ERASURE))?.value)
  return parsed.success ? parsed.output : null
}

interface Doors {
  database: Database
  /** ms since the epoch. */
  now(): number
  /** Ends all reading; what was read until now is kept. */
  end(): void
  /** Erases everything, at once. */
  erase(): Promise<void>
  ended: AbortSignal
}

/**
 * Erases everything after some seconds in which it can be kept after all. The row outlives the loop: what a death
 * left standing is erased at the next start.
 */
export class Erasure {
  readonly #doors: Doors
  #at = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether it can still be kept. */
  #open = false

  constructor(doors: Doors) {
    this.#doors = doors
    doors.ended.addEventListener('abort', () => clearTimeout(this.#timer))
  }

  /** Goes on with what was asked for before the loop died. */
  async resume(): Promise<void> {
    const at = await readErasure(this.#doors.database)
    if (at !== null) this.#wait(at)
  }

  /**
   * @returns soon: it can be kept for some seconds; gone: it was erased at once, for the disk took no note of it
   */
  async ask(): Promise<'soon' | 'gone'> {
    const { database, now, end, erase } = this.#doors
    if (this.#open) return 'soon'
    this.#open = true
    end()
    const at = now() + ERASED_AFTER_MS
    try {
      await database.settings.put({ key: ERASURE, value: at })
    } catch {
      this.#open = false
      await erase()
      return 'gone'
    }
    this.#wait(at)
    return 'soon'
  }

  /** Undoes it. False: it was too late, or the disk took no note of it, and it is erased all the same. */
  async keep(): Promise<boolean> {
    if (!this.#open) return false
    clearTimeout(this.#timer)
    try {
      await this.#doors.database.settings.delete(ERASURE)
    } catch {
      this.#wait(this.#at)
      return false
    }
    this.#open = false
    return true
  }

  #wait(at: number): void {
    this.#open = true
    this.#at = at
    // A clock that was set back prolongs nothing.
    const wait = Math.min(Math.max(0, at - this.#doors.now()), ERASED_AFTER_MS)
    this.#timer = setTimeout(() => void this.#carryOut(), wait)
  }

  async #carryOut(): Promise<void> {
    this.#open = false
    try {
      await this.#doors.erase()
    } catch {
      if (!this.#doors.ended.aborted) this.#timer = setTimeout(() => void this.#carryOut(), AGAIN_MS)
    }
  }
}
