interface Grid {
  /** ms since the epoch. */
  now: () => number
  /** When the next micro-turn has to be run (ms since the epoch), and whether that may still come to be sooner. */
  next: () => { at: number; resting: boolean }
  turn: () => Promise<void>
  signal: AbortSignal
}

/**
 * Runs one micro-turn after the other until the signal, each at its time: timers cannot drift.
 * @returns what ends a rest: the time of the next micro-turn is asked for again
 */
export function runOnGrid({ now, next, turn, signal }: Grid): () => void {
  let rest: ReturnType<typeof setTimeout> | null = null
  const wait = () => {
    if (signal.aborted) return
    const { at, resting } = next()
    const timer = setTimeout(
      () => {
        rest = null
        void turn().finally(wait)
      },
      at - now() + 1,
    )
    rest = resting ? timer : null
  }
  wait()
  return () => {
    if (rest === null) return
    clearTimeout(rest)
    wait()
  }
}
