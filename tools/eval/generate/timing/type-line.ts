import type { Draw } from './draw.ts'
import type { MarkedLine } from './marked-line.ts'
import type { Person } from './person.ts'
import type { Script } from './script.ts'

/** How a line came to be; ms from the origin of its script. */
export interface Uttered {
  /** First and last sign of it. */
  from: number
  to: number
  /** When its mark `|` was there to be seen; `from` without one. */
  evident: number
  /** Stops to think that were longer than a moment. */
  pauses: { from: number; to: number }[]
}

/** Away from marked stops nobody is silent for longer (ms): what looks finished is not, while they go on. */
export const LONGEST_GAP_MS = 600
const SHORTEST_GAP_MS = 35
const LONGEST_PAUSE_MS = 6000
const SHORTEST_PAUSE_MS = 500

/** A stop to think in mid-sentence (ms). */
export function ponder(person: Person, draw: Draw): number {
  return draw.skewed(person.pause, 0.6, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS)
}

/** Types a line into the composer, replacing what stood there. The script's time is then that of the last key. */
export function typeLine(script: Script, person: Person, draw: Draw, line: MarkedLine): Uttered {
  const from = script.now
  const uttered: Uttered = { from, to: from, evident: from, pauses: [] }
  const stops = new Set([
    ...line.stops.filter(() => draw.chance(person.ponders)),
    ...midWord(line.text, person, draw),
  ])
  let written = 0
  while (written < line.text.length) {
    const next = nextEdit(line, written, person, stops, draw)
    if (written > 0) {
      const pause = stops.has(written) ? ponder(person, draw) : 0
      if (pause > 0) uttered.pauses.push({ from: script.now, to: script.now + pause })
      script.pass(pause > 0 ? pause : gapOf(person, draw, next - written))
    }
    if (draw.chance((person.slips * (next - written)) / 5))
      slip(script, person, draw, line.text.slice(0, written))
    script.put({ e: 'draft', text: line.text.slice(0, next) })
    if (line.evident !== null && written < line.evident && next >= line.evident) uttered.evident = script.now
    written = next
  }
  uttered.to = script.now
  return uttered
}

/** Takes everything out of the composer: at once, or with a key held down. */
export function clearComposer(script: Script, draw: Draw, text: string): void {
  if (draw.chance(0.5))
    for (let left = text.length - 3; left > 2; left -= draw.between(3, 6)) {
      script.put({ e: 'draft', text: text.slice(0, left) })
      script.pass(draw.between(90, 180))
    }
  script.put({ e: 'draft', text: '' })
}

function gapOf({ gap, spread, writes }: Person, draw: Draw, units: number): number {
  const median = writes === 'words' ? 140 + 0.5 * gap * units : gap * units
  return draw.skewed(median, spread, SHORTEST_GAP_MS, LONGEST_GAP_MS)
}

/** Where the next edit ends: it goes over no stop and not over the mark. */
function nextEdit(
  line: MarkedLine,
  written: number,
  { writes }: Person,
  stops: Set<number>,
  draw: Draw,
): number {
  const { text, evident } = line
  if (writes === 'keys') return written + 1
  const word = /^\s*\S+\s?/.exec(text.slice(written))?.[0].length ?? 1
  const wanted = written + (writes === 'words' ? word : draw.between(1, 3))
  const bounds = [...stops, evident ?? text.length, text.length].filter((place) => place > written)
  return Math.min(wanted, ...bounds)
}

/** Now and then somebody stops within a long word, which is then no word yet. */
function midWord(text: string, { writes, ponders }: Person, draw: Draw): number[] {
  const words = [...text.matchAll(/[a-z]{8,}/g)]
  if (writes !== 'keys' || words.length === 0 || !draw.chance(0.15 * ponders)) return []
  return [(draw.pick(words).index ?? 0) + 3]
}

const NEIGHBOURS = 'qwertyuiopasdfghjklzxcvbnm'

/** Writes something wrong after what stands there, and takes it back. */
function slip(script: Script, person: Person, draw: Draw, stands: string): void {
  const wrong = Array.from({ length: draw.between(1, 2) }, () => NEIGHBOURS[draw.between(0, 25)] ?? 'e')
  for (const count of [...wrong.keys(), ...[...wrong.keys()].reverse().map((left) => left - 1)]) {
    script.put({ e: 'draft', text: stands + wrong.slice(0, count + 1).join('') })
    script.pass(gapOf(person, draw, 1))
  }
}
