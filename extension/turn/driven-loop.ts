import type { Language } from '../../shared/catalogue/languages.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { WorkerLike } from '../senses/asked-worker.ts'
import { Checker } from '../senses/checker.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { Solver } from '../senses/solver.ts'
import { Database } from '../store/database.ts'
import { Loop, type LoopDoors } from './loop.ts'
import { type LoopState, TURN_MS } from './loop-state.ts'
import type { Policy } from './policy.ts'
import { rulePolicy } from './rule-policy.ts'

export const START = Date.UTC(2026, 2, 2, 9)
export const TUTORING = 'tutoring-1'

/** Answers in this thread; `die` makes the next request kill it. */
function workerOf<Request>(
  behaviour: { die: number },
  answer: (request: Request) => unknown,
): WorkerLike<Request> {
  const worker: WorkerLike<Request> = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (request) =>
      queueMicrotask(() => {
        if (behaviour.die > 0) {
          behaviour.die -= 1
          worker.onerror?.({} as ErrorEvent)
        } else worker.onmessage?.(new MessageEvent('message', { data: answer(request) }))
      }),
  }
  return worker
}

/** The real loop on a virtual clock, with a database of its own and a checker in this thread: for tests. */
export class DrivenLoop {
  now = START
  language: Language = 'en'
  readonly database: Database
  readonly behaviour = { die: 0 }
  readonly faults: (string | null)[] = []
  readonly acked = new Map<string, number>()
  loop: Loop

  constructor(database: Database, state: LoopState, policy: Policy = rulePolicy) {
    this.database = database
    this.now = state.run
    const doors: LoopDoors = {
      database,
      policy,
      checker: new Checker(() => workerOf(this.behaviour, findingOf)),
      solver: new Solver(() => workerOf(this.behaviour, computedOf)),
      reasoner: { follow: () => undefined },
      now: () => this.now,
      timeZone: () => 0,
      language: () => this.language,
      committed: (_state, _notices, got) => {
        for (const [link, seq] of got) this.acked.set(link, seq)
      },
      fault: (sentence) => void this.faults.push(sentence),
    }
    this.loop = new Loop(state, doors)
  }

  async pass(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      this.now += TURN_MS
      await this.loop.turn()
    }
  }

  write(text: string, seq: number): void {
    const field = { path: '#working', kind: 'textarea' as const, label: '' }
    const at = this.now
    const it = {
      kind: 'text-changed' as const,
      at,
      field,
      text,
      cut: false,
      by: 'person' as const,
      keys: [at],
    }
    this.loop.take({ from: 'page', at, tutoring: TUTORING, it }, { link: 'page', seq })
  }

  begin(): void {
    const at = this.now
    const page = { tab: 1, origin: 'http://page', address: 'http://page/', title: 'Page', fresh: true }
    const percepts: Percept[] = [
      { from: 'door', at, it: { kind: 'page-joined', tutoring: TUTORING, ...page } },
      { from: 'page', at, tutoring: TUTORING, it: { kind: 'shown', at, visible: true, focused: true } },
    ]
    for (const percept of percepts) this.loop.take(percept)
  }

  send(text: string, id = 's'): void {
    const it = { kind: 'send' as const, at: this.now, tutoring: TUTORING, id, text }
    this.loop.take({ from: 'panel', at: this.now, panel: 'p', it })
  }

  async said(): Promise<string[]> {
    return (await this.database.entries.toArray()).map((entry) => entry.text)
  }

  async remarks(): Promise<number> {
    return (await this.database.entries.toArray()).filter((entry) => entry.kind === 'remark').length
  }
}

let names = 0
export function newDatabase(): Database {
  names += 1
  return new Database(`test-${names}`)
}
