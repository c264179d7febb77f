/** Thrown where more work was asked for than is allowed; only `within` catches it. */
const SPENT = Symbol('the work that was allowed is spent')

/** Work done ever, and up to where it may go on now. */
let done = 0
let limit = Number.POSITIVE_INFINITY

/**
 * Counts work: evaluations of one node of an expression, of which 50 ms hold some 700,000 (2 cores, loaded). It is
 * counted and never timed, so that the same input is given up at the same place on every machine.
 */
export function spend(work: number): void {
  done += work
  if (done > limit) throw SPENT
}

/** Runs `reckon` with so much work allowed. @returns null where it did not come to its end */
export function within<Result>(work: number, reckon: () => Result): Result | null {
  const outer = limit
  limit = Math.min(outer, done + work)
  try {
    return reckon()
  } catch (thrown) {
    if (thrown !== SPENT) throw thrown
    return null
  } finally {
    limit = outer
  }
}

/** What of this work is left after `reckon` has been run, whatever came of it. */
export function leftAfter(work: number, reckon: () => void): number {
  const before = done
  reckon()
  return work - (done - before)
}

/**
 * Work allowed for one line, for a whole working, and for each line where that is spent: the first is twice what any
 * line of the development set takes, the last some five times the median. Naming a slip comes on top.
 */
export const LINE_WORK = 300_000
export const WORKING_WORK = 500_000
export const LEAST_WORK = 5000
export const DIAGNOSIS_WORK = 80_000
/** Work that reading one character once more is worth. */
export const READ_WORK = 20
