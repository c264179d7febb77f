import { LIMITS } from '../../shared/thoughts/configuration.ts'
import type { Part } from '../../shared/thoughts/part.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import type { Search } from '../search/search.ts'

type WithoutSeq<Any> = Any extends Part ? Omit<Any, 'seq'> : never
/** A part that nobody has numbered yet. */
export type NewPart = WithoutSeq<Part>

/** What one thought may cost. Time is bounded by the signal. */
export interface Budget {
  /** Tokens that the model may write, over all steps. */
  tokens: number
  /** US cents by the prices of the configuration; null: unbounded, also where no price is known. */
  cents: number | null
  /** Calls of the model: one, and one more after each tool. */
  steps: number
  /** Longest silence of a model before it counts as hung, ms. */
  silenceMs: number
}

export const USUAL_BUDGET: Budget = {
  tokens: LIMITS.tokens.usual,
  cents: LIMITS.cents.usual,
  steps: 6,
  silenceMs: 60_000,
}

export interface ReasonDoors {
  search: Search
  /** Gives the thought up. Aborted with a TimeoutError its last part is the error `timed-out`, else `cancelled`. */
  signal: AbortSignal
  budget: Budget
}

/** Runs one thought. Ends after `tool-call`, `error` or `done`, and never throws. */
export type Reason = (request: ThoughtRequest, doors: ReasonDoors) => AsyncIterable<NewPart>

/** Which error a thought ends with that was given up. */
export function endOf({ reason }: AbortSignal): 'timed-out' | 'cancelled' {
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timed-out' : 'cancelled'
}
