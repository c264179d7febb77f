import * as v from 'valibot'
import type { CheckRequest, Finding } from '../../shared/percepts/percept.ts'
import { FindingSchema } from '../../shared/percepts/percept.ts'

/** The part of a Worker that the checker uses. */
export interface CheckWorker {
  postMessage(request: CheckRequest): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => unknown) | null
}

/** A check that takes longer has hung: its worker is ended (ms). Checks take under 50 ms each. */
const HUNG_MS = 3000
/** How often a request is given to a fresh worker before it counts as failed. */
const TRIES = 2

interface Waiting {
  request: CheckRequest
  tries: number
  resolve: (finding: Finding) => void
}

/**
 * Checks workings in a worker of their own, one at a time. A worker that dies or hangs is replaced and the
 * request asked again; one that kills two workers is answered with `failed`, so that nobody waits for ever.
 */
export class Checker {
  readonly #start: () => CheckWorker
  #worker: CheckWorker | null = null
  #queue: Waiting[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(start: () => CheckWorker) {
    this.#start = start
  }

  check(request: CheckRequest): Promise<Finding> {
    return new Promise((resolve) => {
      this.#enqueue({ request, tries: 0, resolve })
      if (this.#queue.length === 1) this.#next()
    })
  }

  /** What the person asked comes first; of one field only the newest working is still worth checking. */
  #enqueue(waiting: Waiting): void {
    const [running, ...rest] = this.#queue
    const { request } = waiting
    const stale = (other: Waiting) =>
      !other.request.asked &&
      other.request.path === request.path &&
      other.request.tutoring === request.tutoring
    const kept = request.asked ? rest : rest.filter((other) => !stale(other))
    const asked = kept.filter((other) => other.request.asked)
    const unasked = kept.filter((other) => !other.request.asked)
    const queue = request.asked ? [...asked, waiting, ...unasked] : [...asked, ...unasked, waiting]
    this.#queue = running === undefined ? queue : [running, ...queue]
  }

  #next(): void {
    const waiting = this.#queue[0]
    if (waiting === undefined) return
    if (waiting.tries === TRIES)
      return this.#answer({ request: waiting.request, verdicts: [], copy: null, failed: true }, waiting)
    waiting.tries += 1
    this.#timer = setTimeout(() => this.#broken(), HUNG_MS)
    try {
      this.#worker ??= this.#startWorker()
      this.#worker.postMessage(waiting.request)
    } catch {
      this.#broken()
    }
  }

  #startWorker(): CheckWorker {
    const worker = this.#start()
    worker.onmessage = (event) => {
      const parsed = v.safeParse(FindingSchema, event.data)
      const waiting = this.#queue[0]
      if (waiting === undefined || !parsed.success) return this.#broken()
      if (parsed.output.request.id === waiting.request.id) this.#answer(parsed.output, waiting)
    }
    worker.onerror = () => this.#broken()
    return worker
  }

  #answer(finding: Finding, waiting: Waiting): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#queue.shift()
    waiting.resolve(finding)
    this.#next()
  }

  #broken(): void {
    this.#stopWorker()
    this.#next()
  }

  #stopWorker(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
  }
}
