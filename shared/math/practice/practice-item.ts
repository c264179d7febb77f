import { seededRandom } from '../random.ts'
import type { SlipId } from '../verdict.ts'
import { ANALYSIS, SOLVING } from './equation-items.ts'
import { CALCULATING, SIMPLIFYING } from './expression-items.ts'
import type { Dice, Draft, Drafts } from './item-draft.ts'

/** A two-minute exercise on which one slip is tempting; its answer is known to the checker. */
export interface PracticeItem extends Draft {
  slip: SlipId
}

const DRAFTS: Drafts = { ...CALCULATING, ...SIMPLIFYING, ...SOLVING, ...ANALYSIS }

/** The slips that can be practised; the others have no short exercise that tempts to just this one. */
export const PRACTISED = Object.keys(DRAFTS) as SlipId[]

export const canBePractised = (slip: SlipId): boolean => Object.hasOwn(DRAFTS, slip)

/** An exercise for this slip, the same for the same seed; null when there is none. */
export function practiceItem(slip: SlipId, seed: number): PracticeItem | null {
  const draft = DRAFTS[slip]
  return draft === undefined ? null : { slip, ...draft(diceOf(seed)) }
}

function diceOf(seed: number): Dice {
  const random = seededRandom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    whole,
    other(from, to, not) {
      for (;;) {
        const drawn = whole(from, to)
        if (!not.includes(drawn)) return drawn
      }
    },
    oneOf(things) {
      const drawn = things[whole(0, things.length - 1)]
      if (drawn === undefined) throw new Error('Nothing to draw from.')
      return drawn
    },
  }
}
