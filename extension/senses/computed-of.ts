import { compute } from '../../shared/math/computing/compute.ts'
import type { Computed, ComputeRequest } from '../../shared/percepts/computation.ts'

/** What comes of a request. */
export function computedOf(request: ComputeRequest): Computed {
  return { request, answer: compute(request), failed: false }
}
