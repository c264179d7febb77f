import { en as chrono } from 'chrono-node'
import { readCount } from './read-duration.ts'
import { readWords } from './read-words.ts'
import type { SkillContext } from './skill.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Longest text that can name a time. */
const LENGTH = 80
/** What may stand before a time: "at 15:30", "by noon", "around 6pm". */
const BEFORE = /^(?:(?:at|by|around|about|@|before|for|on|exactly|the|past|clock)\s+)*/i

export interface ClockTime {
  /** ms since the epoch. */
  at: number
  /** How much of the text names it, in UTF-16 units. */
  length: number
  /** Whether it lies in the past, so that it can only be a mistake. */
  passed: boolean
}

/**
 * The time of day or date at the start of a text: "at 15:30", "half past 3", "tomorrow at 9", "noon".
 * "at 3:30" is the next one that a person would mean: 15:30 if it is 14:00 now.
 */
export function readClock(whole: string, context: Pick<SkillContext, 'now' | 'timeZone'>): ClockTime | null {
  const text = whole.slice(0, LENGTH)
  const before = BEFORE.exec(text)?.[0].length ?? 0
  const nearest = nearestMinute(text.slice(before), context)
  if (nearest !== null) return { ...nearest, length: before + nearest.length }
  const spoken = inDigits(text.slice(before).replace(before > 0 ? /^(\d{1,2})[.h](?=\d\d\b)/i : /^$/, '$1:'))
  const reference = { instant: new Date(context.now), timezone: context.timeZone }
  const [found] = chrono.parse(spoken, reference, { forwardDate: true })
  if (found === undefined || found.index > 0) return null
  const length = before + found.text.length - spoken.length + (text.length - before)
  const start = found.start
  const isDated = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month')
  let at = isDated ? start.date().getTime() : today(found.text, reference)
  const hour = start.get('hour') ?? 0
  const isVague =
    !start.isCertain('meridiem') && start.isCertain('hour') && hour < 12 && !/^\D*0\d/.test(found.text)
  const isNamed = /noon|midnight/i.test(found.text)
  if (at <= context.now && isVague && !isNamed && at + 12 * HOUR > context.now) at += 12 * HOUR
  if (at <= context.now && !isDated && (isNamed || at + DAY - context.now <= 12 * HOUR)) at += DAY
  return { at, length, passed: at <= context.now }
}

const OF_HOUR =
  /^(?:top of the hour|(?:next )?(?:full |whole )?hour\b(?! from| later)|(?:bottom of the hour|(?:next )?half[- ]hour\b))/i
const HOURS = '(?:\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\\b)'
/** "ten to feed the cat" is at ten. */
const NO_HOUR = new RegExp(
  `^(half|(?:a )?quarter|five|ten|twenty(?:[- ]five)?|\\d{1,2})(?: minutes?| mins?)? (?:(past|after)\\b(?! *${HOURS}| the (?!hour)| (?:a|an|my|this|that)\\b)|(to|before)\\b(?= *$| *[,.;:!?]| (?:the hour|remind|tell|say|ping|ask|let|nudge|please)\\b))(?: the hour\\b)?`,
  'i',
)
const NAMED_MINUTES: Record<string, number> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 }

/** "half past", "ten to", "the full hour": the next such minute, whatever the hour. */
function nearestMinute(
  text: string,
  { now, timeZone }: Pick<SkillContext, 'now' | 'timeZone'>,
): ClockTime | null {
  const hour = OF_HOUR.exec(text)?.[0]
  const match = hour === undefined ? NO_HOUR.exec(text) : null
  const length = hour?.length ?? match?.[0].length
  if (length === undefined) return null
  const [, said = '', past] = match ?? []
  const named = said.toLowerCase().replace(/^a /, '')
  const minutes = /^\d/.test(named) ? Number(named) : (NAMED_MINUTES[named] ?? 25)
  if (minutes > 59) return null
  const minute =
    hour !== undefined ? (/half|bottom/i.test(hour) ? 30 : 0) : past !== undefined ? minutes : 60 - minutes
  const local = now + timeZone * MINUTE
  const at = Math.floor(local / HOUR) * HOUR + minute * MINUTE
  return { at: (at > local ? at : at + HOUR) - timeZone * MINUTE, length, passed: false }
}

/** Chrono moves a time that has passed to tomorrow; this one stays today. */
function today(text: string, reference: { instant: Date; timezone: number }): number {
  return chrono.parseDate(text, reference)?.getTime() ?? Number.NaN
}

/** What chrono does not read: "half past three", "quarter to 5", "five thirty", "a bare 15", "1530". */
function inDigits(text: string): string {
  const words = readWords(text)
  const first = words[0]
  if (first === undefined) return text
  const rest = (from: number): string => text.slice(words[from - 1]?.end ?? text.length)
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(first.text)
  if (military) return `${military[1]}:${military[2]}${rest(1)}`

  const skip = first.text === 'a' && words[1]?.text === 'quarter' ? 1 : 0
  const named = { half: 30, quarter: 15 }[words[skip]?.text ?? '']
  const minutes = named === undefined ? readCount(words, skip) : { value: named, next: skip + 1 }
  if (minutes === null) return text
  const way = /^(?:minutes?|mins?)$/.test(words[minutes.next]?.text ?? '') ? minutes.next + 1 : minutes.next
  const side = words[way]?.text
  if (side === 'past' || side === 'to') {
    const hour = readCount(words, way + 1)
    if (hour !== null && hour.value <= 24 && minutes.value < 60 && Number.isInteger(hour.value)) {
      const total = (hour.value * 60 + (side === 'past' ? minutes.value : -minutes.value) + 1440) % 1440
      return `${Math.floor(total / 60)}:${two(total % 60)}${rest(hour.next)}`
    }
  }
  if (/^\d/.test(first.text)) {
    const isAlone = /^\d{1,2}$/.test(first.text) && minutes.next === 1
    return isAlone ? `at ${text}` : text
  }
  if (minutes.value > 24 || named !== undefined) return text
  const past = readCount(words, minutes.next)
  return past === null || past.value > 59
    ? `at ${minutes.value}${rest(minutes.next)}`
    : `${minutes.value}:${two(past.value)}${rest(past.next)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
