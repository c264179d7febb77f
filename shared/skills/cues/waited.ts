import type { Cue, Moment } from '../../percepts/cue.ts'
import type { ClauseReader } from '../clause-reader.ts'
import type { Read } from '../read-duration.ts'

/** What is waited for, with how often, in which order and how long after. */
export type Waited = Pick<Cue, 'nth' | 'inRow' | 'delay'> & { moment: Moment }

/** Reads what is waited for, after "when", or null. */
export type ReadWaited = (reader: ClauseReader, at: number) => Read<Waited> | null

/** Where the words end that a moment takes in, and those begin that say what is to be said then. */
const TAIL_ENDS =
  /[,;:!?]|\.(?!\d)|(?: (?:then|please|pls|so|and|could you|can you|would you|will you|i want you to|you (?:should|can|could|must|need to|have to|ought to)|you))* (?:tell|remind|say|said|ask|let|ping|nudge|warn|give|show|alert|notify|poke|buzz|shout|yell|scream|whisper|repeat|praise|inform|prompt|stop|wait|call|cheer|have me|send|beep|nag|holler|announce|whistle|congratulate|encourage|kick|prod|drop me|hit me|shoot me|set|start)\b| to (?=\p{L})| (?:until|till|unless|up to|at most|but)\b| (?:before (?:that|then)|and not before|in the meantime|meanwhile)\b| that (?=\p{L})| - | – | = | (?:please|thanks|thx)\b|$/gu

/** The phrases from a word on, each as far as the words of a moment can reach, the shortest first. */
export function* phrasesFrom(
  reader: ClauseReader,
  at: number,
  skipped = 0,
): Generator<{ phrase: string; next: number }> {
  const from = reader.from(at)
  const rest = from.slice(skipped)
  for (const { index } of rest.matchAll(TAIL_ENDS)) {
    const phrase = rest.slice(0, index).trim()
    if (phrase !== '') yield { phrase, next: reader.after(at, skipped + index) }
  }
}
