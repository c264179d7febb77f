import type { LineVerdict, RemarkKind } from './conversation.ts'
import type { Bounds } from './draw.ts'
import { giveOrLeave, type Mood, offer, type Proposal, propose } from './proposals.ts'
import type { Timeline } from './timeline.ts'
import { type Talk, takeTurn } from './turns.ts'

/** Whoever goes on within this had not stopped (ms). */
const GOES_ON_MS = 600
/** A pause after a line in which something may be said lasts at least this long (ms). */
const OPEN_MS = 1500
/** Silent reading: 238 words a minute (Brysbaert 2019); the eye rests on a view for some lines. */
const READS_MS: Bounds = [OPEN_MS + 1500, 9000, 3600, 0.7]

/** The person works on the page for some lines, and reads, is stuck or leaves between them. */
export function workOnPage(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const mood: Mood = { irritated: false }
  for (let lines = draw.whole(1, 4); lines > 0 && !line.over; lines--) {
    const doing = draw.weighted({
      write: 6,
      stop: 4,
      read: 2.5,
      stuck: 1.2,
      away: 1,
      select: 2,
      rest: 1.5,
      ask: 1,
    })
    if (doing === 'write') writeLine(talk, line, mood)
    else if (doing === 'stop') stopInLine(talk, line, mood)
    else if (doing === 'ask') askMeanwhile(talk, line)
    else if (doing === 'read') readOn(talk, line, mood)
    else if (doing === 'stuck') beStuck(talk, line, mood)
    else if (doing === 'rest') rest(talk, line, mood)
    else if (doing === 'away') beAway(talk, line)
    else select(talk, line)
  }
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

/** Stops to think in mid-line while there is something to say; it may be said when the line is done. */
function stopInLine(talk: Talk, line: Timeline, mood: Mood): void {
  const { draw, person } = talk
  const from = line.t
  edit(talk, line, draw.whole(3, 12))
  const stopped = line.t
  const goesOn = stopped + draw.within(800, 9000, Math.max(1500, person.thinkMs), 0.5)
  line.t = Math.round(
    draw.chance(0.3) ? draw.between(from, stopped) : draw.between(stopped, Math.min(goesOn, stopped + 1500)),
  )
  const proposal = propose(talk, mood, 'does-not-follow')
  if (proposal.welcome === 'urgent') {
    writeOverRemark(talk, line, from, proposal)
    return
  }
  const fits = proposal.welcome !== 'unwelcome' && draw.chance(0.6)
  const ended = goesOn + 3000
  offer(talk, line, proposal, fits ? ended + 4000 : goesOn)
  line.t = Math.round(goesOn)
  edit(talk, line, draw.whole(2, 10))
  finishLine(talk, line, draw.pick(['follows', 'cannot-tell', 'does-not-follow']))
  line.mean({ is: 'closed', from, to: line.t })
  if (!fits) {
    line.t = Math.round(line.t + draw.within(80, 4000, person.keyMs * person.wordFactor, 1))
    return
  }
  const until = Math.round(
    line.t + Math.max(OPEN_MS + 500, draw.within(1000, 30_000, person.thinkMs * 2, 0.6)),
  )
  line.mean({ is: 'open', from: line.t, to: until })
  line.utterances += 1
  line.t = until
}

/** Writes a question while there is something to say; first comes the question. */
function askMeanwhile(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const from = line.t
  const proposal = propose(talk, { irritated: true }, 'does-not-follow')
  const words = takeTurn(talk, line)
  const ended = line.t
  line.t = Math.round(draw.between(from, ended))
  offer(talk, line, proposal, ended)
  line.mean({ is: 'closed', from, to: ended })
  line.t = ended
  line.t = Math.round(line.hear(words) + draw.within(800, 20_000, 2500, 0.6))
}

function finishLine({ draw }: Talk, line: Timeline, verdict: LineVerdict): void {
  line.t = Math.round(line.t + draw.between(40, 400))
  line.happen({ t: line.t, e: 'page', what: 'line', verdict })
}

/** Something is found while the person writes on: urgent, it may be said at once; else it waits for a pause. */
function writeOverRemark(talk: Talk, line: Timeline, from: number, proposal: Proposal): void {
  const { draw, person } = talk
  const found = line.t
  const words = offer(talk, line, proposal, found + 4000)
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
  offer(talk, line, proposal, until)
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
  const quiet = kind === 'praise' || kind === 'practice' ? { urgency: draw.between(0.02, 0.4) } : {}
  const proposed = propose(talk, mood, 'does-not-follow')
  const proposal = proposed.welcome === 'unwelcome' ? proposed : { ...proposed, kind, ...quiet }
  giveOrLeave(talk, line, mood, proposal, line.t + draw.between(3000, 15_000))
}

/** Selects something with care. */
function select(talk: Talk, line: Timeline): void {
  const { draw } = talk
  const from = line.t
  const offered = draw.chance(0.7) ? draw.whole(0, 8) : -1
  for (let signs = draw.whole(3, 10); signs > 0; signs--) {
    line.happen({ t: line.t, e: 'page', what: 'select' })
    if (signs === offered)
      offer(talk, line, propose(talk, { irritated: true }, 'does-not-follow'), line.t + 1500)
    line.t = Math.round(line.t + draw.within(100, 1500, 350, 0.6))
  }
  line.mean({ is: 'closed', from, to: line.t })
  line.t = Math.round(line.t + draw.between(500, 3000))
}
