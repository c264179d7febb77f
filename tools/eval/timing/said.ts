import type { LoopState } from '../../../extension/turn/loop-state.ts'

/** Something the tutor said, in ms from the start of the conversation. */
export interface Said {
  kind: 'reply' | 'remark'
  /** Index among the events of its kind. */
  material: number
  start: number
  /** When each of its words was said. */
  words: number[]
  /** When words stopped, and when they went on; null: never again. */
  holds: { from: number; to: number | null }[]
  /** How many words it would have. */
  length: number
  /** When it was given up; null: said to the end. */
  cut: number | null
}

export type Begun = Pick<Said, 'kind' | 'material' | 'length' | 'start'>

/** Follows what is said, micro-turn by micro-turn. */
export class SaidLog {
  readonly said: Said[] = []
  #saying: { entry: string; said: Said } | null = null

  /** The entry that is being said. */
  get entry(): string | null {
    return this.#saying?.entry ?? null
  }

  begin(said: Begun, entry: string): Said {
    const one: Said = { ...said, words: [], holds: [], cut: null }
    this.said.push(one)
    this.#saying = { entry, said: one }
    return one
  }

  /** Notes words, holds and the end as they are after the micro-turn at `now`. */
  follow({ speech, cut: last }: LoopState, now: number): void {
    if (this.#saying === null) return
    const { said, entry } = this.#saying
    const current = speech?.entry.id === entry ? speech : null
    const cut = current === null && last?.entry.id === entry ? last : null
    const spoken = (current ?? cut)?.entry
    const words = spoken === undefined ? said.length : wordsIn(spoken.text.slice(0, spoken.spoken))
    while (said.words.length < words) said.words.push(now)
    const hold = said.holds.at(-1)
    const held = current !== null && current.held !== null
    if (held && hold?.to !== null) said.holds.push({ from: now, to: null })
    if (!held && hold?.to === null && cut === null) hold.to = now
    if (cut !== null) said.cut = now
    if (current === null) this.#saying = null
  }
}

const wordsIn = (text: string) => text.split(' ').filter(Boolean).length
