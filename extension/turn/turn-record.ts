import type { Act } from '../../shared/acts/act.ts'
import type { Glimpse } from '../../shared/messages/glimpse.ts'
import type { Frame } from './frame.ts'
import type { Decision } from './policy.ts'
import type { Work } from './work.ts'

/** What a micro-turn comes to, before it is written. */
export interface Computed {
  work: Work
  frame: Frame
  act: Act
}

/** Compute times kept, for the benchmark. */
const TIMINGS = 1500
/** Micro-turns kept for looking at: a minute of them. */
const GLIMPSES = 300

/** The last micro-turns as they went; in memory only, and without content. */
export class TurnRecord {
  /** Compute times in ms, without waiting for the database. */
  readonly timings: number[] = []
  readonly glimpses: Glimpse[] = []

  time(ms: number): void {
    this.timings.push(ms)
    if (this.timings.length > TIMINGS) this.timings.shift()
  }

  /** @param by version of the policy that was asked */
  note({ work, frame, act }: Computed, decision: Decision | null, by: string): void {
    const { beliefs } = decision ?? { beliefs: {} }
    const decided = { act: nameOf(act, work), beliefs, by: decision === null ? null : by }
    this.glimpses.push({ at: work.state.now, floor: frame.floor, ...decided })
    if (this.glimpses.length > GLIMPSES) this.glimpses.shift()
  }
}

function nameOf(act: Act, work: Work): Glimpse['act'] {
  if (act.kind === 'hold') return answersAtOnce(work) ? 'reply' : 'hold'
  if (act.kind !== 'speak') return act.kind
  if (act.reply === true) return 'reply'
  return act.remark === null ? 'go on' : 'remark'
}

/** What needs no thinking about is answered whole in one micro-turn, without an act of its own. */
function answersAtOnce({ state: { now }, writes }: Work): boolean {
  return [...writes.entries.values()].some(
    ({ who, kind, state, at }) => who === 'tutor' && kind === 'said' && state === 'done' && at === now,
  )
}
