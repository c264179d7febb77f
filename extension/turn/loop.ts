import { HOLD } from '../../shared/acts/act.ts'
import type { CheckRequest, Percept } from '../../shared/percepts/percept.ts'
import type { Checker } from '../senses/checker.ts'
import { MathSense } from '../senses/math-sense.ts'
import { commitTurn } from '../store/commit-turn.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from './digest.ts'
import { type LoopState, newLoopState, TURN_MS } from './loop-state.ts'
import { enact, perceiveAll } from './micro-turn.ts'
import { DEADLINE_MS, type Decision, type Policy } from './policy.ts'
import type { TraceRow } from './trace.ts'
import type { Notice } from './work.ts'

/** Which message of which link a percept came with; acknowledged once the micro-turn is written. */
export interface Receipt {
  link: string
  seq: number
}

export interface LoopDoors {
  database: Database
  policy: Policy
  checker: Checker
  /** ms since the epoch. */
  now: () => number
  /** Written: tell pages, panels and background what follows from the new state. */
  committed: (state: LoopState, notices: readonly Notice[], got: ReadonlyMap<string, number>) => void
  /** The database refuses (a sentence), or works again (null). */
  fault: (sentence: string | null) => void
}

/** Compute times of the last micro-turns in ms, without waiting for the database; for the benchmark. */
const TIMINGS = 1500

/**
 * The 200 ms loop: percepts gather, a micro-turn on the grid takes them all, decides, is written, and only
 * then shows. One micro-turn at a time; one that comes late finds how many were left out as a percept.
 */
export class Loop {
  #state: LoopState
  readonly #doors: LoopDoors
  readonly #sense: MathSense
  #inbox: { percept: Percept; receipt: Receipt | null }[] = []
  #first = true
  #erasing: (() => void) | null = null
  readonly timings: number[] = []

  /** @param state fresh, or as it was stored; its `run` is the grid's origin. */
  constructor(state: LoopState, doors: LoopDoors) {
    this.#state = state
    this.#doors = doors
    this.#sense = new MathSense(state.run)
  }

  get state(): LoopState {
    return this.#state
  }

  /** Takes a percept in for the next micro-turn; the math sense sees it at once. */
  take(percept: Percept, receipt: Receipt | null = null): void {
    this.#inbox.push({ percept, receipt })
    if (percept.from === 'page') {
      const field = percept.it.kind === 'text-changed' ? percept.it.field.path : null
      const edited = this.#state.tutorings[percept.tutoring]?.fields.some(
        (each) => each.field.path === field && each.edited,
      )
      const request = this.#sense.perceive(percept.tutoring, percept.it, edited === true)
      if (request !== null) this.#check(request)
    }
    if (percept.from === 'door' && percept.it.kind === 'tutoring-ended')
      this.#sense.forget(percept.it.tutoring)
  }

  /** Runs until the signal; micro-turns stand on the grid, so timers cannot drift. */
  run(signal: AbortSignal): void {
    for (const request of this.#state.asks) this.#check(request)
    const next = () => {
      if (signal.aborted) return
      const now = this.#doors.now()
      const due = this.#state.run + (Math.floor((now - this.#state.run) / TURN_MS) + 1) * TURN_MS
      setTimeout(() => void this.turn().finally(next), due - now + 1)
    }
    next()
  }

  /** Forgets everything, between two micro-turns: all tables and the loop's own memory. */
  erase(): Promise<void> {
    return new Promise((resolve) => {
      this.#erasing = resolve
    })
  }

  async #forgetAll(): Promise<void> {
    const { database } = this.#doors
    await database.transaction('rw', database.tables, () =>
      Promise.all(database.tables.map((table) => table.clear())),
    )
    const { run, turn, now, timeZone, panels } = this.#state
    for (const tutoring of Object.keys(this.#state.tutorings)) this.#sense.forget(tutoring)
    this.#inbox = []
    this.#first = true
    this.#state = { ...newLoopState(run, timeZone), ids: this.#state.ids, turn, now, panels }
  }

  /** One micro-turn, if one is due. */
  async turn(): Promise<void> {
    const { policy } = this.#doors
    const due = Math.floor((this.#doors.now() - this.#state.run) / TURN_MS)
    const leftOut = due - this.#state.turn - 1
    if (leftOut < 0) return
    if (this.#erasing !== null) {
      await this.#forgetAll()
      this.#erasing()
      this.#erasing = null
    }
    const begun = performance.now()
    for (const request of this.#sense.tick(this.#state.run + due * TURN_MS)) this.#check(request)
    const taken = this.#inbox
    this.#inbox = []
    const at = this.#state.run + due * TURN_MS
    const percepts: Percept[] = taken.map(({ percept }) => percept)
    if (leftOut > 0) percepts.unshift({ from: 'door', at, it: { kind: 'late', turns: leftOut } })
    const { work, frame } = perceiveAll(this.#state, due, percepts)
    const decision = await withDeadline(policy(frame, this.#state.policy))
    if (decision === null) percepts.push({ from: 'door', at, it: { kind: 'policy-late' } })
    const known = new Set(this.#state.asks.map((request) => request.id))
    const act = enact(work, decision)
    this.#time(performance.now() - begun)
    const wrote = Object.values(work.writes).some((table) => table.size > 0)
    const got = lastOf(taken)
    if (percepts.length > 0 || act.kind !== HOLD.kind || wrote) {
      const trace: TraceRow = {
        run: this.#state.run,
        turn: due,
        tutorings: Object.keys(work.state.tutorings),
        percepts,
        act,
        digest: digestOf(frame, act, work),
        ...(this.#first ? { start: this.#state, policy: policy.version } : {}),
      }
      try {
        await commitTurn(this.#doors.database, { writes: work.writes, trace, state: work.state, got })
      } catch (error) {
        this.#inbox = [...taken, ...this.#inbox]
        return this.#doors.fault(faultSentence(error))
      }
      this.#first = false
      this.#doors.fault(null)
    }
    this.#state = work.state
    for (const request of work.state.asks) if (!known.has(request.id)) this.#check(request)
    this.#doors.committed(work.state, work.notices, got)
  }

  #check(request: CheckRequest): void {
    this.#doors.checker.check(request).then((it) => {
      this.take({ from: 'checker', at: this.#doors.now(), it })
    })
  }

  #time(ms: number): void {
    this.timings.push(ms)
    if (this.timings.length > TIMINGS) this.timings.shift()
  }
}

function lastOf(taken: readonly { receipt: Receipt | null }[]): Map<string, number> {
  const got = new Map<string, number>()
  for (const { receipt } of taken) if (receipt !== null) got.set(receipt.link, receipt.seq)
  return got
}

/** The decision, or null when it failed or came after the deadline. */
async function withDeadline(decision: Promise<Decision>): Promise<Decision | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE_MS)
  })
  try {
    return await Promise.race([decision, late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

function faultSentence(error: unknown): string {
  const name = error instanceof Error ? `${error.name} ${String(error.cause ?? '')}` : ''
  if (/quota/i.test(name + String(error)))
    return 'The space for Aside on this disk is full, so nothing new can be kept. Erase old tutorings in the settings, or free some disk space.'
  return 'Aside cannot write to its database right now. It keeps trying; if this stays, restart the browser.'
}
