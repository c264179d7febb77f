import type { Bounds, Draw } from './draw.ts'
import type { Person } from './person.ts'
import { type Saying, type Stretch, sayingOf, stretchesOf, stretchesOfSentence } from './sayings.ts'
import { speak } from './speaking.ts'
import type { Timeline } from './timeline.ts'
import { write } from './writing.ts'

/** Who talks, and in which words. */
export interface Talk {
  draw: Draw
  person: Person
  mode: 'text' | 'voice'
  /** Finished sentences of others to draw from besides our own; may be empty. */
  sentences: readonly string[]
}

/** Share of turns in others' words, where there are any. */
const OTHERS_WORDS = 0.5
/** From the last key to Enter (ms): a glance over what stands there. */
const SEND_AFTER_MS: Bounds = [80, 1600, 320, 0.5]
/** Somebody who asked for a moment is back after this (ms). */
const MOMENT_MS: Bounds = [2500, 25_000, 7000, 0.6]
/** From one message of a turn to the first key of the next (ms). */
const NEXT_PIECE_MS: Bounds = [150, 3000, 600, 0.6]
/** Whoever has taken out what they wrote begins anew after this (ms). */
const BEGINS_ANEW_MS: Bounds = [150, 9000, 1200, 0.8]
/** Whoever is called away in mid-sentence comes back to it after this (ms). */
const CALLED_AWAY_MS: Bounds = [4000, 40_000, 10_000, 0.6]

type Course = 'plain' | 'short' | 'afterthought' | 'moment' | 'pasted' | 'restarted' | 'distracted' | 'pieces'
const COURSES: Readonly<Record<Course, number>> = {
  plain: 12,
  short: 2.5,
  afterthought: 1.5,
  moment: 2.5,
  pasted: 1,
  restarted: 2.5,
  distracted: 1,
  pieces: 4,
}

/** The person takes a turn, in one of several ways; then the tutor may answer. Returns the words of the reply. */
export function takeTurn(talk: Talk, line: Timeline): number {
  const course = talk.draw.weighted(COURSES)
  const from = line.t
  const first = talk.mode === 'text' ? writeTurn(talk, line, course) : sayTurn(talk, line, course)
  line.mean({ is: 'turn', from: first, to: line.t })
  return reply(talk, line, from)
}

/** What could be said is there while they still speak, at their end, or some time after. */
export function reply({ draw }: Talk, line: Timeline, from: number): number {
  const words = Math.max(6, Math.round(line.rate * draw.within(2.5, 14, 5, 0.4)))
  const when = draw.weighted({ early: 4, end: 5, late: 2, slow: 0.7 })
  const t = {
    early: from + (line.t - from) * draw.between(0.4, 1),
    end: line.t,
    late: line.t + draw.between(100, 1300),
    slow: line.t + draw.between(1500, 9000),
  }[when]
  line.happen({ t: Math.round(t), e: 'reply', words })
  return words
}

/** The stretches of a turn, with capitals and an end where the person sets them. */
function wordsOf({ draw, person, sentences }: Talk, course: Course): Stretch[] {
  const [one, ...more] = sentences
  if (course !== 'short' && one !== undefined && draw.chance(OTHERS_WORDS))
    return stretchesOfSentence(draw.pick([one, ...more]))
  const kind = course === 'short' ? 'short' : draw.pick<Saying>(['question', 'question', 'statement'])
  const stretches = stretchesOf(sayingOf(draw, kind))
  if (person.punctuates) {
    const [first] = stretches
    const last = stretches.at(-1)
    if (first !== undefined) first.text = first.text.charAt(0).toUpperCase() + first.text.slice(1)
    if (last !== undefined) last.text += kind === 'question' ? '?' : '.'
  }
  return stretches
}

/** Up to a place after which more must come; whole where there is none. */
function brokenOff(stretches: readonly Stretch[]): Stretch[] {
  const cut = stretches.findIndex(({ next }) => next === 'must')
  return stretches.slice(0, cut < 0 ? stretches.length : cut + 1)
}

/** Writes a turn; `line.t` is then its end. Returns when it began, in ms. */
function writeTurn(talk: Talk, line: Timeline, course: Course): number {
  const { draw, person } = talk
  const began: number[] = []
  const type = (stretches: readonly Stretch[], text = line.draft) => {
    for (const written of write(draw, person, stretches, { t: line.t, text })) {
      line.happen({ t: written.t, e: 'draft', text: written.text })
      began.push(written.t)
      line.t = written.t
      line.draft = written.text
    }
  }
  const send = () => {
    line.t = Math.round(line.t + draw.within(...SEND_AFTER_MS))
    line.happen({ t: line.t, e: 'send' })
    line.draft = ''
  }
  let stretches = wordsOf(talk, course)
  // What stands there of a sign of listening is written over or written on.
  if (draw.chance(0.6)) line.draft = ''
  switch (course) {
    case 'distracted':
      type(brokenOff(stretches))
      line.t += draw.within(...CALLED_AWAY_MS)
      stretches = stretches.slice(brokenOff(stretches).length)
      break
    case 'moment':
      type(stretchesOf(sayingOf(draw, 'waiting')), '')
      if (draw.chance(person.sends)) send()
      waitAwhile(talk, line)
      if (draw.chance(0.7)) line.draft = ''
      break
    case 'pieces':
      // As in chats: a part of it is a message of its own.
      if (brokenOff(stretches).length < stretches.length) {
        type(brokenOff(stretches))
        if (draw.chance(0.8)) send()
        line.t += draw.within(...NEXT_PIECE_MS)
      }
      stretches = stretches.slice(brokenOff(stretches).length % stretches.length)
      break
    case 'restarted':
      type(brokenOff(wordsOf(talk, course)))
      line.t += draw.between(300, 2500)
      takeOut(talk, line)
      line.t += draw.within(...BEGINS_ANEW_MS)
      break
    case 'pasted': {
      const pasted = [1, 2, 3]
        .map(() =>
          wordsOf(talk, 'plain')
            .map(({ text }) => text)
            .join(' '),
        )
        .join('. ')
      line.t = Math.round(line.t + draw.between(50, 400))
      line.draft = pasted
      line.happen({ t: line.t, e: 'draft', text: pasted })
      began.push(line.t)
      line.t += draw.within(400, 6000, 1500, 0.6)
      break
    }
  }
  type(stretches)
  if (course === 'afterthought') {
    line.t += draw.between(150, 900)
    type(stretchesOf(sayingOf(draw, 'afterthought')))
  }
  if (draw.chance(person.sends)) send()
  return began[0] ?? line.t
}

/** Takes out what stands in the composer: some letters at a time, or all at once. */
export function takeOut({ draw }: Talk, line: Timeline): void {
  const atOnce = draw.chance(0.45)
  for (let left = line.draft.length; left > 0; ) {
    left = atOnce ? 0 : Math.max(0, left - draw.whole(1, 9))
    line.t = Math.round(line.t + draw.between(40, 160))
    line.draft = line.draft.slice(0, left)
    line.happen({ t: line.t, e: 'draft', text: line.draft })
  }
}

function waitAwhile({ draw }: Talk, line: Timeline): void {
  const asked = line.t
  line.t = Math.round(asked + draw.within(...MOMENT_MS))
  line.intend('wait', asked, line.t)
}

/** Says a turn; `line.t` is then its end. Returns when it began, in ms. */
function sayTurn(talk: Talk, line: Timeline, course: Course): number {
  const { draw, person } = talk
  const from = line.t
  const say = (stretches: readonly Stretch[]) => {
    const said = speak(draw, person, stretches, line.t)
    line.happen(...said.events)
    line.t = said.to
  }
  const unmarked = (stretches: readonly Stretch[]): Stretch[] =>
    stretches.map(({ text, next }) => ({ text: text.toLowerCase().replace(/[.?]$/, ''), next }))
  let stretches = unmarked(wordsOf(talk, course))
  switch (course) {
    case 'distracted':
      say(brokenOff(stretches))
      line.t += draw.within(...CALLED_AWAY_MS)
      stretches = stretches.slice(brokenOff(stretches).length)
      break
    case 'moment':
      say(stretchesOf(sayingOf(draw, 'waiting')))
      waitAwhile(talk, line)
      break
    case 'restarted':
      say(brokenOff(unmarked(wordsOf(talk, course))))
      line.t += draw.between(200, 1500)
      break
  }
  if (stretches.length > 0) say(stretches)
  if (course === 'afterthought') {
    line.t += draw.between(100, 500)
    say(stretchesOf(sayingOf(draw, 'afterthought')))
  }
  return from
}
