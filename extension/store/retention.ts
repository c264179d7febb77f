import * as v from 'valibot'
import type { Database } from './database.ts'

const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))

/** How long things are kept. Traces: days or size, whichever is reached first. */
export const RetentionSchema = v.object({
  days: Days,
  megabytes: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(100_000)),
  /** Days after its end that a tutoring is kept; null: until the person deletes it. */
  tutoringDays: v.optional(v.nullable(Days), null),
  /** When that was chosen, ms since the epoch. */
  chosenAt: v.optional(v.number(), 0),
})
export type Retention = v.InferOutput<typeof RetentionSchema>

/** Until the person chooses otherwise (DESIGN). */
export const RETENTION: Retention = { days: 30, megabytes: 200, tutoringDays: null, chosenAt: 0 }
/** A choice that deletes tutorings can be taken back for so long (ms). */
export const TAKEN_BACK_MS = 3_600_000
const DAY_MS = 86_400_000
const KEY = 'retention'

/** Tutorings that ended before this (ms since the epoch) may go now; null: none may. */
export function tutoringsEnd({ tutoringDays, chosenAt }: Retention, now: number): number | null {
  // A clock that was set back does not put it off for ever.
  const waits = chosenAt <= now && now - chosenAt < TAKEN_BACK_MS
  return tutoringDays === null || waits ? null : now - tutoringDays * DAY_MS
}

/** What the person chose in the settings. */
export async function readRetention(database: Database): Promise<Retention> {
  const parsed = v.safeParse(RetentionSchema, (await database.settings.get(KEY))?.value)
  return parsed.success ? parsed.output : RETENTION
}

/** What does not parse is not kept. */
export async function writeRetention(database: Database, chosen: unknown): Promise<void> {
  const parsed = v.safeParse(RetentionSchema, chosen)
  if (parsed.success) await database.settings.put({ key: KEY, value: parsed.output })
}
