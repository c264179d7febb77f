import type { SkillContext } from '../skill.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const SMALL = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const NUMBERS = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...['eine', 'einen', 'einem', 'einer', 'eins', 'ner', 'ne', 'nem'].map((word): [string, number] => [
    word,
    1,
  ]),
  ['zwo', 2],
  ['anderthalb', 1.5],
  ['eineinhalb', 1.5],
  ['zweieinhalb', 2.5],
  ['fünfzehn', 15],
  ['zwanzig', 20],
  ['fünfundzwanzig', 25],
  ['dreißig', 30],
  ['dreissig', 30],
  ['vierzig', 40],
  ['fünfundvierzig', 45],
  ['fünfzig', 50],
  ['sechzig', 60],
  ['neunzig', 90],
  ['hundert', 100],
])
/** The longest first: "fünf" begins "fünfzehn". */
const WORDS = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')
const NUMBER = `(?:\\d+(?:[.,]\\d+)?|${WORDS})`
const UNIT =
  '(?:millisekunden?|sekunden?|sek\\.?|minuten?|min\\.?|stunden?|std\\.?|tage?n?|wochen?|[smh](?![\\p{L}]))'
const HALVES = '(?:(?:einer?|ner?) )?(?:halben?|viertel|dreiviertel)[ -]?(?:stunde|minute)'
const PIECE = `(?:${HALVES}|${NUMBER}[ -]?${UNIT})(?![\\p{L}])`
/** A duration, for patterns: "10 Minuten", "einer halben Stunde", "1 Stunde und 30 Minuten". */
export const SPAN = `(?:${PIECE}(?:(?: und)? ${NUMBER}[ -]?${UNIT}(?![\\p{L}]))?)`

/** A number in figures or words; null for anything else. */
export function germanNumber(text: string): number | null {
  const word = text.toLowerCase()
  if (/^\d+(?:[.,]\d+)?$/.test(word)) return Number(word.replace(',', '.'))
  return NUMBERS.get(word) ?? null
}

/** The duration that a text matched by SPAN stands for, in ms. */
export function germanSpan(text: string): number {
  let ms = 0
  const pieces = new RegExp(`(${HALVES})|(${NUMBER})[ -]?(${UNIT})(?![\\p{L}])`, 'giu')
  for (const [, part, number, unit] of text.matchAll(pieces)) {
    if (part !== undefined)
      ms +=
        (/dreiviertel/i.test(part) ? 0.75 : /viertel/i.test(part) ? 0.25 : 0.5) *
        (/minute/i.test(part) ? MINUTE : HOUR)
    else ms += (germanNumber(number ?? '') ?? 0) * unitOf(unit ?? '')
  }
  return ms
}

/** ms of one unit, by how its name begins. */
export function unitOf(unit: string): number {
  const name = unit.toLowerCase()
  if (name.startsWith('milli')) return 1
  if (name.startsWith('min') || name === 'm') return MINUTE
  if (name.startsWith('st') || name === 'h') return HOUR
  if (name.startsWith('t')) return DAY
  return name.startsWith('w') ? 7 * DAY : SECOND
}

const HOURS = '(?:\\d{1,2}|eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)'
const DAYS =
  '(?:heute|morgen|übermorgen|(?:am )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag))'
const PART = '(?: ?(?:früh|vormittag|mittag|nachmittag|abend|nacht))'
const OF_DAY = ' (?:morgens|vormittags|mittags|nachmittags|abends|nachts|früh)'
/** A time of day, for patterns: "15 Uhr", "halb vier", "viertel nach drei", "mittag". */
const TIME = `(?:\\d{1,2}[:.]\\d\\d(?: ?uhr)?|${HOURS} uhr(?: ?\\d{1,2}(?! ?(?:min|sek|stund)))?|(?:halb|viertel (?:vor|nach)|dreiviertel|viertel|${NUMBER}(?: minuten)? (?:vor|nach)) ${HOURS}(?: uhr)?|mittags?|mitternacht|${HOURS})(?:${OF_DAY})?`
/** A time with its day, for patterns: "morgen um 9", "um halb vier", "am Montag um 10 Uhr". */
export const CLOCK = `(?:um (?:halb|viertel (?:vor|nach))(?! ?${HOURS}(?![\\p{L}]))|(?:zur|um die) (?:nächsten )?(?:vollen|halben|volle|halbe) stunde|${DAYS}${PART}? (?:um|gegen) ${TIME}|(?:um|gegen) ${TIME}|\\d{1,2}(?:[:.]\\d\\d)? ?uhr|${DAYS}${PART}|mittag|mitternacht)(?![\\p{L}\\d:])`

const WEEKDAYS = ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag']
const PARTS: Record<string, number> = {
  früh: 8,
  vormittag: 10,
  mittag: 12,
  nachmittag: 15,
  abend: 19,
  nacht: 22,
}

/**
 * The time that a text matched by CLOCK stands for, in ms since the epoch. Without a day it is the next one a
 * person would mean: "um 3" is 15:00 if it is 14:00 now.
 */
export function germanClock(
  text: string,
  { now, timeZone }: Pick<SkillContext, 'now' | 'timeZone'>,
): number | null {
  const said = text.toLowerCase()
  const nearest = /halb$|halben? stunde/.test(said)
    ? 30
    : /volle[nr]? stunde/.test(said)
      ? 0
      : /viertel nach$/.test(said)
        ? 15
        : /viertel vor$/.test(said)
          ? 45
          : null
  if (nearest !== null) {
    const hour = Math.floor((now + timeZone * MINUTE) / HOUR) * HOUR - timeZone * MINUTE
    const next = hour + nearest * MINUTE
    return next > now ? next : next + HOUR
  }
  const local = now + timeZone * MINUTE
  const midnight = Math.floor(local / DAY) * DAY - timeZone * MINUTE
  const weekday = WEEKDAYS.findIndex(
    (name) => said.includes(name) || (name === 'samstag' && said.includes('sonnabend')),
  )
  const today = new Date(local).getUTCDay()
  const days = /übermorgen/.test(said)
    ? 2
    : /^morgen\b/.test(said)
      ? 1
      : weekday >= 0
        ? (weekday - today + 7) % 7 || 7
        : 0
  const dated = days > 0 || /heute/.test(said)
  const part = Object.entries(PARTS).find(([name]) => new RegExp(`${name}s?\\b`).test(said))
  const minutes = minutesOf(said)
  if (minutes === null) return part === undefined ? null : midnight + days * DAY + part[1] * HOUR
  const evening = /nachmittag|abend/.test(said)
  const exact = /[:.]\d\d|mittag|mitternacht|morgens|früh|vormittag/.test(said) || minutes >= 12 * 60
  let at = midnight + days * DAY + (evening && minutes < 12 * 60 ? minutes + 12 * 60 : minutes) * MINUTE
  while (at <= now && !dated) at += exact ? DAY : 12 * HOUR
  return at
}

/** Minutes since midnight; null when only a part of the day is named. */
function minutesOf(said: string): number | null {
  const figures = /(\d{1,2})[:.](\d\d)/.exec(said)
  if (figures) return Number(figures[1]) * 60 + Number(figures[2])
  const side = new RegExp(
    `(halb|viertel vor|viertel nach|dreiviertel|viertel|(${NUMBER})(?: minuten)? (vor|nach)) (${HOURS})`,
  ).exec(said)
  if (side) {
    const hour = (germanNumber(side[4] ?? '') ?? 0) * 60
    if (side[1] === 'halb') return hour - 30
    if (side[1] === 'dreiviertel') return hour - 15
    if (side[1] === 'viertel') return hour - 45
    const by = side[2] === undefined ? 15 : (germanNumber(side[2]) ?? 0)
    return /vor/.test(side[1] ?? '') ? hour - by : hour + by
  }
  const hour = new RegExp(`(?:um |gegen |^)(${HOURS})(?: ?uhr(?: ?(\\d{1,2}))?)?(?![\\p{L}\\d])`, 'u').exec(
    said,
  )
  if (hour) return (germanNumber(hour[1] ?? '') ?? 0) * 60 + Number(hour[2] ?? 0)
  if (/mitternacht/.test(said)) return 24 * 60
  return /\bmittags?\b/.test(said) && !/(?:heute|morgen) mittag/.test(said) ? 12 * 60 : null
}
