import type { LineVerdict, RemarkKind } from './conversation.ts'
import type { Bounds } from './draw.ts'
import { lookElsewhere, nod } from './overlaps.ts'
import type { Timeline } from './timeline.ts'
import type { Talk } from './turns.ts'

/** Whoever goes on within this had not stopped (ms). */
const GOES_ON_MS = 600
/** A pause after a line in which something may be said lasts at least this long (ms). */
const OPEN_MS = 1500
/** Silent reading: 238 words a minute (Brysbaert 2019); the eye rests on a view for some lines. */
const READS_MS: Bounds = [OPEN_MS + 1500, 9000, 3600, 0.7]

/** What there is to say about a line, and how welcome it is. */
interface Proposal {
  kind: RemarkKind
  urgency: number
  confidence: number
  /** fitting: at the next pause; urgent: at once; unwelcome: never. */
  welcome: 'fitting' | 'urgent' | 'unwelcome'
}

/** The person works on the page for some lines, and reads, is stuck or leaves between them. */
export function workOnPage(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const mood: Mood = { irritated: false }
  for (let lines = draw.whole(1, 4); lines > 0 && !line.over; lines--) {
    const doing = draw.weighted({ write: 7, read: 2, stuck: 1.2, away: 0.8, select: 0.8, rest: 1.5 })
    if (doing === 'write') writeLine(talk, line, mood)
    else if (doing === 'read') readOn(talk, line, mood)
    else if (doing === 'stuck') beStuck(talk, line, mood)
    else if (doing === 'rest') rest(talk, line, mood)
    else if (doing === 'away') beAway(talk, line)
    else select(talk, line)
  }
}

/** Has waved a remark away: only what is urgent is welcome from then on. */
interface Mood {
  irritated: boolean
}

function propose({ draw }: Talk, mood: Mood, verdict: LineVerdict): Proposal {
  const sort = draw.weighted({ fitting: 6, trivial: 1.5, doubtful: 1.5, urgent: 1.2 })
  const kind: RemarkKind = verdict === 'does-not-follow' ? draw.pick(['step', 'step', 'copy']) : 'praise'
  switch (sort) {
    case 'trivial':
      return { kind, urgency: draw.between(0, 0.15), confidence: draw.between(0.5, 1), welcome: 'unwelcome' }
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
      return { kind, urgency: draw.between(0.2, 0.85), confidence: draw.between(0.6, 1), welcome }
    }
  }
}

function offer({ draw }: Talk, line: Timeline, { kind, urgency, confidence, welcome }: Proposal): number {
  const words = Math.max(4, Math.round(line.rate * draw.within(1.5, 7, 3, 0.3)))
  const lasts: Bounds = welcome === 'unwelcome' ? [1500, 6000, 2500, 0.4] : [8000, 60_000, 25_000, 0.4]
  const expires = Math.round(draw.within(...lasts))
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

/** Edits of one line with pauses for thought; `line.t` is then the last of them. */
function edit({ draw, person }: Talk, line: Timeline, keys: number): void {
  const aKey = person.grain === 'key' ? 1 : draw.whole(2, 4)
  for (let left = keys; left > 0; left -= aKey) {
    const thinks = draw.chance(person.thinks / 6) ? draw.lognormal(person.thinkMs, person.thinkSpread) : 0
    line.t = Math.round(
      line.t + Math.min(9000, thinks) + draw.lognormal(person.keyMs * aKey, person.keySpread),
    )
    line.happen({ t: line.t, e: 'page', what: 'edit' })
  }
}

function writeLine(talk: Talk, line: Timeline, mood: Mood): void {
  const { draw, person } = talk
  const from = line.t
  edit(talk, line, draw.whole(5, 16))
  const verdict = draw.weighted<LineVerdict>({ follows: 5, 'does-not-follow': 4, 'cannot-tell': 2 })
  const proposal = draw.chance(0.75) ? propose(talk, mood, verdict) : null
  if (proposal !== null && draw.chance(proposal.welcome === 'urgent' ? 0.7 : 0.2)) {
    writeOverRemark(talk, line, from, proposal)
    return
  }
  finishLine(talk, line, verdict)
  const ended = line.t
  line.mean({ is: 'closed', from, to: ended })
  if (draw.chance(0.45)) {
    // Goes straight on: whatever is offered now comes in mid-task.
    if (proposal !== null && proposal.welcome !== 'urgent') {
      line.t = Math.round(ended + draw.between(0, GOES_ON_MS))
      offer(talk, line, { ...proposal, welcome: 'unwelcome' })
    }
    line.t = Math.round(ended + draw.within(80, GOES_ON_MS, person.keyMs * person.wordFactor, 0.3))
    return
  }
  const pause = Math.max(OPEN_MS, draw.within(1000, 30_000, person.thinkMs * 2, 0.6))
  if (proposal === null) {
    line.t = Math.round(ended + pause)
    return
  }
  line.t = Math.round(ended + draw.between(0, Math.min(pause - OPEN_MS, draw.pick([500, 2500]))))
  giveOrLeave(talk, line, mood, proposal, Math.round(ended + pause))
}

function finishLine({ draw }: Talk, line: Timeline, verdict: LineVerdict): void {
  line.t = Math.round(line.t + draw.between(40, 400))
  line.happen({ t: line.t, e: 'page', what: 'line', verdict })
}

/** Something is found while the person writes on: urgent, it may be said at once; else it waits for a pause. */
function writeOverRemark(talk: Talk, line: Timeline, from: number, proposal: Proposal): void {
  const { draw, person } = talk
  const found = line.t
  const words = offer(talk, line, proposal)
  if (proposal.welcome === 'urgent') {
    line.mean({ is: 'closed', from, to: found - 1 }, { is: 'open', from: found, to: found + 4000 })
    edit(talk, line, draw.whole(8, 30))
    line.utterances += 1
    line.t = Math.max(line.t, found + 4000 + (1000 * words) / line.rate)
    return
  }
  edit(talk, line, draw.whole(4, 12))
  finishLine(talk, line, 'follows')
  line.mean({ is: 'closed', from, to: line.t })
  const ended = line.t
  const until = Math.round(
    ended + Math.max(OPEN_MS + 500, draw.within(1000, 30_000, person.thinkMs * 2, 0.6)),
  )
  line.mean({ is: proposal.welcome === 'unwelcome' ? 'closed' : 'open', from: ended, to: until })
  if (proposal.welcome === 'fitting') line.utterances += 1
  line.t = until
}

/** What was offered in a pause that lasts until `until`: said, heard and perhaps answered, or left unsaid. */
function giveOrLeave(talk: Talk, line: Timeline, mood: Mood, proposal: Proposal, until: number): void {
  const { draw } = talk
  const from = line.t
  const words = offer(talk, line, proposal)
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

/** Reads, scrolls and stops; in the stop something may be said. */
function readOn(talk: Talk, line: Timeline, mood: Mood): void {
  const { draw } = talk
  const from = line.t
  if (draw.chance(0.4)) line.happen({ t: from, e: 'page', what: 'view' })
  const proposal = draw.chance(0.6) ? propose(talk, mood, 'does-not-follow') : null
  const early = proposal !== null && proposal.welcome !== 'urgent' && draw.chance(0.5)
  for (let scrolls = draw.whole(3, 14); scrolls > 0; scrolls--) {
    line.happen({ t: line.t, e: 'page', what: 'scroll' })
    line.t = Math.round(line.t + draw.within(60, 2200, 350, 0.8))
  }
  const stopped = line.t
  line.mean({ is: 'closed', from, to: stopped })
  const until = Math.round(stopped + draw.within(...READS_MS))
  if (proposal === null) {
    line.t = until
    return
  }
  line.t = early ? Math.round(draw.between(from, stopped)) : Math.round(stopped + draw.between(0, 1200))
  if (!early) {
    giveOrLeave(talk, line, mood, proposal, until)
    return
  }
  offer(talk, line, proposal)
  line.mean({ is: proposal.welcome === 'unwelcome' ? 'closed' : 'open', from: stopped + 300, to: until })
  if (proposal.welcome !== 'unwelcome') line.utterances += 1
  line.t = until
}

/** Begins a line and gets nowhere: after a long while an offer is welcome. */
function beStuck(talk: Talk, line: Timeline, mood: Mood): void {
  const { draw, person } = talk
  const from = line.t
  edit(talk, line, draw.whole(2, 8))
  const stuck = Math.round(line.t + draw.between(3, 5) * Math.max(person.thinkMs, 2000))
  for (let signs = draw.whole(0, 3); signs > 0; signs--) {
    const t = Math.round(draw.between(line.t + 500, stuck - 1500))
    line.happen({ t, e: 'page', what: draw.pick(['select', 'scroll']) })
  }
  line.mean({ is: 'closed', from, to: stuck - 1000 })
  line.t = stuck
  const welcome = mood.irritated ? 'unwelcome' : 'fitting'
  const proposal: Proposal = {
    kind: 'stuck',
    urgency: draw.between(0.3, 0.6),
    confidence: draw.between(0.7, 1),
    welcome,
  }
  const until = Math.round(stuck + draw.between(5000, 20_000))
  line.intend('stuck', stuck - 1000, until)
  giveOrLeave(talk, line, mood, proposal, until)
}

/** Leaves the page and comes back: nothing is said to nobody. */
function beAway(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const from = line.t
  line.happen({ t: from, e: 'page', what: 'leave' })
  line.t = Math.round(from + draw.within(2000, 60_000, 9000, 0.7))
  if (draw.chance(0.6)) {
    const back = line.t
    line.t = Math.round(draw.between(from + 200, back - 200))
    offer(talk, line, propose(talk, { irritated: true }, 'does-not-follow'))
    line.t = back
  }
  line.happen({ t: line.t, e: 'page', what: 'return' })
  line.mean({ is: 'closed', from, to: line.t })
  line.t = Math.round(line.t + draw.between(300, 4000))
}

/** Does nothing that is seen, for a while: whoever has something fitting to say may. */
function rest(talk: Talk, line: Timeline, mood: Mood): void {
  const { draw } = talk
  line.t += draw.between(1000, 5000)
  const kind = draw.pick<RemarkKind>(['step', 'copy', 'praise', 'stuck', 'practice'])
  const proposal = { ...propose(talk, mood, 'does-not-follow'), kind }
  giveOrLeave(talk, line, mood, proposal, line.t + draw.between(3000, 15_000))
}

/** Selects something with care. */
function select(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const from = line.t
  for (let signs = draw.whole(3, 10); signs > 0; signs--) {
    line.happen({ t: line.t, e: 'page', what: 'select' })
    line.t = Math.round(line.t + draw.between(120, 700))
  }
  if (draw.chance(0.5)) offer(talk, line, propose(talk, { irritated: true }, 'does-not-follow'))
  line.mean({ is: 'closed', from, to: line.t })
  line.t = Math.round(line.t + draw.between(500, 3000))
}
