import type { PlacedClause } from './clause-reader.ts'
import { type Cue, findCue, NO_CUE } from './find-cue.ts'
import { clausesIn, dig, HOLES, type Holed, isStart, type Piece, pieceOf, split } from './holed-request.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import type { Reminder } from './remind.ts'
import { isAboutTime, messageOf, wordsFor } from './reminder-words.ts'
import type { SkillContext } from './skill.ts'

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

/** The reminders that a request asks for; null when it asks for something else. */
export function readRequest(whole: string, clock: Clock): Reminder[] | null {
  if (whole.length > REQUEST_LENGTH) return null
  const request = respelled(plainRequest(whole))
  if (QUESTION.test(request)) return null
  const holed = dig(request, clock)
  const parts = split(holed)
  if (parts.length > 1) {
    const read = readParts(parts, holed.pieces, clock)
    if (read !== null) return read
  }
  const cue = findCue(holed.text) ?? bareCue(holed)
  return cue === null ? null : readOne(holed, cue, clock)
}

/**
 * "every 5 seconds: breathe", "in 10 s: 'stretch'", "breathe every 4 seconds until I say stop" ask for a
 * reminder without a verb that says so.
 */
function bareCue({ text, pieces }: Holed): Cue | null {
  const [first] = clausesIn(text, pieces)
  if (first === undefined) return null
  const isLed =
    isStart(first) &&
    /^[\uE000-\uF8FE]+\s*(?::|[-–—] |(?=,? ?[\uE000-\uF8FE]$)|, (?!(?:it|he|she|they|we|you|i|x|y|an?|the)\b)(?=\w+(?: \w+)?$))/.test(
      text,
    )
  const isDrill =
    clausesIn(text, pieces).some(({ kind }) => kind === 'every') &&
    UNTIL_STOP.test(pieces.map(({ written }) => written).join('|')) &&
    text.split(' ').length <= 12
  return isLed || isDrill ? { ...NO_CUE, takesBare: isLed } : null
}
const UNTIL_STOP = /\b(?:until|till|til)\b.*\b(?:i|told|further)\b/i

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

/** Each part on its own, the first one's cue standing for all; null unless each has something to say. */
function readParts(parts: readonly string[], pieces: readonly Piece[], clock: Clock): Reminder[] | null {
  const reminders: Reminder[] = []
  let cue: Cue | null = null
  for (const part of parts) {
    cue = findCue(part.trim()) ?? inherited(cue)
    const made = cue === null ? null : readOne({ text: part.trim(), pieces }, cue, clock, true)
    if (made === null) return null
    reminders.push(...made)
  }
  return reminders
}

function inherited(cue: Cue | null): Cue | null {
  return cue === null ? null : { ...cue, start: 0, end: 0 }
}

/** @param needsWords whether a request that does not say what to say is none. */
function readOne({ text, pieces }: Holed, cue: Cue, clock: Clock, needsWords = false): Reminder[] | null {
  const used = usedHoles(text, cue, pieces)
  const clauses = used.flatMap((hole) => pieceOf(hole, pieces)?.clause ?? [])
  if (!clauses.some((clause) => isStart(clause) || clause.kind === 'bare' || clause.kind === 'for')) {
    if (!cue.asksWhen) return null
  }
  const words = (part: string): string =>
    part
      .replace(HOLES, (hole) => (used.includes(hole) ? '\uF8FF' : (pieceOf(hole, pieces)?.written ?? '')))
      .replaceAll(/ ?\uF8FF ?/g, ' \uF8FF ')
  const message = messageOf(words(text.slice(0, cue.start)), words(text.slice(cue.end)), cue)
  if (message === null || (needsWords && (message === '' || isAboutTime(message)))) return null
  const timed = clauses.find((clause) => isStart(clause) || clause.kind === 'bare' || clause.kind === 'for')
  return timesOf(clauses, clock).map((times) => {
    const clause = clauses.find((each) => isDuration(each) && each.ms === (times.after ?? 0) * 1000) ?? timed
    const written = pieces.find((piece) => piece.clause === clause)?.written ?? ''
    return { ...times, text: wordsFor(message, cue, clause, written, (times.after ?? 0) * 1000) }
  })
}

function isDuration(clause: PlacedClause): clause is PlacedClause & { kind: 'bare' | 'for' } {
  return clause.kind === 'bare' || clause.kind === 'for'
}

/** The holes that say when; the others are words of what is to be said ("take a 5 minute break"). */
function usedHoles(text: string, cue: Cue, pieces: readonly Piece[]): string[] {
  const holes = text.match(HOLES) ?? []
  const clauseOf = (hole: string): PlacedClause | null => pieceOf(hole, pieces)?.clause ?? null
  const every = holes.find((hole) => clauseOf(hole)?.kind === 'every')
  const period = every === undefined ? null : clauseOf(every)
  const starts = holes.filter((hole) => /^(?:in|at)$/.test(clauseOf(hole)?.kind ?? ''))
  const first = starts[0]
  const used = holes.filter((hole) => {
    const clause = clauseOf(hole)
    switch (clause?.kind) {
      case 'every':
        return hole === every
      case 'in':
      case 'at':
        return hole === first || (first !== undefined && areJoined(text, first, hole, starts))
      case 'for':
        return period?.kind === 'every' && (clause.strong || clause.ms >= period.ms)
      case 'until':
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
  // "a 5 minute timer", "tea, 3 minutes": the only duration is the time, nearest to the cue first.
  const bare = holes.filter((hole) => /^(?:bare|for)$/.test(clauseOf(hole)?.kind ?? ''))
  const near = bare.filter((hole) => text.indexOf(hole) >= cue.start - 2)
  const chosen = near[0] ?? bare.at(-1)
  if (chosen === undefined || (!cue.takesBare && bare.length > 1)) return used
  return [...used, ...(cue.isTimer ? bare.filter((hole) => areJoined(text, chosen, hole, bare)) : [chosen])]
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
  }
  const afters: number[] = []
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
      case 'for':
        if (clauses.some(({ kind }) => kind === 'every')) times.for = clause.ms / 1000
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
  return afters.length === 0 ? [times] : afters.map((after) => ({ ...times, after }))
}
