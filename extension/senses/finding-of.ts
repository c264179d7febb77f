import { checkCopy } from '../../shared/math/check-copy.ts'
import { checkWritten } from '../../shared/math/check-written.ts'
import { reached } from '../../shared/math/practice/practice-lines.ts'
import type { CheckRequest, Finding } from '../../shared/percepts/percept.ts'

/** What is found in a working: a verdict on each line, and on its first line as a copy of the page's problem. */
export function findingOf(request: CheckRequest): Finding {
  const { problem, lines, lastUnfinished, seed } = request
  const judged = lastUnfinished ? lines.slice(0, -1) : lines
  const copy = problem === null ? null : checkCopy(problem, judged, seed)
  const finding = { request, verdicts: checkWritten(request), copy, failed: false }
  if (request.practice === undefined) return finding
  return { ...finding, reached: reached(request.practice, lines.at(-1) ?? '', seed) }
}
