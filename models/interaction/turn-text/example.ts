import type { Endings } from './endings.ts'
import { oneOf, type Random } from './phrase-grammar.ts'
import { CUT, isNoun, isWord, NO_TAG, plainWords, type Word } from './utterance.ts'

export const TURNS = ['finished', 'unfinished', 'wait'] as const
export type TurnLabel = (typeof TURNS)[number]
export const OVERLAPS = ['backchannel', 'interruption', 'elsewhere'] as const
export type OverlapLabel = (typeof OVERLAPS)[number]

/** What the network should say once it has read up to a word. `weight` 0 is no label; 1 a sure one. */
export interface Mark {
  turn: TurnLabel
  weight: number
}

/** A text with a mark behind each of its words: the network reads it once and learns from every place. */
export interface Example {
  words: readonly Word[]
  marks: readonly Mark[]
  /** What all of it is when said while the tutor speaks. */
  overlap: OverlapLabel | null
  /** 0..1. */
  overlapWeight: number
}

const NONE: Mark = { turn: 'finished', weight: 0 }

/** Marks that stand where more must follow. */
const OPEN_MARK = /^[,:;(\-–—+*/=<>^{[·×]$/

/** What the place behind a word tells, by the parse and by how often utterances end so. */
function markBehind(words: readonly Word[], index: number, endings: Endings): Mark {
  const word = words[index]
  if (word === undefined || word.cut === CUT.unknown) return NONE
  const share = endings.share(words.slice(Math.max(0, index - 5), index + 1))
  if (word.cut === CUT.sentence) return { turn: 'finished', weight: 0.5 }
  if (!isWord(word.text)) return OPEN_MARK.test(word.text) ? { turn: 'unfinished', weight: 0.4 } : NONE
  // "change the coffee | order": what follows a noun to make a longer name is no must.
  if (word.cut === CUT.must && isNoun(word) && isNoun(words[index + 1])) return NONE
  // A lone first word is often all of an answer.
  const early = index === 0 ? 0.5 : 1
  if (word.cut === CUT.must)
    return share < 0.25 ? { turn: 'unfinished', weight: early * (1 - 2.4 * share) } : NONE
  if (word.cut === CUT.unsure) return share < 0.03 ? { turn: 'unfinished', weight: 0.5 } : NONE
  return share > 0.03 ? { turn: 'finished', weight: Math.min(0.3, 0.1 + share) } : NONE
}

/** An utterance that is complete as it stands, and whatever its beginnings tell. */
export function wholeUtterance(words: readonly Word[], endings: Endings): Example {
  const marks = words.map((_, index) => markBehind(words, index, endings))
  const trailsOff = words.at(-1)?.text === '…' || /^\.{2,}$/.test(words.at(-1)?.text ?? '')
  const opens = OPEN_MARK.test(words.at(-1)?.text ?? '')
  marks[marks.length - 1] = { turn: 'finished', weight: trailsOff || opens ? 0 : 1 }
  return { words, marks: shared(marks), overlap: null, overlapWeight: 0 }
}

/** However long an utterance is, its beginnings together weigh about as much as its end. */
function shared(marks: readonly Mark[]): Mark[] {
  const sum = marks.reduce((all, { turn, weight }) => all + (turn === 'unfinished' ? weight : 0), 0)
  const scale = sum > 1.2 ? 1.2 / sum : 1
  return marks.map((mark) => (mark.turn === 'unfinished' ? { ...mark, weight: mark.weight * scale } : mark))
}

/** Two utterances one behind the other, as they are written without a full stop, or with it. */
export function joined(first: Example, second: Example): Example {
  const marks = first.marks.map((mark, index) =>
    index === first.marks.length - 1 ? { ...mark, weight: mark.weight * 0.4 } : mark,
  )
  return {
    words: [...first.words, ...second.words],
    marks: [...marks, ...second.marks],
    overlap: null,
    overlapWeight: 0,
  }
}

const FILLERS = [
  'um',
  'uh',
  'umm',
  'uhh',
  'erm',
  'like',
  '…',
  '...',
  'hmm',
  'so',
  'and',
  'but',
  'because',
  '-',
  ',',
  'well',
]

/** The beginning of an utterance that stops in mid-word, or trails off; null where it has no such place. */
export function brokenOff(words: readonly Word[], endings: Endings, random: Random): Example | null {
  const at = Math.floor(random() * words.length)
  const word = words[at]
  if (word === undefined) return null
  const before = words.slice(0, at)
  let last: string
  if (random() < 0.6) {
    if (!/^\p{L}{4,}$/u.test(word.text)) return null
    last = word.text.slice(0, 1 + Math.floor(random() * (word.text.length - 2)))
    if (last.length < 2 ? at === 0 || /^[aiku]$/i.test(last) : endings.frequency(last) > 3) return null
  } else {
    const open = words[at - 1]
    if (open === undefined || !isWord(open.text) || open.cut === CUT.sentence) return null
    last = oneOf(FILLERS, random)
  }
  return endsWith([...before, { text: last, tag: NO_TAG, cut: CUT.unknown }], 'unfinished', 0.7)
}

/** A text of which only the end is marked. */
export function endsWith(words: readonly Word[], turn: TurnLabel, weight: number): Example {
  const marks = words.map((_, index) => (index === words.length - 1 ? { turn, weight } : NONE))
  return { words, marks, overlap: null, overlapWeight: 0 }
}

const ENDS: Record<TurnLabel, readonly string[]> = {
  finished: ['', '', '', '.', '!'],
  unfinished: ['', '', '', '', ' …', '...'],
  wait: ['', '', '', '.', '!', '...', '…', '!!'],
}
const QUESTION =
  /^(?:(?:ok|but|so|wait|and|hold on|hang on) )*(?:why|how|what|where|when|which|who|is|does|do|did|can|could|would|isn't|shouldn't|are)\b/

/** A phrase of a grammar, written as people write: with or without capitals, commas and a mark at its end. */
export function written(phrase: string, label: TurnLabel, random: Random): string {
  let text = phrase
  if (random() < 0.4) text = text.charAt(0).toUpperCase() + text.slice(1)
  if (random() < 0.4) text = text.replace(/\bi\b(?!\w)/g, 'I')
  if (random() < 0.35)
    text = text.replace(
      /^(ok|okay|wait|no|hey|sorry|um|hmm|oh|yes|right|well|hold on|hang on) (?=\w)/i,
      '$1, ',
    )
  if (random() < 0.15) text = text.replace(/['’]/g, '')
  if (/[.!?…]$/.test(text)) return text
  if (label === 'finished' && QUESTION.test(phrase)) return random() < 0.55 ? `${text}?` : text
  return text + oneOf(ENDS[label], random)
}

/** The words of a phrase, with its label at the end. */
export const phraseExample = (text: string, turn: TurnLabel, weight: number): Example =>
  endsWith(plainWords(text), turn, weight)
