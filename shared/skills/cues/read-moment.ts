import type { Moment, Sign } from '../../percepts/cue.ts'
import type { ClauseReader } from '../clause-reader.ts'
import { type Read, readDuration } from '../read-duration.ts'
import { readDeed } from './read-deed.ts'
import { readLasting } from './read-lasting.ts'
import { readLines } from './read-lines.ts'
import { readPlace } from './read-place.ts'
import { readSigns } from './read-signs.ts'
import { AFTER_LAST, I, OF_SILENCE, SILENT, STOPPED, STUCK } from './silence-words.ts'
import { phrasesFrom, type ReadWaited, type Waited } from './waited.ts'

/** "A while" in which nothing is written or said (ms); a pause, where somebody only stops. */
export const A_WHILE_MS = 60_000
export const A_PAUSE_MS = 5000

/** Reads what is waited for, after "when", or null. */
type ReadMoment = (reader: ClauseReader, at: number) => Read<Moment> | null

/** "for two minutes", "for a while", or nothing. */
function readSpan(reader: ClauseReader, at: number, usual: number): Read<number> {
  const lead = reader.skip(
    at,
    /^(?:(?:for|since|during|in)(?: (?:more than|longer than|over|at least|about|the last|the past|as long as|like|some|another))*|(?:more|longer) than|over|at least)\b/,
  )
  const duration = readDuration(reader.words, lead)
  if (duration !== null && duration.value >= 1000)
    return {
      value: duration.value,
      next: reader.skip(
        duration.next,
        /^(?:or (?:more|longer)|straight|in a row|now|already|without (?:writing|typing|doing|saying)(?: anything| a word)?)\b/,
      ),
    }
  const vague = reader.skip(
    lead,
    /^(?:(?:quite )?an? (?:(?:little|long|short|good|longer) )?(?:while|bit|moment|time)|(?:some|a long) ?time|(?:too |so |very )?long(?:er)?|ages|while)\b/,
  )
  return { value: usual, next: vague > lead ? vague : at }
}

/** "30 seconds after I stop typing", which needs no "when". */
export const readSilenceAfter: ReadMoment = (reader, at) => {
  const span = readDuration(reader.words, at)
  const next = span === null || span.value < 1000 ? at : reader.skip(span.next, AFTER_LAST)
  return span === null || next <= span.next ? null : { value: { when: 'silent', ms: span.value }, next }
}

const readSilent: ReadMoment = (reader, at) => {
  const first = readDuration(reader.words, reader.skip(at, /^(?:about|at least|another|a full|the first)\b/))
  if (first !== null && first.value >= 1000) {
    const last = reader.skip(first.next, AFTER_LAST)
    const next = last > first.next ? last : reader.skip(first.next, OF_SILENCE)
    return next === first.next ? null : { value: { when: 'silent', ms: first.value }, next }
  }
  const vague = reader.skip(at, /^(?:a (?:long |little )?(?:while|time|bit)|some time)\b/)
  if (vague > at) {
    const next = reader.skip(vague, OF_SILENCE)
    return next === vague ? null : { value: { when: 'silent', ms: A_WHILE_MS }, next }
  }
  for (const [pattern, usual] of [
    [SILENT, A_WHILE_MS],
    [STOPPED, A_PAUSE_MS],
  ] as const) {
    const said = reader.skip(at, pattern)
    if (said === at) continue
    const own = STUCK.test(reader.from(at).slice(0, 40)) ? A_WHILE_MS : usual
    const { value, next } = readSpan(reader, said, own)
    return { value: { when: 'silent', ms: Math.min(value, 366 * 86_400_000) }, next }
  }
  return null
}

/** What the pattern is followed by, read by `read`, as far as it can be. */
function readTail<T>(
  reader: ClauseReader,
  at: number,
  pattern: RegExp,
  read: (phrase: string, lead: string) => T | null,
): Read<T> | null {
  const lead = pattern.exec(reader.from(at))?.[0]
  if (lead === undefined) return null
  for (const { phrase, next } of phrasesFrom(reader, at, lead.length)) {
    const value = read(reader.written(phrase), lead)
    if (value !== null) return { value, next }
  }
  return null
}

const WRITES = new RegExp(
  `^${I} (?:(?:accidentally|just|ever|again|happen to) )?(?:write|type|use|put|place|set|draw|enter|add|wrote|typed|used|insert|written|am writing|writing|typing)(?: down| in)? `,
)
/** "I divide by x": what stands in the working then. */
const OPERATES = new RegExp(
  `^${I} (?:(?:accidentally|just|ever|again) )?(divide|multiply|square|take the (?:square )?root)(?: (?:it|both sides|everything|something))?(?: (?:by|with|of))? ?`,
)
const OPERATION: Record<string, Sign> = { divide: 'divided', multiply: 'times', square: 'square' }
const APPEARS = /^(?:there(?:'s| is| are| comes| appears)|you see) /

/** "a minus sign lands in front of a bracket of mine" */
const TURNS_UP =
  /^(?<what>(?:an?|the|another|any|some) .+?) (?:lands?|appears?|turns? up|shows? up|comes? up|crops? up|pops? up|occurs?|stands?|sits?|ends? up|is (?:written|there|standing)|comes?|gets? written)(?: (?<where>.+))?$/
const IN_MINE =
  / ?\b(?:of mine|in (?:what i (?:write|wrote|type)|my (?:work|working|line|lines|answer|text|writing))|anywhere|somewhere|on (?:the|my) (?:page|sheet|paper)(?: of work)?)\b/g

const readOperation: ReadMoment = (reader, at) => {
  const verb = OPERATES.exec(reader.from(at))?.[1]
  if (verb === undefined) return null
  const sign = OPERATION[verb] ?? 'root'
  const by = readTail(reader, at, OPERATES, (phrase) => readSigns(phrase))
  if (by !== null && (sign === 'divided' || sign === 'times'))
    return { value: { when: 'written', signs: [sign, ...by.value] }, next: by.next }
  return { value: { when: 'written', signs: [sign] }, next: reader.skip(at, OPERATES) }
}

const readWritten: ReadMoment = (reader, at) => {
  const stands = readTail(reader, at, APPEARS, (phrase) => {
    const signs = readSigns(phrase.replace(IN_MINE, '').trim())
    return signs?.every((sign) => typeof sign === 'string') ? signs : null
  })
  for (const { phrase, next } of phrasesFrom(reader, at)) {
    const { what = '', where = '' } = TURNS_UP.exec(phrase)?.groups ?? {}
    const found = what === '' ? null : readSigns(`${what} ${where.replace(IN_MINE, '')}`.trim())
    if (found?.every((sign) => typeof sign === 'string'))
      return { value: { when: 'written', signs: found }, next }
  }
  if (stands !== null) return { value: { when: 'written', signs: stands.value }, next: stands.next }
  const signs = readTail(reader, at, WRITES, (phrase) => readSigns(phrase))
  return signs && { value: { when: 'written', signs: signs.value }, next: signs.next }
}

const SAYS = new RegExp(`^${I} (?:say|said|tell you|told you|shout|mention|call|ask for)(?: the words?)? `)
const readSaid: ReadMoment = (reader, at) => {
  const said = readTail(reader, at, SAYS, (phrase) =>
    /^["'“].*["'”]$/.test(phrase) || /^\p{L}+(?: \p{L}+)?$/u.test(phrase)
      ? phrase.replaceAll(/^["'“]|["'”]$/g, '').trim()
      : null,
  )
  if (
    said === null ||
    said.value === '' ||
    /^(?:something|anything|so|nothing|stop|enough|it|that)\b/.test(said.value)
  )
    return null
  return { value: { when: 'said', text: said.value.slice(0, 100) }, next: said.next }
}

const REACHES = new RegExp(
  `^${I} (?:reach(?:ed)?|get (?:down |up )?to|got to|gotten to|come to|came to|arrived? (?:at|to|in)|(?:have )?scroll(?:ed)? (?:down |up |back |all the way )*(?:to|past|by|over)|pass(?:ed)?(?: by)?|(?:am |'m )?at|hit|see|read|reading|start(?:ed)?(?: with| reading| on)?|begin(?: with| reading)?|on|look(?:ing)? at|finish(?:ed)?(?: reading)?|done (?:reading|with)|through with|go to|move on to|make it to|land (?:on|at)|enter|open) `,
)
const readReached: ReadMoment = (reader, at) => {
  const place = readTail(reader, at, REACHES, (phrase, lead) => {
    const read = readPlace(phrase)
    const isDone = /\b(?:finish|finished|done|through)\b/.test(lead)
    return isDone && read !== null && 'number' in read && read.number > 0
      ? { ...read, number: read.number + 1 }
      : read
  })
  if (place !== null) return { value: { when: 'reached', place: place.value }, next: place.next }
  const shown =
    /^(.{3,60}?) (?:comes? (?:into (?:view|sight)|up)|is (?:in (?:view|sight)|on (?:the |my )?screen|visible|reached)|gets? (?:in(?:to)? view|visible)|scrolls? into view)\b/.exec(
      reader.from(at),
    )
  const read = shown === null ? null : readPlace(reader.written(shown[1] ?? ''))
  if (shown === null || read === null) return null
  return { value: { when: 'reached', place: read }, next: reader.after(at, shown[0].length) }
}

/** Without "when", at the beginning of a request in a hurry: "idle 20s, nudge me", "next correct line: say nice". */
export const readTerse: ReadWaited = (reader) => {
  const idle = reader.skip(
    0,
    /^(?:idle|silent|silence|quiet|inactive|no (?:typing|writing|input|activity|words?|edits?))(?: for)?\b/,
  )
  const span = idle === 0 ? null : readDuration(reader.words, idle)
  const line = readLines(reader, reader.skip(0, /^(?:the |my )/))
  const until = /[,:;]/.exec(reader.text)?.index ?? 0
  const named = reader.text.slice(0, until).trim()
  const place = /^(?:para|paragraph|section|heading|page end|end of)/i.test(named) ? readPlace(named) : null
  const spelt = readSigns(named.toLowerCase())
  const signs = /^[^\p{L}\p{N}\s,:;]{1,6}$/u.test(named)
    ? readSigns(`"${named}"`)
    : spelt !== null && spelt.length > 1 && spelt.every((sign) => typeof sign === 'string')
      ? spelt
      : null
  const read: Read<Waited> | null =
    span !== null && span.value >= 1000
      ? { value: { moment: { when: 'silent', ms: span.value } }, next: span.next }
      : line !== null
        ? line
        : place !== null
          ? { value: { moment: { when: 'reached', place } }, next: reader.after(0, until) }
          : signs !== null
            ? { value: { moment: { when: 'written', signs } }, next: reader.after(0, until) }
            : null
  return read !== null && /^[,:;?–-]/.test(reader.from(read.next)) ? read : null
}

const plainly =
  (read: ReadMoment): ReadWaited =>
  (reader, at) => {
    const moment = read(reader, at)
    return moment && { value: { moment: moment.value }, next: moment.next }
  }

/** In this order: what comes first would be read as something else later. */
const MOMENTS: readonly ReadWaited[] = [
  readLasting,
  plainly(readSilent),
  readLines,
  plainly(readOperation),
  plainly(readWritten),
  plainly(readReached),
  plainly(readSaid),
  readDeed,
]

/** What is waited for, from a word on: "I've been silent for a minute", "three correct lines in a row". */
export function readMoment(reader: ClauseReader, at: number): Read<Waited> | null {
  for (const read of MOMENTS) {
    const moment = read(reader, at)
    if (moment !== null && moment.next > at) return moment
  }
  return null
}
