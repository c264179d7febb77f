import { readCount, readDuration } from '../read-duration.ts'
import { readTimeClauses } from '../read-time-clauses.ts'
import { readWords } from '../read-words.ts'
import type { OpenPromise, SkillContext } from '../skill.ts'
import { COMMON, mostAlike, namesWord, THINGS } from './name-promise.ts'
import { readRewording } from './read-rewording.ts'

/** "set a timer", "remind me in 5 minutes": something more, not something else. */
const isNewRequest = (phrase: string): boolean =>
  /^(?:(?:set|start|begin|create|make|add|give me|i need|put)(?: up| on)? (?:an?|another|one more|a new|some) |(?:remind|ping|nudge|poke|tell|ask|warn|alert|wake|let) (?:me|us)\b|(?:timer|alarm|reminder)\b)/i.test(
    phrase,
  ) && !/\b(?:instead|rather than|later|earlier|sooner|not|more|longer|extra)\b/i.test(phrase)

/** "by a minute" is no time of day. */
const BY =
  /\bby (?=(?:another |a further |about |some )*(?:\d|an? |half|one |two |three |four |five |six |seven |eight |nine |ten |fifteen |twenty|thirty|forty|fifty|sixty))/
const ASKS =
  /^(?:is|are|was|were|what|how(?! about)|why|who|which|does|did|should (?:i|we|it)|do (?:i|we)|would it|will it|where|when)\b/i

/** What is to become of an open promise. Durations in ms, times in ms since the epoch. */
export type Change =
  | { what: 'shift'; by: number }
  | { what: 'every'; ms: number }
  | { what: 'due'; at: number }
  | { what: 'skip'; times: number }
  | { what: 'left'; times: number }
  | { what: 'until'; at: number }
  | { what: 'pause'; ms: number }
  | { what: 'text'; text: string }
  | { what: 'cue'; cue: NonNullable<OpenPromise['cue']> }

type Promises = readonly OpenPromise[]

const EARLIER =
  /\b(?:earlier|sooner|forwards?|bring|pull|shorten|shorter|less|faster|quicker|off|cut|knock|shave|early|nearer|closer)\b/
const SHIFT =
  /\b(?:push(?:ed)?|move|postpone|delay|defer|shift|put|bump|slide|extend|snooze|later|longer|extra|more|add|back|another|additional|further|give me|gimme|hold off|wait)\b/
const RATE =
  /\b(?:instead|new|plan|make|change|switch|slow|speed|from now on|rather|now|often|better|too|let's|lets|do|go|use|set|try|turn|adjust|only|just|actually|want|prefer|reset|interval|please|would be|it|that|up)\b/
const SKIP = /\b(?:skip|miss out|miss|leave out|leave|omit|sit out|jump over|pass over|pass on|drop|not)\b/
const ENDS = /\b(?:stop|end|quit|finish|done|enough|then stop|that's it|no more)\b/
const PAUSE = /\b(?:pause|suspend|hold|freeze|interrupt|take a break from)\b/
const FILLERS = new Set(
  "new plan moment after make change switch put push pull bring move set shift slow speed down up rather instead often better too much quick quickly little bit fast faster slower slowly more less later earlier sooner longer shorter forward forwards back backward backwards out off on ahead by another extra additional further over add give gimme let lets have i'd like would i want i'll we'll better be prefer use do go try turn adjust only hmm no nope wait sorry hold mind changed i've my by now today take shave knock cut shorten extend postpone delay defer snooze bump slide bring closer nearer hang as long pls plz actually interval intervals frequency time times rate it'll needs need reset skip miss leave omit sit jump pass drop next following coming once twice round turn pause suspend freeze stop stopping end ending finish done enough last final first hey think maybe perhaps if possible possibly should was were is are not yet very bit tad way well great fine alright than then instead let's that's it's i'm 's s 'd ll 're 've about yeah yes ah oh um uh make please after mate thanks total altogether all max at most there here into shouldn't isn't soon too started start starting early late quite same whole quicker".split(
    ' ',
  ),
)

/**
 * A change of what is promised, in whatever order it is said: what it is, and of which promise. Null for anything else:
 * every word that is left over must name a promise.
 */
export function readChange(
  whole: string,
  promises: Promises,
  clock: Pick<SkillContext, 'now' | 'timeZone'>,
): { change: Change; promise: OpenPromise } | null {
  const phrase = whole.replace(BY, '')
  if (promises.length === 0 || phrase.length > 160 || isNewRequest(phrase) || ASKS.test(phrase)) return null
  const reworded = readRewording(phrase, promises)
  if (reworded !== null) return { change: { what: 'text', text: reworded.text }, promise: reworded.promise }
  const cued = readOtherCue(phrase, promises, clock)
  if (cued !== null) return cued
  const clauses = readTimeClauses(phrase, clock).filter(({ kind }) => kind !== 'cue' && kind !== 'filler')
  const kept = clauses.filter((clause) => clause.kind !== 'times')
  let rest = ''
  let from = 0
  for (const { start, end } of clauses) {
    rest += `${phrase.slice(from, start)} `
    from = end
  }
  rest = (rest + phrase.slice(from)).replaceAll(/\s+/g, ' ').trim()
  if (clauses.filter(({ kind }) => kind === 'bare').length > 1) return null
  const written = clauses.map(({ start, end }) => phrase.slice(start, end)).join(' ')
  const left = contentOf(rest)
  if (left.some((word) => !promises.some((promise) => namesWord(promise, word)))) return null
  const chosen = mostAlike(left, promises)
  const among = chosen.length > 0 ? chosen : promises
  const repeating = among.findLast(({ every }) => every !== null)
  const timed = among.findLast(({ due }) => due !== null)
  const clause = kept.at(-1)

  const skips = SKIP.test(rest) && /\b(?:next|one|once|following|coming|time|round|two|three)\b/.test(rest)
  if (skips && clause === undefined && repeating !== undefined && !/\b(?:add|keep)\b/.test(rest))
    return { change: { what: 'skip', times: countIn(phrase) ?? 1 }, promise: repeating }
  const times = clauses.find(({ kind }) => kind === 'times')
  if (
    repeating !== undefined &&
    kept.length === 0 &&
    (ENDS.test(rest) || /\b(?:more|last|final|only|just)\b/.test(phrase))
  ) {
    const more = times?.kind === 'times' ? times.count : countIn(phrase)
    if (more !== null && (/\bmore\b|\blast\b|\bafter\b|\bfinal\b/.test(phrase) || ENDS.test(rest)))
      return { change: { what: 'left', times: more }, promise: repeating }
  }
  if (clause === undefined) {
    const bare = bareNumber(phrase, rest)
    if (bare !== null && repeating?.every != null && /\b(?:make|every|change|to|do|instead)\b/.test(phrase))
      return { change: { what: 'every', ms: bare * unitLike(repeating.every) }, promise: repeating }
    const factor = /\btwice as (?:often|fast|quick)\b/.test(phrase)
      ? 0.5
      : /\bhalf as (?:often|fast|quick)\b|\bhalf (?:the|that) speed\b/.test(phrase)
        ? 2
        : null
    return factor !== null && repeating?.every != null
      ? { change: { what: 'every', ms: Math.max(1000, repeating.every * factor) }, promise: repeating }
      : null
  }
  const span = spanIn(clause)
  if (PAUSE.test(rest) && span !== null && repeating !== undefined)
    return { change: { what: 'pause', ms: span }, promise: repeating }
  if (clause.kind === 'every') {
    if (repeating === undefined || !(RATE.test(rest) || rest === '')) return null
    return { change: { what: 'every', ms: clause.ms }, promise: repeating }
  }
  if (ENDS.test(rest) && repeating !== undefined) {
    const at =
      clause.kind === 'at' || clause.kind === 'until' ? clause.at : span === null ? null : clock.now + span
    if (at !== null && at > clock.now) return { change: { what: 'until', at }, promise: repeating }
  }
  if (timed === undefined) return null
  const isEarlier = EARLIER.test(rest)
  const isShift = isEarlier || SHIFT.test(rest) || /\b(?:later|longer|more|earlier|sooner)\b/.test(written)
  const target =
    chosen.length > 0
      ? timed
      : (promises.findLast(({ due, every }) => due !== null && every === null) ?? timed)
  const isTo = /\b(?:to|make (?:it|that)|instead|actually)\b(?! (?:the|it|that)\b)/.test(rest)
  const hasShift =
    /\b(?:by|another|extra|additional|further|more|later|longer|earlier|sooner|shorter|add|snooze|delay|postpone|back|forward|off|hold off|extend)\b/.test(
      `${rest} ${written}`,
    )
  if (isShift && span !== null && hasShift)
    return { change: { what: 'shift', by: isEarlier ? -span : span }, promise: target }
  if (!(isTo || RATE.test(rest) || SHIFT.test(rest))) return null
  if (clause.kind === 'at' && !clause.passed)
    return { change: { what: 'due', at: clause.at }, promise: target }
  if (span === null) return null
  if (repeating !== undefined && clause.kind === 'bare' && (chosen.length > 0 || target.every !== null))
    return { change: { what: 'every', ms: span }, promise: repeating }
  return { change: { what: 'due', at: clock.now + span }, promise: target }
}

/** "make it paragraph three": another moment for the cue that was asked for last. */
function readOtherCue(
  phrase: string,
  promises: Promises,
  clock: Pick<SkillContext, 'now' | 'timeZone'>,
): { change: Change; promise: OpenPromise } | null {
  const promise = promises.at(-1)
  if (promise?.cue === undefined) return null
  const match =
    /^(?:make|change|set|switch) (?:it|that|this)(?: to)? (.+?)(?: instead)?$|^(?:rather |do it )?(.+?) instead$/i.exec(
      phrase,
    )
  const said = (match?.[1] ?? match?.[2] ?? '').replace(
    /^(?:when|after|at|once|if|each time|every time) /i,
    '',
  )
  if (said === '') return null
  for (const lead of ['at', 'when', 'after', 'when I reach']) {
    const [clause, ...more] = readTimeClauses(`${lead} ${said}`, clock)
    if (clause?.kind !== 'cue' || more.length > 0 || clause.end < lead.length + 1 + said.length) continue
    const { kind, start, end, ...waited } = clause
    return { change: { what: 'cue', cue: { ...waited, again: promise.cue.again, seen: 0 } }, promise }
  }
  return null
}

type Clause = ReturnType<typeof readTimeClauses>[number]

function spanIn(clause: Clause): number | null {
  switch (clause.kind) {
    case 'in':
      return clause.ms[0] ?? null
    case 'for':
    case 'bare':
      return clause.ms
    default:
      return null
  }
}

function contentOf(rest: string): string[] {
  return readWords(rest)
    .map(({ text }) => text)
    .filter(
      (word) =>
        /[\p{L}\d]/u.test(word) &&
        !/^\d+$|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty)$/.test(
          word,
        ),
    )
    .filter((word) => !COMMON.has(word) && !FILLERS.has(word) && !THINGS.has(word))
}

/** "skip the next two", "three more". */
function countIn(phrase: string): number | null {
  const words = readWords(phrase)
  for (let at = 0; at < words.length; at++) {
    const count = readCount(words, at)
    if (count !== null && Number.isInteger(count.value) && count.value >= 1 && count.value <= 1000)
      return count.value
    if (/^(?:once|twice|thrice)$/.test(words[at]?.text ?? ''))
      return { once: 1, twice: 2 }[words[at]?.text ?? ''] ?? 3
  }
  return /\b(?:last|final|next)\b/.test(phrase) ? 1 : null
}

/** "make it every ten": a number whose unit is that of what it changes. */
function bareNumber(phrase: string, rest: string): number | null {
  if (/[=+*/^]/.test(phrase)) return null
  const words = readWords(rest)
  const found = words.flatMap((_, at) => {
    const count = readCount(words, at)
    return count !== null && count.value > 0 && readDuration(words, at) === null ? [count] : []
  })
  return found[0]?.value ?? null
}

const unitLike = (ms: number): number =>
  ms % 3_600_000 === 0 ? 3_600_000 : ms % 60_000 === 0 ? 60_000 : 1000
