import { sayDuration } from './say-time.ts'
import type { OpenPromise } from './skill.ts'

/** ms of lateness from which it is said. */
const LATE_MS = 5000

/**
 * Where a promise stands at an instant.
 *
 *   waiting ──now ≥ due──▶ due ──kept: due = next──▶ waiting …
 *                           └──next is null──▶ ended
 */
export type Due =
  /** Not before `at`; null: not by the clock (a watch). */
  | { kind: 'waiting'; at: number | null }
  /**
   * To be said now. `lateMs` counts from the first time that was missed. Afterwards it is due at `next`,
   * the first point of the grid after now; null: it was the last time.
   */
  | { kind: 'due'; at: number; lateMs: number; next: number | null }

/**
 * Repetitions lie on the grid `due + k × every`, so they never drift; however many points were slept
 * through, it is due once.
 */
export function nextDue(promise: Pick<OpenPromise, 'due' | 'every' | 'until'>, now: number): Due {
  const { due, every, until } = promise
  if (due === null || now < due) return { kind: 'waiting', at: due }
  const next = every === null || every <= 0 ? null : due + (Math.floor((now - due) / every) + 1) * every
  return {
    kind: 'due',
    at: due,
    lateMs: now - due,
    next: next !== null && next <= (until ?? next) ? next : null,
  }
}

/** What is said when a promise is kept: always with the person's own words. */
export function dueText(promise: Pick<OpenPromise, 'kind' | 'text' | 'due'>, now: number): string {
  if (promise.kind === 'watch') return `The page now says “${promise.text}”.`
  const late = promise.due === null ? 0 : now - promise.due
  const said = /^time is up\b/i.test(promise.text) ? promise.text : `Reminder: ${promise.text}`
  return late < LATE_MS
    ? said
    : `${said} (${sayDuration(late >= 60_000 ? late - (late % 60_000) : late)} late)`
}
