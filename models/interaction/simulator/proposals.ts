import type { LineVerdict, RemarkKind } from './conversation.ts'
import type { Bounds } from './draw.ts'
import { lookElsewhere, nod } from './overlaps.ts'
import type { Timeline } from './timeline.ts'
import type { Talk } from './turns.ts'

/** What there is to say about a line, and how welcome it is. */
export interface Proposal {
  kind: RemarkKind
  urgency: number
  confidence: number
  /** fitting: at the next pause; urgent: at once; unwelcome: never. */
  welcome: 'fitting' | 'urgent' | 'unwelcome'
}

/** Has waved a remark away: only what is urgent is welcome from then on. */
export interface Mood {
  irritated: boolean
}

export function propose({ draw }: Talk, mood: Mood, verdict: LineVerdict): Proposal {
  const sort = draw.weighted({ fitting: 6, trivial: 1.5, doubtful: 1.5, urgent: 1.2 })
  const kind: RemarkKind = verdict === 'does-not-follow' ? draw.pick(['step', 'step', 'copy']) : 'praise'
  switch (sort) {
    case 'trivial':
      return {
        kind: draw.pick(['step', 'copy', 'stuck']),
        urgency: draw.between(0, 0.15),
        confidence: draw.between(0.5, 1),
        welcome: 'unwelcome',
      }
    case 'doubtful':
      return {
        kind,
        urgency: draw.between(0.2, 0.8),
        confidence: draw.between(0.1, 0.5),
        welcome: 'unwelcome',
      }
    case 'urgent':
      return {
        kind: 'step',
        urgency: draw.between(0.85, 1),
        confidence: draw.between(0.88, 1),
        welcome: 'urgent',
      }
    case 'fitting': {
      const welcome = mood.irritated ? 'unwelcome' : 'fitting'
      // Praise is never urgent, and none the less welcome.
      const urgency = kind === 'praise' ? draw.between(0.02, 0.4) : draw.between(0.2, 0.85)
      return { kind, urgency, confidence: draw.between(0.6, 1), welcome }
    }
  }
}

/**
 * How long something stays true tells nothing of how welcome it is: it may outlast the moment that ends at `until`, end
 * with it, or be gone before.
 */
export function offer(
  { draw }: Talk,
  line: Timeline,
  { kind, urgency, confidence }: Proposal,
  until = Number.NaN,
): number {
  const words = Math.max(4, Math.round(line.rate * draw.within(1.5, 7, 3, 0.3)))
  const lasts: Record<'short' | 'long', Bounds> = {
    short: [1500, 10_000, 4000, 0.5],
    long: [8000, 60_000, 25_000, 0.4],
  }
  const moment = until - line.t
  const way = draw.weighted({ moment: 4, short: 3, long: 3 })
  const expires = Math.round(
    way === 'moment' && moment > 700 ? moment : draw.within(...lasts[way === 'long' ? 'long' : 'short']),
  )
  const round = (value: number) => Math.round(value * 100) / 100
  line.happen({
    t: line.t,
    e: 'remark',
    kind,
    urgency: round(urgency),
    confidence: round(confidence),
    expires,
    words,
  })
  return words
}

/** What was offered in a pause that lasts until `until`: said, heard and perhaps answered, or left unsaid. */
export function giveOrLeave(talk: Talk, line: Timeline, mood: Mood, proposal: Proposal, until: number): void {
  const { draw } = talk
  const from = line.t
  const words = offer(talk, line, proposal, until)
  if (proposal.welcome === 'unwelcome') {
    line.mean({ is: 'closed', from, to: until })
    line.t = until
    return
  }
  line.mean({ is: 'open', from, to: until })
  const lasts = line.hear(words)
  if (lasts > 2600 && draw.chance(0.35)) {
    line.t = Math.round(draw.between(400, lasts - 1500))
    if (draw.chance(0.6)) nod(talk, line)
    else lookElsewhere(talk, line)
  } else if (lasts > 2600 && draw.chance(0.2)) {
    const t = Math.round(draw.between(600, lasts - 1500))
    line.happen({ t, e: 'click', what: 'dismiss' })
    line.mean({ is: 'interruption', from: t, evident: t, to: t })
    mood.irritated = true
    line.t = t
  }
  line.t = Math.round(Math.max(line.t, lasts) + draw.within(800, 20_000, 2500, 0.6))
}
