import type { Database } from './database.ts'
import { forgetTutorings } from './forget-tutorings.ts'
import { type Retention, readRetention, tutoringsEnd } from './retention.ts'

const DAY_MS = 86_400_000
/** Trace rows and tutorings dropped in one transaction: a micro-turn that is to be written waits for no more. */
const ROWS = 500
/** Of what was sent, as many: a row may hold half a megabyte. */
const SENT = 20
const TUTORINGS = 10

/** Drops what is past its time, a little in each of many transactions, so that micro-turns are written in between. */
export class Pruning {
  readonly #database: Database
  /** Bytes dropped that the browser may not have told of yet: space on the disk is freed late. */
  #untold = 0
  #usage = 0
  #running: Promise<void> | null = null

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Drops traces and what was sent past the time that the person chose, the oldest of them while the store is too
   * large (traces first), tutorings past theirs, and links that nobody holds. One that is under way is not begun twice.
   * @param usage bytes that the extension's storage takes now
   */
  prune(now: number, usage: number, signal: AbortSignal): Promise<void> {
    this.#running ??= this.#prune(now, usage, signal).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #prune(now: number, usage: number, signal: AbortSignal): Promise<void> {
    const { trace, links } = this.#database
    const retention = await readRetention(this.#database)
    await links
      .where('at')
      .below(now - DAY_MS)
      .delete()
    const from = now - retention.days * DAY_MS
    while (!signal.aborted) {
      const keys = await trace.where('[run+turn]').below([from, 0]).limit(ROWS).primaryKeys()
      if (!(await this.#dropTrace(keys))) break
    }
    await this.#database.sent.where('at').below(from).delete()
    await this.#dropTutorings(retention, now, signal)
    if (usage < this.#usage) this.#untold = 0
    this.#usage = usage
    const bound = retention.megabytes * 1e6
    while (!signal.aborted && usage - this.#untold > bound) {
      const rows = await trace.orderBy('[run+turn]').limit(ROWS).toArray()
      if (await this.#dropTrace(rows.map(({ run, turn }) => [run, turn])))
        this.#untold += JSON.stringify(rows).length
      else if (!(await this.#dropSent())) break
    }
  }

  /** Drops the trace up to the last of these keys, its oldest. @returns whether there were any */
  async #dropTrace(keys: readonly [number, number][]): Promise<boolean> {
    const last = keys.at(-1)
    if (last === undefined) return false
    await this.#database.trace.where('[run+turn]').belowOrEqual(last).delete()
    return true
  }

  /** Drops the oldest of what was sent. @returns whether there was any */
  async #dropSent(): Promise<boolean> {
    const { sent } = this.#database
    const rows = await sent.orderBy('at').limit(SENT).toArray()
    await sent.bulkDelete(rows.map(({ id }) => id))
    this.#untold += JSON.stringify(rows).length
    return rows.length > 0
  }

  async #dropTutorings(retention: Retention, now: number, signal: AbortSignal): Promise<void> {
    const end = tutoringsEnd(retention, now)
    if (end === null) return
    const { tables, tutorings, promises } = this.#database
    const past = await tutorings
      .where('startedAt')
      .below(end)
      .filter(({ endedAt }) => endedAt !== null && endedAt < end)
      .primaryKeys()
    while (past.length > 0 && !signal.aborted) {
      const some = past.splice(0, TUTORINGS)
      await this.#database.transaction('rw', tables, async () => {
        const promised = new Set<string>()
        await promises
          .where('state')
          .equals('open')
          .each(({ tutoring }) => void promised.add(tutoring))
        await forgetTutorings(this.#database, new Set(some.filter((id) => !promised.has(id))))
      })
    }
  }
}
