import type { TextBeliefs } from './features.ts'
import { PIECES, TOKENS, turnTextIds } from './tokens.ts'

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
  readText(text: string): Promise<TextBeliefs | null>
  judge(features: Float32Array, state: readonly number[]): Promise<Judged>
}

interface Tensor {
  readonly data: unknown
}
/** As much of onnxruntime as is needed; the same for its builds of Node and the web. */
export interface Runtime<Fed> {
  tensor(type: 'float32' | 'int32', data: Float32Array | Int32Array, dims: readonly number[]): Fed
  /** @param weights an ONNX model */
  session(weights: Uint8Array): Promise<{ run(feeds: Record<string, Fed>): Promise<Record<string, Tensor>> }>
}

/** Texts of which the answer is remembered: drafts grow letter by letter, and frames ask again. */
const REMEMBERED = 64

/** Loads both networks. @throws Error when a model is damaged or is not what it should be */
export async function loadNetworks<Fed>(
  runtime: Runtime<Fed>,
  weights: { turns: Uint8Array; interaction: Uint8Array },
): Promise<Networks> {
  const turns = await runtime.session(weights.turns)
  const interaction = await runtime.session(weights.interaction)
  const read = new Map<string, TextBeliefs>()
  return {
    async readText(text) {
      const plain = text.trim()
      if (plain === '') return null
      const known = read.get(plain)
      if (known !== undefined) return known
      const out = await turns.run({ ids: runtime.tensor('int32', turnTextIds(plain), [1, TOKENS, PIECES]) })
      const beliefs = [...softmax(numbers(out, 'turn', 3)), ...softmax(numbers(out, 'overlap', 3))]
      if (read.size >= REMEMBERED) read.clear()
      read.set(plain, beliefs as unknown as TextBeliefs)
      return beliefs as unknown as TextBeliefs
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

/** One output, of this length. @throws Error where it is missing, of another length, or no number */
function numbers(out: Record<string, Tensor>, name: string, length: number): Float32Array {
  const data = out[name]?.data
  if (!(data instanceof Float32Array) || data.length !== length)
    throw new Error(`The network gave no ${name} of ${length} numbers.`)
  if (!data.every(Number.isFinite)) throw new Error(`The network’s ${name} are no numbers.`)
  return data
}

function softmax(logits: Float32Array): number[] {
  const most = Math.max(...logits)
  const powers = [...logits].map((logit) => Math.exp(logit - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
