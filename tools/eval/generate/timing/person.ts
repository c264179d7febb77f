import type { Draw } from './draw.ts'

/** Somebody who writes or speaks. */
export interface Person {
  /** Median time between two keys (ms) and its log-normal spread. */
  gap: number
  spread: number
  /** How often a word has a slip that is taken back at once, 0..1. */
  slips: number
  /** How often they stop to think where they may, 0..1, and for how long (median, ms). */
  ponders: number
  pause: number
  /** Keys one by one; a few in one edit; whole words, as completed or dictated. */
  writes: 'keys' | 'bursts' | 'words'
  /** Ends a turn by sending it, or just stops. */
  sends: boolean
  /** Writes capitals and full stops. */
  neat: boolean
  /** Words a second when speaking. */
  pace: number
  /** How far what is heard lags behind what is said (ms). */
  lag: number
}

/** Numbers are ours: from brisk ten-finger typists (90 ms a key) to hunting for each letter (300 ms). */
const KINDS = [
  { gap: 92, spread: 0.3, slips: 0.1, ponders: 0.5, pause: 1100 },
  { gap: 125, spread: 0.35, slips: 0.04, ponders: 0.6, pause: 1500 },
  { gap: 160, spread: 0.4, slips: 0.08, ponders: 0.7, pause: 1800 },
  { gap: 210, spread: 0.45, slips: 0.06, ponders: 0.75, pause: 2300 },
  { gap: 300, spread: 0.35, slips: 0.1, ponders: 0.8, pause: 2000 },
  { gap: 115, spread: 0.6, slips: 0.15, ponders: 0.95, pause: 2800 },
] as const

export function drawPerson(draw: Draw): Person {
  const kind = draw.pick(KINDS)
  return {
    ...kind,
    gap: Math.round(kind.gap * draw.share(0.85, 1.2)),
    writes: draw.weighted([
      [62, 'keys'],
      [22, 'bursts'],
      [16, 'words'],
    ]),
    sends: draw.chance(0.76),
    neat: draw.chance(0.35),
    pace: draw.share(2.1, 3.7),
    lag: draw.between(120, 330),
  }
}
