import type { Manner } from '../../shared/manner.ts'
import type { Computed } from '../../shared/percepts/computation.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { Checker } from '../senses/checker.ts'
import { readAsWritten } from '../senses/math-sense.ts'
import type { Solver } from '../senses/solver.ts'
import type { LoopState } from './loop-state.ts'

interface Workers {
  checker: Checker
  solver: Solver
  now: () => number
}

type Asks = Partial<Pick<LoopState, 'asks' | 'computations'>> & {
  /** Computations that are no longer waited for: answered, or cancelled. */
  ended?: string[]
}

/** What a state asks that the one before it did not. */
export function newAsks(before: LoopState, { asks, computations }: LoopState): Asks {
  const isNew = (known: readonly { id: string }[]) => (request: { id: string }) =>
    known.every((other) => other.id !== request.id)
  return {
    asks: asks.filter(isNew(before.asks)),
    computations: computations.filter(isNew(before.computations)),
    ended: before.computations.filter(isNew(computations)).map(({ id }) => id),
  }
}

/** Puts requests to the workers; what they answer comes back as percepts. */
export function askOutside(
  { asks = [], computations = [], ended = [] }: Asks,
  manner: Manner,
  { checker, solver, now }: Workers,
  take: (percept: Percept) => void,
): void {
  for (const request of asks)
    void checker.check(readAsWritten(request, manner)).then((it) => take({ from: 'checker', at: now(), it }))
  for (const id of ended) solver.cancel(id)
  for (const request of computations) {
    const tell = (it: Computed) => take({ from: 'solver', at: now(), it })
    void solver.compute(request, () => tell({ request, answer: null, failed: false })).then(tell)
  }
}
