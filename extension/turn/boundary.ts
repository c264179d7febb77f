import type { Early } from '../../shared/manner.ts'

/** Words wait this long after an edit on the page (ms), or twice the person's own gap. */
const PAUSE_MS = 800
/** Somebody who has written nothing for so long has stopped (ms). */
export const LONG_MS = 10_000

/**
 * How long the page must have been left alone before an unasked word, in ms. At once: the floor alone decides,
 * which typing holds for a moment (see floor.ts).
 * @param medianGap the person's own gap between edits in ms
 */
export function boundaryMs(early: Early, medianGap: number): number {
  switch (early) {
    case 'at-once':
      return 0
    case 'pause':
      return Math.max(PAUSE_MS, 2 * medianGap)
    case 'long':
      return LONG_MS
  }
}
