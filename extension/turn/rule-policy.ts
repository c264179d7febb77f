import { HOLD } from '../../shared/acts/act.ts'
import type { Frame } from './frame.ts'
import type { Decision, Policy, PolicyState } from './policy.ts'

/** Words wait for a pause of this long after an edit on the page (ms), or twice the person's own gap. */
const PAUSE_MS = 800
/** Below this a remark's evidence does not bear an interruption. */
const CONFIDENT = 0.7
/** An overlap on the page goes on with the sentence after this silence, and is given up after GIVE_UP_MS. */
const RESUME_MS = 1000
const GIVE_UP_MS = 8000
/** A backchannel left standing in the composer, unsent, is over after this (ms). */
const LEFT_STANDING_MS = 1500

/** Signs of listening that do not claim the floor; after Yngve (1970) and Jurafsky et al. (1997). */
const BACKCHANNELS = new Set(
  'ok okay k mhm mm mmhm hm hmm uh huh uhhuh yes yeah yep yup right sure aha ah oh i see got it cool nice thanks thx fine good alright true'.split(
    ' ',
  ),
)

const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean)

/** Whether the whole text is a sign of listening ("ok", "mm-hm", "I see"). */
export function isBackchannel(text: string): boolean {
  const said = words(text)
  return said.length > 0 && said.length <= 3 && said.every((word) => BACKCHANNELS.has(word))
}

const WAIT =
  /^(please\s+)?(wait|hold on|hang on|one (moment|sec(ond)?|minute)|(just )?(a|one) (moment|sec(ond)?|minute)|let me think|give me a (moment|sec(ond)?|minute)|not now)\b[^?]{0,30}$/i

/** Whether the person asks for a moment ("wait", "let me think"): heeded, not answered. */
export const isWait = (text: string) => WAIT.test(text.trim())

/** Whether it may still become one: "o", "ye". */
function mayBecomeBackchannel(text: string): boolean {
  const said = words(text)
  const last = said.pop() ?? ''
  return (
    said.length < 3 &&
    said.every((word) => BACKCHANNELS.has(word)) &&
    [...BACKCHANNELS].some((backchannel) => backchannel.startsWith(last))
  )
}

/**
 * Decides when, by rules; silence is its default. The order matters:
 *
 *   sent            → yield, unless it was a sign of listening
 *   held by a draft → yield once it is evidently more than a sign of listening; go on once it is gone
 *   held by typing  → go on after a pause; give up when it lasts
 *   speaking        → hold (words come by themselves)
 *   remark, not marked yet, evidence strong → nod: the quiet mark
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
    if ((frame.sinceKeyMs ?? 0) >= RESUME_MS) return { kind: 'speak', remark: null }
    return speech.heldMs > GIVE_UP_MS ? { kind: 'yield' } : HOLD
  }
  if (speech !== null) return sent !== null && !isBackchannel(sent) ? { kind: 'yield' } : HOLD
  const best = frame.remarks[0]
  if (best === undefined || best.confidence < CONFIDENT) return HOLD
  if (!best.marked) return { kind: 'backchannel', remark: best.id }
  if (frame.barred || frame.floor !== 'nobody') return HOLD
  const paused = (frame.sinceKeyMs ?? Infinity) >= Math.max(PAUSE_MS, 2 * frame.medianGapMs)
  const selecting = (frame.sinceSelectMs ?? Infinity) < 1000
  return paused && !selecting ? { kind: 'speak', remark: best.id } : HOLD
}

async function decideByRules(frame: Frame, state: PolicyState): Promise<Decision> {
  return { act: decide(frame), beliefs: {}, state }
}

export const rulePolicy: Policy = Object.assign(decideByRules, { version: 'rules-1' })
