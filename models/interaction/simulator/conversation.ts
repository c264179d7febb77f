/** Times of events and truths count from the start, or, with `on`, from the first word of the tutor's k-th utterance. */
interface Timed {
  on?: number | undefined
}

/** What happens in a conversation; `t` in ms. The format of the evaluation `timing`. */
export type SimulatedEvent = Timed & { t: number } & (
    | { e: 'draft'; text: string }
    | { e: 'send' }
    | { e: 'click'; what: 'ok' | 'stop' | 'dismiss' | 'mute' }
    | { e: 'voice'; active: boolean }
    | { e: 'heard'; text: string; final: boolean }
    | { e: 'page'; what: PageSign; text?: string; verdict?: LineVerdict }
    | { e: 'reply'; words: number }
    | {
        e: 'remark'
        kind: RemarkKind
        /** 0..1. */
        urgency: number
        /** 0..1. */
        confidence: number
        /** ms after it was offered. */
        expires: number
        words: number
      }
  )
export type PageSign = 'edit' | 'line' | 'scroll' | 'select' | 'leave' | 'return' | 'view'
export type LineVerdict = 'follows' | 'does-not-follow' | 'cannot-tell'
export type RemarkKind = 'step' | 'copy' | 'stuck' | 'practice' | 'praise'

/** What the person meant, from `from` to `to` in ms; hidden from every policy. */
export type Truth = Timed & { from: number; to: number } & (
    | { is: 'turn' | 'backchannel' | 'elsewhere' | 'open' | 'closed' }
    | { is: 'interruption'; evident: number }
  )

/** What the person is about beyond what is scored: has asked for a moment, gets nowhere. */
export type Intent = Timed & { from: number; to: number; is: 'wait' | 'stuck' }

/** One conversation with its truth. `rate` is in words a second; `intents` is no part of the evaluation's format. */
export interface Conversation {
  id: string
  mode: 'text' | 'voice'
  rate: number
  events: SimulatedEvent[]
  truth: Truth[]
  intents: Intent[]
}
