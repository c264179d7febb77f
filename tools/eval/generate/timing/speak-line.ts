import type { Draw } from './draw.ts'
import type { MarkedLine } from './marked-line.ts'
import type { Person } from './person.ts'
import type { Script } from './script.ts'
import { ponder, type Uttered } from './type-line.ts'

/** Speech ends this long after its last sound for a detector of voice activity (ms). */
const HANG_MS = 140
/** A recogniser closes a stretch after so much silence (ms). */
const CLOSES_MS = 900

/**
 * Says a line, as a recogniser hears it: words come late, a few at a time. Nobody's words come later than their
 * lag; the script's time is then that of the last sound.
 * @param activity whether voice activity is noticed; without it only the words are
 */
export function speakLine(
  script: Script,
  person: Person,
  draw: Draw,
  line: MarkedLine,
  activity: boolean,
): Uttered {
  const onset = script.now
  const uttered: Uttered = { from: activity ? onset : Infinity, to: onset, evident: Infinity, pauses: [] }
  const stops = new Set(
    line.stops.filter(() => draw.chance(person.ponders)).map((place) => wordAt(line.text, place)),
  )
  const words = [...line.text.matchAll(/\S+/g)]
  if (activity) script.put({ e: 'voice', active: true })
  let stretch = 0
  let waiting = 0
  for (const [index, word] of words.entries()) {
    const letters = word[0].length
    const end = word.index + letters
    script.pass(draw.skewed((600 + 80 * letters) / person.pace, 0.2, 90, 900))
    waiting += 1
    const isLast = index === words.length - 1
    const pauses = !isLast && stops.has(end)
    const heardAt = script.now + person.lag + draw.between(0, 60)
    if (isLast || pauses || waiting >= draw.between(1, 3) || uttered.from === Infinity) {
      script.put({ e: 'heard', text: line.text.slice(stretch, end).trim(), final: false }, heardAt)
      waiting = 0
      uttered.from = Math.min(uttered.from, heardAt)
      if (line.evident === null || end >= line.evident) uttered.evident = Math.min(uttered.evident, heardAt)
    }
    if (!pauses) continue
    const pause = ponder(person, draw)
    uttered.pauses.push({ from: script.now, to: script.now + pause })
    if (activity) script.put({ e: 'voice', active: false }, script.now + HANG_MS)
    if (pause > CLOSES_MS + person.lag + 100 && draw.chance(0.6)) {
      script.put(
        { e: 'heard', text: line.text.slice(stretch, end).trim(), final: true },
        script.now + CLOSES_MS,
      )
      stretch = end
    }
    script.pass(pause)
    if (activity) script.put({ e: 'voice', active: true })
  }
  uttered.to = script.now
  if (activity) script.put({ e: 'voice', active: false }, script.now + HANG_MS)
  const final = line.text.slice(stretch).trim()
  script.put({ e: 'heard', text: final, final: true }, script.now + person.lag + draw.between(120, 420))
  return uttered
}

/** The end of the word before a place. */
const wordAt = (text: string, place: number) => text.slice(0, place).trimEnd().length
