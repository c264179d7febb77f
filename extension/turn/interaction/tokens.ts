/**
 * Text as the turn text network reads it: the last words and marks, each as the sum of hashed pieces (the word
 * itself twice, its beginning, its endings, its shape), so that a misspelt or unknown word still has its endings.
 * The only implementation: what the network is trained on is written with it too.
 */

/** Words and marks that are read, from the end. */
export const TOKENS = 32
/** Rows that are summed for one of them; 0 is the empty row. */
export const PIECES = 8
/** Rows of the table. */
export const ROWS = 16_384

/** Rows 1 to 15 are shapes, the rest are hashed. */
const FIRST_HASHED = 16
const SHAPES = { lower: 1, capital: 2, capitals: 3, mixed: 4, number: 5, mark: 6, other: 7 } as const

/** A command of LaTeX or a word; a number; dots that trail off; a line's end; any other character, repeated or not. */
const TOKEN = /\\?\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|\.{2,}|…|\n|([^\s])\1*/gu

/** UTF-16 units of the tail that can matter. */
const TAIL = 600

/** A word or a mark, and the offset behind it. */
export interface Token {
  text: string
  end: number
}

/** The words and marks of the whole text, in order. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], end: match.index + match[0].length }))
}

/** Rows of the last words and marks: TOKENS × PIECES, the earliest first, zeros behind the last. */
export function turnTextIds(text: string): Int32Array {
  return idsOf(tokensOf(text.slice(-TAIL)).map((token) => token.text))
}

/** The same of words and marks that are already apart. */
export function idsOf(tokens: readonly string[]): Int32Array {
  const ids = new Int32Array(TOKENS * PIECES)
  tokens.slice(-TOKENS).forEach((token, index) => {
    ids.set(piecesOf(token), index * PIECES)
  })
  return ids
}

/** The word without what is written in many ways: case, curly apostrophes, repeated marks, the digits of a number. */
function plain(token: string): string {
  if (/^\p{N}/u.test(token)) return token.replace(/\p{N}/gu, '0').replace(/0{4,}/g, '0000')
  if (/^(?:\.{2,}|…)$/.test(token)) return '…'
  if (/^[^\p{L}\\]/u.test(token)) return String.fromCodePoint(token.codePointAt(0) ?? 0)
  return token
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(.)\1{2,}/gu, '$1$1')
}

function piecesOf(token: string): number[] {
  const word = plain(token)
  const { length } = word
  const piece = (salt: string, part: string, atLeast: number) => (length >= atLeast ? hashed(salt + part) : 0)
  return [
    shapeOf(token),
    hashed(`w${word}`),
    hashed(`v${word}`),
    piece('a', word.slice(0, 3), 4),
    piece('b', word.slice(0, 5), 6),
    piece('y', word.slice(-2), 3),
    piece('z', word.slice(-3), 4),
    piece('x', word.slice(-4), 5),
  ]
}

function shapeOf(token: string): number {
  if (/^\p{N}/u.test(token)) return SHAPES.number
  if (!/^\\?\p{L}/u.test(token)) return /^[\p{P}\p{S}\n]/u.test(token) ? SHAPES.mark : SHAPES.other
  if (token === token.toLowerCase()) return SHAPES.lower
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(token)) return SHAPES.capital
  return token === token.toUpperCase() ? SHAPES.capitals : SHAPES.mixed
}

/** FNV-1a over UTF-16 units, mixed once more, as its low bits alone are uneven. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return FIRST_HASHED + ((hash >>> 0) % (ROWS - FIRST_HASHED))
}
