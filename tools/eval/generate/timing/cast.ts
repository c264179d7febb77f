import type { Draw } from './draw.ts'
import type { MarkedLine } from './marked-line.ts'
import { asHeard, asWritten, markedLine } from './marked-line.ts'
import { drawPerson, type Person } from './person.ts'
import { Script } from './script.ts'
import { speakLine } from './speak-line.ts'
import { typeLine, type Uttered } from './type-line.ts'

/** Typed; spoken, with voice activity or with what was heard alone. */
export const MODES = ['text', 'voice', 'heard'] as const
export type Mode = (typeof MODES)[number]

/** Everything a scene needs: one person, one tutor, one page, and the script they are written into. */
export interface Cast {
  mode: Mode
  script: Script
  draw: Draw
  person: Person
  /** The tutor's words a second. */
  rate: number
  /** What stands in the page's field. */
  page: string
}

export function castOf(mode: Mode, draw: Draw): Cast {
  const rate = mode === 'text' ? draw.between(5, 14) : draw.share(2.3, 3.4)
  return {
    mode,
    script: new Script(),
    draw,
    person: drawPerson(draw),
    rate: Math.round(rate * 10) / 10,
    page: '',
  }
}

/** Types or says a line with marks. */
export function utter(
  { mode, script, person, draw }: Cast,
  line: string,
): { uttered: Uttered; text: string } {
  const marked: MarkedLine = markedLine(line, draw)
  if (mode === 'text') {
    const written = asWritten(marked, person, draw)
    return { uttered: typeLine(script, person, draw, written), text: written.text }
  }
  const heard = asHeard(marked)
  return { uttered: speakLine(script, person, draw, heard, mode === 'voice'), text: heard.text }
}

/** Words that take the tutor about so long (ms). */
export function wordsFor({ draw, rate }: Cast, shortest: number, longest: number): number {
  return Math.round((draw.between(shortest, longest) * rate) / 1000)
}

/** How long the tutor takes for so many words when nobody cuts in (ms). */
export const lengthOf = ({ rate }: Cast, words: number): number => Math.round((1000 * words) / rate)
