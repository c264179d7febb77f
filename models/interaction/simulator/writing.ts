import type { Draw } from './draw.ts'
import type { Person } from './person.ts'
import type { Stretch } from './sayings.ts'

/** The draft at a time in ms. */
export interface Written {
  t: number
  text: string
}

/** A slip of the finger is noticed after so many more keys. */
const NOTICED_AFTER = [0, 3] as const
/** Shortest time between two keys (ms): rollover typing of the fastest (Dhakal et al. 2018). */
const FASTEST_MS = 30
/** Share of places at which somebody thinks although what stands there might be all. */
const THINKS_WHERE_COMPLETE = 0.25
/** Those pauses are shorter: the rest is already on the way. */
const SHORTER = 0.4

/** Times to think, in ms: by own habit, shorter where nothing has to follow. */
export function thinkingMs(draw: Draw, person: Person, after: Stretch['next']): number {
  const share = after === 'must' ? person.thinks : person.thinks * THINKS_WHERE_COMPLETE
  if (!draw.chance(share)) return 0
  const factor = after === 'must' ? 1 : SHORTER
  return Math.min(12_000, draw.lognormal(person.thinkMs * factor, person.thinkSpread))
}

/** Writes the stretches after what stands already: the whole draft after each edit that is seen, in order. */
export function write(
  draw: Draw,
  person: Person,
  stretches: readonly Stretch[],
  start: { t: number; text: string },
): Written[] {
  const written: Written[] = []
  const pen = new Pen(draw, person, start, written)
  stretches.forEach(({ text }, index) => {
    const before = stretches[index - 1]
    if (before !== undefined) pen.wait(thinkingMs(draw, person, before.next))
    pen.stretch(text)
  })
  return seen(draw, person, written)
}

class Pen {
  #t: number
  #text: string
  readonly #draw: Draw
  readonly #person: Person
  readonly #written: Written[]

  constructor(draw: Draw, person: Person, start: { t: number; text: string }, written: Written[]) {
    this.#draw = draw
    this.#person = person
    this.#t = start.t
    this.#text = start.text
    this.#written = written
  }

  wait(ms: number): void {
    this.#t += ms
  }

  stretch(text: string): void {
    text.split(/\s+/).forEach((word) => {
      if (this.#text !== '') this.#key(`${this.#text} `)
      this.#word(word)
    })
  }

  #word(word: string): void {
    const before = this.#text
    const { hand, slips, wordFactor } = this.#person
    if (hand === 'composing' && word.length > 2) {
      // Letters stand there until the word is chosen, as with an input method.
      for (const [index] of [...word].entries())
        this.#key(`${before}${[...word].slice(0, index + 1).join("'")}`)
      this.#key(before + word, 2)
      return
    }
    for (const [index, letter] of [...word].entries()) {
      if (this.#draw.chance(slips)) this.#slip()
      this.#key(this.#text + letter, index === 0 ? wordFactor : 1)
    }
    if (hand === 'rewriting' && this.#draw.chance(0.6)) {
      for (let left = word.length - 1; left >= 0; left--) this.#key(before + word.slice(0, left), 0.5)
      for (const letter of word) this.#key(this.#text + letter)
    }
  }

  #slip(): void {
    const right = this.#text
    const wrong = this.#draw.whole(...NOTICED_AFTER) + 1
    for (let keys = 0; keys < wrong; keys++)
      this.#key(this.#text + this.#draw.pick(['e', 't', 'a', 'o', 'r', 's']))
    this.#t += this.#person.keyMs
    while (this.#text.length > right.length) this.#key(this.#text.slice(0, -1), 0.7)
  }

  #key(text: string, factor = 1): void {
    const { keyMs, keySpread } = this.#person
    this.#t += Math.max(FASTEST_MS, this.#draw.lognormal(keyMs * factor, keySpread))
    this.#text = text
    this.#written.push({ t: Math.round(this.#t), text })
  }
}

/** What of it reaches the tutor: each key, each word, or now and then; always the last. */
function seen(draw: Draw, person: Person, written: readonly Written[]): Written[] {
  if (person.grain === 'key') return [...written]
  let hidden = 0
  return written.filter(({ text }, index) => {
    const next = written[index + 1]
    // Before a pause everything written is seen.
    const paused = next === undefined || next.t - (written[index]?.t ?? 0) > Math.max(600, 4 * person.keyMs)
    if (person.grain === 'word') return paused || index === 0 || text.endsWith(' ')
    hidden -= 1
    if (hidden >= 0 && !paused) return false
    hidden = draw.whole(2, 12)
    return true
  })
}
