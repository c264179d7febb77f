import type { Candidate, Frame } from '../frame.ts'
import { isBackchannel, isWait, mayBecomeBackchannel } from '../listening-signs.ts'

/**
 * What the turn-text network says of `textOf(frame)`: probabilities of finished, unfinished, wait; then of backchannel,
 * interruption, elsewhere. Null where there is no text.
 */
export type TextBeliefs = readonly [number, number, number, number, number, number]

/** Remarks that are seen. */
const SEEN_REMARKS = 3

const FLOORS = ['person', 'tutor', 'both', 'nobody'] as const
const SIGNS = ['draft', 'page', 'voice'] as const
const KINDS = ['step', 'copy', 'stuck', 'practice', 'praise'] as const
const EARLY = ['at-once', 'pause', 'long'] as const

/** A composer that was cleared by sending tells so within this time (ms). */
const CLEARS_MS = 150

/** Whether something was written since the last send; what stood there may have been taken out again. */
const isWritten = ({ sinceDraftMs, sinceSentMs }: Frame): boolean =>
  sinceDraftMs !== null && (sinceSentMs === null || sinceDraftMs < sinceSentMs - CLEARS_MS)

/**
 * The text of which the turn-text network is asked: what was just sent, else what is heard, else the draft, and until
 * something else was written what was sent last.
 */
export function textOf(frame: Frame): string {
  const { sent, voice, draft, lastSent } = frame
  if (sent !== null) return sent
  if (voice !== null && voice.heard !== '') return voice.heard
  if (draft.trim() !== '') return draft
  return isWritten(frame) ? '' : (lastSent ?? '')
}

/**
 * A frame as numbers for the interaction network, most between 0 and 1. What is not known is 0 and says so in a number
 * of its own. Times are logarithms: 0 at once, 1 after about ten minutes.
 * @returns 109 numbers
 */
export function featuresOf(frame: Frame, text: TextBeliefs | null): Float32Array {
  const values = [
    ...FLOORS.map((floor) => flag(frame.floor === floor)),
    ...[
      frame.sinceKeyMs,
      frame.sinceDraftMs,
      frame.sinceSentMs,
      frame.sinceSelectMs,
      frame.sinceScrollMs,
      frame.sinceLineMs,
      frame.dueInMs,
    ].flatMap(known),
    ratio(frame.sinceKeyMs, frame.medianGapMs),
    ratio(frame.sinceDraftMs, frame.medianDraftGapMs),
    time(frame.medianGapMs),
    time(frame.medianDraftGapMs),
    ratio(frame.sinceKeyMs, frame.stuckAfterMs),
    flag(frame.seen),
    flag(frame.focused),
    ...writing(frame),
    ...voice(frame),
    ...speech(frame),
    flag(frame.reply),
    Math.min(1, frame.thoughts / 3),
    ...Array.from({ length: SEEN_REMARKS }, (_, index) => remark(frame.remarks[index])).flat(),
    flag(frame.between),
    flag(frame.barred),
    Math.min(1, Math.log2(1 + frame.dismissals) / 4),
    ...EARLY.map((early) => flag(frame.early === early)),
    flag(text !== null),
    ...(text ?? [0, 0, 0, 0, 0, 0]),
  ]
  return Float32Array.from(values)
}

const flag = (is: boolean): number => (is ? 1 : 0)
const time = (ms: number): number => Math.min(1.2, Math.log1p(Math.max(0, ms) / 200) / 8)
const known = (ms: number | null): number[] => (ms === null ? [0, 0] : [1, time(ms)])
/** How many times the person's own measure has passed, as a logarithm; -1..1. */
const ratio = (ms: number | null, measure: number): number =>
  ms === null ? 1 : Math.max(-1, Math.min(1, Math.log2((ms + 50) / Math.max(50, measure)) / 6))

function writing(frame: Frame): number[] {
  const { draft, sent } = frame
  const said = (sent ?? draft).trim()
  return [
    flag(draft.trim() !== ''),
    flag(draft.trim() === '' && isWritten(frame)),
    Math.min(1, draft.length / 100),
    Math.min(1, said.split(/\s+/).length / 20),
    flag(/[.!…]$/.test(said)),
    flag(/\?$/.test(said)),
    flag(/\s$/.test(draft)),
    flag(sent !== null),
    flag(isBackchannel(said)),
    flag(mayBecomeBackchannel(said)),
    flag(isWait(said)),
  ]
}

function voice({ voice }: Frame): number[] {
  if (voice === null) return [0, 0, 0, 0, 0, 0, 0, 0]
  const { active, sinceMs, sinceHeardMs, heard, final } = voice
  return [
    1,
    flag(active !== null),
    flag(active === true),
    time(sinceMs),
    ...known(sinceHeardMs),
    flag(heard !== ''),
    flag(final),
  ]
}

function speech({ speech }: Frame): number[] {
  if (speech === null) return Array.from({ length: 11 }, () => 0)
  const { heldMs, heldBy, overlapMs, sinceSignMs, spoken, length } = speech
  return [
    1,
    flag(heldMs !== null),
    heldMs === null ? 0 : time(heldMs),
    ...SIGNS.map((sign) => flag(heldBy === sign)),
    spoken / Math.max(1, length),
    Math.min(1, (length - spoken) / 300),
    ...known(overlapMs),
    sinceSignMs === null ? 0 : time(sinceSignMs),
  ]
}

/** To go on with what was cut is an offer like that to practise; the network was made before there was one. */
const looksLike = (kind: Candidate['kind']): Candidate['kind'] => (kind === 'resume' ? 'practice' : kind)

function remark(one: Candidate | undefined): number[] {
  if (one === undefined) return Array.from({ length: 6 + KINDS.length + 2 }, () => 0)
  return [
    1,
    ...KINDS.map((kind) => flag(looksLike(one.kind) === kind)),
    one.urgency,
    one.confidence,
    time(one.ageMs),
    time(one.expiresInMs),
    flag(one.marked),
    ...(one.distance === null ? [0, 0] : [1, Math.min(1, one.distance / 10)]),
  ]
}
