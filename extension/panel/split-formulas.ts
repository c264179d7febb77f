import { plainFormula } from './plain-formula.ts'

/** A stretch of an utterance: words, or the LaTeX between dollar signs. */
export type Stretch = { kind: 'words'; text: string } | { kind: 'formula'; latex: string; source: string }

/** A dollar sign that is not closed within this many units was money, not mathematics. */
const LONGEST = 300
/** As pandoc reads them: no space inside the dollars, no digit after, all on one line. */
const FORMULA = /\$(?!\s|\$)([^$\n]{1,300}?)(?<!\s|\\)\$(?!\d)|\\\(([^\n]{1,300}?)\\\)/g
/** Where a formula may have begun that has not been closed yet; `$5 and` was money. */
const OPEN = /\$(?![\s$]|\d[\d.,]*\s+[a-zA-Z]{2,})|\\\(|\\$/

/**
 * Splits what has been said so far, `text.slice(0, spoken)`. While `more` is to come, a formula that is not
 * said to its end is held back whole, so that half a formula is never seen.
 */
export function splitFormulas(text: string, spoken: number, more: boolean): Stretch[] {
  const said = text.slice(0, spoken)
  const stretches: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(FORMULA)) {
    const after = match.index + match[0].length
    if (match.index >= said.length) break
    stretches.push(...words(said.slice(end, match.index)))
    end = after
    if (after > said.length) return stretches
    stretches.push({ kind: 'formula', latex: match[1] ?? match[2] ?? '', source: match[0] })
  }
  const rest = said.slice(end)
  return [...stretches, ...words(more ? withoutOpenFormula(rest) : rest)]
}

/** The words as they are read out by a screen reader, or where no formula can be drawn: formulas as they would be typed. */
export function readOut(text: string): string {
  return splitFormulas(text, text.length, false)
    .map((stretch) => (stretch.kind === 'words' ? stretch.text : plainFormula(stretch.latex)))
    .join('')
}

function words(text: string): Stretch[] {
  return text === '' ? [] : [{ kind: 'words', text }]
}

function withoutOpenFormula(text: string): string {
  const lineStart = text.lastIndexOf('\n') + 1
  const open = text.slice(lineStart).search(OPEN)
  if (open === -1 || text.length - lineStart - open > LONGEST) return text
  return text.slice(0, lineStart + open)
}
