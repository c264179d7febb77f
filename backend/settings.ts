import * as v from 'valibot'
import { FIRST_PORT, PORTS } from '../shared/thoughts/meeting.ts'
import type { Environment } from './configuration.ts'

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/u), v.transform(Number), v.maxValue(65_535))
const SettingsSchema = v.object({
  ASIDE_PORT: v.optional(Port),
  ASIDE_CALLED_PORT: v.optional(Port),
  ASIDE_REDIS: v.optional(v.pipe(v.string(), v.regex(/^(?:rediss?|unix):\/\//u))),
  ASIDE_THOUGHTS: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,4}$/u), v.transform(Number), v.minValue(1)),
    '128',
  ),
})

/** How the process runs, as against what it answers with (`configuration.ts`). */
export interface Settings {
  /** Tried in turn; 0: any. */
  readonly ports: readonly number[]
  /** The port that clients call, where it is a balancer's and not ours. */
  readonly calledPort: number | null
  readonly redis: string | null
  /** Thoughts at once. */
  readonly thoughts: number
}

/** Throws a sentence that names the variable that cannot be read. */
export function readSettings(env: Environment): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = v.safeParse(SettingsSchema, given)
  if (!read.success)
    throw new Error(
      `${read.issues[0].path?.[0]?.key} is not what it should be: a port (ASIDE_PORT, ASIDE_CALLED_PORT), a number from 1 to 9999 (ASIDE_THOUGHTS), an address such as redis://127.0.0.1:6379 (ASIDE_REDIS).`,
    )
  const { ASIDE_PORT, ASIDE_CALLED_PORT, ASIDE_REDIS, ASIDE_THOUGHTS } = read.output
  return {
    ports:
      ASIDE_PORT === undefined ? Array.from({ length: PORTS }, (_, at) => FIRST_PORT + at) : [ASIDE_PORT],
    calledPort: ASIDE_CALLED_PORT ?? null,
    redis: ASIDE_REDIS ?? null,
    thoughts: ASIDE_THOUGHTS,
  }
}
