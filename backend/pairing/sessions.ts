import type { Hex } from '../../shared/thoughts/proof.ts'
import { monotonic, type Now } from '../rate.ts'

/** What both sides agreed on; the key of its requests follows from it and from the token, which is not kept here. */
export interface Session {
  readonly client: Hex
  readonly server: Hex
  /** `pairingId` of its token. */
  readonly pairing: Hex
}

/** The sessions that are open. Replicas share them where the log of parts is shared. */
export interface Sessions {
  add(id: string, session: Session): Promise<void>
  find(id: string): Promise<Session | null>
  /** Takes a request's count; false where it was taken before. Called once the proof was found right. */
  claim(id: string, count: number): Promise<boolean>
}

/** A session that nobody uses ends, hours. */
export const SESSION_HOURS = 12
const MOST = 256
/** Requests that overtake each other: a count may come this much after a higher one. */
const WINDOW = 256

interface Kept {
  session: Session
  usedAt: number
  /** The highest count that was taken, and those near it. */
  highest: number
  taken: Set<number>
}

export class MemorySessions implements Sessions {
  readonly #kept = new Map<string, Kept>()
  readonly #now: Now

  constructor(now: Now = monotonic) {
    this.#now = now
  }

  async add(id: string, session: Session): Promise<void> {
    if (this.#kept.size >= MOST) this.#dropOne()
    this.#kept.set(id, { session, usedAt: this.#now(), highest: 0, taken: new Set() })
  }

  async find(id: string): Promise<Session | null> {
    const kept = this.#kept.get(id)
    if (!kept) return null
    if (this.#now() - kept.usedAt < SESSION_HOURS * 3_600_000) return kept.session
    this.#kept.delete(id)
    return null
  }

  async claim(id: string, count: number): Promise<boolean> {
    const kept = this.#kept.get(id)
    if (!kept || count <= kept.highest - WINDOW || kept.taken.has(count)) return false
    kept.usedAt = this.#now()
    kept.taken.add(count)
    if (count > kept.highest) {
      kept.highest = count
      if (kept.taken.size > 2 * WINDOW)
        for (const old of kept.taken) if (old <= count - WINDOW) kept.taken.delete(old)
    }
    return true
  }

  /** The oldest in which nothing was asked for: beginning sessions must not end those of others. Else the oldest. */
  #dropOne(): void {
    let drop: string | null = null
    let oldest = Number.POSITIVE_INFINITY
    for (const [id, { highest, usedAt }] of this.#kept) {
      if (highest === 0) {
        drop = id
        break
      }
      if (usedAt < oldest) {
        oldest = usedAt
        drop = id
      }
    }
    if (drop !== null) this.#kept.delete(drop)
  }
}
