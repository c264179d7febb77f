import type { Early } from '../../shared/manner.ts'
import { floorOf } from './floor.ts'
import type { LoopState } from './loop-state.ts'
import { KNOWN_GAPS, medianGap } from './rhythm.ts'

/** Words wait this long after an edit on the page (ms), or twice the person's own gap. */
const PAUSE_MS = 800
/** Somebody who has written nothing for so long has stopped (ms). */
export const LONG_MS = 10_000
/** A pause, in whatever rhythm somebody writes of whom little is known yet (ms). */
const ANY_PAUSE_MS = 2_000

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

/** From this urgency on (0..1) words may come while somebody writes on the page; never while they write to Aside. */
export const URGENT = 0.85

/**
 * Whether the person is between words, for what they have asked for: they have the floor neither in the panel nor on
 * the page, and the page was left alone for longer than between two keys of theirs, also where they write slowly.
 */
export function isBetweenWords(state: LoopState): boolean {
  const { person, now } = state
  const floor = floorOf(state)
  if (floor === 'person' || floor === 'both') return false
  const pause = person.gaps.length < KNOWN_GAPS ? ANY_PAUSE_MS : boundaryMs('pause', medianGap(person.gaps))
  return now - (person.keyAt ?? -Infinity) >= pause
}
