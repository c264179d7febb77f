import { timesOf, usedHoles } from './chosen-times.ts'
import type { PlacedClause } from './clause-reader.ts'
import { withoutCourtesy } from './courtesy.ts'
import { readCounted } from './cues/read-cue.ts'
import { readOrdinal } from './cues/read-place.ts'
import { type Asking, findAsking, NOT_ASKED } from './find-asking.ts'
import { clausesIn, dig, HOLES, type Holed, isStart, type Piece, pieceOf, split } from './holed-request.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import { readCount } from './read-duration.ts'
import { readWords } from './read-words.ts'
import type { Reminder } from './remind.ts'
import { isAboutTime, messageOf, wordsFor } from './reminder-words.ts'
import { isReportable } from './report.ts'
import { asWritten, plainer, respell } from './respell.ts'
import type { SkillContext } from './skill.ts'

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

const NO_TIMES: Reminder = {
  text: '',
  after: null,
  at: null,
  every: null,
  for: null,
  until: null,
  times: null,
  when: null,
  asks: false,
  ends: null,
}

/** "count my mistakes and tell me when it's three" */
const COUNT_TO =
  /^(?<what>(?:keep |start )?(?:count|track|tally).+?)(?:,? and|,|;|\.)? (?:only )?(?:(?:tell|let|ping|warn|alert) me(?: know)?|speak(?: up)?|say (?:so|it|something)|shout) (?:only )?(?:when|once|as soon as|if|at|on|after) ?(?:it(?:'s| is| reaches| hits| gets to)?|i(?:'ve| have)?(?: got| made| reached| hit| reach| have| make| get to| get)?|you(?:'ve)? (?:get to|reach|count|hit|got to)|there(?:'s| are))?(?: up to| to)? ?(?:the )?(?<count>\w+)(?: of them| one)?$/i

function countedTo(request: string): Reminder[] | null {
  const { what = '', count = '' } = COUNT_TO.exec(request)?.groups ?? {}
  const moment = what === '' ? null : readCounted(what)
  const number = readOrdinal(count) ?? readCount(readWords(count), 0)?.value ?? 0
  if (moment === null || !Number.isInteger(number) || number < 1) return null
  const when =
    moment.when === 'line'
      ? { moment: { ...moment, count: number }, again: false }
      : { moment, again: false, nth: number }
  return [{ ...NO_TIMES, text: count, when }]
}

/** What is to be counted, from now on and aloud. */
function counted(request: string): Reminder[] | null {
  const moment = readCounted(request)
  if (moment === null) return null
  const when = { moment, again: true, counts: true as const }
  return [{ ...NO_TIMES, when }]
}

/**
 * The reminders that a request asks for; null when it asks for something else. What is not understood as it stands is
 * read once more without its slips of the fingers, and then without what was said before the request itself.
 */
export function readRequest(whole: string, clock: Clock): Reminder[] | null {
  if (whole.length > REQUEST_LENGTH) return null
  const request = respelled(turned(plainer(plainRequest(withoutCourtesy(plainer(plainRequest(whole)))))))
  const own = readPlain(request, clock)
  if (own?.every(isTimed)) return own
  const respelt = respell(request)
  const near = respelt.before.size === 0 ? null : readPlain(respelt.text, clock)
  if (near?.every(isTimed)) return near.map((each) => ({ ...each, text: asWritten(each.text, respelt) }))
  for (const part of laterParts(respelt.text)) {
    const read = readPlain(plainRequest(part), clock)
    if (read?.every(isTimed)) return read.map((each) => ({ ...each, text: asWritten(each.text, respelt) }))
  }
  return own
}

/** "how often do I leave? you tell me after one minute": the question where it stands otherwise. */
function turned(request: string): string {
  const match =
    /^((?:how|what|which|when)\b[^?.;]+)[?,.;]+ (?:you |please |can you |could you )*(?:tell|answer|say to|let) me(?: know)?(?: that| it| this)? ((?:in|after|at|every|when|once)\b.+)$/i.exec(
      request,
    )
  return match === null ? request : `tell me ${match[2]} ${match[1]}`
}

const isTimed = ({ after, at, every, when }: Reminder) => (after ?? at ?? every ?? when) !== null

/** "I tend to rush, so …", "let's do this: …": what follows each of the first stops, unless a question came before. */
function laterParts(request: string): string[] {
  if (QUESTION.test(request)) return []
  const open = (upTo: number) => (request.slice(0, upTo).match(/"/g) ?? []).length % 2 === 1
  return [...request.matchAll(/(?:[.:;!?]|,(?: so| and| but)?| so) (?=\S)/g)]
    .filter(({ index }) => !open(index))
    .slice(0, 6)
    .map((stop) => request.slice(stop.index + stop[0].length))
    .filter((part) => part.split(' ').length >= 3)
}

function readPlain(request: string, clock: Clock): Reminder[] | null {
  const count = countedTo(request) ?? counted(request)
  if (count !== null) return count
  const holed = dig(request, clock)
  if (QUESTION.test(holed.text)) return null
  const parts = split(holed)
  if (parts.length > 1) {
    const read = readParts(parts, holed.pieces, clock)
    if (read !== null) return read
  }
  const asking = findAsking(holed.text) ?? bareAsking(holed)
  return asking === null ? null : readOne(holed, asking, clock)
}

/**
 * "every 5 seconds: breathe", "in 10 s: 'stretch'", "breathe every 4 seconds until I say stop" ask for a
 * reminder without a verb that says so.
 */
function bareAsking({ text, pieces }: Holed): Asking | null {
  const [first] = clausesIn(text, pieces)
  if (first === undefined) return null
  const clauses = clausesIn(text, pieces)
  const isLed =
    (isStart(first) || (first.kind === 'times' && clauses.some(({ kind }) => kind === 'for'))) &&
    /^(?:[\uE000-\uF8FE],? ?)+(?::|[-–—] |(?=,? ?[\uE000-\uF8FE]$)|, (?!(?:it|he|she|they|we|you|i|x|y|an?|the|what|why|how|who|where|is|are|do|does|did|should|can|could|will|would|may|must|was|were|has|have|am|which|whose|when|if)\b)(?=\w+(?: \w+)?$))/.test(
      text,
    )
  const repeats = clauses.some(({ kind }) => kind === 'every')
  const isCued =
    first.kind === 'cue' &&
    /^[\uE000-\uF8FE], (?!(?:it|he|she|they|we|you|i|x|y|an?|the|this|that|what|why|how|who|where|which|is|are|do|does|did|can|could|should|will|would|may|must|was|were|has|have|am)\b)\w+(?: \w+){1,4}(?: [\uE000-\uF8FE])?$/.test(
      text,
    )
  const isDrill =
    repeats && UNTIL_STOP.test(pieces.map(({ written }) => written).join('|')) && text.split(' ').length <= 12
  // "every 10s posture, 3 times"
  const isTerse =
    repeats &&
    clauses.some(({ kind }) => kind === 'times' || kind === 'for') &&
    /^[\uE000-\uF8FE] (?!(?:i|we|you|he|she|they|it|the|my|there|this|that)\b)[^\uE000-\uF8FE]{2,40} ?[\uE000-\uF8FE]$/i.test(
      text,
    )
  // "drink water in 20 s"
  // "after half a minute, how many of my lines were right?"
  const asksLater = isLedBy(text) !== null && isReportable(isLedBy(text) ?? '')
  if (asksLater && isStart(first)) return { ...NOT_ASKED, takesBare: true }
  const isOrder =
    clauses.length <= 2 &&
    clauses.every(({ kind }) => /^(?:in|every|at|then|times|for|until|filler)$/.test(kind)) &&
    clauses.some(isStart) &&
    ORDER.test(text.replace(/^[\uE000-\uF8FE\s,:]+/, '')) &&
    text.split(' ').length <= 10
  return isOrder || isLed || isCued || isDrill || isTerse ? { ...NOT_ASKED, takesBare: isLed } : null
}
const isLedBy = (text: string): string | null =>
  /^[\uE000-\uF8FE]+[\s,:]+([^\uE000-\uF8FE]+)$/.exec(text)?.[1] ?? null

/** What people ask of themselves, as an order; nothing that is asked of a tutor. */
const ORDER =
  /^(?:drink|check(?= (?:the|my|on|in|that|your|if|for)\b)|call|phone|ring|text|email|stretch|breathe|take|eat|look|sit|stand|get|go|close|open|save|submit|send|buy|turn|switch|feed|read|reread|rest|walk|water|wash|clean|pick|leave|move|blink|relax|focus|hydrate|pause|break|tea|lunch|dinner|laundry|oven|pizza|put|stir|flip|pack|pay|post|charge|hand|start|finish|wrap|roll|shake|sip|snack|nap|bed|bus|train|meeting|homework|posture|pills?|medicine|wake|practi[sc]e|hum|smile|straighten|unclench|swap|change|refill|plug|unplug|lock|fetch|bring|collect|print|reply|tidy|set|hang|dry|defrost|preheat)\b[^?=]*$/i
const UNTIL_STOP = /\b(?:until|till|til)\b.*\b(?:i|told|further|stop)\b/i

const MISSPELLED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:remid|remnd|remidn|reminf|rmind|remimd|reming|rimind|remeind)(?= me\b)/gi, 'remind'],
  [/\b(?:evry|evrey|eveyr|evey|ervery|everry)\b/gi, 'every'],
  [/\b(?:secnds|secodns|seonds|secounds|scondes|seconsd|secons|sceonds|secinds)\b/gi, 'seconds'],
  [/\b(?:mintues|minuts|minutse|miuntes|minues|mintes|munites|minites)\b/gi, 'minutes'],
  [/\b(?:mintue|minut|miunte|minue|minite)\b/gi, 'minute'],
  [/\b(?:untill|untl|unitl|untli|utnil)\b/gi, 'until'],
]

function respelled(text: string): string {
  return MISSPELLED.reduce((done, [wrong, right]) => done.replace(wrong, right), text)
}

/** Asks about something, rather than for it: "how do I remind myself", "when does a timer ring". */
const QUESTION =
  /^(?:how|why|what|what's|where|who|which|whose|is|are|was|were|am|does|did|has|have(?! me\b)|had|should|shall|isn't|aren't|doesn't|didn't|when (?:do|does|did|is|are|was|were|will|should|can|would)\b(?! (?:\d|a|half)))\b(?! you (?:remind|nudge|ping))/i

/** Each part on its own, the first one's asking standing for all; null unless each has something to say. */
function readParts(parts: readonly string[], pieces: readonly Piece[], clock: Clock): Reminder[] | null {
  const reminders: Reminder[] = []
  let asking: Asking | null = null
  let base: number | null = null
  for (const part of parts) {
    const holed = { text: part.trim(), pieces }
    const own = clausesIn(part, pieces)
    asking = findAsking(part.trim()) ?? inherited(asking) ?? bareAsking(holed)
    const made = asking === null ? null : readOne(holed, asking, clock, base)
    const last = reminders.at(-1)
    if (
      last !== undefined &&
      /^(?:again|once more|one more time|the same)?$/i.test(
        part.replace(HOLES, '').replace(/^[\s,.;]*(?:and|then)?\s*|[\s,.;]+$/gi, ''),
      )
    ) {
      const more = timesOf(own, clock, base).map((times) => ({ ...times, text: last.text, asks: last.asks }))
      reminders.push(...more)
      base = baseOf(own, base)
      continue
    }
    base = baseOf(own, base)
    if (made === null) return null
    reminders.push(...made)
  }
  return reminders
}

/** Seconds to the time that clauses name, on which "after that" and "before it is over" are built. */
function baseOf(clauses: readonly PlacedClause[], before: number | null): number | null {
  for (const clause of clauses) {
    if (clause.kind === 'in') return (clause.ms[0] ?? 0) / 1000
    if (clause.kind === 'then') return (before ?? 0) + clause.ms / 1000
    if (before === null && (clause.kind === 'bare' || clause.kind === 'for')) return clause.ms / 1000
  }
  return before
}

function inherited(asking: Asking | null): Asking | null {
  return asking === null ? null : { ...asking, start: 0, end: 0 }
}

/** A condition that was not understood must not become a span. */
const UNREAD =
  /\b(?:when|whenever|if|any ?time|every ?time|each time|unless|as soon as|the moment|should i)\b/i

/** @param base of a part: seconds to the time named before; a part must say what to say, and when. */
function readOne(
  { text, pieces }: Holed,
  asking: Asking,
  clock: Clock,
  base?: number | null,
): Reminder[] | null {
  const isPart = base !== undefined
  const used = usedHoles(text, asking, pieces)
  const clauses = used.flatMap((hole) => pieceOf(hole, pieces)?.clause ?? [])
  if (!clauses.some((clause) => isStart(clause) || /^(?:bare|for|before)$/.test(clause.kind))) {
    if (!asking.asksWhen) return null
  }
  const isOwn = clauses.some((clause) => isStart(clause) || clause.kind === 'before')
  if (!isOwn && UNREAD.test(text.slice(0, asking.start))) return null
  const words = (part: string): string =>
    part
      .replace(HOLES, (hole) => (used.includes(hole) ? '\uF8FF' : (pieceOf(hole, pieces)?.written ?? '')))
      .replaceAll(/ ?\uF8FF ?/g, ' \uF8FF ')
  // "I have 2 minutes. Tell me when there's half a minute left": the occasion is not to be said.
  const before = clauses.some(({ kind }) => kind === 'before') && /[.!?]/.test(text.slice(0, asking.start))
  const message = messageOf(
    before ? '' : words(text.slice(0, asking.start)),
    words(text.slice(asking.end)),
    asking,
  )
  if (message === null) return null
  const asks = isReport(message, clauses)
  if (
    asks === null &&
    /^(?:how|why|what|where|who|which|whether|when)\b/i.test(message) &&
    !asking.takesQuestion
  )
    return null
  const isTimed = /^(?:\w+ times|once|twice)?$/i.test(message) || isAboutTime(message)
  if (isPart && isTimed && !asking.isTimer) return null
  const timed = clauses.find((clause) => isStart(clause) || clause.kind === 'bare' || clause.kind === 'for')
  const own = clausesIn(text, pieces)
  const early = clauses.flatMap((each) => (each.kind === 'before' ? [each] : []))
  return timesOf(
    clauses,
    clock,
    base ??
      baseOf(
        own.filter(({ kind }) => kind === 'bare' || kind === 'for'),
        null,
      ),
  ).map((times, index) => {
    if (asks !== null) return { ...times, text: asks, asks: true }
    const left = early[index]
    const rest = left === undefined ? '' : (pieces.find((piece) => piece.clause === left)?.written ?? '')
    if (message === '' && left !== undefined && left.ms > 0)
      return { ...times, text: rest.replace(/^(?:when|once|if) /i, '') }
    const clause = clauses.find((each) => isDuration(each) && each.ms === (times.after ?? 0) * 1000) ?? timed
    const written = pieces.find((piece) => piece.clause === clause)?.written ?? ''
    return { ...times, text: wordsFor(message, asking, clause, written, (times.after ?? 0) * 1000) }
  })
}

/** The question that is to be answered then, with what it speaks of named; null for anything else. */
function isReport(message: string, clauses: readonly PlacedClause[]): string | null {
  const cue = clauses.find((clause) => clause.kind === 'cue')
  if (cue?.kind === 'cue' && cue.moment.when === 'line-number') {
    const named = message.replace(/\b(?:it|that|this)\b/, `line ${cue.moment.number}`)
    if (/^how (?:long|much time)\b/i.test(named) && isReportable(named)) return named
  }
  const hint = cue?.kind === 'cue' && cue.moment.when === 'did' && cue.moment.deed === 'hinted'
  const question = hint ? message.replace(/\b(?:it|them|one)\b/, 'the hint') : message
  return isReportable(question) ? question : null
}

function isDuration(clause: PlacedClause): clause is PlacedClause & { kind: 'bare' | 'for' } {
  return clause.kind === 'bare' || clause.kind === 'for'
}
