import * as v from 'valibot'
import { ComputeRequestSchema } from '../../shared/percepts/computation.ts'
import { computedOf } from './computed-of.ts'

/** The solver's worker: one request in, one answer out. */
self.onmessage = (event: MessageEvent) => {
  self.postMessage(computedOf(v.parse(ComputeRequestSchema, event.data)))
}
