import type { Entry } from './entry.ts'
import type { Proof } from './verdict.ts'

/** The verdict on one statement of the working, with the entry it was compared with. */
export type StepResult =
  | { verdict: 'follows'; from: Entry | null; aside?: boolean }
  | { verdict: 'wrong'; from: Entry | null; proof: Proof }
  /** `from`: where it was compared with and found wrong, which something else in the working explains. */
  | { verdict: 'unsure'; from?: Entry | null }
  | { verdict: 'first' }

export type Working = {
  history: readonly Entry[]
  later: readonly Entry[]
  seed: number
  degrees: boolean
  words: readonly string[]
}
