import { checkWritten } from '../../shared/math/check-written.ts'
import { finishedLines, isPause } from '../../shared/math/finished-lines.ts'
import { type Flag, firstFlag, SEED } from './steps.ts'

/** Five characters a second, one each tick. */
const TICK_MS = 200
/** The last line must be judged this long after its last character. */
const LAST_JUDGED_MS = 2000

/**
 * Types the lines character by character, without a newline after the last, and gives the first flag in time.
 * `slowestMs` is the longest single check.
 */
export function firstLiveFlag(lines: readonly string[]): { flag: Flag | null; slowestMs: number } {
  const text = lines.join('\n')
  let slowestMs = 0
  let checked = ''
  for (let tick = 1; ; tick++) {
    const typed = text.slice(0, tick)
    const sinceKeyMs = Math.max(0, tick - text.length) * TICK_MS
    if (sinceKeyMs > LAST_JUDGED_MS) return { flag: null, slowestMs }
    const typing = { sinceKeyMs, medianGapMs: TICK_MS }
    const paused = isPause(typing)
    const seen = finishedLines(typed, typing)
    // Only finished lines are judged: nothing changes until another one is.
    const state = `${seen.lines.length} ${seen.lastFinished} ${paused}`
    if (state === checked || typed.trim() === '') continue
    checked = state
    const start = performance.now()
    const verdicts = checkWritten({ ...seen, lastUnfinished: !seen.lastFinished, paused, seed: SEED })
    slowestMs = Math.max(slowestMs, performance.now() - start)
    const flag = firstFlag(verdicts)
    if (!flag) continue
    const { line } = flag.verdict
    return { flag: { ...flag, unfinished: seen.lines[line] !== lines[line] }, slowestMs }
  }
}
