import type { Entry } from './entry.ts'
import type { Proof } from './verdict.ts'

/** The verdict on one statement of the working, with the entry it was compared with. */
export type StepResult =
  | { verdict: 'follows'; from: Entry | null; aside?: boolean }
  | { verdict: 'wrong'; from: Entry | null; proof: Proof }
  | { verdict: 'unsure' }
  | { verdict: 'first' }

export type Working = {
  history: readonly Entry[]
  later: readonly Entry[]
  seed: number
  degrees: boolean
  words: readonly string[]
}
