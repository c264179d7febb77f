/** The page's time: `now` in ms since the epoch, and the moment an event happened on that same scale. */
export type PageClock = { now(): number; timeOf(event: Event): number }

export function pageClock(now: () => number): PageClock {
  return {
    now,
    // performance.timeOrigin + timeStamp, without the drift between the two clocks after the machine slept.
    timeOf: (event) => Math.round(now() - Math.max(0, performance.now() - event.timeStamp)),
  }
}
