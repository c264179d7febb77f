import type { SimulatedEvent } from './conversation.ts'
import type { Draw } from './draw.ts'
import type { Person } from './person.ts'
import type { Stretch } from './sayings.ts'
import { thinkingMs } from './writing.ts'

/** What was said: its events, where the voice began and ended (ms), and where each word ended. */
export interface Said {
  events: SimulatedEvent[]
  from: number
  to: number
  /** In ms; one for each word. */
  wordEnds: number[]
}

/** About six in a hundred words are disfluent (Bortfeld et al. 2001); fillers announce a delay (Clark & Fox Tree 2002). */
const FILLERS = 0.06
/** A silence this long looks like an end to a detector of voices (ms). */
const DETECTED_MS = 150

/** Says the stretches: voice activity if it is known, and the words as the recogniser shows them. */
export function speak(draw: Draw, person: Person, stretches: readonly Stretch[], from: number): Said {
  const { voiceActivity, hangoverMs, heardAfterMs, finalAfterMs, wordsASecond } = person
  const events: SimulatedEvent[] = []
  const wordEnds: number[] = []
  let t = from
  let heard = ''
  let voicedUntil = -Infinity
  stretches.forEach((stretch, index) => {
    const before = stretches[index - 1]
    let pause = before === undefined ? 0 : thinkingMs(draw, person, before.next)
    const words = stretch.text.split(/\s+/)
    if (before?.next === 'must' && draw.chance(FILLERS * 3)) {
      words.unshift(draw.pick(['um', 'uh', 'er', 'like']))
      pause = Math.max(pause, draw.lognormal(400, 0.4))
    }
    if (pause > finalAfterMs + 300 && draw.chance(0.5)) {
      events.push({ t: Math.round(t + finalAfterMs), e: 'heard', text: heard, final: true })
      // Some recognisers then begin anew.
      if (draw.chance(0.5)) heard = ''
    }
    t += pause
    if (voiceActivity && t > voicedUntil + DETECTED_MS) {
      if (voicedUntil > 0 && t > voicedUntil + hangoverMs)
        events.push({ t: Math.round(voicedUntil + hangoverMs), e: 'voice', active: false })
      if (voicedUntil < 0 || t > voicedUntil + hangoverMs)
        events.push({ t: Math.round(t + draw.between(20, 100)), e: 'voice', active: true })
    }
    for (const word of words) {
      t += draw.lognormal((1000 / wordsASecond) * Math.min(1.6, 0.55 + word.length / 10), 0.25)
      wordEnds.push(Math.round(t))
      heard = heard === '' ? word : `${heard} ${word}`
      // Recognisers show two words at once as often as one.
      if (word === words.at(-1) || draw.chance(0.7))
        events.push({
          t: Math.round(t + heardAfterMs * draw.between(0.7, 1.3)),
          e: 'heard',
          text: heard,
          final: false,
        })
    }
    voicedUntil = t
  })
  const to = Math.round(t)
  if (voiceActivity) events.push({ t: Math.round(to + hangoverMs), e: 'voice', active: false })
  events.push({
    t: Math.round(to + Math.max(finalAfterMs, heardAfterMs * 1.4)),
    e: 'heard',
    text: heard,
    final: true,
  })
  return { events: events.toSorted((a, b) => a.t - b.t), from: Math.round(from), to, wordEnds }
}
