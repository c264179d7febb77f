import type { Moment } from '../../percepts/cue.ts'
import { ClauseReader, type TimeClause } from '../clause-reader.ts'
import { type Read, readDuration } from '../read-duration.ts'
import { readMoment, readSilenceAfter, readTerse } from './read-moment.ts'
import { readOrdinal, readPlace } from './read-place.ts'
import { phrasesFrom, type Waited } from './waited.ts'

const LEAD =
  /^(?:(?:always |only )?(?:as(?= i (?:reach|get|come|finish|start|leave|pass|hit|enter|begin)\b)|on (?:each|every|any) occasion(?: (?:that|when|on which))?|(?:every|each|any) (?:single )?time(?: (?:that|when))?|when(?:ever)?|wenever|anytime|once|as soon as|the (?:very )?(?:moment|second|minute|instant|next time|first time)(?: (?:that|when))?|next time|if|in case|until|unless|should)(?: (?:ever|again|then))?|(?:right |directly |immediately |straight )?(?:after|upon|following)|on|at|with|for|every|each|per)\b/
const AGAIN = /\b(?:every|each|any ?time|when ?ever|always|per)\b/
/** These are followed by a line, a mistake or silence, not by what a person does. */
const NOMINAL =
  /^(?:(?:right |directly |immediately |straight )?(?:after|upon|following)|on|at|with|for|every|each|per)$/

/** "when I reach the second paragraph", "after the next correct line", "ten seconds after I leave", "the third time I look at the hint". */
export function readCue(reader: ClauseReader, at: number): Read<TimeClause> | null {
  // "30 seconds after I stop typing"
  const silence = readSilenceAfter(reader, at)
  const repeats = /^(?:every|each|any)\b|\b(?:every|each|any) ?time\b|\bwhenever\b|\balways\b/i.test(
    reader.text,
  )
  if (silence !== null) return cue({ value: { moment: silence.value }, next: silence.next }, repeats)
  const delay = readDelay(reader, at)
  if (delay !== null) {
    const after =
      readLed(reader, delay.next) ?? readBare(reader, reader.skip(delay.next, /^after (?:that )?/))
    if (after?.value.kind !== 'cue') return null
    return {
      value: { ...after.value, again: after.value.again || repeats, delay: delay.value },
      next: after.next,
    }
  }
  const led = readLed(reader, at)
  if (led !== null) return led
  const terse = at === 0 || /[.;!?]/.test(before(reader, at)) ? readTerseAt(reader, at) : null
  return terse && cue(terse, repeats || /^(?:every|each|any)\b/i.test(reader.from(at)))
}

/** The sign before a word, "" at the beginning. */
function before(reader: ClauseReader, at: number): string {
  return reader.word(at - 1)
}

/** "First wrong one: say slow", at the beginning of a sentence. */
function readTerseAt(reader: ClauseReader, at: number): Read<Waited> | null {
  if (at === 0) {
    const read = readTerse(reader, 0)
    if (read !== null) return read
  }
  const line = readMoment(reader, reader.skip(at, /^(?:the |my )/))
  return line?.value.moment.when === 'line' &&
    /^(?:[,:;?=–-]|and you|you |then )/.test(reader.from(line.next))
    ? line
    : null
}

/** "ten seconds after", before what is waited for. */
function readDelay(reader: ClauseReader, at: number): Read<number> | null {
  const span = readDuration(reader.words, reader.skip(at, /^(?:about|exactly|in|some|around)\b/))
  if (span === null || span.value < 1000) return null
  return /^(?:after|once|from when|from the moment)\b(?! (?:that|this|it|then)\b)/.test(
    reader.from(span.next),
  )
    ? { value: span.value, next: span.next }
    : null
}

/** A moment with no word before it. */
function readBare(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const moment = readMoment(reader, at)
  return moment && cue(moment, false)
}

const NTH =
  /^(?:(?:on|at|by) )?(?:the )?(second|third|fourth|fifth|sixth|tenth|\d+(?:st|nd|rd|th)) time (?:that |when )?/

function readLed(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const everyNth = /^every (other|second|third|fourth|fifth) time (?:that |when )?/.exec(reader.from(at))
  if (everyNth !== null) {
    const number = everyNth[1] === 'other' ? 2 : readOrdinal(everyNth[1] ?? '')
    const moment = readMoment(reader, reader.after(at, everyNth[0].length))
    if (moment === null || number === null) return null
    const { value, next } = moment
    return value.moment.when === 'line'
      ? cue({ value: { ...value, moment: { ...value.moment, count: number } }, next }, true)
      : cue({ value: { ...value, nth: number }, next }, true)
  }
  const nth = reader.skip(at, NTH)
  if (nth > at) {
    const number = readOrdinal(NTH.exec(reader.from(at))?.[1] ?? '')
    const moment = readMoment(reader, nth)
    if (moment === null || number === null) return null
    const { value, next } = moment
    return cue(
      value.moment.when === 'line'
        ? { value: { ...value, moment: { ...value.moment, count: number } }, next }
        : { value: { ...value, nth: number }, next },
      false,
    )
  }
  const lead = reader.skip(at, LEAD)
  const said = reader.text
    .slice(reader.words[at]?.start ?? 0, reader.words[lead]?.start)
    .trim()
    .toLowerCase()
  if (lead === at || said === 'until') return null
  // "ask if I'm stuck" says what to ask.
  if (
    said === 'if' &&
    /^ask(?: me)?$/.test(`${reader.word(at - 1)}`.replace(/^me$/, `${reader.word(at - 2)} me`))
  )
    return null
  const place = readPlaced(reader, at)
  if (place !== null) return place
  // "…, every time"
  if (/^(?:$|[.;,!])/.test(reader.from(lead)) && /time$/.test(said))
    return { value: { kind: 'filler' }, next: lead }
  const again = AGAIN.test(said) || /\b(?:always|each time|every time|whenever)\b/i.test(reader.text)
  const isNominal = NOMINAL.test(said)
  const back = isNominal ? reader.skip(lead, /^(?:my )?(?:return|coming back|arrival back)\b/) : lead
  if (back > lead) return cue({ value: { moment: { when: 'did', deed: 'returned' } }, next: back }, again)
  const own = isNominal
    ? lead
    : reader.skip(
        lead,
        /^(?:that|and when|when|(?:(?:you|u) (?:see|notice|spot|catch|find|observe|realize|realise)(?: that)?))\b/,
      )
  // "every third line" counts, "the third line" is that line.
  const moment = readMoment(reader, /^(?:every|each)$/.test(said) ? at : own)
  if (moment === null) return null
  const { value, next } = moment
  if (!isNominal) return cue({ value, next }, again)
  const from = reader.from(lead)
  if (/^after\b|after$|upon|following/.test(said)) {
    return cue({ value, next }, again || /^(?:every|each)\b/.test(from))
  }
  // "for two lines" is no moment, nor is "at line 3" said of what a person writes.
  const isLine = value.moment.when === 'line'
  const named =
    isLine &&
    ((value.moment.when === 'line' && value.moment.verdict !== null) || /^(?:on|every|each|per)$/.test(said))
  const isEach = /^(?:every|each|all|any)\b/.test(from)
  return named && (again || isEach || /^(?:my |the )?(?:next|first|following|second|third)\b/.test(from))
    ? cue({ value, next }, again || isEach)
    : null
}

/** "at the heading 'Results'", "at paragraph 3" */
function readPlaced(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const lead = reader.skip(
    at,
    /^(?:at|(?:up)?on (?:reaching|arriving at|getting to|seeing)|after (?:reaching|reading))\b/,
  )
  if (lead === at) return null
  for (const { phrase, next } of phrasesFrom(reader, lead)) {
    const place = readPlace(reader.written(phrase))
    const isNamed =
      place !== null &&
      ('number' in place ||
        /\b(?:page|text|article|heading|headline|section|chapter|paragraph|part|passage|word)\b/.test(phrase))
    if (place !== null && isNamed) return cue({ value: { moment: { when: 'reached', place } }, next }, false)
  }
  return null
}

function cue({ value, next }: Read<Waited>, again: boolean): Read<TimeClause> {
  return { value: { kind: 'cue', ...value, again }, next }
}

const COUNTS =
  /^(?:keep (?:a |the )?(?:running )?(?:count|track|score|tally) of|(?:start |begin |keep )?(?:counting|count|tally|tallying|track|tracking)(?: up)?)(?: (?:out loud|aloud|for me|up|me))* /i
const HOW_OFTEN =
  /^(?:how (?:often|many(?: times)?)|(?:the |all )?(?:times|number of times|number of))(?: (?:that|when))? /
const TIME_I = /^(?:every|each|any) time (?:that |when )?/

/** What is to be counted: "count my correct lines", "count how often I look at the hint"; null for anything else. */
export function readCounted(request: string): Moment | null {
  const asked = COUNTS.exec(request)?.[0]
  if (asked === undefined) return null
  let what = request
    .slice(asked.length)
    .toLowerCase()
    .replace(/[,;] (?:and )?(?:calling|saying|telling|announcing|tell|say|announce|call|shout|let)\b.*$/, '')
    .replace(
      /(?: ?(?:out loud|aloud|as (?:they come|i go(?: along)?|you go|it happens)|for me|one by one|please|each time|every time|as soon as they come|while i (?:work|write|type)))+$/,
      '',
    )
  what = what
    .replace(HOW_OFTEN, '')
    .replace(TIME_I, '')
    .replace(/^(?:all |every |each )+/, '')
  const turned =
    /^(.+?) (?:that )?(?:i|we) (?:write|type|use|put|make|do|get|have|finish)(?: (right|correct(?:ly)?|wrong(?:ly)?))?(?: from now(?: on)?| now)?$/.exec(
      what,
    )
  const phrases =
    turned === null
      ? [what, `i write ${what.replace(/s$/, '')}`]
      : [
          `${turned[2] === undefined ? '' : `${turned[2]} `}${turned[1]}`,
          `i write a ${(turned[1] ?? '').replace(/s$/, '').replace(/(minus|plus) sign$/, '$1')}`,
        ]
  for (const phrase of phrases) {
    const reader = new ClauseReader(phrase, { now: 0, timeZone: 0 })
    const moment = readMoment(reader, 0)
    const rest = reader.from(moment?.next ?? 0)
    if (
      moment === null ||
      !/^(?:(?:from now(?: on)?|now|so far|today|for me|as i go|please|,|out loud|aloud|while i (?:work|write|type))\s*)*$/.test(
        rest,
      )
    )
      continue
    const counted = moment.value.moment
    if ('ms' in counted || counted.when === 'line-number') continue
    return counted.when === 'line' ? { ...counted, count: 1 } : counted
  }
  return null
}
