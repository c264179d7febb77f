import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import type { SkillContext } from './skill.ts'

const SECOND = 1000
const DAY = 86_400 * SECOND
const UNITS = [
  ['day', DAY],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const
type Unit = (typeof UNITS)[number][0]

/** What is needed to say a time in the person's words and on their clock. */
export type Speaking = Pick<SkillContext, 'now' | 'timeZone' | 'language'>

/**
 * "1 minute 30 seconds": the two largest units, rounded to whole seconds (to tenths under 10 s).
 * @param after whether "in" or "ago" goes with it, which some languages hear in the plural
 */
export function sayDuration(ms: number, language: Language, after = false): string {
  const { units, decimal } = catalogueOf(language).skills
  const said = (count: number, unit: Unit): string => {
    const { one, other, othersIn } = units[unit]
    return `${String(count).replace('.', decimal)} ${count === 1 ? one : after ? othersIn : other}`
  }
  if (ms < 10 * SECOND && ms % SECOND !== 0) return said(Math.round(ms / 100) / 10, 'second')
  const whole = Math.round(ms / SECOND) * SECOND
  const first = UNITS.findIndex(([, size]) => whole >= size)
  if (first < 0) return said(0, 'second')
  const parts: string[] = []
  let left = whole
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(said(count, unit))
  }
  return parts.join(' ')
}

/** The time of day as the person's clock shows it, with the day when it is not today. */
export function sayClock(at: number, { now, timeZone, language }: Speaking): string {
  const says = catalogueOf(language).skills
  const local = new Date(at + timeZone * 60 * SECOND)
  const clock = local.toISOString().slice(11, 16)
  const days = dayOf(at, timeZone) - dayOf(now, timeZone)
  if (days === 0) return clock
  if (days === 1) return says.tomorrow(clock)
  const day = new Intl.DateTimeFormat(says.dates, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return says.onDay(clock, day.format(local))
}

function dayOf(at: number, timeZone: number): number {
  return Math.floor((at + timeZone * 60 * SECOND) / DAY)
}
