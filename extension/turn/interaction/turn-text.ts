import { isBackchannel, isCancel, isWait, mayBecomeBackchannel } from '../listening-signs.ts'
import { PIECES, TOKENS, turnTextIds } from './tokens.ts'

/** What the text so far says of the person's turn; probabilities, together 1. */
export interface TurnBelief {
  finished: number
  unfinished: number
  wait: number
}

/** What it is, if it is said while the tutor speaks; probabilities, together 1. */
export interface OverlapBelief {
  backchannel: number
  interruption: number
  elsewhere: number
}

/** Numbers in the vector. */
const TURN_VECTOR = 16

export interface TurnText {
  turn: TurnBelief
  overlap: OverlapBelief
  /** What the network noticed besides, each -1..1, for the interaction network; zeros where only rules read. */
  vector: readonly number[]
  by: 'network' | 'rules'
}

/** Logits of one text, and its vector. */
export interface TurnTextLogits {
  turn: readonly number[]
  overlap: readonly number[]
  vector: readonly number[]
}

/** Runs the network on the rows of one text (`turnTextIds`). */
export type RunTurnText = (ids: Int32Array) => Promise<TurnTextLogits>

/** The part of onnxruntime that is used, in the browser or in Node. */
interface Runtime<Tensor> {
  Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor
}
interface Session<Tensor> {
  run(feeds: Record<string, Tensor>): Promise<Readonly<Record<string, { readonly data: unknown }>>>
}

/** A session of `models/interaction/weights/turns.onnx`, as a function. */
export function turnTextRunner<Tensor>(runtime: Runtime<Tensor>, session: Session<Tensor>): RunTurnText {
  return async (ids) => {
    const out = await session.run({ ids: new runtime.Tensor('int32', ids, [1, TOKENS, PIECES]) })
    const numbers = (name: string): readonly number[] => {
      const data = out[name]?.data
      return data instanceof Float32Array ? [...data] : []
    }
    return { turn: numbers('turn'), overlap: numbers('overlap'), vector: numbers('vector') }
  }
}

/**
 * Reads the tail of a draft or transcript. Where there is no network (`run` null), the language is not English, or
 * the network fails or yields what is no number, the rules of listening signs answer.
 */
export async function readTurnText(
  text: string,
  language: string,
  run: RunTurnText | null,
): Promise<TurnText> {
  const ids = turnTextIds(text)
  if (run === null || !/^en\b/i.test(language) || ids[0] === 0) return turnTextByRules(text)
  try {
    const { turn, overlap, vector } = await run(ids)
    const [finished, unfinished, wait] = shares(turn)
    const [backchannel, interruption, elsewhere] = shares(overlap)
    if (vector.length !== TURN_VECTOR || !vector.every(Number.isFinite)) return turnTextByRules(text)
    return {
      turn: { finished, unfinished, wait },
      overlap: { backchannel, interruption, elsewhere },
      vector,
      by: 'network',
    }
  } catch {
    // The rules are what there is without a network, so its failure is not the person's concern.
    return turnTextByRules(text)
  }
}

/** Three logits as probabilities. */
function shares(logits: readonly number[]): [number, number, number] {
  const [a, b, c] = logits
  if (a === undefined || b === undefined || c === undefined || !Number.isFinite(a + b + c))
    throw new Error('The network yielded no numbers.')
  const most = Math.max(a, b, c)
  const powers = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)] as const
  const sum = powers[0] + powers[1] + powers[2]
  return [powers[0] / sum, powers[1] / sum, powers[2] / sum]
}

/** Words and marks after which more must come. */
const OPEN_END =
  /(?:[=+\-*/(<>,:^]|\b(?:a|an|the|of|to|and|or|but|so|if|because|when|that|with|for|is|are|by|my|your|what|how|why|und|oder|aber|weil|wenn|dass|der|die|das|ein|eine|ist|mit|von|zu|was|wie|warum))\s*$/i

/** How sure the rules are of what they say. */
const SURE = 0.9
const REST = (1 - SURE) / 2

/** What the rules say of a text, in any language. */
export function turnTextByRules(text: string): TurnText {
  const turn: TurnBelief = { finished: REST, unfinished: REST, wait: REST }
  turn[isWait(text) ? 'wait' : text.trim() === '' || OPEN_END.test(text) ? 'unfinished' : 'finished'] = SURE
  const overlap: OverlapBelief = { backchannel: REST, interruption: REST, elsewhere: REST }
  const listening = isBackchannel(text) || (!isWait(text) && !isCancel(text) && mayBecomeBackchannel(text))
  overlap[listening ? 'backchannel' : 'interruption'] = SURE
  return { turn, overlap, vector: new Array<number>(TURN_VECTOR).fill(0), by: 'rules' }
}
