import type { TextBeliefs } from './features.ts'
import { numbers, type Runtime } from './runtime.ts'
import { beliefsByRules, openTurnText, reads, textBeliefs } from './turn-text.ts'

/** Numbers between 0 and 1 that stand behind an act, by name. */
export const BELIEFS = [
  'finished',
  'unfinished',
  'wait',
  'backchannel',
  'interruption',
  'elsewhere',
  'stuck',
  'interruptible',
] as const

/** Width of the interaction network's state. */
export const STATE = 96

/** What the interaction network makes of one micro-turn. */
export interface Judged {
  /** Logits in the order of ACTS. */
  acts: ArrayLike<number>
  /** Probabilities in the order of BELIEFS. */
  beliefs: ArrayLike<number>
  /** STATE numbers, for the next micro-turn. */
  next: ArrayLike<number>
}

/** The two networks, wherever they run. */
export interface Networks {
  /** What kind of turn, and of overlap, a text is; null where there is none. */
  readText(text: string, language: string): Promise<TextBeliefs | null>
  judge(features: Float32Array, state: readonly number[]): Promise<Judged>
}

/** Texts of which the answer is remembered: drafts grow letter by letter, and frames ask again. */
const REMEMBERED = 64

/** Loads both networks. @throws Error when a model is damaged or is not what it should be */
export async function loadNetworks<Fed>(
  runtime: Runtime<Fed>,
  weights: { turns: Uint8Array; interaction: Uint8Array },
): Promise<Networks> {
  const turns = await openTurnText(runtime, weights.turns)
  const interaction = await runtime.session(weights.interaction)
  const read = new Map<string, TextBeliefs>()
  return {
    async readText(text, language) {
      const plain = text.trim()
      if (plain === '') return null
      if (!reads(language)) return beliefsByRules(plain)
      const known = read.get(plain)
      if (known !== undefined) return known
      const beliefs = textBeliefs(await turns(plain))
      if (read.size >= REMEMBERED) read.clear()
      read.set(plain, beliefs)
      return beliefs
    },
    async judge(features, state) {
      const out = await interaction.run({
        features: runtime.tensor('float32', features, [1, features.length]),
        state: runtime.tensor('float32', Float32Array.from(state), [1, STATE]),
      })
      return {
        acts: numbers(out, 'acts', 6),
        beliefs: numbers(out, 'beliefs', BELIEFS.length),
        next: numbers(out, 'next', STATE),
      }
    },
  }
}
