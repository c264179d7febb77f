import { type Act, HOLD } from '../../shared/acts/act.ts'
import { candidates } from './agenda.ts'
import { LONG_MS, URGENT } from './boundary.ts'
import { cutInOf } from './cut-in.ts'
import { floorOf } from './floor.ts'
import type { LoopState } from './loop-state.ts'
import { thoughtsWait } from './thoughts.ts'
import { isComposing, isUnwritten } from './unwritten.ts'

/** Nobody can know in one micro-turn what an overlap is: the next word is held, unless what it was is already sent. */
function mayGoOn(state: LoopState): boolean {
  const held = state.speech?.held ?? null
  return held !== null && !isComposing(state) && (held.at < state.now || state.person.sent !== null)
}

/** A sentence to Aside that stands unfinished for so long has been left (ms); pauses to think in one last up to some seconds. */
const LEFT_MS = 8000

/** Whether the person thinks in the middle of a sentence to Aside: it has no end, and was touched not long ago. */
function isMidSentence({ person: { draft, draftAt }, now }: LoopState): boolean {
  const open = draft.trim() !== '' && !/[.?!…。？！]["”’»)]*\s*$/u.test(draft)
  return open && now - (draftAt ?? 0) < LEFT_MS
}

/**
 * What no policy may do, whatever its weights: speak over the person unless it is urgent or cuts in, raise a remark that is not on the
 * agenda of the tab in front, speak in exam mode, in quiet or back-off, after a paste or an undo, in a composition, or
 * before a person who wants to be left alone has stopped, go on with what is not held.
 * @returns the act itself, or hold
 */
export function guard(state: LoopState, act: Act): Act {
  switch (act.kind) {
    case 'hold':
      return act
    case 'yield':
      return state.speech === null ? HOLD : act
    case 'backchannel':
      return candidates(state).some(({ remark }) => remark.id === act.remark && remark.state === 'waiting')
        ? act
        : HOLD
    case 'speak': {
      if (act.reply === true)
        return state.speech === null && thoughtsWait(state) && !isComposing(state) ? act : HOLD
      if (act.remark === null) return mayGoOn(state) ? act : HOLD
      if (isUnwritten(state)) return HOLD
      if (cutInOf(state)?.remark.id === act.remark) return act
      if (isMidSentence(state)) return HOLD
      const known = candidates(state).find(({ remark }) => remark.id === act.remark)?.remark
      const urgent = known !== undefined && known.urgency >= URGENT && state.person.draft.trim() === ''
      const free = state.speech === null && (urgent || floorOf(state) === 'nobody')
      const early = state.manner.early === 'long' && state.now - (state.person.keyAt ?? 0) < LONG_MS
      return known !== undefined && free && !early && state.now >= state.backOff.until ? act : HOLD
    }
  }
}
