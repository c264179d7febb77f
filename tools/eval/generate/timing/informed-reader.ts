import type { Frame } from '../../../../extension/turn/frame.ts'
import type { Decision, Policy } from '../../../../extension/turn/policy.ts'
import { HOLD } from '../../../../shared/acts/act.ts'
import { type Played, playConversation } from '../../timing/play-conversation.ts'
import type { TimingCase, Truth } from '../../timing/timing-case.ts'

type Act = Decision['act']

/** How long a careful person takes to see what they see (ms). */
const SEES_MS = 200
/** After this pause, and no more, a turn that was not sent is over (ms). */
const PAUSE_MS = 1000
/** A word is held so long for what may be nothing (ms). */
const HELD_MS = 600
/** The page was left alone for this long before an unasked word (ms). */
const BOUNDARY_MS = 800
const GIVE: Act = { kind: 'yield' }
const GO_ON: Act = { kind: 'speak', remark: null }

/**
 * Plays a conversation with somebody who knows what was meant, but no sooner than it could be known: what they reach
 * is what the conversation lets anybody reach.
 */
export function playInformed(one: TimingCase): Promise<Played> {
  let known: readonly Truth[] = []
  const decide = async (frame: Frame, state: Decision['state']) => ({
    act: actOf(frame, known),
    beliefs: {},
    state,
  })
  const policy: Policy = Object.assign(decide, { version: 'informed' })
  return playConversation(one, { policy, guarded: true, see: (_, __, truth) => (known = truth) })
}

function actOf(frame: Frame, truth: readonly Truth[]): Act {
  const now = frame.turn * 200
  const isIn = (is: Truth['is'], after = 0) =>
    truth.some((each) => each.is === is && each.from <= now && now < each.to + after)
  const cut = truth
    .filter((each) => each.is === 'interruption')
    .find(({ from, to, evident }) => from <= now && now < Math.max(to, evident + SEES_MS) + 200)
  const held = frame.speech?.heldMs ?? null
  if (frame.speech !== null) {
    if (cut !== undefined && now >= cut.evident + SEES_MS) return GIVE
    if (held === null || isIn('backchannel', SEES_MS)) return HOLD
    return held >= HELD_MS || (cut === undefined && !isIn('elsewhere')) ? GO_ON : HOLD
  }
  if (isIn('turn') || isIn('interruption')) return isIn('open') ? remarkOf(frame) : HOLD
  if (frame.reply && isOver(frame, now, truth)) return { kind: 'speak', remark: null, reply: true }
  return isIn('open') && !isIn('closed') ? remarkOf(frame) : HOLD
}

/** Whether a turn has ended, as it shows: by being sent, by the last word heard, or by a pause. */
function isOver(frame: Frame, now: number, truth: readonly Truth[]): boolean {
  const ends = truth.filter(({ is, to }) => is === 'turn' && to <= now).map(({ to }) => to)
  if (ends.length === 0 || truth.some(({ is, from, to }) => is === 'elsewhere' && from <= now && now < to))
    return false
  const since = (ms: number | null) => ms ?? Infinity
  const evident =
    frame.voice === null ? since(frame.sinceSentMs) <= since(frame.sinceDraftMs) : frame.voice.final
  return evident || now >= Math.max(...ends) + PAUSE_MS
}

function remarkOf({ remarks, sinceKeyMs, sinceScrollMs }: Frame): Act {
  const best = remarks.find(({ confidence }) => confidence > 0.5)
  const rested = Math.min(sinceKeyMs ?? Infinity, sinceScrollMs ?? Infinity) >= BOUNDARY_MS
  return best !== undefined && rested ? { kind: 'speak', remark: best.id } : HOLD
}
