const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const two = (value: number) => String(value).padStart(2, '0')

/** HH:MM of `at` (ms since the epoch) on this computer's clock. */
export function clockTime(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Day and time to the second, for the title of a time. */
export function fullTime(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clockTime(at)}:${two(date.getSeconds())}`
}

/** A span of ms as it is read aloud from a clock: 45 s, 4:07 min, 2 h 05 min, 3 d 4 h. */
export function timeLeft(span: number): string {
  const rounded = Math.ceil(Math.max(0, span) / 1000) * 1000
  const seconds = Math.floor((rounded % MINUTE) / 1000)
  const minutes = Math.floor((rounded % HOUR) / MINUTE)
  const hours = Math.floor((rounded % DAY) / HOUR)
  if (rounded >= DAY) return `${Math.floor(rounded / DAY)} d ${hours} h`
  if (rounded >= HOUR) return `${hours} h ${two(minutes)} min`
  if (rounded >= MINUTE) return `${minutes}:${two(seconds)} min`
  return `${seconds} s`
}

/** A whole span between repetitions: 30 s, 10 min, 1 h 30 min. */
export function timeSpan(span: number): string {
  const seconds = Math.round(span / 1000)
  const parts = [
    { value: Math.floor(seconds / 3600), unit: 'h' },
    { value: Math.floor((seconds % 3600) / 60), unit: 'min' },
    { value: seconds % 60, unit: 's' },
  ].filter(({ value }) => value > 0)
  return parts.map(({ value, unit }) => `${value} ${unit}`).join(' ') || '0 s'
}
