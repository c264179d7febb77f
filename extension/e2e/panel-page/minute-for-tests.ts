import type { Glimpse } from '../../../shared/messages/glimpse.ts'

/** A stretch of a minute in which all micro-turns are alike. */
interface Part {
  /** Seconds before the end. */
  from: number
  to: number
  floor?: Glimpse['floor']
  beliefs?: Glimpse['beliefs']
  /** What its first micro-turn does. */
  act?: Glimpse['act']
}

/** A question with a pause in it, an answer that is nodded to and then interrupted, a rest, a remark. */
const PARTS: readonly Part[] = [
  { from: 58, to: 52, floor: 'person', beliefs: { unfinished: 0.93, finished: 0.06 } },
  { from: 52, to: 49, beliefs: { unfinished: 0.81, finished: 0.17 } },
  { from: 49, to: 45, floor: 'person', beliefs: { unfinished: 0.7, finished: 0.3 } },
  { from: 45, to: 44, beliefs: { unfinished: 0.05, finished: 0.94, interruptible: 0.9 } },
  { from: 44, to: 40, floor: 'tutor', act: 'reply', beliefs: { finished: 0.94 } },
  { from: 40, to: 39, floor: 'both', beliefs: { backchannel: 0.96, interruption: 0.03 } },
  { from: 39, to: 33, floor: 'tutor', act: 'go on', beliefs: { backchannel: 0.2 } },
  { from: 33, to: 32.4, floor: 'both', beliefs: { interruption: 0.9, backchannel: 0.05 } },
  { from: 32.4, to: 28, floor: 'person', act: 'yield', beliefs: { interruption: 0.97, wait: 0.8 } },
  { from: 14, to: 11, floor: 'person', act: 'backchannel', beliefs: { unfinished: 0.6, stuck: 0.4 } },
  { from: 11, to: 9, beliefs: { stuck: 0.72, interruptible: 0.55 } },
  { from: 9, to: 3, floor: 'tutor', act: 'remark', beliefs: { stuck: 0.6, interruptible: 0.8 } },
  { from: 3, to: 0, beliefs: { stuck: 0.1, interruptible: 0.97 } },
]
const NONE = {
  finished: 0.02,
  unfinished: 0.02,
  wait: 0.01,
  backchannel: 0.01,
  interruption: 0.02,
  elsewhere: 0.03,
  stuck: 0.05,
  interruptible: 0.3,
}

/** @param now ms since the epoch */
export function minuteBefore(now: number): Glimpse[] {
  return PARTS.flatMap(({ from, to, floor = 'nobody', beliefs = {}, act = 'hold' }) =>
    Array.from({ length: Math.round((from - to) * 5) }, (_, index) => ({
      at: now - from * 1000 + index * 200,
      floor,
      act: index === 0 ? act : 'hold',
      beliefs: { ...NONE, ...beliefs },
      by: 'network-1',
    })),
  )
}
