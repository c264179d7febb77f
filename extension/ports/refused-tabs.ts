import { type Manner, neverPattern } from '../../shared/manner.ts'

/** Tabs on which the button was pressed though their site is never read: there it explains itself. */
export class RefusedTabs {
  readonly #manner: () => Manner
  readonly #origins = new Map<number, string>()

  constructor(manner: () => Manner) {
    this.#manner = manner
  }

  isNever(origin: string): boolean {
    return neverPattern(this.#manner(), origin) !== null
  }

  /** The button was pressed on a tab of this origin. @returns whether it may not be read */
  pressed(tab: number, origin: string | null): boolean {
    this.#origins.delete(tab)
    if (origin === null || !this.isNever(origin)) return false
    this.#origins.set(tab, origin)
    return true
  }

  /** The tab is closed, or shows something else. */
  left(tab: number): void {
    this.#origins.delete(tab)
  }

  clear(): void {
    this.#origins.clear()
  }

  /** With the pattern that forbids to read each. */
  get list(): { tab: number; pattern: string }[] {
    return [...this.#origins].flatMap(([tab, origin]) => {
      const pattern = neverPattern(this.#manner(), origin)
      return pattern === null ? [] : [{ tab, pattern }]
    })
  }
}
