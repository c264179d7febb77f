import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import { isTimeUp } from './say-promise.ts'
import { sayDuration } from './say-time.ts'
import type { OpenPromise } from './skill.ts'

const MINUTE = 60_000
/** ms of lateness from which it is said. */
const LATE_MS = 5000

/**
 * The first time after `now` at which a promise is due, null for never again. Called when a promise is
 * kept it gives its next `due`; `now >= promise.due` says that it is due.
 *
 *   due         +every      +every      +every      until
 *    ├───────────┼───────────┼───────────┼──────────┤
 *    kept        kept  (asleep) ……………… kept once   ended
 *
 * Repetitions lie on the grid `due + k × every`, so they never drift; however many of its points were
 * slept through, it is due once, late, and then at the next point in the future.
 */
export function nextDue(promise: Pick<OpenPromise, 'due' | 'every' | 'until'>, now: number): number | null {
  const { due, every, until } = promise
  if (due === null || now < due) return due
  if (every === null || every <= 0) return null
  const next = due + (Math.floor((now - due) / every) + 1) * every
  return until === null || next <= until ? next : null
}

/** What is said when a promise is kept: the person's own words, and how late it is from 5 s on. */
export function dueText(
  promise: Pick<OpenPromise, 'kind' | 'text' | 'due'>,
  now: number,
  language: Language,
): string {
  const { loop, skills } = catalogueOf(language)
  if (promise.kind === 'watch') return loop.seen(promise.text)
  const said = isTimeUp(promise.text) ? promise.text : skills.reminder(promise.text)
  const late = promise.due === null ? 0 : now - promise.due
  if (late < LATE_MS) return said
  return skills.late(said, sayDuration(late < MINUTE ? late : late - (late % MINUTE), language))
}
