import * as v from 'valibot'
import { ActSchema } from '../../../shared/acts/act.ts'
import type { Frame } from '../frame.ts'
import type { Decision, Policy, PolicyState } from '../policy.ts'
import { rulePolicy } from '../rule-policy.ts'
import { NETWORK_VERSION } from './network-policy.ts'

/** The part of a Worker that is used. */
export interface NetworkWorker {
  postMessage(asked: { id: number; frame: Frame; state: PolicyState }): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => unknown) | null
}

/** id 0: loaded; below: it could not be loaded; above: the decision of that question, null where it failed. */
const AnswerSchema = v.object({
  id: v.number(),
  decision: v.optional(
    v.nullable(
      v.object({
        act: ActSchema,
        beliefs: v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
        state: v.record(v.string(), v.unknown()),
      }),
    ),
    null,
  ),
})

/** A micro-turn that waits longer for the network has missed its deadline (ms); within the loop's own. */
const DEADLINE_MS = 80
/** Deadlines missed in a row after which the rules take over. */
const MISSES = 2
/** A network that failed is tried again after this long, twice as long each time (ms). */
const AGAIN_MS = 60_000

/**
 * The policy that ships: the network, in a worker of its own. The rules decide until it is loaded, and at once when it
 * could not be, gives no numbers, or misses its deadline twice in a row; `version` says who decides now.
 */
export class ShippedPolicy {
  readonly policy: Policy
  readonly #start: () => NetworkWorker
  readonly #now: () => number
  #worker: NetworkWorker | null = null
  #ready = false
  #asked = 0
  #waiting = new Map<number, (decision: Decision | null) => void>()
  #misses = 0
  #failures = 0
  #failedAt = 0

  /** @param now ms */
  constructor(start: () => NetworkWorker, now: () => number) {
    this.#start = start
    this.#now = now
    const version = () => this.version
    const decide = (frame: Frame, state: PolicyState) => this.#decide(frame, state)
    this.policy = Object.defineProperty(decide, 'version', { get: version }) as unknown as Policy
  }

  get version(): string {
    return this.#ready ? NETWORK_VERSION : rulePolicy.version
  }

  async #decide(frame: Frame, state: PolicyState): Promise<Decision> {
    if (!this.#ready) {
      this.#load()
      return rulePolicy(frame, state)
    }
    const decision = await this.#ask(frame, state)
    if (decision === 'late') {
      this.#misses += 1
      if (this.#misses < MISSES) throw new Error('The interaction model missed its deadline.')
    } else {
      this.#misses = 0
      if (decision !== null) return decision
    }
    this.#fail()
    return rulePolicy(frame, state)
  }

  #load(): void {
    if (this.#worker !== null) return
    const rest = this.#failures === 0 ? 0 : AGAIN_MS * 2 ** (this.#failures - 1)
    if (this.#now() - this.#failedAt < rest) return
    try {
      this.#worker = this.#start()
      this.#worker.onmessage = ({ data }) => this.#heard(data)
      this.#worker.onerror = () => this.#fail()
    } catch {
      this.#fail()
    }
  }

  #heard(data: unknown): void {
    const parsed = v.safeParse(AnswerSchema, data)
    if (!parsed.success || parsed.output.id < 0) return this.#fail()
    const { id, decision } = parsed.output
    if (id === 0) this.#ready = true
    this.#waiting.get(id)?.(decision)
  }

  async #ask(frame: Frame, state: PolicyState): Promise<Decision | 'late' | null> {
    this.#asked += 1
    const id = this.#asked
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      return await new Promise((resolve) => {
        timer = setTimeout(() => resolve('late'), DEADLINE_MS)
        this.#waiting.set(id, resolve)
        this.#worker?.postMessage({ id, frame, state })
      })
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(id)
    }
  }

  #fail(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#ready = false
    this.#misses = 0
    this.#failures += 1
    this.#failedAt = this.#now()
    for (const resolve of this.#waiting.values()) resolve(null)
  }
}
