import * as v from 'valibot'
import { LANGUAGES } from '../../shared/catalogue/languages.ts'
import { parseManner } from '../../shared/manner.ts'
import { isNotedSlip } from '../../shared/practice/noted-slip.ts'
import { RemovalSchema } from '../store/rows.ts'
import type { LoopState } from './loop-state.ts'

/** What must hold of a stored state before it is used; its parts were written by this version of the loop. */
const SnapshotSchema = v.looseObject({
  version: v.literal(1),
  run: v.number(),
  turn: v.number(),
  now: v.number(),
  ids: v.number(),
  tutorings: v.record(
    v.string(),
    v.looseObject({
      agenda: v.array(v.looseObject({})),
      fields: v.array(v.looseObject({})),
      // Added later: a state without them is as good.
      problems: v.optional(v.array(v.looseObject({ path: v.string() })), []),
    }),
  ),
  panels: v.record(v.string(), v.nullable(v.number())),
  person: v.looseObject({ draft: v.string(), gaps: v.array(v.number()) }),
  promises: v.array(v.looseObject({ id: v.string() })),
  diary: v.exactOptional(v.array(v.looseObject({ tutoring: v.string(), to: v.number() }))),
  homeless: v.array(v.looseObject({ id: v.string() })),
  asks: v.array(v.looseObject({ id: v.string() })),
  computations: v.optional(v.array(v.looseObject({ id: v.string() })), []),
  thoughts: v.exactOptional(v.array(v.looseObject({ id: v.string(), results: v.array(v.looseObject({})) }))),
  ahead: v.exactOptional(
    v.looseObject({ thought: v.looseObject({ id: v.string() }), parts: v.array(v.looseObject({})) }),
  ),
  answers: v.exactOptional(v.array(v.looseObject({ checks: v.array(v.string()) }))),
  heard: v.array(v.string()),
  manner: v.optional(v.unknown()),
  practice: v.optional(v.nullable(v.looseObject({ at: v.number() })), null),
  practiceOfferedAt: v.optional(v.number(), 0),
  openedAt: v.optional(v.nullable(v.number()), null),
  slips: v.optional(v.array(v.unknown()), []),
  praise: v.exactOptional(
    v.looseObject({ given: v.array(v.looseObject({})), problems: v.array(v.string()) }),
  ),
  removals: v.optional(v.array(RemovalSchema), []),
  frontAt: v.optional(v.number(), 0),
  lastEntryAt: v.optional(v.number(), 0),
  endedPromises: v.optional(v.array(v.looseObject({ id: v.string() })), []),
  language: v.optional(v.picklist(LANGUAGES)),
})

/**
 * The loop's state from a stored row.
 * @throws Error when it is of another version or damaged
 */
export function parseSnapshot(stored: unknown): LoopState {
  const state = v.parse(SnapshotSchema, stored)
  // What an older version did not know yet is as it is at first.
  return {
    language: 'en',
    ...state,
    manner: parseManner(state.manner),
    slips: state.slips.filter(isNotedSlip),
  } as unknown as LoopState
}
