import { type Cast, utter, wordsFor } from './cast.ts'
import { SPOKEN_ELSEWHERE } from './elsewhere-lines.ts'
import { endLine, offerRemark, scroll, select, talkAway, writePart } from './page-scenes.ts'
import { TURN_LINES } from './turn-lines.ts'
import { WORKINGS } from './working-lines.ts'

/** Whoever stops for good leaves at least so long for a word (ms). */
const OPEN_MS = [4200, 8500] as const
/** After this the page is at rest again (ms): between two moments nothing is said of either. */
const BETWEEN_MS = [300, 900] as const

/** One moment of somebody who works on a page, with what Aside could say in it. */
export function playMoment(cast: Cast): void {
  const spoken = cast.mode !== 'text'
  cast.draw.weighted<(cast: Cast) => unknown>([
    [19, lineDone],
    [8, scrollStopped],
    [7, cameBack],
    [6, urgentInPause],
    [17, acrossLines],
    [19, midLine],
    [8, selecting],
    [7, scrolling],
    [spoken ? 0 : 8, midDraft],
    [spoken ? 8 : 0, talking],
    [7, away],
    [13, unreliable],
  ])(cast)
  cast.script.pass(cast.draw.between(...BETWEEN_MS))
}

/** An open moment from `from` on; returns its end, which is the script's time. */
function stayOpen({ script, draw }: Cast, from = script.now): number {
  script.pass(draw.between(...OPEN_MS))
  script.tell({ is: 'open', from, to: script.now })
  return script.now
}

/** The next line of something, with a place in it where it is evidently not done. */
function nextLine({ draw }: Cast): { line: string; head: string; tail: string } {
  const line = draw.pick(draw.pick(WORKINGS))
  const cut = Math.max(3, Math.floor(line.length * draw.share(0.35, 0.7)))
  return { line, head: line.slice(0, cut), tail: line.slice(cut) }
}

/** A line is done and looked at: a word is welcome. Returns how long this lasts after the remark (ms). */
function lineDone(cast: Cast): number {
  const { script, draw } = cast
  writePart(cast, nextLine(cast).line)
  endLine(cast)
  const done = script.now
  const end = stayOpen(cast)
  const manner = draw.weighted<'usual' | 'trivial' | 'urgent'>([
    [80, 'usual'],
    [12, 'trivial'],
    [8, 'urgent'],
  ])
  const at = done + draw.between(60, 900)
  offerRemark(cast, {
    at,
    until: draw.chance(0.25) ? Math.min(end, at + draw.between(3000, 4500)) : end,
    manner,
  })
  return end - at
}

function scrollStopped(cast: Cast): void {
  const stopped = scroll(cast)
  const end = stayOpen(cast)
  offerRemark(cast, { at: stopped + cast.draw.between(300, 1400), until: end })
}

function cameBack(cast: Cast): void {
  const { script, draw } = cast
  script.put({ e: 'page', what: 'leave' })
  script.pass(draw.between(2500, 9000))
  script.put({ e: 'page', what: 'return' })
  const back = script.now
  const end = stayOpen(cast)
  offerRemark(cast, { at: back + draw.between(200, 1200), until: end })
}

/** Stops in mid-line, when something is certain and matters. */
function urgentInPause(cast: Cast): void {
  const { script, draw } = cast
  const { head, tail } = nextLine(cast)
  writePart(cast, head)
  script.pass(draw.between(0, 200))
  const at = script.now
  script.pass(draw.between(2200, 4000))
  offerRemark(cast, { at, until: script.now, manner: 'urgent' })
  script.tell({ is: 'open', from: at, to: script.now })
  writePart(cast, tail)
  endLine(cast)
}

/** A line is done, and the next one is begun at once. */
function acrossLines(cast: Cast): void {
  const { script, draw } = cast
  const from = script.now
  writePart(cast, nextLine(cast).line)
  endLine(cast)
  const done = script.now
  script.pass(draw.between(120, 420))
  writePart(cast, nextLine(cast).line)
  const to = script.now
  endLine(cast)
  script.tell({ is: 'closed', from, to })
  closedRemark(cast, draw.between(done, done + 250), to, stayOpen(cast))
}

/** Stops to think in mid-line. */
function midLine(cast: Cast): void {
  const { script, draw } = cast
  const from = script.now
  const { head, tail } = nextLine(cast)
  writePart(cast, head)
  const stopped = script.now
  script.pass(draw.skewed(2200, 0.45, 1100, 5500))
  const at = draw.between(draw.chance(0.3) ? from + 200 : stopped, stopped + 400)
  writePart(cast, tail)
  const to = script.now
  endLine(cast)
  script.tell({ is: 'closed', from, to })
  closedRemark(cast, at, to, stayOpen(cast))
}

/** A remark for which it was too early: mostly it outlives the moment, now and then it does not. */
function closedRemark(cast: Cast, at: number, to: number, end: number): void {
  const { draw } = cast
  const until = draw.chance(0.35) ? draw.between(Math.min(at + 700, to), to) : end
  offerRemark(cast, { at, until, manner: draw.chance(0.25) ? 'trivial' : 'usual' })
}

function selecting(cast: Cast): void {
  const { script, draw } = cast
  const from = script.now
  const to = select(cast, draw.pick(draw.pick(WORKINGS))) + 500
  script.tell({ is: 'closed', from, to })
  offerRemark(cast, { at: draw.between(from + 100, to - 500), until: to })
  script.pass(draw.between(1500, 3000))
}

function scrolling(cast: Cast): void {
  const { script, draw } = cast
  const from = script.now
  const to = scroll(cast)
  script.tell({ is: 'closed', from, to })
  const end = stayOpen(cast)
  offerRemark(cast, { at: draw.between(from + 100, to - 100), until: draw.chance(0.4) ? to : end })
}

/** Writes a question, and stops to think in it. */
function midDraft(cast: Cast): void {
  const { script, draw } = cast
  const { uttered } = utter(cast, draw.pick(draw.pick(TURN_LINES)))
  script.pass(draw.between(80, 450))
  script.put({ e: 'send' })
  const from = uttered.from
  const to = script.now
  script.tell({ is: 'turn', from, to })
  script.tell({ is: 'closed', from, to })
  const pause = uttered.pauses[0] ?? { from: from + 0.3 * (to - from), to }
  offerRemark(cast, { at: Math.round(pause.from + draw.between(50, 300)), until: to })
  const words = wordsFor(cast, 1500, 3500)
  script.put({ e: 'reply', words })
  script.pass(draw.between(7000, 10_000))
}

/** Talks to somebody else. */
function talking(cast: Cast): void {
  const { script, draw } = cast
  const { from, to } = talkAway(cast, `${draw.pick(SPOKEN_ELSEWHERE)} ${draw.pick(SPOKEN_ELSEWHERE)}`)
  script.tell({ is: 'closed', from, to: Math.max(from, to) })
  offerRemark(cast, { at: draw.between(from, Math.max(from, to - 300)), until: Math.max(from + 1, to) })
  script.pass(draw.between(2000, 3500))
}

/** Is not there. */
function away(cast: Cast): void {
  const { script, draw } = cast
  const from = script.now
  script.put({ e: 'page', what: 'leave' })
  script.pass(draw.between(3000, 9000))
  const to = script.now
  script.put({ e: 'page', what: 'return' })
  script.tell({ is: 'closed', from, to })
  const end = stayOpen(cast)
  offerRemark(cast, { at: draw.between(from + 500, to - 500), until: draw.chance(0.5) ? to : end })
}

/** A good moment for a word, but this one is probably wrong. */
function unreliable(cast: Cast): void {
  const { script, draw } = cast
  writePart(cast, nextLine(cast).line)
  endLine(cast)
  const from = script.now
  script.pass(draw.between(...OPEN_MS))
  script.tell({ is: 'closed', from, to: script.now })
  offerRemark(cast, { at: from + draw.between(60, 900), until: script.now, manner: 'wrong' })
}

/** A remark is said and the person sends it away: for a while none is welcome, however good the moment. */
export function dismissal(cast: Cast): void {
  const { script, draw } = cast
  const lasts = lineDone(cast)
  script.begin(1, draw.between(500, 1800))
  const from = script.now
  script.put({ e: 'click', what: draw.chance(0.85) ? 'dismiss' : 'mute' })
  script.now = Math.max(script.now, lasts)
  for (let left = draw.between(1, 3); left > 0; left -= 1) {
    script.pass(draw.between(1500, 4000))
    writePart(cast, nextLine(cast).line)
    endLine(cast)
    const done = script.now
    script.pass(draw.between(3500, 6000))
    offerRemark(cast, { at: done + draw.between(60, 900), until: script.now })
  }
  script.tell({ is: 'closed', from, to: script.now })
}
