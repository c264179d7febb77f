import { type Act, HOLD } from '../../../shared/acts/act.ts'
import { URGENT } from '../boundary.ts'
import type { Frame } from '../frame.ts'

/** What a micro-turn can yield, in the order of the interaction network's logits. */
export const ACTS = ['hold', 'backchannel', 'remark', 'reply', 'go on', 'yield'] as const
export type ActName = (typeof ACTS)[number]

/** Whether each of ACTS can be done in this frame at all; of the others the network is not asked. */
export function possible({ speech, reply, remarks, floor, draft, barred, sent }: Frame): boolean[] {
  const [best] = remarks
  const silent = speech === null
  const free = floor === 'nobody' || (best !== undefined && best.urgency >= URGENT && draft.trim() === '')
  const can: Record<ActName, boolean> = {
    hold: true,
    backchannel: best !== undefined && !best.marked,
    remark: silent && best !== undefined && free && !barred,
    reply: silent && reply,
    'go on': speech !== null && speech.heldMs !== null && (speech.heldMs > 0 || sent !== null),
    yield: !silent,
  }
  return ACTS.map((act) => can[act])
}

/** The act by its name; a remark is the best one there is. */
export function actOf(name: ActName, { remarks }: Frame): Act {
  const [best] = remarks
  switch (name) {
    case 'hold':
      return HOLD
    case 'backchannel':
      return best === undefined ? HOLD : { kind: 'backchannel', remark: best.id }
    case 'remark':
      return best === undefined ? HOLD : { kind: 'speak', remark: best.id }
    case 'reply':
      return { kind: 'speak', remark: null, reply: true }
    case 'go on':
      return { kind: 'speak', remark: null }
    case 'yield':
      return { kind: 'yield' }
  }
}
