/** After dismissals: how many, and until when (ms since the epoch) no unasked words come. */
export interface BackOff {
  count: number
  until: number
  /** `until` as it was before the last dismissal, for its undo. */
  before: number
}

export const NO_BACK_OFF: BackOff = { count: 0, until: 0, before: 0 }

/** The first dismissal costs this much silence, each further one twice as much (ms). */
const FIRST_MS = 60_000
const LONGEST_MS = 3_600_000
/** A day without a dismissal and all is forgotten (ms). */
const FORGOTTEN_MS = 86_400_000

export function dismissed(backOff: BackOff, now: number): BackOff {
  const count = now > backOff.until + FORGOTTEN_MS ? 1 : backOff.count + 1
  const length = Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS)
  return { count, until: now + length, before: backOff.until }
}

export function undone(backOff: BackOff): BackOff {
  return { count: Math.max(0, backOff.count - 1), until: backOff.before, before: backOff.before }
}
