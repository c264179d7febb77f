import { rankPassages } from '../search/passages.ts'

/** Texts that are ranked: a hundred of an enormous page would take a tenth of a second. */
const RANKED = 24

/** The texts that bear on a question, best first; of very many only those in which most of its words stand are ranked. */
export function bearing(question: string, texts: readonly string[], most = RANKED): string[] {
  const pages = [{ title: '', address: '', passages: likely(question, texts) }]
  return rankPassages(question, pages, most).map(({ text }) => text)
}

function likely(question: string, texts: readonly string[]): string[] {
  if (texts.length <= RANKED) return [...texts]
  const words = question.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const stems = new Set(words.map((word) => word.slice(0, 5)))
  const scored = texts.map((text) => {
    const lower = text.toLowerCase()
    return { text, score: [...stems].filter((stem) => lower.includes(stem)).length }
  })
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, RANKED)
    .map(({ text }) => text)
}
