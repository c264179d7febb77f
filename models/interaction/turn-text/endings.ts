import { CUT, isWord, type Word } from './utterance.ts'

/** How often utterances end with a word, or a pair of words, counted over many. */
export class Endings {
  readonly #pairs = new Map<string, { all: number; ends: number }>()
  readonly #words = new Map<string, { all: number; ends: number }>()

  add(words: readonly Word[]): void {
    const said = spoken(words)
    said.forEach(({ text, cut }, index) => {
      const isEnd = index === said.length - 1 || cut === CUT.sentence
      count(this.#words, text, isEnd)
      count(this.#pairs, `${said[index - 1]?.text ?? ''} ${text}`, isEnd)
    })
  }

  /** How often it was seen. */
  frequency(word: string): number {
    return this.#words.get(word.toLowerCase())?.all ?? 0
  }

  /** Share of utterances that end there, 0..1, of all in which these last words occur; rare pairs lean on the last word. */
  share(words: readonly Word[]): number {
    const said = spoken(words.slice(-6))
    const last = said.at(-1)?.text ?? ''
    const word = this.#words.get(last)
    const single = ((word?.ends ?? 0) + 0.5) / ((word?.all ?? 0) + 3)
    const pair = this.#pairs.get(`${said.at(-2)?.text ?? ''} ${last}`)
    return ((pair?.ends ?? 0) + 4 * single) / ((pair?.all ?? 0) + 4)
  }
}

const spoken = (words: readonly Word[]) =>
  words.filter(({ text }) => isWord(text)).map(({ text, cut }) => ({ text: text.toLowerCase(), cut }))

function count(counts: Map<string, { all: number; ends: number }>, key: string, isEnd: boolean): void {
  const seen = counts.get(key) ?? { all: 0, ends: 0 }
  seen.all++
  if (isEnd) seen.ends++
  counts.set(key, seen)
}
