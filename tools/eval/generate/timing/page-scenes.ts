import { type Cast, utter } from './cast.ts'

/** Fluent writing leaves no gap longer than this (ms). */
const FLUENT_MS = 450

interface RemarkDraft {
  /** ms from the origin. */
  at: number
  /** When it is too late for it, ms from the origin. */
  until: number
  manner?: 'usual' | 'trivial' | 'urgent' | 'wrong'
  words?: number
}

/** Something Aside could say unasked. What is wrong shows by its confidence, what is urgent by its urgency. */
export function offerRemark({ script, draw, mode }: Cast, remark: RemarkDraft): void {
  const { at, until, manner = 'usual' } = remark
  const urgency = {
    usual: draw.share(0.35, 0.8),
    trivial: draw.share(0.05, 0.15),
    urgent: draw.share(0.94, 1),
    wrong: draw.share(0.3, 0.8),
  }[manner]
  const confidence =
    manner === 'wrong' ? draw.share(0.08, 0.4) : draw.share(manner === 'urgent' ? 0.93 : 0.76, 1)
  const kind =
    manner === 'trivial' ? draw.pick(['praise', 'practice', 'stuck']) : draw.pick(['step', 'step', 'copy'])
  const words = remark.words ?? draw.between(4, mode === 'text' ? 14 : 7)
  const round = (share: number) => Math.round(share * 100) / 100
  script.put(
    {
      e: 'remark',
      kind,
      urgency: round(urgency),
      confidence: round(confidence),
      expires: Math.max(1, Math.round(until - at)),
      words,
    },
    at,
  )
}

/** Writes part of a line in the page's field, fluently. */
export function writePart(cast: Cast, part: string): void {
  const { script, draw, person } = cast
  for (let place = 0; place < part.length; ) {
    const units = Math.min(person.gap > 180 ? draw.between(1, 2) : draw.between(2, 3), part.length - place)
    cast.page += part.slice(place, place + units)
    place += units
    script.put({ e: 'page', what: 'edit', text: cast.page })
    script.pass(draw.skewed(person.gap * units, person.spread, 60, FLUENT_MS))
  }
}

/** Ends the line. The script's time is then that of the newline. */
export function endLine(cast: Cast): void {
  cast.script.put({ e: 'page', what: 'line', text: cast.page })
  cast.page += '\n'
}

/** Scrolls on for a while; returns when it stopped. */
export function scroll({ script, draw }: Cast): number {
  for (let left = draw.between(7, 18); left > 0; left -= 1) {
    script.put({ e: 'page', what: 'scroll' })
    if (left > 1) script.pass(draw.between(110, 330))
  }
  return script.now
}

/** Selects something, more and more of it; returns when it stopped. */
export function select({ script, draw }: Cast, text: string): number {
  const most = draw.between(4, 9)
  for (let step = 1; step <= most; step += 1) {
    const upTo = Math.max(1, Math.round((text.length * step) / most))
    script.put({ e: 'page', what: 'select', text: text.slice(0, upTo) })
    if (step < most) script.pass(draw.between(130, 420))
  }
  return script.now
}

/** Says a line to nobody here. */
export function talkAway(cast: Cast, line: string): { from: number; to: number } {
  return utter(cast, line).uttered
}
