import { type ClauseReader, LATER, OVER, type TimeClause } from './clause-reader.ts'
import { readClock } from './read-clock.ts'
import { firstUnit, type Read, readCount, readDuration, readPeriod } from './read-duration.ts'

export function readStart(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const lead = reader.skip(
    at,
    /^(?:(?:and |but )?(?:start(?:ing)?|begin(?:ning)?|commencing|first(?: one| time| reminder)?|the first(?: one| time| reminder)?(?: being)?)(?: (?:from|to|with|is|on))?|from|as of)\b(?= (?:in|at|after|now|right|immediately|straight|from|noon|today|this|once|when|tomorrow|\d{1,2}(?::\d\d| ?[ap]m)|\d+ ?\w+ from now)\b)/,
  )
  if (lead === at) return null
  const now = reader.skip(
    lead,
    /^(?:right now|right away|now(?: on)?|immediately|straight ?away|at once|this (?:moment|second|instant|point)(?: on)?)\b/,
  )
  if (now > lead) return { value: { kind: 'filler' }, next: now }
  const duration = readDuration(reader.words, reader.skip(lead, /^(?:in|after|from|once|when)\b/))
  if (duration !== null) {
    const next = reader.skip(reader.skip(duration.next, OVER), LATER)
    return { value: { kind: 'start', at: reader.clock.now + duration.value }, next }
  }
  const clock = readClock(reader.from(lead), reader.clock)
  if (clock === null) return null
  return { value: { kind: 'at', at: clock.at, passed: clock.passed }, next: reader.after(lead, clock.length) }
}

/** "in 10 minutes", "after half an hour", "90 seconds from now", "when 5 minutes are up". */
export function readAfter(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const when = reader.skip(
    at,
    /^(?:(?:when|once|after|as soon as|if|the moment)(?: (?:it's(?: been)?|it is|it has been|my|the|these|those|another|exactly|a full|you've waited|you have waited|waiting))?)\b/,
  )
  if (when > at) {
    const duration =
      readPeriod(reader.words, when) ?? (/^after$/.test(reader.word(when - 1)) ? reader.span(when) : null)
    const over = duration === null ? 0 : reader.skip(duration.next, OVER)
    const isAfter = /^after\b|been$|waited$/.test(
      reader.words
        .slice(at, when)
        .map((w) => w.text)
        .join(' '),
    )
    if (duration !== null && (isAfter || over > duration.next)) {
      return { value: { kind: 'in', ms: [duration.value] }, next: Math.max(over, duration.next) }
    }
    return null
  }
  const lead = reader.skip(
    at,
    /^(?:in|within|wait(?: for)?|(?:give|let) (?:it|me)(?: have| wait)?(?= [\w .]{1,30}(?:,|and|then|before))|inside|again in|at the end of|(?:for )?(?:no )?(?:longer|more) than|at (?:the )?most|for at most|hold on(?: for)?|hang on(?: for)?|count (?:to|off)(?= [\w .]{1,12} (?:sec|min)))\b/,
  )
  if (lead === at) return readLater(reader, at)
  const sign = reader.skip(lead, /^(?:-|−|minus|negative)/)
  if (sign > lead) {
    const past = readDuration(reader.words, sign)
    return past === null ? null : { value: ago(reader, past.value), next: past.next }
  }
  const list = readList(reader, lead)
  if (list !== null) return list
  // "in 1:30": minutes and seconds
  const [, minutes, seconds] = /^(\d{1,3}):([0-5]\d)$/.exec(reader.word(lead)) ?? []
  if (minutes !== undefined) {
    return { value: { kind: 'in', ms: [(Number(minutes) * 60 + Number(seconds)) * 1000] }, next: lead + 1 }
  }
  const duration = reader.span(lead)
  if (duration === null) return null
  return { value: { kind: 'in', ms: [duration.value] }, next: reader.skip(duration.next, LATER) }
}

const BEFORE =
  /^(?:before (?:my|these|those|the)(?= \w+ (?:sec|min|hour))|before(?:hand)?|ahead|prior|in advance|early)\b(?: (?:to |of )?(?:that|then|this|it|the time|time|i (?:have to |need to |must |want to )?(?:go|leave)|my (?!\w+ (?:sec|min|hour))\w+|the end|it's (?:over|up|due)|that happens|it starts))?/
const REMAINING = /^(?:left|remaining|to go|before (?:it's|it is|the time is|time is) (?:over|up))\b/
const AFTER_THAT =
  /^(?:(?:and )?(?:(?:right |directly |just )?after(?: (?:that|this|it|then)\b|(?=[,.;:]|$))|afterwards|later than that|on top of that|past that|following that))/

/** "five minutes before that", "when there's half a minute left", "thirty seconds after that", "when it's over". */
export function readRelative(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const another = reader.skip(at, /^(?:(?:after|in|for) )?another(?= )/)
  const more =
    another > at && firstUnit(reader.words.slice(0, at)) !== null ? readDuration(reader.words, another) : null
  if (more !== null) return { value: { kind: 'then', ms: more.value }, next: reader.skip(more.next, LATER) }
  const over = reader.skip(
    at,
    /^(?:(?:once )?(?:again )?when |once |as soon as )(?:it|that|this|the time|my time|time|the (?:break|work|rest|session|timer))(?:'s| is| has| are)? (?:all )?(?:over|up|done|finished|passed|run out|expired|gone)\b/,
  )
  if (over > at) return { value: { kind: 'before', ms: 0 }, next: over }
  const lead = reader.skip(
    at,
    /^(?:(?:when|once|if|as soon as) )?(?:(?:there(?:'s| is| are)|i have|i've(?: got)?|we have|it's|it is|i've only) )?(?:only |just |about |exactly |at )*/,
  )
  const span = reader.span(lead)
  if (span === null) return null
  const left = reader.skip(span.next, REMAINING)
  if (left > span.next) return { value: { kind: 'before', ms: span.value }, next: left }
  if (lead > at && !/^(?:about|exactly|just|only|at)\b/.test(reader.from(at))) return null
  const before = reader.skip(span.next, BEFORE)
  if (before > span.next) return { value: { kind: 'before', ms: span.value }, next: before }
  const then = reader.skip(span.next, AFTER_THAT)
  return then > span.next ? { value: { kind: 'then', ms: span.value }, next: then } : null
}

/** Words about the time that change nothing beside a duration that is named elsewhere. */
const IDLE =
  /^(?:(?:and |but |then )?(?:after (?:that|this|which|it)(?! (?:line|step))|afterwards|thereafter|before (?:that|then)|and not (?:before|earlier|sooner)|(?:please )?(?:say it |do (?:it|that|so) |remind me )?(?:only|just) (?:that |the |this )(?:one time|once)|right away|(?:and )?i(?:'m)? start(?:ing)? (?:right )?now|(?:and )?then (?:you can |please )?(?:stop|shut up|be quiet|that's it|no more|leave it)))\b/

export function readIdle(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const next = reader.skip(at, IDLE)
  return next > at ? { value: { kind: 'filler' }, next } : null
}

/** "5, 10 and 15 seconds": numbers that share one unit. */
function readList(reader: ClauseReader, lead: number): Read<TimeClause> | null {
  const ends: number[] = []
  let at = lead
  for (let count = readCount(reader.words, at); count !== null; count = readCount(reader.words, at)) {
    ends.push(count.value)
    at = reader.skip(count.next, /^(?:, ?and|,|and|then|\/)(?: again)?(?: (?:in|at|after))?(?!\w)/)
    if (at === count.next) break
  }
  const last = ends.at(-1)
  if (last === undefined || ends.length < 2 || last <= 0) return null
  const count = readDuration(reader.words, at - 1)
  if (count === null) return null
  const unit = count.value / last
  return { value: { kind: 'in', ms: ends.map((end) => end * unit) }, next: reader.skip(count.next, LATER) }
}

function readLater(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const duration = readDuration(reader.words, at)
  if (duration === null) return null
  if (reader.word(duration.next) === 'ago') {
    return { value: ago(reader, duration.value), next: duration.next + 1 }
  }
  const next = reader.skip(duration.next, LATER)
  // "in a minute …, and a minute later …"
  if (/^later\b/.test(reader.from(duration.next)) && firstUnit(reader.words.slice(0, at)) !== null)
    return { value: { kind: 'then', ms: duration.value }, next }
  return next === duration.next ? null : { value: { kind: 'in', ms: [duration.value] }, next }
}

export function readBare(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const duration = readDuration(reader.words, at)
  return duration === null
    ? null
    : {
        value: { kind: 'bare', ms: duration.value },
        next: reader.skip(duration.next, /^(?:are|is) (?:up|over)\b/),
      }
}

/** "when it is ten o'clock", "once the clock shows 10:30" */
const CLOCK_SHOWS =
  /^(?:when|once|as soon as|if|the moment) (?:it(?:'s| is| gets| becomes| turns)|the (?:clock|time) (?:says|shows|reads|strikes|hits|is|reaches))(?: at| exactly)?\b/

export function readShown(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const shown = reader.skip(at, CLOCK_SHOWS)
  if (shown === at || !HOUR_NAMED.test(reader.from(shown)) || readDuration(reader.words, shown) !== null)
    return null
  const clock = readClock(reader.from(shown), reader.clock)
  if (clock === null) return null
  return {
    value: { kind: 'at', at: clock.at, passed: clock.passed },
    next: reader.after(shown, clock.length),
  }
}
const HOUR_NAMED =
  /^(?:\d|half|an? quarter|quarter|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/

export function readAt(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const word = reader.word(at)
  const isTime = /^\d{1,2}:\d\d$/.test(word) || (/^\d/.test(word) && /^[ap]\.?m\b/.test(reader.from(at + 1)))
  const isNamed =
    /^(?:at|by|@|on|around|before|tomorrow|tonight|today|yesterday|this|next|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
  const from = reader.from(at)
  const isFor = /^for (?:\d{1,2}(?::\d\d| ?[ap]\.?m\b| o'?clock)|noon|midnight|tomorrow|half past|quarter)/
  if (!isTime && !isNamed.test(word) && !isFor.test(from)) return null
  const clock = readClock(from, reader.clock)
  if (clock === null) return null
  return { value: { kind: 'at', at: clock.at, passed: clock.passed }, next: reader.after(at, clock.length) }
}

function ago(reader: ClauseReader, ms: number): TimeClause {
  return { kind: 'at', at: reader.clock.now - ms, passed: true }
}
