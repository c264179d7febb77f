import { bestSentence, sentences } from '../search/passages.ts'

/** Fewest words, or letters, of a quote that says where it is from: "the" stands everywhere. */
const QUOTE_WORDS = 3
const QUOTE_LETTERS = 12
/** Words of a quote that are looked for at most. */
const MOST_WORDS = 60

const WORD = /[\p{L}\p{N}]+/gu

/**
 * The sentence of `text` that bears a claim, as it stands there; null where none does. With `quoted`, words that a
 * model says stand there, they must; else a sentence must share enough words with the claim.
 */
export function bearingSentence(text: string, claim: string, quoted: string | null): string | null {
  if (quoted !== null) return sentenceOf(text, quoted)
  const best = bestSentence(claim, text)
  return shares(claim, best) ? best : null
}

/** The sentence around a quote; where the quote goes over several, the quote. Punctuation and case may differ. */
function sentenceOf(text: string, quoted: string): string | null {
  const words = (quoted.match(WORD) ?? []).slice(0, MOST_WORDS)
  if (words.length < QUOTE_WORDS && words.join('').length < QUOTE_LETTERS) return null
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu')
  const found = pattern.exec(text)?.[0]
  if (found === undefined) return null
  return sentences(text).find((sentence) => sentence.includes(found)) ?? found
}

/** Letters of a word that count: endings differ, "multiplied" and "multiply" do not. */
const STEM = 5

function shares(claim: string, sentence: string): boolean {
  const claimed = stemsOf(claim)
  const there = stemsOf(sentence)
  const shared = [...claimed].filter((stem) => there.has(stem)).length
  return shared >= 2 || (shared === 1 && claimed.size <= 2)
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(WORD) ?? []
  return new Set(
    words.filter((word) => word.length >= 4 || /\p{N}/u.test(word)).map((word) => word.slice(0, STEM)),
  )
}
