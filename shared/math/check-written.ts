import { checkWorking } from './check-working.ts'
import type { LineVerdict } from './verdict.ts'

/** Working as it stands while the person may still be writing. */
export interface WrittenLines {
  lines: readonly string[]
  /** The last line is still being written. */
  lastUnfinished: boolean
  /** The person has stopped writing for now. */
  paused: boolean
  seed: number
  /** See `CheckOptions`. */
  decimalComma?: boolean | undefined
}

/**
 * Checks working that is being written. What further lines may still mend is kept back: a lost or gained solution
 * is no slip while the person goes on ("x = 3", then "or x = −3"; one case of |x| = 3 worked to its end before
 * the other; a false solution thrown out after a test). It becomes one with a pause.
 */
export function checkWritten({
  lines,
  lastUnfinished,
  paused,
  seed,
  decimalComma,
}: WrittenLines): LineVerdict[] {
  return checkWorking(lines, { seed, lastUnfinished, goesOn: !paused, decimalComma }).map((verdict) => {
    const open =
      !paused &&
      verdict.verdict === 'does-not-follow' &&
      (verdict.proof.kind === 'solution-lost' || verdict.proof.kind === 'solution-gained')
    return open ? { verdict: 'cannot-tell', line: verdict.line, why: 'unfinished' } : verdict
  })
}
