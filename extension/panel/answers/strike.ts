import type { Block, Inline } from './read-markdown.ts'

/** An equation that the checker has found false, as it was read: in one line, blanks run together. */
export interface Struck {
  text: string
  why: string
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Environments and alignment are no part of a line of mathematics. */
const bare = (latex: string) =>
  flat(
    latex
      .replaceAll(/\\(?:begin|end)\{(?:aligned|align\*?|gather(?:ed)?\*?|split)\}/g, ' ')
      .replaceAll('&', ' '),
  )

/** Whether a formula, or one of its lines, is this equation. */
export function strikesFormula(latex: string, { text }: Struck): boolean {
  const line = flat(text)
  return bare(latex)
    .split(/\\\\(?:\[[^\]]{0,20}\])?/)
    .some((each) => flat(each) === line)
}

/** The equations that stand in a block. */
export function struckIn(block: Block, struck: readonly Struck[]): Struck[] {
  if (struck.length === 0) return []
  const inside = inlinesOf(block)
  return struck.filter((each) => inside.some((stretch) => standsIn(stretch, each)))
}

function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.inside
    case 'quote':
      return block.blocks.flatMap(inlinesOf)
    case 'list':
      return block.items.flat().flatMap(inlinesOf)
    case 'table':
      return [block.head, ...block.rows].flat(2)
    case 'code':
    case 'rule':
      return []
  }
}

function standsIn(stretch: Inline, struck: Struck): boolean {
  switch (stretch.kind) {
    case 'formula':
      return strikesFormula(stretch.latex, struck)
    case 'words':
      return splitStruck(stretch.text, [struck]).some(({ struck }) => struck !== null)
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
      return stretch.inside.some((each) => standsIn(each, struck))
    default:
      return false
  }
}

/** Words taken apart where a false equation stands in them. */
export function splitStruck(
  text: string,
  struck: readonly Struck[],
): { text: string; struck: Struck | null }[] {
  const places = struck
    .flatMap((each) => {
      const line = flat(each.text)
      const pattern = line.split(' ').map(literal).join('\\s+')
      const match = line === '' ? null : new RegExp(pattern, 'u').exec(text)
      return match === null ? [] : [{ start: match.index, end: match.index + match[0].length, struck: each }]
    })
    .sort((a, b) => a.start - b.start)
  const parts: { text: string; struck: Struck | null }[] = []
  let end = 0
  for (const place of places) {
    if (place.start < end) continue
    if (place.start > end) parts.push({ text: text.slice(end, place.start), struck: null })
    parts.push({ text: text.slice(place.start, place.end), struck: place.struck })
    end = place.end
  }
  if (end < text.length) parts.push({ text: text.slice(end), struck: null })
  return parts
}

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
