import type { Word } from './read-words.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const UNITS: Record<string, number> = {
  ...all(1, 'ms', 'msec', 'millisecond', 'milliseconds'),
  ...all(SECOND, 's', 'sec', 'secs', 'second', 'seconds'),
  ...all(MINUTE, 'm', 'mn', 'min', 'mins', 'minute', 'minutes'),
  ...all(HOUR, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...all(DAY, 'd', 'day', 'days'),
  ...all(7 * DAY, 'week', 'weeks'),
}
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const NUMBERS = new Map(SMALL.split(' ').map((word, i) => [word, i]))
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, i) => [w, 20 + 10 * i]),
)
const FRACTIONS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])
const FILLERS = new Set(
  'about around approximately exactly roughly maybe like another precisely just say ~ the single'.split(' '),
)
/** "twenty second intervals" is 20 s, "every second minute" every 2 minutes. */
const LARGE_UNIT = /^(?:minutes?|mins?|hours?|days?|weeks?)$/

function all(ms: number, ...names: string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, ms]))
}

function unitOf(word: string | undefined): number | null {
  const unit = word?.replace(/'s?$|ish$/, '')
  return unit !== undefined && Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? null) : null
}

/** What was read, and the index of the first word after it. */
export interface Read<T> {
  value: T
  next: number
}

/** A plain count: "4", "1.5", "1/2", "twenty five", "a dozen"; "a" and "an" only with `article`. */
export function readCount(words: readonly Word[], at: number, article = false): Read<number> | null {
  const word = words[at]?.text
  const after = words[at + 1]?.text
  if (word === undefined) return null
  if (/^\d/.test(word)) {
    const value = Number(/,\d{3}$/.test(word) ? word.replaceAll(',', '') : word.replace(',', '.'))
    if (Number.isNaN(value)) return null
    const under = after === '/' ? Number(words[at + 2]?.text) : Number.NaN
    if (under > 0) return { value: value / under, next: at + 3 }
    const fraction = FRACTIONS.get(after ?? '')
    return fraction === undefined ? { value, next: at + 1 } : { value: value + fraction, next: at + 2 }
  }
  const small = NUMBERS.get(word)
  if (small !== undefined) return hundreds(words, small, at + 1)
  const tens = TENS.get(word)
  if (tens !== undefined) {
    const ones = after === '-' ? at + 2 : at + 1
    const one = NUMBERS.get(words[ones]?.text ?? '')
    return one !== undefined && one > 0 && one < 10
      ? { value: tens + one, next: ones + 1 }
      : { value: tens, next: at + 1 }
  }
  const fraction = FRACTIONS.get(word)
  if (fraction !== undefined) return { value: fraction, next: at + 1 }
  if (word === 'a' && after === 'dozen') return { value: 12, next: at + 2 }
  if (word === 'a' && after === 'hundred') return { value: 100, next: at + 2 }
  if (article && (word === 'a' || word === 'an')) return { value: 1, next: at + 1 }
  return null
}

function hundreds(words: readonly Word[], value: number, next: number): Read<number> {
  return words[next]?.text === 'hundred' ? { value: value * 100, next: next + 1 } : { value, next }
}

/** "half a", "a quarter of an", "a couple of", "two and a half", "10": how many of the unit that follows. */
function readQuantity(words: readonly Word[], start: number): Read<number> | null {
  let at = start
  while (FILLERS.has(words[at]?.text ?? '')) at++
  const rest = words
    .slice(at, at + 5)
    .map((word) => word.text)
    .join(' ')
  for (const [pattern, value] of QUANTITIES) {
    const length = pattern.exec(rest)?.[0].trim().split(' ').length
    if (length !== undefined) return { value, next: at + length }
  }
  const count = readCount(words, at, true)
  if (count === null) return null
  const tail = words
    .slice(count.next, count.next + 3)
    .map((word) => word.text)
    .join(' ')
  const share =
    count.value < 1 ? /^(?:of )?(?:an?|one) /.exec(`${tail} `)?.[0].trim().split(' ').length : undefined
  if (share !== undefined) return { value: count.value, next: count.next + share }
  if (/^and a half\b/.test(tail) && unitOf(words[count.next + 3]?.text) !== null) {
    return { value: count.value + 0.5, next: count.next + 3 }
  }
  if (
    /^(?:or so|full|whole|more|short|long|little|quiet|silent|solid|measly|lousy|tiny|good|extra|odd|calm|peaceful)\b/.test(
      tail,
    )
  ) {
    return { value: count.value, next: count.next + (tail.startsWith('or so') ? 2 : 1) }
  }
  return count
}
const QUANTITIES: readonly (readonly [RegExp, number])[] = [
  [/^(?:a |one )?half (?:of )?(?:an?|one) (?!half)/, 0.5],
  [/^(?:an? |one )?half (?=-|seconds?|minutes?|hours?|days?|sec|min|hr)/, 0.5],
  [/^(?:a |one )?quarter (?:of )?(?:an?|one) /, 0.25],
  [/^(?:a |one )?quarter (?=hours?|minutes?)/, 0.25],
  [/^three quarters of an? /, 0.75],
  [/^(?:a )?couple (?:of )?/, 2],
  [/^(?:a )?few /, 3],
  [/^half a dozen /, 6],
  [/^(?:three|3) quarters? (?:of )?(?=an? )/, 0.75],
]

/** The unit of the first duration in a text (ms), for numbers that follow without one: "in 20 seconds …, in forty …". */
export function firstUnit(words: readonly Word[]): number | null {
  for (let at = 0; at < words.length; at++) {
    const part = readPart(words, at)
    if (part !== null) return part.unit
  }
  return null
}

/** "10 minutes", "1h30", "a minute and a half", "1 min 30", "2 minutes and 15 seconds", in ms. */
export function readDuration(words: readonly Word[], start: number): Read<number> | null {
  const read = readExact(words, start)
  if (read === null) return null
  const tail = `${words[read.next]?.text} ${words[read.next + 1]?.text}`
  return /^or (?:so|thereabouts|something)$/.test(tail) ? { value: read.value, next: read.next + 2 } : read
}

function readExact(words: readonly Word[], start: number): Read<number> | null {
  const first = readPart(words, start)
  if (first === null) return null
  let { value, next } = first
  let unit = first.unit
  for (;;) {
    let at = next
    while (words[at]?.text === ',' || words[at]?.text === 'and') at++
    if (at > next && /^a half\b/.test(`${words[at]?.text} ${words[at + 1]?.text}`)) {
      const own = unitOf(words[at + 2]?.text)
      value += (own ?? unit) / 2
      next = at + (own === null ? 2 : 3)
      continue
    }
    const quarters =
      at > next
        ? /^(?:a|one|three) quarters?\b/.exec(`${words[at]?.text} ${words[at + 1]?.text}`)?.[0]
        : undefined
    if (quarters !== undefined && unitOf(words[at + 2]?.text) === null) {
      value += (unit * (quarters.startsWith('three') ? 3 : 1)) / 4
      next = at + 2
      continue
    }
    const part = readPart(words, at)
    if (part !== null && part.unit < unit) {
      value += part.value
      next = part.next
      unit = part.unit
      continue
    }
    // "1h30", "1 min 30", "a minute thirty"
    const digits = at === next && /^\d+$/.test(words[at]?.text ?? '') ? Number(words[at]?.text) : Number.NaN
    const bare =
      at === next && Number.isNaN(digits) ? (TENS.get(words[at]?.text ?? '') ?? Number.NaN) : digits
    if (bare < 60 && unit >= MINUTE && unit <= HOUR && words[at]?.start !== undefined) {
      const follows = words[at + 1]?.text
      if (
        follows === undefined ||
        /^(?:to|and|that|,|\.|until|later|remind|tell|say|please|i|we|you|my|:|;)$/.test(follows)
      ) {
        return { value: value + (bare * unit) / 60, next: at + 1 }
      }
    }
    return { value, next }
  }
}

function readPart(words: readonly Word[], start: number): (Read<number> & { unit: number }) | null {
  const quantity = readQuantity(words, start)
  if (quantity === null) return null
  const at = words[quantity.next]?.text === '-' ? quantity.next + 1 : quantity.next
  const unit = unitOf(words[at]?.text)
  return unit === null ? null : { value: quantity.value * unit, next: at + 1, unit }
}

/** "second", "minute", "other minute", "4 seconds" after "every" or "each". */
export function readPeriod(words: readonly Word[], start: number): Read<number> | null {
  let at = start
  while (/^(?:and|single|full|passing)$/.test(words[at]?.text ?? '')) at++
  const word = words[at]?.text ?? ''
  const after = unitOf(words[at + 1]?.text)
  if (word === 'other' && after !== null) return { value: 2 * after, next: at + 2 }
  if (word === 'second' && LARGE_UNIT.test(words[at + 1]?.text ?? '') && after !== null) {
    return { value: 2 * after, next: at + 2 }
  }
  const duration = readDuration(words, at)
  if (duration !== null) return duration
  const unit = unitOf(word)
  return unit !== null && word.length > 1 ? { value: unit, next: at + 1 } : null
}
