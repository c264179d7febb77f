import type { PlacedClause } from './clause-reader.ts'
import { readCounted } from './cues/read-cue.ts'
import { type Asking, findAsking, NOT_ASKED } from './find-asking.ts'
import { clausesIn, dig, HOLES, type Holed, isStart, type Piece, pieceOf, split } from './holed-request.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import type { Reminder } from './remind.ts'
import { isAboutTime, messageOf, wordsFor } from './reminder-words.ts'
import { asWritten, plainer, respell } from './respell.ts'
import type { SkillContext } from './skill.ts'

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

/** What is to be counted, from now on and aloud. */
function counted(request: string): Reminder[] | null {
  const moment = readCounted(request)
  if (moment === null) return null
  const when = { moment, again: true, counts: true as const }
  return [{ text: '', after: null, at: null, every: null, for: null, until: null, times: null, when }]
}

/**
 * The reminders that a request asks for; null when it asks for something else. What is not understood as it stands is
 * read once more without its slips of the fingers, and then without what was said before the request itself.
 */
export function readRequest(whole: string, clock: Clock): Reminder[] | null {
  if (whole.length > REQUEST_LENGTH) return null
  const request = respelled(plainer(plainRequest(whole)))
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

const isTimed = ({ after, at, every, when }: Reminder) => (after ?? at ?? every ?? when) !== null

/** "I tend to rush, so …", "let's do this: …": what follows each of the first stops, unless a question came before. */
function laterParts(request: string): string[] {
  if (QUESTION.test(request) || request.includes('"')) return []
  return [...request.matchAll(/(?:[.:;!?]|,(?: so| and| but)?| so) (?=\S)/g)]
    .slice(0, 4)
    .map((stop) => request.slice(stop.index + stop[0].length))
    .filter((part) => part.split(' ').length >= 3)
}

function readPlain(request: string, clock: Clock): Reminder[] | null {
  const count = counted(request)
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
  const isLed =
    isStart(first) &&
    /^[\uE000-\uF8FE]+\s*(?::|[-–—] |(?=,? ?[\uE000-\uF8FE]$)|, (?!(?:it|he|she|they|we|you|i|x|y|an?|the|what|why|how|who|where|is|are|do|does|did|should|can|could|will)\b)(?=\w+(?: \w+)?$))/.test(
      text,
    )
  const clauses = clausesIn(text, pieces)
  const repeats = clauses.some(({ kind }) => kind === 'every')
  const isCued =
    first.kind === 'cue' &&
    /^[\uE000-\uF8FE], (?!(?:it|he|she|they|we|you|i|what|why|how|who|where|is|are|do|does|did)\b)\w+(?: \w+){1,4}(?: [\uE000-\uF8FE])?$/.test(
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
  return isLed || isCued || isDrill || isTerse ? { ...NOT_ASKED, takesBare: isLed } : null
}
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
  for (const part of parts) {
    asking = findAsking(part.trim()) ?? inherited(asking)
    const made = asking === null ? null : readOne({ text: part.trim(), pieces }, asking, clock, true)
    if (made === null) return null
    reminders.push(...made)
  }
  return reminders
}

function inherited(asking: Asking | null): Asking | null {
  return asking === null ? null : { ...asking, start: 0, end: 0 }
}

/** @param needsWords whether a request that does not say what to say is none. */
function readOne(
  { text, pieces }: Holed,
  asking: Asking,
  clock: Clock,
  needsWords = false,
): Reminder[] | null {
  const used = usedHoles(text, asking, pieces)
  const clauses = used.flatMap((hole) => pieceOf(hole, pieces)?.clause ?? [])
  if (!clauses.some((clause) => isStart(clause) || clause.kind === 'bare' || clause.kind === 'for')) {
    if (!asking.asksWhen) return null
  }
  const words = (part: string): string =>
    part
      .replace(HOLES, (hole) => (used.includes(hole) ? '\uF8FF' : (pieceOf(hole, pieces)?.written ?? '')))
      .replaceAll(/ ?\uF8FF ?/g, ' \uF8FF ')
  const message = messageOf(words(text.slice(0, asking.start)), words(text.slice(asking.end)), asking)
  if (message === null || (needsWords && (message === '' || isAboutTime(message)))) return null
  const timed = clauses.find((clause) => isStart(clause) || clause.kind === 'bare' || clause.kind === 'for')
  return timesOf(clauses, clock).map((times) => {
    const clause = clauses.find((each) => isDuration(each) && each.ms === (times.after ?? 0) * 1000) ?? timed
    const written = pieces.find((piece) => piece.clause === clause)?.written ?? ''
    return { ...times, text: wordsFor(message, asking, clause, written, (times.after ?? 0) * 1000) }
  })
}

function isDuration(clause: PlacedClause): clause is PlacedClause & { kind: 'bare' | 'for' } {
  return clause.kind === 'bare' || clause.kind === 'for'
}

/** The holes that say when; the others are words of what is to be said ("take a 5 minute break"). */
function usedHoles(text: string, asking: Asking, pieces: readonly Piece[]): string[] {
  const holes = text.match(HOLES) ?? []
  const clauseOf = (hole: string): PlacedClause | null => pieceOf(hole, pieces)?.clause ?? null
  const every = holes.find((hole) => clauseOf(hole)?.kind === 'every')
  const period = every === undefined ? null : clauseOf(every)
  const starts = holes.filter((hole) => /^(?:in|at|cue)$/.test(clauseOf(hole)?.kind ?? ''))
  const first = starts[0]
  const isCued = first !== undefined && clauseOf(first)?.kind === 'cue'
  const used = holes.filter((hole) => {
    const clause = clauseOf(hole)
    switch (clause?.kind) {
      case 'every':
        return hole === every
      case 'in':
      case 'at':
      case 'cue':
        return hole === first || (first !== undefined && areJoined(text, first, hole, starts))
      case 'for':
        return (
          (isCued && clause.strong) || (period?.kind === 'every' && (clause.strong || clause.ms >= period.ms))
        )
      case 'until':
        return period !== null || isCued
      case 'times':
      case 'start':
        return period !== null || clause.kind === 'start'
      case 'filler':
        return true
      default:
        return false
    }
  })
  if (period !== null || first !== undefined || used.some((hole) => clauseOf(hole)?.kind === 'start'))
    return used
  // "a 5 minute timer", "tea, 3 minutes": the only duration is the time, nearest to the asking first.
  const bare = holes.filter((hole) => /^(?:bare|for)$/.test(clauseOf(hole)?.kind ?? ''))
  const near = bare.filter((hole) => text.indexOf(hole) >= asking.start - 2)
  const chosen = near[0] ?? bare.at(-1)
  if (chosen === undefined || (!asking.takesBare && bare.length > 1)) return used
  return [
    ...used,
    ...(asking.isTimer ? bare.filter((hole) => areJoined(text, chosen, hole, bare)) : [chosen]),
  ]
}

/** Whether nothing but commas and "and" stands between the two. */
function areJoined(text: string, first: string, hole: string, between: readonly string[]): boolean {
  const gap = [...text.slice(text.indexOf(first), text.indexOf(hole))]
    .filter((sign) => !between.includes(sign))
    .join('')
  return /^(?:[\s,;]|and|then|again|also|a|an|once more|another|one|for|timers?|reminders?|alarms?)*$/i.test(
    gap,
  )
}

/** One entry for each first time. */
function timesOf(clauses: readonly PlacedClause[], { now }: Clock): Omit<Reminder, 'text'>[] {
  const times: Omit<Reminder, 'text'> = {
    after: null,
    at: null,
    every: null,
    for: null,
    until: null,
    times: null,
    when: null,
  }
  const afters: number[] = []
  const cues: Reminder['when'][] = []
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'every':
        times.every = clause.ms / 1000
        break
      case 'in':
        afters.push(...clause.ms.map((ms) => ms / 1000))
        break
      case 'at':
      case 'start':
        afters.push((clause.at - now) / 1000)
        break
      case 'cue':
        cues.push({ moment: clause.moment, again: clause.again })
        break
      case 'for':
        if (clauses.some(({ kind }) => kind === 'every' || kind === 'cue')) times.for = clause.ms / 1000
        else afters.push(clause.ms / 1000)
        break
      case 'bare':
        afters.push(clause.ms / 1000)
        break
      case 'until':
        if (clause.at !== null) times.for = (clause.at - now) / 1000
        break
      case 'times':
        times.times = clause.count
        break
      case 'filler':
        break
    }
  }
  if (cues.length > 0) return cues.map((when) => ({ ...times, every: null, times: null, when }))
  return afters.length === 0 ? [times] : afters.map((after) => ({ ...times, after }))
}
