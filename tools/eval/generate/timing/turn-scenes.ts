import { type Cast, utter, wordsFor } from './cast.ts'
import { FALSE_STARTS, FOLLOW_UPS, OPENERS, PONDERINGS, PRELUDES, TURN_LINES } from './turn-lines.ts'
import { clearComposer, type Uttered } from './type-line.ts'

/**
 * When the answer could be said. Early: guessed from what stands there, before the turn is over. A turn that looks
 * finished and goes on after a pause gets none before its end, for nobody could know.
 */
type Ready = 'early' | 'at-once' | 'late'

const drawReady = ({ draw }: Cast): Ready =>
  draw.weighted<Ready>([
    [58, 'early'],
    [24, 'at-once'],
    [18, 'late'],
  ])

/**
 * A turn of the person, with its truth and its answer; returns the words of the answer.
 * @param stale whether an answer to something else is still there: then this one replaces it early
 */
export function playTurn(cast: Cast, stale = false): number {
  const { draw, person, mode } = cast
  const words = wordsFor(cast, 4500, 11_000)
  if (stale) {
    askOnce(cast, words, 'early')
    return words
  }
  const typesAndSends = mode === 'text' && person.sends
  const scene = draw.weighted<(cast: Cast, words: number) => void>([
    [64, askOnce],
    [typesAndSends ? 13 : 0, inTwoMessages],
    [typesAndSends ? 6 : 0, asksAgain],
    [7, ponderFirst],
    [mode === 'text' ? 10 : 0, startOver],
  ])
  scene(cast, words)
  return words
}

const question = ({ draw }: Cast) => draw.pick(OPENERS) + draw.pick(draw.pick(TURN_LINES))

function askOnce(cast: Cast, words: number, ready = drawReady(cast)): void {
  const { uttered } = utter(cast, question(cast))
  finish(cast, uttered, words, ready, uttered.from)
}

/** "here is my working:" (sent), and then the working. */
function inTwoMessages(cast: Cast, words: number): void {
  const { script, draw } = cast
  const first = utter(cast, draw.pick(PRELUDES)).uttered
  script.pass(draw.skewed(260, 0.4, 80, 700))
  script.put({ e: 'send' })
  const early = draw.chance(0.6)
  if (early) script.put({ e: 'reply', words }, script.now + draw.between(0, 400))
  script.pass(draw.skewed(1100, 0.6, 450, 4500))
  const { uttered } = utter(cast, question(cast))
  finish(cast, uttered, words, early ? 'early' : drawReady(cast), first.from)
}

/** Sent whole, but the answer is slow: they write on before it comes. */
function asksAgain(cast: Cast, words: number): void {
  const { script, draw } = cast
  const first = utter(cast, question(cast)).uttered
  script.pass(draw.skewed(300, 0.5, 80, 1500))
  script.put({ e: 'send' })
  script.pass(draw.between(500, 1900))
  const { uttered } = utter(cast, draw.pick(FOLLOW_UPS))
  finish(cast, uttered, words, 'early', first.from)
}

/** Asks for a moment, and only then the question. */
function ponderFirst(cast: Cast, words: number): void {
  const { script, draw, person, mode } = cast
  const { uttered: first } = utter(cast, draw.pick(PONDERINGS))
  if (mode === 'text' && person.sends) {
    script.pass(draw.skewed(260, 0.4, 80, 700))
    script.put({ e: 'send' })
  }
  const early = draw.chance(0.6)
  if (early) script.put({ e: 'reply', words }, script.now + draw.between(0, 500))
  script.pass(draw.between(1600, 5500))
  const { uttered } = utter(cast, question(cast))
  finish(cast, uttered, words, early ? 'early' : drawReady(cast), first.from)
}

/** Begins, takes it all out, thinks before an empty line, and asks something else. */
function startOver(cast: Cast, words: number): void {
  const { script, draw } = cast
  const { uttered: first, text } = utter(cast, draw.pick(FALSE_STARTS))
  const early = draw.chance(0.6)
  if (early) script.put({ e: 'reply', words }, draw.between(first.from, first.to))
  script.pass(draw.between(500, 2000))
  clearComposer(script, draw, text)
  script.pass(draw.between(600, 3200))
  const { uttered } = utter(cast, question(cast))
  finish(cast, uttered, words, early ? 'early' : drawReady(cast), first.from)
}

/** Ends a turn in this person's way. An answer that was there before is replaced while the turn goes on. */
function finish(cast: Cast, uttered: Uttered, words: number, ready: Ready, from: number): void {
  const { script, draw, person, mode } = cast
  const isEarly = ready === 'early'
  const { to: last } = uttered
  if (mode === 'text' && person.sends) {
    script.pass(isEarly ? draw.skewed(260, 0.4, 70, 550) : draw.skewed(480, 0.7, 70, 2600))
    script.put({ e: 'send' })
  }
  const to = Math.max(script.now, from)
  script.tell({ is: 'turn', from, to })
  if (ready === 'early') script.put({ e: 'reply', words }, earlyTime(cast, uttered))
  if (ready === 'at-once') script.put({ e: 'reply', words }, to + draw.between(0, 60))
  // Where a pause is all that tells, the answer is there by the time that it has told.
  const latest = to === last ? 500 : 1200
  if (ready === 'late') script.put({ e: 'reply', words }, to + draw.between(200, latest))
}

/** Mostly before a stop to think, sometimes just anywhere. */
export function earlyTime({ draw }: Pick<Cast, 'draw'>, { from, to, pauses }: Uttered): number {
  const long = pauses.filter((pause) => pause.to - pause.from > 800)
  const before = long.length > 0 && draw.chance(0.85) ? draw.pick(long).from : to
  return Math.max(from, Math.round(draw.share(from + 0.15 * (before - from), before)))
}
