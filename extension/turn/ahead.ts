import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import { isShown, type Part } from '../../shared/thoughts/part.ts'
import type { LoopState } from './loop-state.ts'
import type { ThoughtState } from './thought-state.ts'
import { takePart } from './thoughts.ts'
import type { Work } from './work.ts'

/** What is thought about before it is asked: one question at most, of which nobody is told anything. */
export interface Ahead {
  thought: ThoughtState
  /** What has come of it, unread. */
  parts: Part[]
}

/** After nobody on this machine could think of a question, so long none is thought about ahead (ms). */
const OFF_MS = 600_000
/** Parts that are kept. */
const PARTS = 4000

/** A question as it is compared: what is blank around it is nothing. */
export const questionIn = (draft: string): string => draft.trim()

/** Gives up what is thought about ahead; the reasoner's door does what is in memory and ends what is not. */
export function giveUpAhead({ state }: Work): void {
  delete state.ahead
}

/** Takes what came of a thought that nobody has asked for yet: it is put aside. @returns whether it was one */
export function takeAhead(work: Work, percept: ThoughtPercept): boolean {
  const { state } = work
  const { ahead } = state
  if (ahead?.thought.id !== percept.thought) return false
  const { thought, parts } = ahead
  if (percept.kind === 'sent') thought.places = percept.places
  else if (percept.kind === 'unanswered' || (percept.part.kind === 'error' && parts.length === 0)) {
    giveUpAhead(work)
    state.aheadOffUntil = state.now + OFF_MS
  } else if (percept.part.kind === 'error' || parts.length >= PARTS) giveUpAhead(work)
  else if (percept.part.seq > thought.seq) {
    thought.seq = percept.part.seq
    if (isShown(percept.part)) thought.underWay = true
    parts.push(percept.part)
  }
  return true
}

/**
 * The question is asked: what was thought about it ahead is its thought from now on, where nothing has changed of what
 * it was thought from.
 * @param fresh the thought that would be begun else
 */
export function adoptAhead(work: Work, fresh: ThoughtState): ThoughtState | null {
  const { ahead, now } = work.state
  giveUpAhead(work)
  if (ahead === undefined || fromWhat(ahead.thought) !== fromWhat(fresh)) return null
  const { ahead: _ahead, ...thought } = ahead.thought
  const adopted: ThoughtState = { ...thought, question: fresh.question, at: now }
  for (const part of ahead.parts) takePart(work, adopted, part)
  return adopted
}

const fromWhat = ({
  task,
  tutoring,
  question,
  level,
  alone,
  tabs,
  selection,
  facts,
  noticed,
}: ThoughtState) =>
  JSON.stringify([task, tutoring, questionIn(question), level, alone, tabs, selection, facts, noticed])

/** Whether what is thought about ahead is still what the person writes, where they write it. */
export function isStillAhead({ ahead, person, front }: LoopState): boolean {
  return ahead?.thought.tutoring === front && questionIn(person.draft) === ahead.thought.question
}
