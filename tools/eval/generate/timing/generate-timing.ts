import type { TimingCase } from '../../timing/timing-case.ts'
import { type Cast, castOf, lengthOf, type Mode } from './cast.ts'
import { Draw } from './draw.ts'
import { playElsewhere } from './elsewhere-scenes.ts'
import { dismissal, playMoment } from './moment-scenes.ts'
import { playOverlap } from './overlap-scenes.ts'
import { endLine, offerRemark, writePart } from './page-scenes.ts'
import { playTurn } from './turn-scenes.ts'

/**
 * Conversations for `timing`, the same for the same seed. Each has a person with a rhythm and habits of their own,
 * who either asks and is answered, or works on a page where something could be said.
 * @param mode what is known of the person: what they type; their voice and words; the words alone
 */
export function generateTiming(count: number, seed: number, mode: Mode = 'text'): TimingCase[] {
  const seeds = new Draw(seed)
  return Array.from({ length: count }, (_, index) => {
    const draw = new Draw(seeds.between(0, 2 ** 31 - 1))
    const cast = castOf(mode, draw)
    draw.weighted<(cast: Cast) => void>([
      [66, talk],
      [25, work],
      [5, remarkAndOverlap],
      [4, dismissal],
    ])(cast)
    const id = `${mode}-${index + 1}`
    return { id, mode: mode === 'text' ? 'text' : 'voice', rate: cast.rate, ...cast.script.written() }
  })
}

const MOST_UTTERANCES = 4

/** Questions and answers, and what happens while the tutor speaks. */
function talk(cast: Cast): void {
  const { script, draw } = cast
  script.pass(draw.between(200, 1200))
  let words = playTurn(cast, draw.chance(0.05) && falseAlarm(cast))
  const turns = draw.weighted([
    [55, 1],
    [30, 2],
    [15, 3],
  ] as const)
  for (let utterance = 1, turn = 1; utterance <= MOST_UTTERANCES; utterance += 1) {
    const { next, over } = playUtterance(cast, utterance, words)
    if (next !== null) words = next
    else if (turn >= turns || utterance === MOST_UTTERANCES) return
    else {
      turn += 1
      script.begin(utterance, over + draw.between(900, 4500))
      words = playTurn(cast)
    }
  }
}

/** Not meant for the tutor; returns whether there would be an answer to it. */
function falseAlarm(cast: Cast): boolean {
  const { script, draw } = cast
  const from = script.now
  playElsewhere(cast)
  const answer = draw.chance(0.5)
  if (answer) script.put({ e: 'reply', words: 20 }, draw.between(from, script.now))
  script.pass(draw.between(4000, 6000))
  return answer
}

/**
 * What happens over one utterance: nothing, one overlap or two, the last of which may cut it.
 * `next`: the words of the answer to what cut it; `over`: when all is over, ms from its first word.
 */
function playUtterance(cast: Cast, utterance: number, words: number): { next: number | null; over: number } {
  const { script, draw } = cast
  const length = lengthOf(cast, words)
  let lost = 0
  let from = draw.between(600, Math.min(3500, length - 1600))
  const most = draw.weighted([
    [12, 0],
    [58, 1],
    [30, 2],
  ] as const)
  for (let count = 0; count < most && from < length - 1600; count += 1) {
    script.begin(utterance, from)
    const overlap = playOverlap(cast)
    if (overlap.cut) return { next: overlap.answer, over: script.now }
    lost += 1000 + script.now - from
    from = script.now + draw.between(1800, 4000)
  }
  return { next: null, over: length + lost }
}

/** Works on a page. */
function work(cast: Cast): void {
  const { script, draw } = cast
  script.pass(draw.between(300, 2000))
  for (let left = draw.between(2, 4); left > 0; left -= 1) playMoment(cast)
}

/** A remark is said in a good moment, and something happens over its words. */
function remarkAndOverlap(cast: Cast): void {
  const { script, draw } = cast
  writePart(cast, 'f(2) = 2 * 2 - 1 = 5')
  endLine(cast)
  const from = script.now
  const to = from + 5000
  script.tell({ is: 'open', from, to })
  const words = Math.round(draw.share(5, 9) * cast.rate)
  offerRemark(cast, { at: from + draw.between(60, 900), until: to, words })
  const { next, over } = playUtterance(cast, 1, words)
  if (next === null && draw.chance(0.3)) {
    script.begin(1, over + draw.between(900, 3000))
    playTurn(cast)
  }
}
