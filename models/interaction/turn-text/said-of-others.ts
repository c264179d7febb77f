import { oneOf, type Random } from './phrase-grammar.ts'
import { isNoun, type Word } from './utterance.ts'

/** Articles, adjectives and names in the parser's list of parts of speech. */
const ARTICLE = 11
const ADJECTIVE = 16
const NAME = 23
/** Enough of each to draw from. */
const MOST = 20_000
const LONGEST_TALK = 10

/** Things that people talk about, as they name them: "the lines", "a new borrow". */
export function thingsOf(utterances: readonly (readonly Word[])[]): string[] {
  const things = new Set<string>()
  for (const words of utterances) {
    words.forEach((word, index) => {
      if (word.tag !== ARTICLE) return
      let end = index + 1
      while (words[end]?.tag === ADJECTIVE && end < index + 3) end++
      const first = end
      while (isNoun(words[end]) && end < index + 4) end++
      if (end === first) return
      things.add(
        words
          .slice(index, end)
          .map(({ text }) => text.toLowerCase())
          .join(' '),
      )
    })
    if (things.size >= MOST) break
  }
  return [...things].filter(isPlain)
}

/** Names of persons, and of whatever else has one. */
export function namesOf(utterances: readonly (readonly Word[])[]): string[] {
  const names = utterances.flatMap((words) =>
    words
      .filter(({ tag, text }) => tag === NAME && /^[A-Z][a-z]{2,}$/.test(text))
      .map(({ text }) => text.toLowerCase()),
  )
  return [...new Set(names)].slice(0, MOST)
}

/** Short things that people say to each other. */
export function talkOf(utterances: readonly (readonly Word[])[]): string[] {
  const said = utterances
    .filter(({ length }) => length >= 2 && length <= LONGEST_TALK)
    .map((words) =>
      words
        .map(({ text }) => text)
        .join(' ')
        .replace(/ ([.,!?;:…)])/g, '$1'),
    )
  return said.filter(isPlain).slice(0, 4 * MOST)
}

/** What the grammars would read as theirs is left out. */
const isPlain = (text: string): boolean => !/[(){}|]/.test(text)

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', ';;;,,..//', '====----']

/** What a sleeve, a cat or a small child writes. */
export function noise(random: Random): string {
  const row = oneOf(ROWS, random)
  let text = ''
  for (let keys = 1 + Math.floor(random() * 5); keys > 0; keys--) {
    const key =
      random() < 0.7
        ? row.charAt(Math.floor(random() * row.length))
        : oneOf(['j', 'k', ' ', 'f', 'g'], random)
    text += key.repeat(1 + Math.floor(random() * 6))
  }
  return text.trim() === '' ? row.slice(0, 4) : text
}
