import MiniSearch from 'minisearch'
import type { ReadPage } from './search.ts'

/** Longest passage, in UTF-16 units: a paragraph or two, enough to stand on its own. */
export const PASSAGE_LENGTH = 1_200

/** A passage of a page that bears on a question. */
export interface RankedPassage {
  title: string
  address: string
  text: string
  /** Its sentence that bears on the question most, as it stands in `text`. */
  quote: string
}

/** Cuts text at paragraphs, and where these are too long at sentences; what is blank is left out. */
export function splitPassages(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) =>
      paragraph.length <= PASSAGE_LENGTH ? [paragraph] : joinUpTo(sentences(paragraph)),
    )
}

/** The sentences of a text, as they stand there. */
export function sentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '')
}

function joinUpTo(pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces.flatMap(chop)) {
    const last = joined.at(-1)
    if (last !== undefined && last.length + 1 + piece.length <= PASSAGE_LENGTH)
      joined[joined.length - 1] = `${last} ${piece}`
    else joined.push(piece)
  }
  return joined
}

function chop(piece: string): string[] {
  const length = Math.ceil(piece.length / PASSAGE_LENGTH)
  return Array.from({ length }, (_, at) => piece.slice(at * PASSAGE_LENGTH, (at + 1) * PASSAGE_LENGTH))
}

/** The passages of pages that bear on a question, best first (BM25+, words that begin alike count a little). */
export function rankPassages(question: string, pages: readonly ReadPage[], most: number): RankedPassage[] {
  const passages = pages.flatMap(({ title, address, passages: texts }, page) =>
    texts.map((text, place) => ({ id: `${page}.${place}`, title, address, text })),
  )
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const index = new MiniSearch({ fields: ['title', 'text'], searchOptions: SEARCH })
  index.addAll(passages)
  return index
    .search(question)
    .slice(0, most)
    .flatMap(({ id }) => {
      const passage = byId.get(id)
      if (passage === undefined) return []
      const { title, address, text } = passage
      return [{ title, address, text, quote: bestSentence(question, text) }]
    })
}

const SEARCH = { boost: { title: 0.5 }, prefix: (term: string) => term.length > 3, fuzzy: false }

/** The sentence of a passage that bears on a question most; the first where none does. */
export function bestSentence(question: string, text: string): string {
  const all = sentences(text)
  const index = new MiniSearch({ fields: ['text'], searchOptions: SEARCH })
  index.addAll(all.map((sentence, id) => ({ id, text: sentence })))
  const best: unknown = index.search(question)[0]?.id
  return all[typeof best === 'number' ? best : 0] ?? text
}
