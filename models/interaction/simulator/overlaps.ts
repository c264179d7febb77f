import { type Saying, type Stretch, sayingOf, stretchesOf, stretchesOfSentence } from './sayings.ts'
import { speak } from './speaking.ts'
import type { Timeline } from './timeline.ts'
import { reply, type Talk, takeOut, takeTurn } from './turns.ts'
import { type Written, write } from './writing.ts'

/** The person waits at least this long into an utterance (ms): a reaction takes about as long (Ward & Tsukahara 2000). */
const SOONEST_MS = 350
/** Words left when an overlap begins (ms), with what is held meanwhile. */
const LEFT_MS = 1400
/** Share of objections in others' words, where there are any. */
const OTHERS_WORDS = 0.3
/** Between two overlaps of one utterance (ms). */
const APART_MS = 1800

/** How an overlap ended, in ms from the first word of the utterance. */
interface Overlap {
  from: number
  to: number
}

/**
 * What the person does while the tutor says so many words, which begin now: nods, objects, is busy with something else.
 * Afterwards the timeline stands where the person may go on.
 */
export function overlap(talk: Talk, line: Timeline, words: number): void {
  const { draw } = talk
  let lasts = line.hear(words)
  let earliest = SOONEST_MS
  for (let more = draw.whole(0, 2); more > 0 && lasts - LEFT_MS > earliest; more--) {
    line.t = Math.round(draw.between(earliest, lasts - LEFT_MS))
    const kind = draw.weighted({ backchannel: 5, interruption: 5, elsewhere: 3 })
    if (kind === 'interruption') {
      interrupt(talk, line)
      return
    }
    const done = kind === 'backchannel' ? nod(talk, line) : lookElsewhere(talk, line)
    lasts += Math.min(2500, done.to - done.from + 400)
    earliest = done.to + APART_MS
  }
  // Answers come after 208 ms on average in ten languages (Stivers et al. 2009), in writing after more.
  line.t = Math.round(lasts + draw.within(60, 20_000, talk.mode === 'voice' ? 500 : 2200, 0.8))
}

/** A sign of listening: in words, sent or left standing, by a click, or said. */
export function nod(talk: Talk, line: Timeline): Overlap {
  const { draw, mode, person } = talk
  if (mode === 'voice') return mean(line, 'backchannel', say(talk, line, 'listeningSpoken'))
  const from = line.t
  if (draw.chance(0.2)) {
    line.happen({ t: from, e: 'click', what: 'ok' })
    return mean(line, 'backchannel', { from, to: from })
  }
  const written = type(talk, line, 'listening')
  let to = written.at(-1)?.t ?? from
  if (draw.chance(Math.max(0.5, person.sends))) {
    to = Math.round(to + draw.within(60, 900, 220, 0.5))
    line.happen({ t: to, e: 'send' })
    line.draft = ''
  }
  return mean(line, 'backchannel', { from: written[0]?.t ?? from, to })
}

/** Something that is not meant for the tutor. */
export function lookElsewhere(talk: Talk, line: Timeline): Overlap {
  const { draw, mode, person } = talk
  const from = line.t
  if (mode === 'voice') return mean(line, 'elsewhere', say(talk, line, 'aside'))
  const way = draw.weighted({ page: 5, note: 4, storm: 1, pasted: 1.5, noise: 1.5 })
  if (way === 'note' || way === 'pasted' || way === 'noise') {
    const began = writeAway(talk, line, way)
    line.t = Math.round(line.t + draw.within(150, 4000, 600, 0.7))
    takeOut(talk, line)
    return mean(line, 'elsewhere', { from: began, to: line.t })
  }
  let t = from
  if (way === 'storm') {
    // Undo and redo, held down.
    for (let left = draw.whole(5, 20); left > 0; left--) {
      line.happen({ t, e: 'page', what: 'edit' })
      line.t = t
      t += draw.between(50, 180)
    }
    return mean(line, 'elsewhere', { from, to: line.t })
  }
  // Works on the page.
  for (let keys = draw.whole(2, 24); keys > 0; keys--) {
    line.happen({ t, e: 'page', what: 'edit' })
    t += draw.lognormal(person.keyMs, person.keySpread)
    if (draw.chance(person.thinks / 4))
      t += Math.min(6000, draw.lognormal(person.thinkMs, person.thinkSpread))
  }
  const ended = line.events.at(-1)?.t ?? from
  line.t = ended
  return mean(line, 'elsewhere', { from, to: ended })
}

/** What lands in the composer though it is not for the tutor; returns when it began (ms). `line.t` is then its end. */
function writeAway(talk: Talk, line: Timeline, way: 'note' | 'pasted' | 'noise'): number {
  const { draw, sentences } = talk
  const [one, ...more] = sentences
  const others = one === undefined ? null : draw.pick([one, ...more])
  const put = (text: string) => {
    line.happen({ t: line.t, e: 'draft', text })
    line.draft = text
  }
  if (way === 'note') {
    const own = sayingOf(draw, draw.pick<Saying>(['aside', 'asideWritten', 'called']))
    const stretches =
      others === null || draw.chance(0.5)
        ? stretchesOf(own)
        : stretchesOfSentence(`${sayingOf(draw, 'called')} ${others}`)
    const whole = draw.chance(0.5) ? stretches : stretches.slice(0, 1)
    return writeAnew(talk, line, whole)[0]?.t ?? line.t
  }
  const began = line.t
  if (way === 'pasted') put(others ?? sayingOf(draw, 'pastedElsewhere'))
  else {
    const key = draw.pick(['f', 'j', 'k', 'd', ';', '1', '=', 'u', ' .', 'nm'])
    for (let keys = draw.whole(2, 14); keys > 0; keys--) {
      put(line.draft + (draw.chance(0.8) ? key : draw.pick(['g', 'h', '0', ','])))
      line.t = Math.round(line.t + draw.between(25, 110))
    }
  }
  return began
}

/** The person wants the floor: to stop the tutor, or to say something, which may be answered. */
function interrupt(talk: Talk, line: Timeline): void {
  const { draw, mode, person } = talk
  const kind = draw.weighted({ stopping: 4, objecting: 7, clicked: mode === 'text' ? 1.5 : 0.5 })
  const start = line.t
  if (kind === 'clicked') {
    const what = draw.chance(0.8) ? 'stop' : 'dismiss'
    line.happen({ t: start, e: 'click', what })
    line.mean({ is: 'interruption', from: start, evident: start, to: start })
  } else {
    const { from, evident, to } = mode === 'voice' ? claimAloud(talk, line, kind) : claim(talk, line, kind)
    line.mean({ is: 'interruption', from, evident, to })
    line.t = to
    // An objection is a turn and has an answer.
    if (kind === 'objecting') {
      line.mean({ is: 'turn', from, to })
      overlap(talk, line, reply(talk, line, from))
      return
    }
  }
  if (draw.chance(0.6)) {
    line.t = Math.round(line.t + draw.within(500, 15_000, person.thinkMs * 1.5, 0.6))
    const words = takeTurn(talk, line)
    if (!line.over) overlap(talk, line, words)
  } else line.over = true
}

function claim(talk: Talk, line: Timeline, kind: 'stopping' | 'objecting'): Overlap & { evident: number } {
  const { draw, person } = talk
  const written = type(talk, line, kind)
  const from = written[0]?.t ?? line.t
  const evident = written.find(({ text }) => !mayBeNod(text))?.t
  let to = written.at(-1)?.t ?? from
  if (draw.chance(Math.max(0.4, person.sends))) {
    to = Math.round(to + draw.within(60, 1200, 260, 0.5))
    line.happen({ t: to, e: 'send' })
    line.draft = ''
  }
  return { from, evident: evident ?? to, to }
}

function claimAloud(
  talk: Talk,
  line: Timeline,
  kind: 'stopping' | 'objecting',
): Overlap & { evident: number } {
  const { draw, person } = talk
  const saying = stretchesOf(sayingOf(draw, kind))
  const said = speak(draw, person, saying, line.t)
  line.happen(...said.events)
  const words = saying.flatMap(({ text }) => text.split(/\s+/))
  const index = words.findIndex((_, last) => !mayBeNod(words.slice(0, last + 1).join(' ')))
  return { from: said.from, evident: said.wordEnds[Math.max(0, index)] ?? said.to, to: said.to }
}

/** Writes a saying over whatever stands in the composer. */
function type(talk: Talk, line: Timeline, kind: Saying): Written[] {
  const { draw, sentences } = talk
  const [one, ...more] = sentences
  // People also cut in with what no list of ours has.
  const others = kind === 'objecting' && one !== undefined && draw.chance(OTHERS_WORDS)
  const nod = draw.chance(0.3) ? `${sayingOf(draw, 'listening')} ` : ''
  const stretches = others
    ? stretchesOfSentence(nod + draw.pick([one, ...more]))
    : stretchesOf(sayingOf(draw, kind))
  return writeAnew(talk, line, stretches)
}

function writeAnew({ draw, person }: Talk, line: Timeline, stretches: readonly Stretch[]): Written[] {
  const written = write(draw, person, stretches, { t: line.t, text: '' })
  for (const { t, text } of written) line.happen({ t, e: 'draft', text })
  line.t = written.at(-1)?.t ?? line.t
  line.draft = written.at(-1)?.text ?? ''
  return written
}

function say({ draw, person }: Talk, line: Timeline, kind: Saying): Overlap {
  const said = speak(draw, person, stretchesOf(sayingOf(draw, kind)), line.t)
  line.happen(...said.events)
  line.t = said.to
  return { from: said.from, to: said.to }
}

function mean(line: Timeline, is: 'backchannel' | 'elsewhere', { from, to }: Overlap): Overlap {
  line.mean({ is, from, to })
  return { from, to }
}

const NODS =
  'ok okay k mhm mm-hm hm uh huh uh-huh yes yeah yep right sure ah oh i see got it cool nice alright true of course exactly gotcha makes sense fair enough good thanks thx fine ja jep jo genau klar stimmt richtig gut so verstehe danke'
/** Letters of a word that is still being written from which on it can be told. */
const TELLING = 3
const NOD = new Set(NODS.split(' '))

/** Whether somebody who has read or heard this far could take it for a sign of listening. */
function mayBeNod(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'-]/gu, '')
    .split(/\s+/)
    .filter(Boolean)
  const last = words.pop()
  // Of a word two letters tell nothing.
  if (last === undefined || (last.length < TELLING && words.every((word) => NOD.has(word)))) return true
  return (
    words.length < 4 &&
    words.every((word) => NOD.has(word)) &&
    NODS.split(' ').some((nod) => nod.startsWith(last))
  )
}
