import type { LanguageModel } from 'ai'
import type { NewPart } from './reason.ts'

/** A language model, ready to think, and what is known of it. */
export interface Thinker {
  model: LanguageModel
  /** Shown to the person. */
  name: string
  /** Whether it runs on this machine. */
  local: boolean
  /** Whether it can call tools; where not, the web is searched beforehand. */
  tools: boolean
  /** UTF-16 units of page text and conversation that go into its prompt. */
  room: number
  /** US cents for a million tokens; null: not known, or free. */
  prices: Prices | null
  /** What it must do before it can answer; its parts are shown. Rejects where it can't. */
  prepare?(signal: AbortSignal): AsyncIterable<NewPart>
}

export interface Prices {
  in: number
  out: number
}
