import type { Language } from '../../shared/catalogue/languages.ts'
import { isPaused } from '../../shared/manner.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { Reasoner } from '../reasoner/reasoner.ts'
import type { Checker } from '../senses/checker.ts'
import { MathSense } from '../senses/math-sense.ts'
import type { Solver } from '../senses/solver.ts'
import { commitTurn } from '../store/commit-turn.ts'
import type { Database } from '../store/database.ts'
import { askOutside, newAsks } from './ask-outside.ts'
import { digestOf } from './digest.ts'
import { faultSentence } from './fault-sentence.ts'
import { type LoopState, newLoopState, TURN_MS } from './loop-state.ts'
import { mergeWaiting, type Receipt, type Waiting } from './merge-waiting.ts'
import { enact, perceiveAll } from './micro-turn.ts'
import { newRun } from './new-run.ts'
import { type Policy, withDeadline } from './policy.ts'
import { lastAtRest, restedUntil } from './rest.ts'
import { runOnGrid } from './run-on-grid.ts'
import { type TraceRow, tutoringsIn, tutoringsKept } from './trace.ts'
import { type Computed, TurnRecord } from './turn-record.ts'
import type { Notice } from './work.ts'

export interface LoopDoors {
  database: Database
  policy: Policy
  checker: Checker
  solver: Solver
  reasoner: Pick<Reasoner, 'follow'>
  /** ms since the epoch. */
  now: () => number
  /** The clock's offset from UTC in minutes. */
  timeZone: () => number
  /** The language to speak. */
  language: () => Language
  /** Written: tell pages, panels and background what follows from the new state. */
  committed: (state: LoopState, notices: readonly Notice[], got: ReadonlyMap<string, number>) => void
  /** What is broken, in a sentence for the person; null when all is well again. */
  fault: (sentence: string | null) => void
}

/** A database that refused is asked again after this long (ms); percepts gather meanwhile. */
const AGAIN_MS = 1000

/** Micro-turns at rest after which the loop looks at its clocks all the same: one may have been set, or have slept. */
const REST_TURNS = 10

/**
 * The 200 ms loop: percepts gather, a micro-turn on the grid takes them all, decides, is written, and only
 * then shows. One micro-turn at a time; one that comes late finds how many were left out as a percept. Micro-turns
 * in which nothing can happen are not run but passed over: a loop at rest is woken by the next percept.
 */
export class Loop {
  #state: LoopState
  readonly #doors: LoopDoors
  #sense: MathSense
  #inbox: Waiting[] = []
  /** Whether the next row is the first of its run; else which policy decided last. */
  #first = true
  #decider = ''
  /** Whether this life of the loop has written anything that has not been erased since. */
  #wrote = false
  /** What was written is gone, and nobody has been told. */
  #emptied = false
  /** When the database last refused a micro-turn; null when it took the last one. */
  #refusedAt: number | null = null
  #erasing: { done: () => void; failed: (why: unknown) => void }[] = []
  /** Ends the loop's rest, while it rests. */
  #wake: () => void = () => undefined
  readonly record = new TurnRecord()

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
    if (this.#isUnheard(percept)) {
      if (receipt !== null) this.acknowledge(receipt)
      return
    }
    this.#inbox.push({ percept, receipt })
    this.#wake()
    if (percept.from !== 'page') return
    const field = percept.it.kind === 'text-changed' ? percept.it.field.path : null
    if (field !== null) this.#doors.checker.warm()
    const edited = this.#state.tutorings[percept.tutoring]?.fields.some(
      (each) => each.field.path === field && each.edited,
    )
    const request = this.#sense.perceive(percept.tutoring, percept.it, edited === true)
    if (request !== null) this.#askOutside({ asks: [request] })
  }

  /** In a pause nothing of a page is kept but whether it is in view, not even in the trace. */
  #isUnheard(percept: Percept): boolean {
    if (percept.from !== 'page' || percept.it.kind === 'shown') return false
    return isPaused(this.#state.manner, this.#doors.now())
  }

  /** A message that says nothing to the loop is written down as read with the next micro-turn. */
  acknowledge(receipt: Receipt): void {
    this.#inbox.push({ percept: null, receipt })
    this.#wake()
  }

  /** Runs until the signal. */
  run(signal: AbortSignal): void {
    this.#askOutside(this.#state)
    const { now } = this.#doors
    const next = () => {
      const turn = Math.floor((now() - this.#state.run) / TURN_MS) + 1
      const due = this.#nextTurn(turn)
      return { at: this.#state.run + due * TURN_MS, resting: due > turn }
    }
    this.#wake = runOnGrid({ now, next, turn: () => this.turn(), signal })
  }

  /** The next micro-turn that has to be run, `turn` or a later one. */
  #nextTurn(turn: number): number {
    const busy = this.#inbox.length > 0 || this.#erasing.length > 0 || this.#sense.isWaiting(this.#state.now)
    return busy ? turn : Math.max(turn, Math.min(lastAtRest(this.#state) + 1, this.#state.turn + REST_TURNS))
  }

  /** Forgets everything, between two micro-turns: all tables and the loop's own memory. */
  erase(): Promise<void> {
    return new Promise((done, failed) => {
      this.#erasing.push({ done, failed })
      this.#wake()
    })
  }

  /** One micro-turn, if one is due. */
  async turn(): Promise<void> {
    const now = this.#doors.now()
    // The clock was set back: the old grid lies in the future, a new one begins here.
    if (now < this.#state.now - TURN_MS) {
      const by = this.#state.now - now
      this.#begin(newRun(this.#state, now))
      this.take({ from: 'door', at: now, it: { kind: 'set-back', by } })
    }
    if (this.#erasing.length > 0) await this.#forgetAll()
    const due = Math.floor((now - this.#state.run) / TURN_MS)
    if (due <= this.#state.turn) return
    if (this.#refusedAt !== null && Math.abs(now - this.#refusedAt) < AGAIN_MS) return
    const begun = performance.now()
    const taken = this.#inbox
    this.#inbox = []
    const resting = lastAtRest(this.#state)
    this.#state = restedUntil(this.#state, Math.min(resting, due - 1))
    const percepts = this.#perceptsOf(taken, due)
    if (taken.length === 0 && percepts.length === 0 && resting >= due) {
      this.#state = restedUntil(this.#state, due)
      return
    }
    const computed = await this.#compute(due, percepts).catch((error: unknown) => {
      this.#inbox = [...this.#sound(taken, due), ...this.#inbox]
      this.#doors.fault(faultSentence(error, this.#doors.language()))
      return null
    })
    if (computed === null) return
    this.record.time(performance.now() - begun)
    try {
      await this.#write(due, percepts, taken, computed)
      this.#refusedAt = null
    } catch (error) {
      this.#inbox = mergeWaiting([...taken, ...this.#inbox])
      this.#refusedAt = now
      this.#doors.fault(faultSentence(error, this.#doors.language()))
    }
  }

  /** What this micro-turn takes in, what the clocks say included. */
  #perceptsOf(taken: readonly Waiting[], due: number): Percept[] {
    const at = this.#state.run + due * TURN_MS
    for (const request of this.#sense.tick(at)) this.#askOutside({ asks: [request] })
    const leftOut = due - this.#state.turn - 1
    const offset = this.#doors.timeZone()
    const percepts: Percept[] = []
    if (leftOut > 0) percepts.push({ from: 'door', at, it: { kind: 'late', turns: leftOut } })
    if (offset !== this.#state.timeZone)
      percepts.push({ from: 'door', at, it: { kind: 'time-zone', offset } })
    const language = this.#doors.language()
    if (language !== this.#state.language)
      percepts.push({ from: 'door', at, it: { kind: 'language', language } })
    for (const { percept } of taken) if (percept !== null) percepts.push(percept)
    return percepts
  }

  async #compute(due: number, percepts: Percept[]): Promise<Computed> {
    const { work, frame } = perceiveAll(this.#state, due, percepts)
    const decision = await withDeadline(() => this.#doors.policy(frame, this.#state.policy))
    if (decision === null) percepts.push({ from: 'door', at: work.state.now, it: { kind: 'policy-late' } })
    const computed = { work, frame, act: enact(work, decision) }
    this.record.note(computed, decision, this.#doors.policy.version)
    return computed
  }

  /** Writes a micro-turn that did anything; then, and only then, it counts and shows. */
  async #write(
    turn: number,
    percepts: Percept[],
    taken: readonly Waiting[],
    { work, frame, act }: Computed,
  ): Promise<void> {
    const before = this.#state
    const wrote = Object.values(work.writes).some((table) => table.size > 0)
    const decider = this.#doors.policy.version
    const other = this.#first || decider !== this.#decider
    if (percepts.length === 0 && taken.length === 0 && act.kind === 'hold' && !wrote && !other) {
      this.#state = work.state
      return
    }
    const { database, committed, fault } = this.#doors
    const got = new Map(
      taken.flatMap(({ receipt }) => (receipt === null ? [] : [[receipt.link, receipt.seq]])),
    )
    const trace: TraceRow = {
      run: before.run,
      turn,
      tutorings: [
        ...new Set([
          ...tutoringsIn(before, work.state, percepts),
          ...(this.#first ? tutoringsKept(before) : []),
        ]),
      ],
      percepts,
      act,
      digest: digestOf(frame, act, work),
      ...(this.#first ? { start: before } : {}),
      ...(other ? { policy: decider } : {}),
    }
    const { writes, forgets, state } = work
    await commitTurn(database, { writes, forgets, trace, state, got }, () => {
      this.#emptied = this.#wrote
    })
    if (this.#emptied) this.take({ from: 'door', at: state.now, it: { kind: 'store-emptied' } })
    this.#emptied = false
    this.#wrote = true
    this.#first = false
    this.#decider = decider
    this.#state = work.state
    this.#sense.keepOnly(Object.keys(work.state.tutorings))
    this.#askOutside(newAsks(before, work.state))
    fault(null)
    committed(work.state, work.notices, got)
  }

  /** What may be taken in again after a failure: a percept that fails by itself is dropped, its receipt kept. */
  #sound(taken: readonly Waiting[], due: number): Waiting[] {
    return taken.map(({ percept, receipt }) => {
      if (percept === null) return { percept, receipt }
      try {
        perceiveAll(this.#state, due, [percept])
        return { percept, receipt }
      } catch {
        return { percept: null, receipt }
      }
    })
  }

  #begin(state: LoopState): void {
    this.#state = state
    this.#first = true
    this.#sense = new MathSense(state.run)
  }

  async #forgetAll(): Promise<void> {
    const { database, committed } = this.#doors
    const waiting = this.#erasing
    this.#erasing = []
    try {
      await database.transaction('rw', database.tables, () =>
        Promise.all(database.tables.map((table) => table.clear())),
      )
      const { panels, timeZone, language } = this.#state
      this.#inbox = []
      this.#wrote = false
      this.#begin({ ...newLoopState(this.#doors.now(), timeZone), language, panels })
      committed(this.#state, [], new Map())
      for (const { done } of waiting) done()
    } catch (error) {
      for (const { failed } of waiting) failed(error)
    }
  }

  #askOutside(asks: Parameters<typeof askOutside>[0]): void {
    const take = (percept: Percept) => this.take(percept)
    askOutside(asks, this.#state.manner, this.#doors, take)
    this.#doors.reasoner.follow(this.#state, take)
  }
}
