import type { Language } from '../../shared/catalogue/languages.ts'
import type { Early } from '../../shared/manner.ts'
import type { Remark } from '../store/rows.ts'
import { candidates } from './agenda.ts'
import { isBetweenWords } from './boundary.ts'
import { cutInOf } from './cut-in.ts'
import { type Floor, floorOf } from './floor.ts'
import type { AgendaItem, LoopState, SignOf } from './loop-state.ts'
import { medianGap, stuckAfterMs } from './rhythm.ts'
import { thoughtsOf, thoughtsWait } from './thoughts.ts'

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
  /** Lines between its line and the last one of the working; null where it is of no line. */
  distance: number | null
}

/** What was heard of the person's voice. */
export interface Voice {
  /** Whether they speak now; null where only what was understood is known. */
  active: boolean | null
  /** Since speaking began or ended (ms). */
  sinceMs: number
  /** What was understood of this turn so far, its last 200 units, and since it last grew (ms). */
  heard: string
  sinceHeardMs: number | null
  final: boolean
}

/** What Aside is saying and how far it is, in UTF-16 units. */
export interface FrameSpeech {
  spoken: number
  length: number
  heldMs: number | null
  heldBy: SignOf | null
  /** Since the first sign of the person in this overlap, and since the last; null: none goes on. */
  overlapMs: number | null
  sinceSignMs: number | null
}

/** What the interaction model sees in one micro-turn. Times in ms; null: never happened. */
export interface Frame {
  turn: number
  floor: Floor
  sinceKeyMs: number | null
  sinceDraftMs: number | null
  sinceSentMs: number | null
  sinceSelectMs: number | null
  sinceScrollMs: number | null
  sinceLineMs: number | null
  /** Whether the page in front is seen, and has the focus. */
  seen: boolean
  focused: boolean
  /** The person's own median gap between edits on the page, and in the composer. */
  medianGapMs: number
  medianDraftGapMs: number
  /** How long this person writes nothing before it may mean that they are stuck. */
  stuckAfterMs: number
  /** The language they talk in. */
  language: Language
  /** The composer's text, its last 200 units. */
  draft: string
  /** What the person sent in this micro-turn, and what they sent last, its last 200 units. */
  sent: string | null
  lastSent: string | null
  /** Null until there is hearing. */
  voice: Voice | null
  speech: FrameSpeech | null
  /** Whether there is an answer, or more of one, that could be said now. */
  reply: boolean
  /** Questions in the reasoner's hands. */
  thoughts: number
  /** At most three remarks that the guards would let through, the best first. */
  remarks: Candidate[]
  /** Until the next promise is due. */
  dueInMs: number | null
  /** Whether the person is between words (see boundary.ts). */
  between: boolean
  /** Whether unasked words are barred now: quiet, back-off, nobody in front; and dismissals so far. */
  barred: boolean
  dismissals: number
  /** How early the person wants to be spoken to. */
  early: Early
  /** The remark that may be said into the draft now (see cut-in.ts); not there without one. */
  cutsIn?: string
}

/** The frame of this micro-turn, after its percepts were taken in. */
export function frameOf(state: LoopState): Frame {
  const { person, now } = state
  const since = (at: number | null | undefined) => (at == null ? null : Math.max(0, now - at))
  const front = state.front === null ? undefined : state.tutorings[state.front]
  const cutsIn = cutInOf(state)
  const dues = state.promises.flatMap(({ due }) => (due === null ? [] : [due]))
  return {
    turn: state.turn,
    floor: floorOf(state),
    sinceKeyMs: since(person.keyAt),
    sinceDraftMs: since(person.draftAt),
    sinceSentMs: since(person.sentAt),
    sinceSelectMs: since(person.selectedAt),
    sinceScrollMs: since(person.scrolledAt),
    sinceLineMs: since(front?.activity.lines.at(-1)?.at),
    seen: front?.visible === true,
    focused: front?.focused === true,
    medianGapMs: medianGap(person.gaps),
    medianDraftGapMs: medianGap(person.draftGaps ?? []),
    stuckAfterMs: stuckAfterMs(person.pauses ?? []),
    language: state.language,
    draft: person.draft.slice(-200),
    sent: person.sent,
    lastSent: person.sentText?.slice(-200) ?? null,
    voice: null,
    speech: speechOf(state),
    reply: thoughtsWait(state),
    thoughts: thoughtsOf(state).length,
    remarks: candidates(state)
      .slice(0, 3)
      .map((item) =>
        candidateOf(item, now, front?.fields.find(({ field }) => field.path === item.path)?.text),
      ),
    dueInMs: dues.length === 0 ? null : Math.max(0, Math.min(...dues) - now),
    between: isBetweenWords(state),
    barred: now < state.backOff.until,
    dismissals: state.backOff.count,
    early: state.manner.early,
    ...(cutsIn === null ? {} : { cutsIn: cutsIn.remark.id }),
  }
}

export function speechOf({ speech, now }: LoopState): FrameSpeech | null {
  if (speech === null) return null
  const { entry, held, overlap } = speech
  return {
    spoken: entry.spoken,
    length: entry.text.length,
    heldMs: held === null ? null : Math.max(0, now - held.at),
    heldBy: held?.by ?? null,
    overlapMs: overlap === undefined ? null : Math.max(0, now - overlap.from),
    sinceSignMs: overlap === undefined ? null : Math.max(0, now - overlap.last),
  }
}

function candidateOf({ remark, index }: AgendaItem, now: number, text: string | undefined): Candidate {
  return {
    id: remark.id,
    kind: remark.kind,
    urgency: remark.urgency,
    confidence: remark.confidence,
    ageMs: now - remark.at,
    expiresInMs: remark.expires - now,
    marked: remark.state === 'marked',
    distance: text === undefined ? null : Math.max(0, text.split('\n').length - 1 - index),
  }
}
