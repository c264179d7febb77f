/** A gap between two edits longer than this is a pause, not rhythm (ms). */
export const LONGEST_GAP_MS = 5000
/** Gaps remembered: the person's rhythm now, not of this morning. */
const GAPS = 30

/** The person's gaps between edits with one more, in ms, newest last; pauses are left out. */
export function withGap(gaps: readonly number[], gap: number): number[] {
  return gap > 0 && gap <= LONGEST_GAP_MS ? [...gaps.slice(-GAPS + 1), gap] : [...gaps]
}

/** A thinking pause lasts between these (ms); beyond, the person was away. */
const PAUSE_MS = 2000
const AWAY_MS = 600_000
/** Being stuck: so many times the longest of nine in ten of the person's own pauses, within these bounds (ms). */
const TIMES = 4
const SOONEST_MS = 45_000
const LATEST_MS = 240_000
/** Until five pauses are known (ms). */
const UNKNOWN_MS = 120_000

/** The person's thinking pauses with one more, in ms, newest last. */
export function withPause(pauses: readonly number[], gap: number): number[] {
  return gap >= PAUSE_MS && gap <= AWAY_MS ? [...pauses.slice(-GAPS + 1), gap] : [...pauses]
}

/** How long this person writes nothing before it may mean that they are stuck, in ms. */
export function stuckAfterMs(pauses: readonly number[]): number {
  if (pauses.length < 5) return UNKNOWN_MS
  const sorted = pauses.toSorted((a, b) => a - b)
  const ninth = sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, TIMES * ninth))
}

/** Gaps from which on there is a rhythm to know. */
export const KNOWN_GAPS = 5

/** Median gap between the person's edits in ms; 200 (about 60 words a minute) until enough are known. */
export function medianGap(gaps: readonly number[]): number {
  if (gaps.length < KNOWN_GAPS) return 200
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 200
}
