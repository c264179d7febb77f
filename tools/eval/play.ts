import { PlayedLoop } from '../../extension/turn/played-loop.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { readPlace } from '../../shared/skills/cues/read-place.ts'
import type { PlayedEvent, Utterance } from './time.ts'

/**
 * Plays one case against the product's own micro-turns on a virtual clock: no browser, no database, no waiting.
 * What Aside would remark by itself is another evaluation's matter: it is played in exam mode, in which it makes no
 * remarks and keeps its promises all the same.
 * @param events with `t` in ms from the start, in any order
 * @param untilMs how long to play
 * @returns every utterance of the tutor, with `t` in ms from the start
 */
export async function play(events: readonly PlayedEvent[], untilMs: number): Promise<Utterance[]> {
  const loop = new PlayedLoop()
  loop.panel({ kind: 'manner', change: { exam: true } })
  const page = new Page(loop)
  const utterances: Utterance[] = []
  const heard = new Set<string>()
  const queue = events.toSorted((a, b) => a.t - b.t)
  let draft = ''
  while (loop.t <= untilMs) {
    for (let event = queue[0]; event !== undefined && event.t <= loop.t; event = queue[0]) {
      queue.shift()
      if (event.e === 'draft') draft = event.text ?? ''
      if (event.e === 'page') page.take(event)
      else take(loop, event, draft)
      if (event.e === 'send') draft = ''
    }
    await loop.turn()
    for (const entry of loop.entries.values()) {
      if (entry.who !== 'tutor' || heard.has(entry.id)) continue
      heard.add(entry.id)
      utterances.push({ t: loop.t, text: entry.text, asked: entry.kind === 'said' })
    }
  }
  return utterances
}

function take(loop: PlayedLoop, event: PlayedEvent, draft: string): void {
  switch (event.e) {
    case 'draft':
      return loop.draft(draft, event.t)
    case 'send':
      return loop.send(event.text ?? draft, event.t)
    case 'click':
      return event.what === 'stop' ? loop.panel({ kind: 'voice', what: 'stop' }, event.t) : undefined
  }
}

const FIELD = { path: '#working', kind: 'textarea' as const, label: 'Working' }

/** The page of a case: one field of lines, and what is in view of the rest. */
class Page {
  readonly #loop: PlayedLoop
  #lines: string[] = []
  #last = ''
  /** Verdicts that the case gives, by line; without any the product's own checker judges. */
  readonly #verdicts = new Map<number, 'follows' | 'does-not-follow'>()

  constructor(loop: PlayedLoop) {
    this.#loop = loop
  }

  take({ what, text, verdict, t }: PlayedEvent): void {
    switch (what) {
      case 'edit':
        return this.#write(text ?? `${this.#last}x`, false, null, t)
      case 'line':
        return this.#write(text ?? `line ${this.#lines.length + 1}`, true, verdictOf(verdict), t)
      case 'scroll':
        if (text !== undefined) this.#reach(text, t)
        return this.#loop.page({ kind: 'scrolled' }, t)
      case 'select':
        return this.#loop.page({ kind: 'selected', text: text ?? 'selected' }, t)
      case 'leave':
      case 'return':
        return this.#see(what === 'return', t)
      case 'view':
        if (text === undefined) return this.#see(true, t)
        if (/^(?:the )?hint$/i.test(text)) return this.#loop.page({ kind: 'hint-opened' }, t)
        return this.#reach(text, t)
    }
  }

  #see(here: boolean, t: number): void {
    this.#loop.page({ kind: 'shown', visible: here, focused: here }, t)
  }

  /** A text of more than one line is the whole field; one line takes the place of the last, unfinished one. */
  #write(text: string, finished: boolean, verdict: 'follows' | 'does-not-follow' | null, t: number): void {
    const written = text.replace(/\n$/, '').split('\n')
    if (written.length > 1) this.#lines = written.slice(0, -1)
    this.#last = written.at(-1) ?? ''
    if (finished || text.endsWith('\n')) {
      this.#lines = [...this.#lines, this.#last]
      this.#last = ''
    }
    if (verdict !== null) this.#verdicts.set(this.#lines.length - 1, verdict)
    const whole = [...this.#lines, this.#last].join('\n')
    const keys = [this.#loop.state.run + t]
    const judged = this.#verdicts.size > 0
    this.#loop.page(
      { kind: 'text-changed', field: FIELD, text: whole, cut: false, by: 'person', keys },
      t,
      !judged,
    )
    if (verdict !== null) this.#loop.finding(this.#finding(whole))
  }

  #finding(text: string): Finding {
    const request = {
      id: `given-${this.#lines.length}`,
      tutoring: PlayedLoop.tutoring,
      path: FIELD.path,
      text,
      lines: [...this.#lines],
      lastUnfinished: false,
      paused: false,
      seed: 1,
      problem: null,
      asked: false,
    }
    const sides = (line: number, side: 'left' | 'right', value: number) => ({ line, side, text: side, value })
    const verdicts = this.#lines.map((_, line): Finding['verdicts'][number] => {
      switch (this.#verdicts.get(line)) {
        case 'follows':
          return { verdict: 'follows', line, from: line === 0 ? null : line - 1 }
        case 'does-not-follow':
          return {
            verdict: 'does-not-follow',
            line,
            from: line === 0 ? null : line - 1,
            proof: {
              kind: 'false-equality',
              at: {},
              values: [sides(line, 'left', 1), sides(line, 'right', 2)],
            },
            slip: null,
          }
        default:
          return { verdict: 'cannot-tell', line, why: 'undecided' }
      }
    })
    return { request, verdicts, copy: null, failed: false }
  }

  /** A place named as people name it, or its words: the cues that wait for it are told. */
  #reach(text: string, t: number): void {
    const named = JSON.stringify(readPlace(text))
    for (const { id, cue } of this.#loop.state.promises) {
      if (cue?.moment.when !== 'reached') continue
      const { place } = cue.moment
      const holds = 'text' in place && text.toLowerCase().includes(place.text.toLowerCase())
      if (holds || JSON.stringify(place) === named) this.#loop.page({ kind: 'reached', id }, t)
    }
  }
}

function verdictOf(verdict: unknown): 'follows' | 'does-not-follow' | null {
  const said =
    typeof verdict === 'object' && verdict !== null && 'verdict' in verdict ? verdict.verdict : verdict
  if (said === true || said === 'follows' || said === 'right' || said === 'correct') return 'follows'
  return said === false || said === 'does-not-follow' || said === 'wrong' || said === 'incorrect'
    ? 'does-not-follow'
    : null
}
