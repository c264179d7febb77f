/** A gap between two edits longer than this is a pause, not rhythm (ms). */
export const LONGEST_GAP_MS = 5000
/** Gaps remembered: the person's rhythm now, not of this morning. */
const GAPS = 30

/** The person's gaps between edits with one more, in ms, newest last; pauses are left out. */
export function withGap(gaps: readonly number[], gap: number): number[] {
  return gap > 0 && gap <= LONGEST_GAP_MS ? [...gaps.slice(-GAPS + 1), gap] : [...gaps]
}

/** Median gap between the person's edits in ms; 200 (about 60 words a minute) until five are known. */
export function medianGap(gaps: readonly number[]): number {
  if (gaps.length < 5) return 200
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 200
}
