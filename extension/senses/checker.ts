import type { CheckRequest, Finding } from '../../shared/percepts/percept.ts'
import { FindingSchema } from '../../shared/percepts/percept.ts'
import { AskedWorker, type WorkerLike } from './asked-worker.ts'

export type CheckWorker = WorkerLike<CheckRequest>

/** Checks workings in a worker of their own, one at a time. */
export class Checker {
  readonly #worker: AskedWorker<CheckRequest, Finding>

  constructor(start: () => CheckWorker) {
    this.#worker = new AskedWorker({ start, schema: FindingSchema, failed, order })
  }

  /** Somebody is writing: soon there will be something to check. */
  warm(): void {
    this.#worker.warm()
  }

  check(request: CheckRequest): Promise<Finding> {
    return this.#worker.ask(request)
  }
}

const failed = (request: CheckRequest): Finding => ({ request, verdicts: [], copy: null, failed: true })

/** What the person asked comes first; of one field only the newest working is still worth checking. What stands in none is no older state of anything. */
function order(waiting: readonly CheckRequest[], request: CheckRequest): CheckRequest[] {
  const stale = (other: CheckRequest) =>
    !other.asked &&
    request.path !== null &&
    other.path === request.path &&
    other.tutoring === request.tutoring
  const kept = request.asked ? waiting : waiting.filter((other) => !stale(other))
  const asked = kept.filter((other) => other.asked)
  const unasked = kept.filter((other) => !other.asked)
  return request.asked ? [...asked, request, ...unasked] : [...asked, ...unasked, request]
}
