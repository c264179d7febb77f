import type { Voice } from '../../../extension/turn/frame.ts'
import type { PlayedEvent } from '../time.ts'

/** What is heard of the person in a spoken conversation. */
export class PlayedVoice {
  #voice: Omit<Voice, 'sinceMs' | 'sinceHeardMs'>
  #since = 0
  #heardAt: number | null = null

  /** @param known whether it is known when somebody speaks, beside what they say */
  constructor(known: boolean) {
    this.#voice = { active: known ? false : null, heard: '', final: false }
  }

  /** Takes an event `voice` or `heard` in. @returns whether a voice began, or went on; null: it ended */
  take(event: PlayedEvent): 'begins' | 'goes on' | null {
    const { final } = this.#voice
    if (event.e === 'heard') {
      this.#heardAt = event.t
      this.#voice = { ...this.#voice, heard: (event.text ?? '').slice(-200), final: event.final === true }
      return final ? 'begins' : 'goes on'
    }
    const active = event.active === true
    this.#since = event.t
    this.#voice = { ...this.#voice, active, ...(active && final ? { heard: '', final: false } : {}) }
    return active ? 'begins' : null
  }

  /** As a frame at `now` has it. */
  at(now: number): Voice {
    const sinceHeardMs = this.#heardAt === null ? null : now - this.#heardAt
    return { ...this.#voice, sinceMs: now - this.#since, sinceHeardMs }
  }
}
