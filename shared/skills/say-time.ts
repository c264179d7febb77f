import type { SkillContext } from './skill.ts'

const SECOND = 1000
const DAY = 86_400 * SECOND
const UNITS = [
  ['day', DAY],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const

/** "1 minute 30 seconds": the two largest units, rounded to whole seconds (to tenths under 10 s). */
export function sayDuration(ms: number): string {
  if (ms < 10 * SECOND && ms % SECOND !== 0) {
    const tenths = Math.round(ms / 100) / 10
    return `${tenths} second${tenths === 1 ? '' : 's'}`
  }
  const whole = Math.round(ms / SECOND) * SECOND
  const first = UNITS.findIndex(([, size]) => whole >= size)
  if (first < 0) return '0 seconds'
  const said: string[] = []
  let left = whole
  for (const [name, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) said.push(`${count} ${name}${count === 1 ? '' : 's'}`)
  }
  return said.join(' ')
}

/** The time of day as the person's clock shows it, with the day when it is not today. */
export function sayClock(at: number, { now, timeZone }: Pick<SkillContext, 'now' | 'timeZone'>): string {
  const local = new Date(at + timeZone * 60 * SECOND)
  const clock = local.toISOString().slice(11, 16)
  const days = dayOf(at, timeZone) - dayOf(now, timeZone)
  if (days === 0) return clock
  if (days === 1) return `${clock} tomorrow`
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return `${clock} on ${day.format(local)}`
}

function dayOf(at: number, timeZone: number): number {
  return Math.floor((at + timeZone * 60 * SECOND) / DAY)
}
