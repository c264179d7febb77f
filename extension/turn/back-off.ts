/** After dismissals: how many, and until when (ms since the epoch) no unasked words come. */
export interface BackOff {
  count: number
  until: number
  /** `until` as it was before the last dismissal, for its undo. */
  before: number
}

/** A check whose remarks the person called wrong here, and how long it raises nothing. */
export type Disputed = BackOff & { check: string }

export const NO_BACK_OFF: BackOff = { count: 0, until: 0, before: 0 }

/** The first dismissal costs this much silence, each further one twice as much (ms). */
const FIRST_MS = 60_000
const LONGEST_MS = 3_600_000
/** A day without a dismissal and all is forgotten (ms). */
const FORGOTTEN_MS = 86_400_000

/** A check that was wrong is quiet ten times as long as unasked words are after a dismissal. */
const DISPUTED_TIMES = 10
/** Wrong lines that no rule names: one that was right after all says little about the next. */
const UNNAMED = 'step:algebra'

export function dismissed(backOff: BackOff, now: number, times = 1): BackOff {
  const count = now > backOff.until + FORGOTTEN_MS ? 1 : backOff.count + 1
  const length = times * Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS)
  return { count, until: now + length, before: backOff.until }
}

/**
 * "You were wrong": beyond the line itself, its check is quiet, longer each time. Where it names no rule the first
 * time costs nothing but that line: all other wrong steps would go unmarked with it.
 */
export function disputed(known: readonly Disputed[], check: string, now: number): Disputed[] {
  const before = known.find((each) => each.check === check) ?? NO_BACK_OFF
  const next = dismissed(before, now, DISPUTED_TIMES)
  const until = check === UNNAMED && next.count === 1 ? now : next.until
  return [...known.filter((each) => each.check !== check), { ...next, until, check }]
}

/** Whether the check raises nothing now. */
export function isDisputed(known: readonly Disputed[] | undefined, check: string, now: number): boolean {
  return known?.some((each) => each.check === check && now < each.until) === true
}

export function undone(backOff: BackOff): BackOff {
  return { count: Math.max(0, backOff.count - 1), until: backOff.before, before: backOff.before }
}
