import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { idsOf, PIECES, ROWS, TOKENS } from '../../../extension/turn/interaction/tokens.ts'
import { type Example, OVERLAPS, TURNS } from './example.ts'

const NO_LABEL = 255
/** Words at the beginning of a text whose start is not read: what the network says there is not its fault. */
const BLIND = 6

/**
 * Writes examples as arrays, one file each, little-endian, one row a word: `ids` (u16, PIECES a word), `tags`, `turns`,
 * `weights` (percent), `overlaps`, `overlap-weights` (u8); and `lengths` (u8), one a text.
 */
export class ArrayWriter {
  readonly #files: Record<string, number>
  readonly #folder: string
  readonly #split: string
  #texts = 0
  #words = 0

  constructor(folder: string, split: string) {
    this.#folder = folder
    this.#split = split
    const names = ['ids', 'tags', 'turns', 'weights', 'overlaps', 'overlap-weights', 'lengths']
    this.#files = Object.fromEntries(
      names.map((name) => [name, openSync(`${folder}/${split}-${name}.bin`, 'w')]),
    )
  }

  /** Of a text that is too long only the end is read, as in use. */
  write({ words, marks, overlap, overlapWeight }: Example): void {
    const from = Math.max(0, words.length - TOKENS)
    const read = words.slice(from)
    const { length } = read
    if (length === 0) return
    const ids = Uint16Array.from(idsOf(read.map(({ text }) => text)).subarray(0, length * PIECES))
    const blind = (index: number) => from > 0 && index < BLIND
    const told = marks
      .slice(from)
      .map(({ turn, weight }, index) => ({ turn, weight: blind(index) ? 0 : weight }))
    this.#put('ids', ids)
    this.#put(
      'tags',
      Uint8Array.from(read, ({ tag }) => tag),
    )
    this.#put(
      'turns',
      Uint8Array.from(told, ({ turn, weight }) => (weight > 0 ? TURNS.indexOf(turn) : NO_LABEL)),
    )
    this.#put(
      'weights',
      Uint8Array.from(told, ({ weight }) => Math.round(100 * weight)),
    )
    this.#put(
      'overlaps',
      new Uint8Array(length).fill(overlap === null ? NO_LABEL : OVERLAPS.indexOf(overlap)),
    )
    this.#put(
      'overlap-weights',
      Uint8Array.from(read, (_, index) => Math.round(100 * overlapWeight * saidSoFar(index, length))),
    )
    this.#put('lengths', Uint8Array.of(length))
    this.#texts++
    this.#words += length
  }

  #put(name: string, data: Uint8Array | Uint16Array): void {
    const file = this.#files[name]
    if (file !== undefined) writeSync(file, data)
  }

  close(): { texts: number; words: number } {
    for (const file of Object.values(this.#files)) closeSync(file)
    const size = { texts: this.#texts, words: this.#words }
    writeFileSync(
      `${this.#folder}/${this.#split}.json`,
      JSON.stringify({
        ...size,
        tokens: TOKENS,
        pieces: PIECES,
        rows: ROWS,
        turns: TURNS,
        overlaps: OVERLAPS,
      }),
    )
    return size
  }
}

/** How much the beginning of something tells of all of it: "ok" may be the first word of anything. */
function saidSoFar(index: number, length: number): number {
  if (index === length - 1) return 1
  return index < 2 ? 0.01 : 0.2
}
