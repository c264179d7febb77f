import { type Block, type ReadBlock, readMarkdown } from './read-markdown.ts'
import { tameEnd } from './tame-end.ts'

/** Longer answers are not shown to their end (UTF-16 units); the loop takes no longer ones. */
const LONGEST = 60_000
/** The last blocks may still change by what comes: a list may go on, a line become a heading. */
const CHANGING = 2

/**
 * Reads an answer while it comes: what stands before its last blocks is read once, and its blocks stay the same
 * objects, so that they are drawn once.
 *
 * ```
 * |—— settled: read once ——|—— changing: read again with each part ——| … held back
 * ```
 */
export class GrowingAnswer {
  #settled: Block[] = []
  /** The text that the settled blocks were read from. */
  #before = ''

  /** @param more whether more is to come: then what is half there at the end waits */
  blocks(whole: string, more: boolean): readonly Block[] {
    const text = whole.slice(0, LONGEST).replaceAll(/\r\n?/g, '\n')
    if (!text.startsWith(this.#before)) {
      this.#settled = []
      this.#before = ''
    }
    const rest = text.slice(this.#before.length)
    const read = readSafely(more ? tameEnd(rest) : rest)
    const fixed = settledCount(read)
    const raw = read
      .slice(0, fixed)
      .map((each) => each.raw)
      .join('')
    if (raw !== '' && rest.startsWith(raw)) {
      this.#before += raw
      this.#settled = [...this.#settled, ...shown(read.slice(0, fixed))]
      return [...this.#settled, ...shown(read.slice(fixed))]
    }
    return [...this.#settled, ...shown(read)]
  }
}

const shown = (read: readonly ReadBlock[]) => read.flatMap(({ block }) => (block === null ? [] : [block]))

/** How many of these nothing that comes can change. */
function settledCount(read: readonly ReadBlock[]): number {
  let left = CHANGING
  for (let index = read.length - 1; index >= 0; index -= 1) {
    if (read[index]?.block === null) continue
    left -= 1
    if (left < 0) return index + 1
  }
  return 0
}

/** Text that breaks the reader is shown as it is. */
function readSafely(text: string): ReadBlock[] {
  try {
    return readMarkdown(text)
  } catch {
    return [{ raw: text, block: { kind: 'paragraph', inside: [{ kind: 'words', text }] } }]
  }
}
