import * as v from 'valibot'
import type { Database } from './database.ts'

/** How long and how large traces are kept, whichever is reached first. */
export const RetentionSchema = v.object({
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)),
  megabytes: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(100_000)),
})
export type Retention = v.InferOutput<typeof RetentionSchema>

/** Until the person chooses otherwise (DESIGN). */
export const RETENTION: Retention = { days: 30, megabytes: 200 }
const KEY = 'retention'

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
