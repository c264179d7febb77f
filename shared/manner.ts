import * as v from 'valibot'
import { matchesPattern } from './match-pattern.ts'
import { DecimalSchema, TimesSchema } from './notation.ts'

/** A kind of remark that the person does not want to hear: the check that raises it, and its rule to name it. */
const MutedSchema = v.object({
  check: v.pipe(v.string(), v.maxLength(200)),
  rule: v.pipe(v.string(), v.maxLength(1000)),
})

/** Kinds of remarks that can be muted at once. */
export const MUTED = 200

/** When an unasked remark may be said: as soon as nobody talks, after a pause, or only when the person has stopped. */
export const EarlySchema = v.picklist(['at-once', 'pause', 'long'])
export type Early = v.InferOutput<typeof EarlySchema>

/**
 * How the person wants Aside to be. Part of the loop's memory, so that traces replay; the settings table
 * shows it under `manner`. Every part has a default: a row of an older version parses.
 */
export const MannerSchema = v.object({
  /** Exam mode: nothing unasked, no mark; promises are kept, what is asked is answered. */
  exam: v.optional(v.boolean(), false),
  early: v.optional(EarlySchema, 'pause'),
  decimal: v.optional(DecimalSchema, 'language'),
  times: v.optional(TimesSchema, 'dot'),
  /** Whether a record of slips is kept, see `shared/practice/noted-slip.ts`. */
  record: v.optional(v.boolean(), true),
  /** ms since the epoch until which nothing is read; null: reading. */
  pausedUntil: v.optional(v.nullable(v.number()), null),
  /** Sites that are never read, as match patterns such as `https://example.org/*`. */
  never: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(2000)), []),
  /** Sites of which nothing is sent to the backend, as match patterns. */
  neverSent: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(2000)), []),
  muted: v.optional(v.pipe(v.array(MutedSchema), v.maxLength(MUTED)), []),
})
export type Manner = v.InferOutput<typeof MannerSchema>

export const MANNER = 'manner'
export const NEW_MANNER: Manner = v.parse(MannerSchema, {})

/** The manner as it was stored; what does not parse is as if it had never been said. */
export function parseManner(stored: unknown): Manner {
  const parsed = v.safeParse(MannerSchema, stored ?? {})
  return parsed.success ? parsed.output : NEW_MANNER
}

/** Whether nothing may be read now. */
export function isPaused(manner: Manner, now: number): boolean {
  return manner.pausedUntil !== null && now < manner.pausedUntil
}

/** The pattern of the sites that are never read which covers this origin, or null. */
export function neverPattern(manner: Manner, origin: string): string | null {
  return manner.never.find((pattern) => matchesPattern(origin, pattern)) ?? null
}
