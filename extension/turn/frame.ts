import type { Early } from '../../shared/manner.ts'
import type { Remark } from '../store/rows.ts'
import { candidates } from './agenda.ts'
import { type Floor, floorOf } from './floor.ts'
import type { LoopState } from './loop-state.ts'
import { medianGap } from './rhythm.ts'

/** One remark as the policy sees it. */
export interface Candidate {
  id: string
  kind: Remark['kind']
  /** 0..1. */
  urgency: number
  /** 0..1. */
  confidence: number
  ageMs: number
  expiresInMs: number
  marked: boolean
}

/** What the interaction model sees in one micro-turn. Times in ms; null: never happened. */
export interface Frame {
  turn: number
  floor: Floor
  sinceKeyMs: number | null
  sinceDraftMs: number | null
  sinceSelectMs: number | null
  sinceScrollMs: number | null
  /** The person's own median gap between edits. */
  medianGapMs: number
  /** The composer's text, its last 200 units. */
  draft: string
  /** What the person sent in this micro-turn. */
  sent: string | null
  /** What Aside is saying and how far it is, in UTF-16 units. */
  speech: { spoken: number; length: number; heldMs: number | null; heldBy: 'draft' | 'page' | null } | null
  /** At most three remarks that the guards would let through, the best first. */
  remarks: Candidate[]
  /** Whether unasked words are barred now: quiet, back-off, nobody in front. */
  barred: boolean
  /** How early the person wants to be spoken to. */
  early: Early
}

/** The frame of this micro-turn, after its percepts were taken in. */
export function frameOf(state: LoopState): Frame {
  const { person, speech, now } = state
  const since = (at: number | null) => (at === null ? null : Math.max(0, now - at))
  return {
    turn: state.turn,
    floor: floorOf(state),
    sinceKeyMs: since(person.keyAt),
    sinceDraftMs: since(person.draftAt),
    sinceSelectMs: since(person.selectedAt),
    sinceScrollMs: since(person.scrolledAt),
    medianGapMs: medianGap(person.gaps),
    draft: person.draft.slice(-200),
    sent: person.sent,
    speech:
      speech === null
        ? null
        : {
            spoken: speech.entry.spoken,
            length: speech.entry.text.length,
            heldMs: since(speech.held?.at ?? null),
            heldBy: speech.held?.by ?? null,
          },
    remarks: candidates(state)
      .slice(0, 3)
      .map(({ remark }) => ({
        id: remark.id,
        kind: remark.kind,
        urgency: remark.urgency,
        confidence: remark.confidence,
        ageMs: now - remark.at,
        expiresInMs: remark.expires - now,
        marked: remark.state === 'marked',
      })),
    barred: now < state.backOff.until,
    early: state.manner.early,
  }
}
