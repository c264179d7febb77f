import { isBackchannel, isCancel, isWait, mayBecomeBackchannel } from '../listening-signs.ts'
import type { TextBeliefs } from './features.ts'
import { numbers, type Runtime } from './runtime.ts'
import { PIECES, TOKENS, turnTextIds } from './tokens.ts'

/** Logits of finished, unfinished, wait; of backchannel, interruption, elsewhere. */
export interface TurnTextLogits {
  turn: Float32Array
  overlap: Float32Array
}

/** Runs the network on the tail of a text. Rejects where it fails or yields what is no number. */
export type RunTurnText = (text: string) => Promise<TurnTextLogits>

/** The turn text network. @param weights `models/interaction/weights/turns.onnx` */
export async function openTurnText<Fed>(runtime: Runtime<Fed>, weights: Uint8Array): Promise<RunTurnText> {
  const session = await runtime.session(weights)
  return async (text) => {
    const out = await session.run({ ids: runtime.tensor('int32', turnTextIds(text), [1, TOKENS, PIECES]) })
    return { turn: numbers(out, 'turn', 3), overlap: numbers(out, 'overlap', 3) }
  }
}

/** Logits as probabilities; each three are together 1. */
export function textBeliefs({ turn, overlap }: TurnTextLogits): TextBeliefs {
  return [...shares(turn), ...shares(overlap)]
}

function shares(logits: Float32Array): [number, number, number] {
  const [a = 0, b = 0, c = 0] = logits
  const most = Math.max(a, b, c)
  const powers = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)] as const
  const sum = powers[0] + powers[1] + powers[2]
  return [powers[0] / sum, powers[1] / sum, powers[2] / sum]
}

/** Whether the network was made for this language. */
export const reads = (language: string): boolean => /^en\b/i.test(language)

/**
 * Reads the tail of a draft or transcript; null where there is no text. Where there is no network, the language is not
 * English, or the network fails, the rules of listening signs answer.
 */
export async function readTurnText(
  text: string,
  language: string,
  run: RunTurnText | null,
): Promise<TextBeliefs | null> {
  if (text.trim() === '') return null
  if (run === null || !reads(language)) return beliefsByRules(text)
  try {
    return textBeliefs(await run(text))
  } catch {
    // The rules are what there is without a network, so its failure is not the person's concern.
    return beliefsByRules(text)
  }
}

/** Words and marks after which more must come. */
const OPEN_END =
  /(?:[=+\-*/(<>,:^]|\b(?:a|an|the|of|to|and|or|but|so|if|because|when|that|with|for|is|are|by|my|your|what|how|why|und|oder|aber|weil|wenn|dass|der|die|das|ein|eine|ist|mit|von|zu|was|wie|warum))\s*$/i

/** How sure the rules are of what they say. */
const SURE = 0.9
const REST = (1 - SURE) / 2

/** What the rules say of a text, in any language. */
export function beliefsByRules(text: string): TextBeliefs {
  const beliefs: [number, number, number, number, number, number] = [REST, REST, REST, REST, REST, REST]
  beliefs[isWait(text) ? 2 : OPEN_END.test(text) ? 1 : 0] = SURE
  const listening = isBackchannel(text) || (!isWait(text) && !isCancel(text) && mayBecomeBackchannel(text))
  beliefs[listening ? 3 : 4] = SURE
  return beliefs
}
