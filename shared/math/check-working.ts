import { withConsequences } from './consequences.ts'
import { plainLine } from './plain-line.ts'
import { withSetBuilders } from './set-builders.ts'
import { againstTold } from './told/contradicts-told.ts'
import { isWrong, type LineVerdict, wrongInBoth } from './verdict.ts'
import { type CheckOptions, WorkingChecker } from './working-checker.ts'
import { type WorkingReading, workingReadings } from './working-readings.ts'

export type { CheckOptions } from './working-checker.ts'

/** More lines than this are another kind of text; the last ones are checked. */
const MOST_LINES = 60

/** One verdict for each line: does it follow from the line it comes from? When not sure it says so. */
export function checkWorking(lines: readonly string[], options: CheckOptions): LineVerdict[] {
  const skipped = Math.max(0, lines.length - MOST_LINES)
  const verdicts: LineVerdict[] = lines
    .slice(0, skipped)
    .map((_, line) => ({ verdict: 'cannot-tell', line, why: 'too-long' }))
  const written = lines.map(plainLine)
  const read = withSetBuilders(written.slice(skipped))
  const judge = (some: readonly string[]): readonly LineVerdict[] => inEveryReading(some, skipped, options)
  const checked = withConsequences(read, judge(read), options.goesOn === true, judge)
  return againstTold([...verdicts, ...checked], written, options.lastUnfinished === true)
}

function inEveryReading(lines: readonly string[], skipped: number, options: CheckOptions): LineVerdict[] {
  const [first, ...others] = workingReadings(lines)
  const check = (reading: WorkingReading): LineVerdict[] =>
    new WorkingChecker(lines, skipped, options, reading).check()
  return others.reduce(
    (found, other) => (found.some(isWrong) ? wrongInBoth(found, check(other)) : found),
    first ? check(first) : [],
  )
}
