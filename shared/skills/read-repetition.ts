import { type ClauseReader, OVER, type TimeClause } from './clause-reader.ts'
import { type Read, readCount, readDuration, readPeriod } from './read-duration.ts'

/** "3 times", "twice"; "3 times a minute" is a period of 20 s. */
export function readTimes(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const lead = reader.skip(
    at,
    /^(?:but |and )?(?:a total of|for a total of|exactly|only|just|up to|at (?:the )?most|max(?:imum)?(?: of)?|no more than|not more than|for|do (?:it|that|this)|x)\b/,
  )
  const word = reader.word(lead)
  const over =
    word === 'once' ? readPeriod(reader.words, reader.skip(lead + 1, /^(?:the|my|this|that)\b/)) : null
  // "once 30 seconds are over"
  if (over !== null && reader.skip(over.next, OVER) > over.next) return null
  const named = { once: 1, twice: 2, thrice: 3 }[word]
  const count = named === undefined ? readCount(reader.words, lead) : { value: named, next: lead + 1 }
  if (count === null || count.value < 1 || !Number.isInteger(count.value)) return null
  const isTimes = named !== undefined || word === 'x' || reader.word(lead - 1) === 'x'
  const next = isTimes
    ? count.next
    : reader.skip(
        count.next,
        /^(?:more |separate |different )?(?:times|time|x|repetitions|reps|repeats|reminders (?:in total|in all|overall|total)|goes|rounds|reminders|nudges|pings|repeats)\b(?: max(?:imum)?| tops| at most| only)?/,
      )
  // "three mentions will do"
  const enough = reader.skip(
    count.next,
    /^[a-z]+ (?:will (?:do|suffice)|(?:is|are) (?:enough|plenty|fine))\b/,
  )
  if (!isTimes && next === count.next)
    return enough > count.next && count.value > 1
      ? { value: { kind: 'times', count: count.value }, next: enough }
      : null
  const each = reader.word(next)
  if (/^(?:a|an|per|each|every|in)$/.test(each)) {
    const isCount = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half)$/
    const period = readPeriod(reader.words, next + 1)
    if (period !== null && (count.value === 1 || !isCount.test(reader.word(next + 1))) && each !== 'in') {
      return { value: { kind: 'every', ms: period.value / count.value }, next: period.next }
    }
  }
  if (count.value === 1) return named === undefined ? null : { value: { kind: 'filler' }, next }
  return {
    value: { kind: 'times', count: count.value },
    next: reader.skip(next, /^(?:in total|in all|overall|total)\b/),
  }
}

/** "every 4 seconds", "each minute", "at intervals of 5 seconds", "5 seconds apart", "hourly". */
export function readEvery(reader: ClauseReader, at: number): Read<TimeClause> | null {
  if (reader.word(at) === 'hourly') return { value: { kind: 'every', ms: 3_600_000 }, next: at + 1 }
  const lead = reader.skip(
    at,
    /^(?:(?:once |one |at |repeat(?:ing)? |again )?(?:every|each|per)\b|(?:at|in|with) (?:regular )?(?:intervals|gaps|breaks|pauses) of\b|with (?:an? )?(?:interval|gap|break|pause) of\b|with\b(?= [\w ]{1,20}(?:between|in between))|(?:at|in|on|with) (?:an? )?(?=[\w .-]{1,20}(?:interval|loop|cycle|repeat))|spaced (?:by )?)/,
  )
  if (lead > at) {
    const period = readPeriod(reader.words, lead) ?? reader.span(lead)
    if (period !== null) {
      const tail =
        /^(?:-? ?(?:intervals?|loop|cycle|repeat|gaps?)|(?:in )?between(?: each(?: one)?| them| reminders)?|apart|or so|that passes|passes|from now on|starting now|on the (?:dot|minute|hour|second))\b/
      return { value: { kind: 'every', ms: period.value }, next: reader.skip(period.next, tail) }
    }
    return null
  }
  const duration = readDuration(reader.words, at)
  if (duration === null) return null
  const next = reader.skip(
    duration.next,
    /^(?:apart|(?:in )?between(?: each(?: one)?| them| reminders)?|-? ?intervals?|-? ?(?:loop|cycle))\b/,
  )
  return next === duration.next ? null : { value: { kind: 'every', ms: duration.value }, next }
}
