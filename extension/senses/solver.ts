import { type Computed, ComputedSchema, type ComputeRequest } from '../../shared/percepts/computation.ts'
import { AskedWorker, type WorkerLike } from './asked-worker.ts'

/** Works out what the person asked, in a worker of its own that starts with the first request: its algebra system is large. */
export class Solver {
  readonly #worker: AskedWorker<ComputeRequest, Computed>

  constructor(start: () => WorkerLike<ComputeRequest>) {
    const failed = (request: ComputeRequest): Computed => ({ request, answer: null, failed: true })
    this.#worker = new AskedWorker({ start, schema: ComputedSchema, failed, hangsFail: true })
  }

  /** @param still called once when it takes longer than a second */
  compute(request: ComputeRequest, still?: () => void): Promise<Computed> {
    return this.#worker.ask(request, still)
  }

  cancel(id: string): void {
    this.#worker.cancel(id)
  }
}
