import type { Frame } from '../../../extension/turn/frame.ts'
import type { Decision, Policy } from '../../../extension/turn/policy.ts'
import { HOLD } from '../../../shared/acts/act.ts'

function policy(version: string, decide: (frame: Frame) => Decision['act']): Policy {
  const played = async (frame: Frame, state: Decision['state']) => ({
    act: decide(frame),
    beliefs: {},
    state,
  })
  return Object.assign(played, { version })
}

/** How long nothing was written, and nothing heard (ms). */
function silence({ sinceDraftMs, sinceSentMs, sinceKeyMs, voice }: Frame): number {
  if (voice?.active === true) return 0
  const heard = voice === null ? Infinity : Math.min(voice.sinceMs, voice.sinceHeardMs ?? Infinity)
  return Math.min(sinceDraftMs ?? Infinity, sinceSentMs ?? Infinity, sinceKeyMs ?? Infinity, heard)
}

/** Begins whatever there is; stops at any sign of the person, and does not go on. */
function begin(frame: Frame): Decision['act'] {
  const [best] = frame.remarks
  if (frame.reply) return { kind: 'speak', remark: null, reply: true }
  return best === undefined ? HOLD : { kind: 'speak', remark: best.id }
}

const overlapping = ({ speech }: Frame) => speech !== null && speech.heldMs !== null

/** Waits until the person sends; says nothing unasked. */
export const waitForSend = policy('wait-for-send', (frame) => {
  if (overlapping(frame)) return { kind: 'yield' }
  const ended = frame.sent !== null || (frame.sinceSentMs !== null && frame.draft === '')
  return frame.speech === null && frame.reply && ended ? { kind: 'speak', remark: null, reply: true } : HOLD
})

/** Takes a silence of so many ms for the end of the turn. */
export const silenceTimeout = (ms: number) =>
  policy(`silence-${ms / 1000}s`, (frame) => {
    if (overlapping(frame)) return { kind: 'yield' }
    return frame.speech === null && silence(frame) >= ms ? begin(frame) : HOLD
  })

/** Says whatever can be said as soon as it can. */
export const eager = policy('eager', (frame) => {
  if (overlapping(frame)) return { kind: 'speak', remark: null }
  return frame.speech === null ? begin(frame) : HOLD
})
