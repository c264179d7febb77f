import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import type { Card } from './noted-slip.ts'

/**
 * Days, not minutes: a slip comes back another day, when its rule has had time to be forgotten. Without fuzz the
 * same ratings give the same days, so that traces replay.
 */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 })

/** again: the slip was made; hard: right after a try that was not; good: right at once. */
export type Rated = 'again' | 'hard' | 'good'
const GRADES: Record<Rated, Grade> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good }

/**
 * The card after one more rating.
 * @param card null: never rated
 * @param now ms since the epoch
 */
export function rate(card: Card | null, rated: Rated, now: number): Card {
  // After the clock was set back no time has passed since the last rating.
  const at = Math.max(now, card?.lastReview ?? now)
  const before =
    card === null
      ? createEmptyCard(at)
      : {
          due: card.due,
          stability: card.stability,
          difficulty: card.difficulty,
          elapsed_days: 0,
          scheduled_days: card.scheduledDays,
          learning_steps: 0,
          reps: card.reps,
          lapses: card.lapses,
          state: card.state,
          last_review: card.lastReview,
        }
  const { card: after } = SCHEDULER.next(before, at, GRADES[rated])
  return {
    due: after.due.getTime(),
    stability: after.stability,
    difficulty: after.difficulty,
    scheduledDays: after.scheduled_days,
    reps: after.reps,
    lapses: after.lapses,
    state: after.state,
    lastReview: after.last_review?.getTime() ?? null,
  }
}
