import * as v from 'valibot'
import { ActSchema } from '../../shared/acts/act.ts'
import { type Percept, PerceptSchema } from '../../shared/percepts/percept.ts'
import type { LoopState } from './loop-state.ts'

/**
 * One recorded micro-turn of a run (a run is one life of the offscreen document). Micro-turns without
 * percepts, act or writes are not recorded: replay runs them again from the grid.
 */
export const TraceRowSchema = v.object({
  /** ms since the epoch at which micro-turn 0 of the run stood. */
  run: v.number(),
  turn: v.number(),
  /** Tutorings that were open, or of which something was noticed; the row belongs to each of their traces. */
  tutorings: v.array(v.string()),
  percepts: v.array(PerceptSchema),
  act: ActSchema,
  /** Digest of what came out: frame, act and writes. */
  digest: v.string(),
  /** The loop's state before this micro-turn; in the first row of a run only. */
  start: v.optional(v.unknown()),
  /** Version of the policy that decided, in the first row of a run and wherever it is another one from then on. */
  policy: v.optional(v.string()),
})
export type TraceRow = v.InferOutput<typeof TraceRowSchema>

/** Tutorings of which the loop's memory still holds something though they have ended; a run's first row holds it too. */
export function tutoringsKept({ diary = [], cut, endedPromises, practice }: LoopState): string[] {
  const kept = [...diary, ...endedPromises, ...(practice === null ? [] : [practice])].map(
    (each) => each.tutoring,
  )
  return cut === null ? kept : [...kept, cut.entry.tutoring]
}

/**
 * Tutorings with which a micro-turn's row is to be deleted: those open before or after it, and any that a percept
 * is of, as a page that is being left may still send what was written there.
 */
export function tutoringsIn(before: LoopState, after: LoopState, percepts: readonly Percept[]): string[] {
  const named = percepts.flatMap((percept) => tutoringNamed(percept) ?? [])
  return [...new Set([...Object.keys(before.tutorings), ...Object.keys(after.tutorings), ...named])]
}

function tutoringNamed(percept: Percept): string | null {
  if (percept.from === 'page') return percept.tutoring
  if (percept.from === 'checker' || percept.from === 'solver') return percept.it.request.tutoring
  return 'tutoring' in percept.it ? percept.it.tutoring : null
}
