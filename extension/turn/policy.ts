import type { Act } from '../../shared/acts/act.ts'
import type { Frame } from './frame.ts'

/** What a policy carries from one micro-turn to the next; plain JSON. */
export type PolicyState = Record<string, unknown>

/** Probabilities behind an act, 0..1 each, by the names of the policy's heads. */
export type Beliefs = Record<string, number>

export interface Decision {
  act: Act
  beliefs: Beliefs
  state: PolicyState
}

/**
 * Decides *when*: one act for each frame. May be asynchronous (a network in a worker); past DEADLINE_MS the
 * micro-turn holds. It proposes, the guard disposes.
 */
export interface Policy {
  /** Changes with every change of what it decides; traces are recomputed by the same version only. */
  readonly version: string
  (frame: Frame, state: PolicyState): Promise<Decision>
}

/** ms after which a micro-turn no longer waits for its policy (DESIGN). */
const DEADLINE_MS = 100

/** The decision, or null when it failed or came after the deadline. */
export async function withDeadline(decide: () => Promise<Decision>): Promise<Decision | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE_MS)
  })
  try {
    return await Promise.race([decide(), late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
