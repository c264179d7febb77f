/** So often a frame that is there before the page around it is told to come again. */
const TIMES = 5
/** Frames remembered; one that was taken away meanwhile never comes again. */
const KEPT = 100

/** Counts how often each frame's link came before the page around it. */
export class EarlyFrames {
  readonly #times = new Map<string, number>()

  /** It came too early once more. @returns whether it is told to come again */
  mayComeAgain(link: string): boolean {
    const times = this.#times.get(link) ?? 0
    this.#times.delete(link)
    if (times === TIMES) return false
    this.#times.set(link, times + 1)
    const [oldest] = this.#times.keys()
    if (this.#times.size > KEPT && oldest !== undefined) this.#times.delete(oldest)
    return true
  }

  joined(link: string): void {
    this.#times.delete(link)
  }
}
