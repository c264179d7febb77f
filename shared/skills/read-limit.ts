import { type ClauseReader, LATER, OVER, type TimeClause } from './clause-reader.ts'
import { readOrdinal } from './cues/read-place.ts'
import { readClock } from './read-clock.ts'
import { type Read, readCount, readDuration, readPeriod } from './read-duration.ts'
import { readTimes } from './read-repetition.ts'
import { unquote } from './unquote.ts'

const STOP_SAID =
  /^(?:(?:i|we) (?:(?:say|type|write|shout|yell|call|send|answer|reply)(?: you)?(?: the word)? (?:so|stop|enough|quit|cancel|halt|when|otherwise|done|no more|["“'][^"”']*["”'])|(?:tell|ask|order|command|want|need|instruct) you (?:to (?:stop|quit|end|cease|shut up|be quiet|halt|knock it off)|otherwise|not to|i'm done|enough|stop|that's enough)|(?:stop|cancel|end|quit|halt|interrupt|dismiss|silence)(?: you| it| this| them| that| the reminders?)?|(?:click|press|hit|push)(?: on)? \w+|(?:have |'ve )?had enough|(?:say|do) so)|i'(?:ve|m) (?:had enough|done|finished|ready|bored|sick of it|good)|i am (?:done|finished|ready|good)|(?:told|asked|instructed|ordered)(?: you)? (?:otherwise|to stop|not to|to quit)|further notice|stopped|cancell?ed|stop|you(?:'re| are) (?:told|asked) (?:to stop|otherwise)|you hear (?:me say )?(?:the word )?stop)(?: it| that| now| please| reminding me| doing (?:it|that|so))?/

/** "until I say stop", "until 6pm", "till a minute has passed". */
export function readUntil(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const lead = reader.skip(
    at,
    /^(?:(?:and |but |then )?(?:(?:keep (?:going|it up|on|doing (?:that|it|this)|at it)|go on|carry on|continue|don't stop|do not stop|repeat(?: it| that| this)?|not stop) )?(?:until|till|til|unless|up until(?= \d| half| quarter| noon| midnight| the| \w+ (?:o'clock|past|to))|ending at|ending|stopping at|finishing at|through)|'til)\b/,
  )
  const open = { kind: 'until', at: null, passed: false } as const
  if (lead === at) {
    const told =
      /^(?:(?:and |then |, )?(?:only )?(?:stop|quit|end|cease)(?: it| that| this)? (?:only )?(?:when|once|if|as soon as|after) (?:i |you hear)|(?:and )?i'?(?: wi)?ll (?:say|tell you)[^.,]{0,20} stop|as long as i don't)[^.]*/
    const next = reader.skip(at, told)
    if (next > at) return { value: open, next }
    const forever = reader.skip(
      at,
      /^(?:forever|indefinitely|endlessly|non-?stop|without stopping|over and over(?: again)?)\b/,
    )
    return forever > at && reader.repeats ? { value: { kind: 'filler' }, next: forever } : null
  }
  // "keep going until I say so" may be what is to be said: "remind me to keep going until …"
  if (
    /^(?:keep|go on|carry on|continue)\b/.test(reader.from(at)) &&
    /^(?:to|say|me|,)$/.test(reader.word(at - 1))
  )
    return null
  const own = readEndWords(reader, lead)
  if (own !== null) return { value: { ...open, says: own.value }, next: own.next }
  const said = reader.skip(lead, STOP_SAID)
  if (said > lead) return { value: open, next: said }
  const from = reader.skip(lead, /^(?:it's been|it has been|another|the next|the|after|at least)\b/)
  const span = readEnd(reader, from, lead)
  if (span !== null) return span
  // "until I finish my homework": nobody can know when that is.
  const rest = /^[^,.;:!?]*/.exec(reader.from(lead))?.[0].trimEnd().length ?? 0
  return rest === 0 ? null : { value: open, next: reader.after(lead, rest) }
}

const END_WORDS =
  /^(?:i|we) (?:say|type|write|shout|yell|call(?: out)?|send|answer|reply|tell you|go|scream|whisper|give you)(?: you)?(?: the (?:code ?)?words?)? (?!(?:so|otherwise|when|that you|to|you|it's ok|something|anything)\b)(["'“][^"'”]+["'”]|[\uE000-\uF8FE]|[\p{L}']+(?: [\p{L}']+){0,2}?)(?= *(?:$|[,.;:!?]|(?:please|and|then)\b))/u

/** "until I say pineapple": the words that end it. */
function readEndWords(reader: ClauseReader, at: number): Read<string> | null {
  const match = END_WORDS.exec(reader.from(at))
  const said = match?.[1] === undefined ? '' : unquote(reader.written(match[1]))
  if (match === null || said === '' || /^(?:stop|enough|done|quit|cancel|halt|no more)$/i.test(said))
    return null
  return { value: said, next: reader.after(at, match[0].length) }
}

/** "for the next 2 minutes", "for 30 seconds", "stop after 20 seconds", "stop after 3 times". */
export function readLimit(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const stop = reader.skip(
    at,
    /^(?:(?:and|then|but) )?(?:then )?(?:stop(?:ping)?|end(?:ing)?|finish(?:ing)?|quit(?:ting)?|cancel(?: it)?|give up)(?: it| that| reminding me)? (?:after|at|in|by)\b/,
  )
  if (stop > at && reader.repeats) {
    return (
      readOrdinalLimit(reader, stop) ??
      readTimes(reader, stop) ??
      readEnd(reader, reader.skip(stop, /^(?:the|another)\b/), stop - 1)
    )
  }
  const next = reader.skip(
    at,
    /^(?:(?:for|over|during|within|in|throughout) (?:the )?(?:(?:whole|entire|full) )?(?:next|coming|following)|for (?:a total of|the duration of|a period of)|the next|lasting)\b/,
  )
  const coming = reader.skip(at, /^before (?:the|this|another) (?:next |coming )?/)
  if (coming > at) {
    const span = readPeriod(reader.words, coming)
    const over = span === null ? 0 : reader.skip(span.next, OVER)
    return span === null || over === span.next
      ? null
      : { value: { kind: 'for', ms: span.value, strong: true }, next: over }
  }
  if (next > at) {
    const duration = readPeriod(reader.words, next)
    return duration === null
      ? null
      : { value: { kind: 'for', ms: duration.value, strong: true }, next: duration.next }
  }
  if (!/^(?:for|during)$/.test(reader.word(at))) return null
  const duration = reader.span(at + 1)
  if (duration === null) return null
  const later = reader.skip(duration.next, LATER)
  if (later > duration.next) return { value: { kind: 'in', ms: [duration.value] }, next: later }
  const strong = /^(?:in total|altogether|straight|long|total)\b/
  const tail = reader.skip(duration.next, strong)
  return { value: { kind: 'for', ms: duration.value, strong: tail > duration.next }, next: tail }
}

/** "stop after the third nag" */
function readOrdinalLimit(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const match =
    /^(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))(?: (?!in\b|to\b)\w+)?/.exec(
      reader.from(at),
    )
  const count = match === null ? null : readOrdinal(match[1] ?? '')
  if (match === null || count === null) return readBareCount(reader, at)
  return {
    value: count === 1 ? { kind: 'times', count: 1 } : { kind: 'times', count },
    next: reader.after(at, match[0].length),
  }
}

/** "stop after two", "stop after three of them altogether" */
function readBareCount(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const count = readCount(reader.words, at)
  if (count === null || !Number.isInteger(count.value) || count.value < 1) return null
  const next = reader.skip(
    count.next,
    /^(?:of them|altogether|in all|in total|goes|rounds|ones)(?: (?:altogether|in all|in total))?\b/,
  )
  return next > count.next || /^(?:$|[.,;!?])/.test(reader.from(count.next))
    ? { value: { kind: 'times', count: count.value }, next }
    : null
}

/** The end of a repetition: "2 minutes from now", "18:00". */
function readEnd(reader: ClauseReader, from: number, clockFrom: number): Read<TimeClause> | null {
  const duration = readDuration(reader.words, from)
  if (duration !== null) {
    const next = reader.skip(reader.skip(duration.next, OVER), LATER)
    return {
      value: { kind: 'until', at: reader.clock.now + duration.value, passed: duration.value <= 0 },
      next,
    }
  }
  const clock = readClock(reader.from(clockFrom), reader.clock)
  if (clock === null) return null
  const next = reader.after(clockFrom, clock.length)
  return { value: { kind: 'until', at: clock.at, passed: clock.passed }, next }
}
