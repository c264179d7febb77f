import type { PlacedClause } from './clause-reader.ts'
import { readTimeClauses } from './read-time-clauses.ts'
import type { SkillContext } from './skill.ts'

/** A place holder for a clause or a quotation: one private character, so that words keep their order. */
const HOLE = 0xe000
export const HOLES = /[\uE000-\uF8FE]/g

/** A request with its clauses and quotations taken out of the words. */
export interface Holed {
  /** The words, with a hole for each piece. */
  text: string
  pieces: readonly Piece[]
}
export type Piece = { written: string; clause: PlacedClause | null }

export function dig(request: string, clock: Pick<SkillContext, 'now' | 'timeZone'>): Holed {
  const pieces: Piece[] = []
  const hole = (written: string, clause: PlacedClause | null): string =>
    String.fromCharCode(HOLE + pieces.push({ written, clause }) - 1)
  const quoted = request.replace(/"[^"]*"|(?<![\w'])'[^']+'(?!\w)/g, (written) => hole(written, null))
  let text = ''
  let from = 0
  for (const clause of readTimeClauses(
    quoted,
    clock,
    pieces.map(({ written }) => written),
  )) {
    text += quoted.slice(from, clause.start) + hole(quoted.slice(clause.start, clause.end), clause)
    from = clause.end
  }
  return { text: text + quoted.slice(from), pieces }
}

export function pieceOf(hole: string, pieces: readonly Piece[]): Piece | undefined {
  return pieces[hole.charCodeAt(0) - HOLE]
}

export function clausesIn(text: string, pieces: readonly Piece[]): PlacedClause[] {
  return (text.match(HOLES) ?? []).flatMap((hole) => pieceOf(hole, pieces)?.clause ?? [])
}

export function isStart({ kind }: PlacedClause): boolean {
  return /^(?:every|in|at|cue|then)$/.test(kind)
}

const SEPARATOR = /(?:[.;,!]+ ?|\b)(?:and then|and also|and|then|also|plus|as well as)\b|[.;!,]+ |&/gi

/** Splits "… in 10 seconds to stretch and in 20 seconds to drink" where each part has its own time. */
export function split({ text, pieces }: Holed): string[] {
  const hasStart = (from: number, to: number): boolean =>
    clausesIn(text.slice(from, to), pieces).some(isStart)
  const separators = [...text.matchAll(SEPARATOR)]
  const parts: string[] = []
  let from = 0
  for (const [i, separator] of separators.entries()) {
    const next = separator.index + separator[0].length
    if (!hasStart(from, separator.index) || !hasStart(next, separators[i + 1]?.index ?? text.length)) continue
    parts.push(text.slice(from, separator.index))
    from = next
  }
  return [...parts, text.slice(from)]
}
