/** A word of a request, lower case, and where it stands (UTF-16 units, end exclusive). */
export interface Word {
  text: string
  start: number
  end: number
}

/** Words, numbers ("15:30", "1.5") and single signs; "4s" is a number and a word. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/\d+(?:[.,:]\d+)*|\p{L}+(?:'\p{L}+)?|[^\s]/gu)) {
    words.push({ text: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length })
  }
  return words
}
