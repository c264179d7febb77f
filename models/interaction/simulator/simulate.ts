import type { Conversation } from './conversation.ts'
import { type Bounds, Draw } from './draw.ts'
import { lookElsewhere, overlap } from './overlaps.ts'
import { drawPerson } from './person.ts'
import { Timeline } from './timeline.ts'
import { reply, type Talk, takeTurn } from './turns.ts'
import { workOnPage } from './working.ts'

export interface Simulation {
  mode: 'text' | 'voice'
  /** Whether voice activity is noticed; of no account in text. */
  voiceActivity: boolean
  /** Finished sentences of others to draw from besides our own. */
  sentences?: readonly string[]
}

/** Between two scenes (ms). */
const BETWEEN_MS: Bounds = [400, 15_000, 2500, 0.7]
/** How fast words come: those of a voice (Brysbaert 2019, aloud), those of a model in writing. */
const SPOKEN_RATE = [2.2, 3.6] as const
const WRITTEN_RATE = [3, 16] as const

/** One conversation of one person, the same for the same seed. */
export function simulate(seed: number, { mode, voiceActivity, sentences = [] }: Simulation): Conversation {
  const draw = new Draw(seed)
  const [slowest, fastest] = mode === 'voice' ? SPOKEN_RATE : WRITTEN_RATE
  const rate = Math.round(10 * draw.between(slowest, fastest)) / 10
  const talk: Talk = { draw, person: drawPerson(draw, mode, voiceActivity), mode, sentences }
  const line = new Timeline(rate)
  line.t = Math.round(draw.between(100, 4000))
  for (let scenes = draw.whole(1, 3); scenes > 0 && !line.over; scenes--) {
    const scene = draw.weighted({ dialogue: 6, working: 4, aside: 1.5 })
    if (scene === 'dialogue') overlapped(talk, line)
    else if (scene === 'working') workOnPage(talk, line)
    else aside(talk, line)
    line.t = Math.round(line.t + draw.within(...BETWEEN_MS))
  }
  // A stable order: events of one time stay as they were put in, and what counts from an utterance stays together.
  const events = line.events.toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0) || a.t - b.t)
  return { id: `simulated-${seed}`, mode, rate, events, truth: line.truth, intents: line.intents }
}

function overlapped(talk: Talk, line: Timeline): void {
  const words = takeTurn(talk, line)
  if (!line.over) overlap(talk, line, words)
}

/** Talks to somebody else while the tutor is silent; a reply that is ready for it is not wanted. */
function aside(talk: Talk, line: Timeline): void {
  const { from } = lookElsewhere(talk, line)
  if (talk.draw.chance(0.5)) reply(talk, line, from)
}
