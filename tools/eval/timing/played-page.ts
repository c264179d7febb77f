import type { Remark } from '../../../extension/store/rows.ts'
import type { AgendaItem } from '../../../extension/turn/loop-state.ts'
import { splitLines } from '../../../shared/math/finished-lines.ts'
import type { PagePercept } from '../../../shared/percepts/page-percept.ts'
import type { PlayedEvent } from '../time.ts'

const FIELD = { path: '#working', kind: 'textarea' as const, label: 'Working' }
const KINDS: readonly Remark['kind'][] = ['step', 'copy', 'stuck', 'practice', 'praise']
/** Finished lines kept of the page's one field. */
const LINES = 40

/** So many words that mean nothing: what is measured is when they are said. */
export const wordsOf = (count: number): string =>
  Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => `w${index}`).join(' ')

/** The page of a played conversation: one field of lines, and what senses would say of it. */
export class PlayedPage {
  readonly #tutoring: string
  #lines: string[] = []
  #last = ''

  constructor(tutoring: string) {
    this.#tutoring = tutoring
  }

  /** What the page sense notices of an event `page`; null: nothing. `at` in ms since the epoch. */
  percept({ what, text }: PlayedEvent, at: number): PagePercept | null {
    switch (what) {
      case 'edit':
      case 'line':
        this.#write(what === 'line', text)
        return {
          kind: 'text-changed',
          at,
          field: FIELD,
          text: this.#text,
          cut: false,
          by: 'person',
          keys: [at],
        }
      case 'scroll':
        return { kind: 'scrolled', at }
      case 'select':
        return { kind: 'selected', at, text: text ?? 'selected' }
      case 'leave':
        return { kind: 'shown', at, visible: false, focused: false }
      case 'return':
      case 'view':
        return { kind: 'shown', at, visible: true, focused: true }
      default:
        return null
    }
  }

  /** A remark about the last finished line, as senses would put it on the agenda. */
  item(event: PlayedEvent, id: string, at: number): AgendaItem {
    const kind = KINDS.find((each) => each === event.kind) ?? 'step'
    const remark: Remark = {
      id,
      tutoring: this.#tutoring,
      at,
      kind,
      text: wordsOf(event.words ?? 8),
      evidence: { text: '', lines: [] },
      hint: '',
      anchor: null,
      urgency: event.urgency ?? 0.5,
      confidence: event.confidence ?? 0.9,
      expires: at + (event.expires ?? 30_000),
      state: 'waiting',
      hinted: false,
    }
    const index = this.#lines.length - 1
    const line = splitLines(this.#text)[index]
    const path = line === undefined ? '#nowhere' : FIELD.path
    const where = { path, line: line ?? '', before: null, index: Math.max(0, index) }
    return { remark, key: id, check: `step:${kind}`, ...where, spoken: false, asked: false }
  }

  get #text(): string {
    return [...this.#lines, this.#last].join('\n')
  }

  #write(finished: boolean, text: string | undefined): void {
    const written = (text ?? `${this.#last}x`).split('\n').filter((line) => line.trim() !== '')
    this.#last = (written.at(-1) ?? '').slice(0, 200)
    if (!finished) return
    this.#lines = [...this.#lines, this.#last].slice(-LINES)
    this.#last = ''
  }
}
