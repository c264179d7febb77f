import * as v from 'valibot'
import { ActSchema } from '../../shared/acts/act.ts'
import { PerceptSchema } from '../../shared/percepts/percept.ts'

/**
 * One recorded micro-turn of a run (a run is one life of the offscreen document). Micro-turns without
 * percepts, act or writes are not recorded: replay runs them again from the grid.
 */
export const TraceRowSchema = v.object({
  /** ms since the epoch at which micro-turn 0 of the run stood. */
  run: v.number(),
  turn: v.number(),
  /** Tutorings that were open; the row belongs to each of their traces. */
  tutorings: v.array(v.string()),
  percepts: v.array(PerceptSchema),
  act: ActSchema,
  /** Digest of what came out: frame, act and writes. */
  digest: v.string(),
  /** The loop's state before this micro-turn; in the first row of a run only. */
  start: v.optional(v.unknown()),
  /** Version of the policy; in the first row of a run only. */
  policy: v.optional(v.string()),
})
export type TraceRow = v.InferOutput<typeof TraceRowSchema>
