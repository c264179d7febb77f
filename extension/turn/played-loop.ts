import type { Act } from '../../shared/acts/act.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import type { EditHow } from '../../shared/percepts/edit-how.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import type { CheckRequest, DoorPercept, Finding, Percept } from '../../shared/percepts/percept.ts'
import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { MathSense, readAsWritten } from '../senses/math-sense.ts'
import type { Entry, Remark } from '../store/rows.ts'
import { digestOf } from './digest.ts'
import { type LoopState, newLoopState, TURN_MS } from './loop-state.ts'
import { enact, perceiveAll } from './micro-turn.ts'
import type { Policy } from './policy.ts'
import { lastAtRest, restedUntil } from './rest.ts'
import { rulePolicy } from './rule-policy.ts'
import type { TraceRow } from './trace.ts'

type Unstamped<Each> = Each extends { at: number } ? Omit<Each, 'at'> : Each

/**
 * The loop's pure core and its math sense played on a virtual clock, with one page and one panel: for tests,
 * evaluations and benchmarks. What it writes is kept; what it did is a trace that replays.
 */
export class PlayedLoop {
  static readonly tutoring = 'tutoring-1'
  static readonly panel = 'panel-1'
  state: LoopState
  readonly entries = new Map<string, Entry>()
  readonly remarks = new Map<string, Remark>()
  readonly trace: TraceRow[] = []
  readonly acts: { turn: number; act: Act }[] = []
  readonly #start: number
  readonly #policy: Policy
  readonly #sense: MathSense
  #inbox: Percept[] = []
  #text = ''
  #sends = 0

  /** @param start ms since the epoch at which virtual time begins */
  constructor(start = Date.UTC(2026, 2, 2, 9), policy: Policy = rulePolicy) {
    this.#start = start
    this.#policy = policy
    this.#sense = new MathSense(start)
    this.state = newLoopState(start, 0)
    const page = { tab: 1, origin: 'http://page', address: 'http://page/', title: 'Page', fresh: true }
    this.door({ kind: 'page-joined', tutoring: PlayedLoop.tutoring, ...page })
    this.door({ kind: 'panel-joined', panel: PlayedLoop.panel })
    this.page({ kind: 'shown', visible: true, focused: true })
  }

  /** ms since virtual time began. */
  get t(): number {
    return this.state.turn * TURN_MS
  }

  door(it: DoorPercept): void {
    this.#inbox.push({ from: 'door', at: this.#at, it })
  }

  /**
   * @param at ms since virtual time began; now without it
   * @param sensed whether the math sense sees it too; without, findings come from elsewhere
   */
  page(it: Unstamped<PagePercept>, at = this.t, sensed = true): void {
    const percept = { ...it, at: this.#start + at } as PagePercept
    this.#inbox.push({ from: 'page', at: percept.at, tutoring: PlayedLoop.tutoring, it: percept })
    if (!sensed) return
    const request = this.#sense.perceive(PlayedLoop.tutoring, percept, true)
    if (request !== null) this.#check(request)
  }

  panel(it: Unstamped<PanelToLoop>, at = this.t): void {
    const message = { ...it, at: this.#start + at } as PanelToLoop
    this.#inbox.push({ from: 'panel', at: this.#start + at, panel: PlayedLoop.panel, it: message })
  }

  finding(it: Finding): void {
    this.#inbox.push({ from: 'checker', at: this.#at, it })
  }

  reasoner(it: ThoughtPercept): void {
    this.#inbox.push({ from: 'reasoner', at: this.#at, it })
  }

  draft(text: string, at = this.t, how?: EditHow): void {
    this.panel({ kind: 'draft', tutoring: PlayedLoop.tutoring, text, ...(how && { how }) }, at)
  }

  send(text: string, at = this.t): void {
    this.#sends += 1
    this.panel({ kind: 'send', tutoring: PlayedLoop.tutoring, id: `sent-${this.#sends}`, text }, at)
  }

  /** One edit of the page's only field, whole text. */
  write(text: string, at = this.t, how?: EditHow): void {
    this.#text = text
    const field = { path: '#working', kind: 'textarea' as const, label: 'Working' }
    const keys = [this.#start + at]
    const came = { by: 'person' as const, ...(how && { how }), keys }
    this.page({ kind: 'text-changed', field, text, cut: false, ...came }, at)
  }

  /** Types key by key, a micro-turn a key. */
  async type(text: string): Promise<void> {
    for (const key of text) {
      this.write(this.#text + key)
      await this.turn()
    }
  }

  async turn(): Promise<Act> {
    const turn = this.state.turn + 1
    for (const request of this.#sense.tick(this.#start + turn * TURN_MS)) this.#check(request)
    const percepts = this.#inbox
    this.#inbox = []
    const before = this.state
    const { work, frame } = perceiveAll(before, turn, percepts)
    const act = enact(work, await this.#policy(frame, before.policy))
    for (const request of work.state.asks)
      if (!before.asks.some((asked) => asked.id === request.id)) this.#check(request)
    for (const request of work.state.computations)
      if (!before.computations.some((known) => known.id === request.id))
        this.#inbox.push({ from: 'solver', at: this.#at, it: computedOf(request) })
    for (const entry of work.writes.entries.values()) this.entries.set(entry.id, entry)
    for (const remark of work.writes.remarks.values()) this.remarks.set(remark.id, remark)
    if (act.kind !== 'hold') this.acts.push({ turn, act })
    const wrote = Object.values(work.writes).some((table) => table.size > 0)
    if (percepts.length > 0 || act.kind !== 'hold' || wrote) {
      const start = this.trace.length === 0 ? { start: before, policy: this.#policy.version } : {}
      const digest = digestOf(frame, act, work)
      this.trace.push({ run: this.#start, turn, tutorings: [], percepts, act, digest, ...start })
    }
    this.state = work.state
    return act
  }

  async pass(ms: number): Promise<void> {
    for (const end = this.t + ms; this.t < end; ) await this.turn()
  }

  /** Passes over micro-turns in which nothing can happen, as the loop does: for minutes and hours. */
  async later(ms: number): Promise<void> {
    for (const end = this.state.turn + ms / TURN_MS; this.state.turn < end; ) {
      await this.turn()
      this.state = restedUntil(this.state, Math.min(lastAtRest(this.state), end))
    }
  }

  /** What the tutor has said so far, whole or in part, in order. */
  get said(): string[] {
    return [...this.entries.values()]
      .filter((entry) => entry.who === 'tutor')
      .map((entry) => entry.text.slice(0, entry.spoken))
  }

  #check(request: CheckRequest): void {
    this.finding(findingOf(readAsWritten(request, this.state.manner)))
  }

  get #at(): number {
    return this.#start + this.t
  }
}
