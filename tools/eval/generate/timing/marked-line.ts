import type { Draw } from './draw.ts'
import type { Person } from './person.ts'

/** A line with its marks taken out; places are counts of UTF-16 units from its start. */
export interface MarkedLine {
  text: string
  /** Where somebody may stop to think. */
  stops: number[]
  /** From here on a reader knows that it is an interruption; null where no mark stood. */
  evident: number | null
}

const NAMES = [
  'lena',
  'tom',
  'amira',
  'jonas',
  'mei',
  'paul',
  'rosa',
  'ben',
  'ines',
  'viktor',
  'holm',
  'sami',
] as const
const WORDS = [
  'folly',
  'keel',
  'ledger',
  'tithe',
  'buffer',
  'scalar',
  'dusk',
  'parish',
  'closure',
  'modulus',
] as const
const LETTERS = ['x', 'x', 'y', 't', 'a', 'n'] as const

function filled(line: string, draw: Draw): string {
  const letter = draw.pick(LETTERS)
  const n = draw.between(2, 19)
  const m = n + draw.between(1, 30)
  const name = draw.pick(NAMES)
  return line
    .replaceAll('{n}', String(n))
    .replaceAll('{m}', String(m))
    .replaceAll('{x}', letter)
    .replaceAll('{w}', draw.pick(WORDS))
    .replaceAll('{who}', name)
}

/** Fills the slots of a line and takes its marks (`~ ` and `|`) out. */
export function markedLine(line: string, draw: Draw): MarkedLine {
  const stops: number[] = []
  let evident: number | null = null
  let text = ''
  const pieces = filled(line, draw).split(/(~ |\|)/)
  for (const piece of pieces) {
    if (piece === '|') evident = text.length
    else if (piece === '~ ') stops.push(draw.chance(0.6) ? text.length : text.length - 1)
    else text += piece
  }
  return { text, stops, evident }
}

/** The same line as this person writes it: capitals, or no mark at the end. No place moves. */
export function asWritten(line: MarkedLine, person: Person, draw: Draw): MarkedLine {
  const { text } = line
  if (person.neat) {
    const capital = text.slice(0, 1).toUpperCase() + text.slice(1)
    return { ...line, text: capital.replace(/\bi\b(?![.(])/g, 'I') }
  }
  const bare = draw.chance(0.45) && text.length > 8 ? text.replace(/[?.]$/, '') : text
  return { ...line, text: bare }
}

/** The same line as a recogniser hears it: small letters, no marks. */
export function asHeard({ text, stops, evident }: MarkedLine): MarkedLine {
  const places = new Map<number, number>()
  let heard = ''
  for (const [place, letter] of [...text].entries()) {
    places.set(place, heard.length)
    if (!/[?!.,:;"]/.test(letter)) heard += letter.toLowerCase()
  }
  const moved = (place: number) => places.get(place) ?? heard.length
  return { text: heard, stops: stops.map(moved), evident: evident === null ? null : moved(evident) }
}
