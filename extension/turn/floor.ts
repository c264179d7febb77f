import type { LoopState } from './loop-state.ts'
import { isComposing } from './unwritten.ts'

/** Who is talking now. */
export type Floor = 'person' | 'tutor' | 'both' | 'nobody'

/** A draft untouched for this long no longer holds the floor (ms): the person thinks, reads or left it. */
const DRAFT_HOLDS_MS = 3000
/** Typing on the page holds the floor this long after an edit (ms). */
const KEY_HOLDS_MS = 600

export function floorOf(state: LoopState): Floor {
  const { person, speech, now } = state
  const drafting =
    person.draft.trim() !== '' && person.draftAt !== null && now - person.draftAt < DRAFT_HOLDS_MS
  const typing = person.keyAt !== null && now - person.keyAt < KEY_HOLDS_MS
  const speaking = speech !== null && speech.held === null
  if (drafting || typing || isComposing(state)) return speaking ? 'both' : 'person'
  return speaking ? 'tutor' : 'nobody'
}
