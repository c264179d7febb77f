import { HOLD } from '../../shared/acts/act.ts'
import { findsFault } from '../store/rows.ts'
import { boundaryMs } from './boundary.ts'
import type { Frame, Voice } from './frame.ts'
import { isBackchannel, mayBecomeBackchannel } from './listening-signs.ts'
import type { Decision, Policy, PolicyState } from './policy.ts'

/** Below this a remark's evidence does not bear an interruption. */
const CONFIDENT = 0.7
/** An overlap on the page goes on with the sentence after this silence, and is given up after GIVE_UP_MS. */
const RESUME_MS = 1000
const GIVE_UP_MS = 8000
/** A voice that is quiet for so long has ended its turn (ms); between turns of a talk there are 200 (Stivers et al. 2009). */
const VOICE_ENDS_MS = 700
/** A backchannel left standing in the composer, unsent, is over after this (ms). */
const LEFT_STANDING_MS = 1500

/**
 * Decides when, by rules; silence is its default. The order matters:
 *
 *   sent            → yield, unless it was a sign of listening
 *   held by a draft → yield once it is evidently more than a sign of listening; go on once it is gone
 *   held by typing  → go on after a pause; give up when it lasts
 *   speaking        → hold (words come by themselves)
 *   a clause of the draft is wrong, and the draft pauses → cut in
 *   an answer is there, the person between words → say it
 *   remark, not marked yet, evidence strong → nod: the quiet mark; offers and praise have none
 *   remark, floor free, person paused       → speak
 */
function decide(frame: Frame): Decision['act'] {
  const { speech, draft, sent } = frame
  if (speech !== null && speech.heldMs !== null) {
    if (sent !== null) return isBackchannel(sent) ? { kind: 'speak', remark: null } : { kind: 'yield' }
    if (speech.heldBy === 'draft') {
      if (draft.trim() === '') return { kind: 'speak', remark: null }
      if (!mayBecomeBackchannel(draft)) return { kind: 'yield' }
      return (frame.sinceDraftMs ?? 0) > LEFT_STANDING_MS ? { kind: 'speak', remark: null } : HOLD
    }
    if (speech.heldBy === 'voice') return heardOver(frame)
    if ((frame.sinceKeyMs ?? 0) >= RESUME_MS) return { kind: 'speak', remark: null }
    return speech.heldMs > GIVE_UP_MS ? { kind: 'yield' } : HOLD
  }
  if (speech !== null) return sent !== null && !isBackchannel(sent) ? { kind: 'yield' } : HOLD
  if (frame.cutsIn !== undefined) return { kind: 'speak', remark: frame.cutsIn }
  if (frame.reply && isTurnOver(frame)) return { kind: 'speak', remark: null, reply: true }
  const best = frame.remarks[0]
  if (best === undefined || best.confidence < CONFIDENT) return HOLD
  if (!best.marked && findsFault(best.kind)) return { kind: 'backchannel', remark: best.id }
  if (frame.barred || frame.floor !== 'nobody') return HOLD
  const paused = (frame.sinceKeyMs ?? Infinity) >= boundaryMs(frame.early, frame.medianGapMs)
  const selecting = (frame.sinceSelectMs ?? Infinity) < 1000
  return paused && !selecting ? { kind: 'speak', remark: best.id } : HOLD
}

function isTurnOver({ sent, between, voice }: Frame): boolean {
  const quiet = voice === null || (voice.active !== true && sinceVoice(voice) >= VOICE_ENDS_MS)
  return quiet && (sent !== null || between)
}

/** Somebody spoke while Aside did: a sign of listening, once they are quiet, is no reason to stop. */
function heardOver({ voice }: Frame): Decision['act'] {
  if (voice === null) return HOLD
  if (voice.heard !== '' && !mayBecomeBackchannel(voice.heard)) return { kind: 'yield' }
  return voice.active !== true && sinceVoice(voice) >= RESUME_MS / 2 ? { kind: 'speak', remark: null } : HOLD
}

const sinceVoice = ({ sinceMs, sinceHeardMs }: Voice) => Math.min(sinceMs, sinceHeardMs ?? Infinity)

async function decideByRules(frame: Frame, state: PolicyState): Promise<Decision> {
  return { act: decide(frame), beliefs: {}, state }
}

export const rulePolicy: Policy = Object.assign(decideByRules, { version: 'rules-7' })
