import * as v from 'valibot'

/** The part of a Worker that is used. */
export interface WorkerLike<Request> {
  postMessage(request: Request): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => unknown) | null
}

/** A request that takes longer has hung: its worker is ended (ms). Checks take under 50 ms each. */
const HUNG_MS = 3000
/** Who waits longer than this is told that it is being worked on (ms). */
const LONG_MS = 1000
/** How often a request is given to a fresh worker before it counts as failed. */
const TRIES = 2

interface Waiting<Request, Answer> {
  request: Request
  tries: number
  /** Called once when it takes long. */
  still: (() => void) | undefined
  resolve: (answer: Answer) => void
}

interface Kind<Request, Answer> {
  start: () => WorkerLike<Request>
  schema: v.GenericSchema<unknown, Answer>
  /** What is answered where no worker could be made to answer. */
  failed: (request: Request) => Answer
  /** The order in which requests wait behind the one that runs, the new one among them; the order of asking without it. */
  /** What hangs once would hang again: it counts as failed at once. */
  hangsFail?: boolean
  order?: (waiting: readonly Request[], request: Request) => readonly Request[]
}

/**
 * Answers requests in a worker of their own, one at a time; it starts with the first. A worker that dies or hangs is
 * replaced and the request asked again; one that kills two workers is answered as failed, so that nobody waits for ever.
 */
export class AskedWorker<Request extends { id: string }, Answer extends { request: Request }> {
  readonly #kind: Kind<Request, Answer>
  #worker: WorkerLike<Request> | null = null
  #queue: Waiting<Request, Answer>[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #long: ReturnType<typeof setTimeout> | null = null

  constructor(kind: Kind<Request, Answer>) {
    this.#kind = kind
  }

  /** Starts the worker before there is anything to ask, so that the first question need not wait for it. */
  warm(): void {
    try {
      this.#worker ??= this.#startWorker()
    } catch {
      // It is tried again, and counted, when something is asked.
    }
  }

  ask(request: Request, still?: () => void): Promise<Answer> {
    return new Promise((resolve) => {
      this.#enqueue({ request, tries: 0, still, resolve })
      if (this.#queue.length === 1) this.#next()
    })
  }

  /** Nobody waits for it any more: it is answered as failed, and what it runs in is ended. */
  cancel(id: string): void {
    const waiting = this.#queue.find(({ request }) => request.id === id)
    if (!waiting) return
    const failed = this.#kind.failed(waiting.request)
    if (waiting === this.#queue[0]) {
      this.#stopWorker()
      return this.#answer(failed, waiting)
    }
    this.#queue = this.#queue.filter((each) => each !== waiting)
    waiting.resolve(failed)
  }

  #enqueue(waiting: Waiting<Request, Answer>): void {
    const [running, ...rest] = this.#queue
    if (running === undefined || !this.#kind.order) {
      this.#queue.push(waiting)
      return
    }
    const order = this.#kind.order(
      rest.map(({ request }) => request),
      waiting.request,
    )
    const all = [...rest, waiting]
    this.#queue = [running, ...order.flatMap((request) => all.find((each) => each.request === request) ?? [])]
  }

  #next(): void {
    const waiting = this.#queue[0]
    if (waiting === undefined) return
    if (waiting.tries === TRIES) return this.#answer(this.#kind.failed(waiting.request), waiting)
    waiting.tries += 1
    this.#timer = setTimeout(() => this.#hung(waiting), HUNG_MS)
    if (waiting.still && waiting.tries === 1) this.#long = setTimeout(waiting.still, LONG_MS)
    try {
      this.#worker ??= this.#startWorker()
      this.#worker.postMessage(waiting.request)
    } catch {
      this.#broken()
    }
  }

  #startWorker(): WorkerLike<Request> {
    const worker = this.#kind.start()
    worker.onmessage = (event) => {
      const parsed = v.safeParse(this.#kind.schema, event.data)
      const waiting = this.#queue[0]
      if (waiting === undefined || !parsed.success) return this.#broken()
      if (parsed.output.request.id === waiting.request.id) this.#answer(parsed.output, waiting)
    }
    worker.onerror = () => this.#broken()
    return worker
  }

  #answer(answer: Answer, waiting: Waiting<Request, Answer>): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#long !== null) clearTimeout(this.#long)
    this.#queue.shift()
    waiting.resolve(answer)
    this.#next()
  }

  #hung(waiting: Waiting<Request, Answer>): void {
    if (this.#kind.hangsFail) waiting.tries = TRIES
    this.#broken()
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
