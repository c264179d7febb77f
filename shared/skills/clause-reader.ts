import type { Waited } from './cues/waited.ts'
import { firstUnit, type Read, readCount, readDuration } from './read-duration.ts'
import { readWords, type Word } from './read-words.ts'
import type { SkillContext } from './skill.ts'

/** One expression of time in a request. Durations and periods are in ms, times in ms since the epoch. */
export type TimeClause =
  | { kind: 'every'; ms: number }
  /** "in 10 minutes"; several for "in 5, 10 and 15 seconds". */
  | { kind: 'in'; ms: readonly number[] }
  /** "starting in 10 seconds": the first time of a repetition. */
  | { kind: 'start'; at: number }
  | { kind: 'at'; at: number; passed: boolean }
  /** `strong`: "for the next 2 minutes" cannot be part of what is to be said, "for 20 seconds" can. */
  | { kind: 'for'; ms: number; strong: boolean }
  | { kind: 'times'; count: number }
  /** Null: "until I say stop". */
  | { kind: 'until'; at: number | null; passed: boolean; says?: string }
  /** "five minutes before that": so long before the time that is named beside it; "thirty seconds after that". */
  | { kind: 'before'; ms: number }
  | { kind: 'then'; ms: number }
  /** "when I reach the second paragraph": no time, but a moment that is noticed. */
  | ({ kind: 'cue'; again: boolean } & Waited)
  /** A duration on its own: "a 5 minute timer". */
  | { kind: 'bare'; ms: number }
  /** Words such as "starting now" that change nothing. */
  | { kind: 'filler' }

/** A clause with its place in the text (UTF-16 units, end exclusive). */
export type PlacedClause = TimeClause & { start: number; end: number }

/** Reads one clause at a word, or null. */
export type ReadClause = (reader: ClauseReader, at: number) => Read<TimeClause> | null

/** A request as the clause readers see it: its words, and the text from each on. */
export class ClauseReader {
  readonly text: string
  readonly words: readonly Word[]
  readonly clock: Pick<SkillContext, 'now' | 'timeZone'>
  /** "stop after 20 seconds" limits a repetition; without one it is something to be said. */
  readonly repeats: boolean

  /** Unit of the first duration in the text, in ms. */
  readonly unit: number | null

  readonly #quotes: readonly string[]

  /** @param quotes what stands in quotation marks, for which the text holds a hole each (see holed-request.ts) */
  constructor(text: string, clock: Pick<SkillContext, 'now' | 'timeZone'>, quotes: readonly string[] = []) {
    this.text = text
    this.#quotes = quotes
    this.words = readWords(text)
    this.clock = clock
    this.unit = firstUnit(this.words)
    this.repeats = /\b(?:every|each|intervals?|apart|times|per|hourly|keep|whenever|always)\b/i.test(text)
  }

  /** The word at an index, '' past the end. */
  word(at: number): string {
    return this.words[at]?.text ?? ''
  }

  /** The text from this word on, lower case, long enough for any clause. */
  from(at: number): string {
    const start = this.words[at]?.start
    return start === undefined ? '' : this.text.slice(start, start + 160).toLowerCase()
  }

  /** Index after the words that the pattern matches at `at`; `at` itself when it does not match. */
  skip(at: number, pattern: RegExp): number {
    const length = pattern.exec(this.from(at))?.[0].trimEnd().length ?? 0
    return length === 0 ? at : this.after(at, length)
  }

  /** A duration at a word; where one was named before, also a number without its unit: "in forty". */
  span(at: number): Read<number> | null {
    const duration = readDuration(this.words, at)
    const isAsked = ASKED.test(this.text) && this.word(at - 1) === 'in'
    if (duration !== null || (this.unit === null && !isAsked)) return duration
    const count = readCount(this.words, at)
    if (count === null || count.value <= 0 || !BARE_ENDS.test(this.from(count.next))) return null
    return { value: count.value * (this.unit ?? 60_000), next: count.next }
  }

  /** A piece of the text with its quotations in it. */
  written(piece: string): string {
    return piece.replace(/[\uE000-\uF8FE]/g, (hole) => this.#quotes[hole.charCodeAt(0) - 0xe000] ?? '')
  }

  /** Index of the first word that begins `length` units or more after the word at `at`. */
  after(at: number, length: number): number {
    const end = (this.words[at]?.start ?? 0) + length
    let next = at
    while ((this.words[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++
    return next
  }
}

/** "wake me in 20": minutes, where nothing else was named. */
const ASKED =
  /\b(?:(?:remind|ping|nudge|wake|hit|poke|buzz|warn|alert|prod) me|let me know|timer|alarm|give me a (?:shout|nudge|heads[- ]?up|reminder|ping|poke))\b/i

/** What may follow a number that stands for a duration. */
const BARE_ENDS =
  /^(?:$|[,.;:!?]|(?:and|then|say|tell|remind|to|please|instead|ping|ask|that|for|until|from|later|after)\b|[\uE000-\uF8FE])/

/** "(5 minutes) have passed" */
export const OVER =
  /^(?:(?:have|has|is|are|'s|will have) (?:now )?)?(?:passed by|passed|elapsed|gone by|gone|up|over|past|done|went by|go by|goes by|pass|passes)\b/
/** "(5 minutes) from now" */
export const LATER = /^(?:from now(?: on)?|later(?: on)?|hence|from this (?:moment|point)|(?:'s?|s)? ?time\b)/
