import { tokensOf } from '../../../extension/turn/interaction/tokens.ts'
import { oneOf, type Random } from './phrase-grammar.ts'

/** What a cut behind a word leaves (written by `train/parse.py`). */
export const CUT = { free: 0, must: 1, unsure: 2, sentence: 3, unknown: 4 } as const
export type Cut = (typeof CUT)[keyof typeof CUT]

/** No part of speech is known. */
export const NO_TAG = 255

/** One word or mark of an utterance. */
export interface Word {
  text: string
  /** Part of speech, an index into the parser's list. */
  tag: number
  cut: Cut
}

/** A line of the parser. */
export interface Parsed {
  source: string
  text: string
  ends: number[]
  tags: number[]
  cuts: Cut[]
}

/** NN, NNP, NNPS and NNS in the parser's list of parts of speech. */
const NOUNS = [22, 23, 24, 25]
export const isNoun = (word: Word | undefined): boolean => word !== undefined && NOUNS.includes(word.tag)

export const isWord = (token: string): boolean => /^[\p{L}\p{N}]/u.test(token)
const isSentenceEnd = (token: string): boolean => /^[.!?]+$/.test(token) && !/^\.{2,}$/.test(token)

/** The utterance in the tokens that the network reads, each with what the parser says of the place behind it. */
export function wordsOf({ text, ends, tags, cuts }: Parsed): Word[] {
  const at = new Map(ends.map((end, index) => [end, index]))
  const words = tokensOf(text).map(({ text: token, end }): Word => {
    const index = at.get(end)
    if (index === undefined) return { text: token, tag: NO_TAG, cut: CUT.unknown }
    return { text: token, tag: tags[index] ?? NO_TAG, cut: cuts[index] ?? CUT.unknown }
  })
  // What stands before the mark that ends a sentence is finished already.
  words.forEach((word, index) => {
    const next = words[index + 1]
    if (next?.cut === CUT.sentence && isSentenceEnd(next.text)) word.cut = CUT.sentence
  })
  return words
}

/** Words of a text that nobody parsed: only its end is known. */
export const plainWords = (text: string): Word[] =>
  tokensOf(text).map((token) => ({ text: token.text, tag: NO_TAG, cut: CUT.unknown }))

/** Half of all stays as it was written; the rest loses capitals, marks, or both; one in twenty has a slip of the finger. */
export function dressed(words: readonly Word[], random: Random): Word[] {
  const way = random()
  let worn = [...words]
  if (way < 0.5) worn = worn.map((word) => ({ ...word, text: word.text.toLowerCase() }))
  if (way < 0.42 || (way >= 0.5 && way < 0.55)) worn = worn.filter(({ text }) => !/^[.,!?;:"“”]+$/.test(text))
  if (worn.length === 0) return [...words]
  if (way < 0.5 && random() < 0.15)
    worn = worn.map((word) => ({ ...word, text: word.text.replace(/['’]/g, '') }))
  if (random() < 0.05) {
    const at = Math.floor(random() * worn.length)
    worn = worn.map((word, index) => (index === at ? { ...word, text: mistyped(word.text, random) } : word))
  }
  return worn
}

/** The word with two letters exchanged, one left out or one doubled. */
export function mistyped(word: string, random: Random): string {
  if (!/^\p{L}{4,}$/u.test(word)) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ]
  return before + oneOf([next + letter, next, letter + letter + next], random) + after
}
