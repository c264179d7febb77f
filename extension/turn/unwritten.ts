import type { EditHow } from '../../shared/percepts/edit-how.ts'
import type { LoopState, Person } from './loop-state.ts'

/** What was pasted or undone, and is left as it is for so long, is what the person wants; an input method is left open (ms). */
const LEFT_MS = 10_000

/**
 * Keeps how the last edit came about, on the page or in the composer.
 * @param how not given: it was written
 */
export function noteHow(person: Person, how: EditHow | undefined, at: number): void {
  if (how === undefined) delete person.unwritten
  else person.unwritten = { how, at }
}

/** The person turns to something else: what they pasted or undid is how they want it. */
export function moveOn({ person }: LoopState): void {
  if (person.unwritten?.how !== 'composing') delete person.unwritten
}

/** Whether an input method is at work: its person is in the middle of a word. */
export function isComposing(state: LoopState): boolean {
  return state.person.unwritten?.how === 'composing' && isUnwritten(state)
}

/** Whether the last edit is none after which somebody would be spoken to: nothing was finished by it. */
export function isUnwritten({ person, now }: LoopState): boolean {
  const { unwritten } = person
  return unwritten !== undefined && now - unwritten.at < LEFT_MS
}
