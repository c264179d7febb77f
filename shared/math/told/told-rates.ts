import { isDoubted, NUMBER, near, numbersIn, plainWords, readingsOf } from './plain-words.ts'
import type { ToldRule } from './told.ts'

const first = (written: string | undefined): number => readingsOf(written ?? '')[0] ?? Number.NaN
const SPEED = new RegExp(`(${NUMBER})\\s*(km/h|mph|m/s|miles per hour|km per hour|kilometers per hour)`, 'gi')
const AVERAGE = /average|mean speed|durchschnitt|im schnitt|mittlere/i
const AND_BACK =
  /\bback\b|\breturn|zurück|rückweg|rückfahrt|same (?:way|distance|road|route)|dieselbe strecke|gleiche strecke/i

/** There at 10, back at 20: more time goes by at 10, so the average is not 15. */
export const averageOfSpeeds: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const story = lines.slice(Math.max(0, at - 4), at).map(plainWords)
  const told = story.findIndex((line) => AND_BACK.test(line) && [...line.matchAll(SPEED)].length === 2)
  if (told < 0 || isDoubted(text) || ![...story, text].some((line) => AVERAGE.test(line))) return null
  const line = Math.max(0, at - 4) + told
  const [a, b] = [...(story[told] ?? '').matchAll(SPEED)].map(([, written]) => first(written))
  if (a === undefined || b === undefined || a === b) return null
  const wrong = (a + b) / 2
  const halved = new RegExp(`\\(\\s*(${NUMBER})\\s*\\+\\s*(${NUMBER})\\s*\\)\\s*[/:÷]\\s*2\\b`).exec(text)
  if (!halved || [a, b].some((speed) => speed !== first(halved[1]) && speed !== first(halved[2]))) return null
  return {
    told: { line, text: story[told] ?? '', value: (2 * a * b) / (a + b) },
    claimed: { line: at, text: halved[0], value: wrong },
  }
}

/** Who or what does a work that is done sooner by more of them. */
const WORKERS =
  /^(?:workers?|painters?|builders?|gardeners?|bakers?|men|women|people|students?|helpers?|machines?|pumps?|taps?|pipes?|printers?|diggers?|robots?|teams?|arbeiter\w*|maler\w*|maurer|gärtner|bäcker|handwerker|bagger|pumpen?|maschinen?|leute|personen|helfer\w*|schüler|roboter|drucker|mähdrescher|rohre?)$/i
const WORK = new RegExp(
  `^(?:if )?(\\d+|\\p{L}+)\\s(\\p{L}+)\\s(?:need|needs|take|takes|brauchen|benötigen)\\s(${NUMBER})\\s(hours?|days?|minutes?|weeks?|stunden?|tage?n?|minuten?|wochen?|h|min)\\b`,
  'iu',
)
const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
}

/** 4 painters need 9 hours: 6 of them need fewer, not more. */
export const moreWorkersNeedLess: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 3); line--) {
    const told = plainWords(lines[line] ?? '')
    const [, some = '', who = '', time, unit = ''] = WORK.exec(told) ?? []
    if (!WORKERS.test(who) || numbersIn(told).length > 2) continue
    const [workers, needed] = [COUNTS[some.toLowerCase()] ?? first(some), first(time)]
    const others = lines
      .slice(line + 1, at + 1)
      .map(
        (one) =>
          new RegExp(`(\\d+)\\s(?:of them|davon|${who.slice(0, 4)}\\p{L}*)`, 'iu').exec(plainWords(one))?.[1],
      )
      .find((count) => count !== undefined)
    const count = first(others)
    const wrong = (needed * count) / workers
    if (!(count > 0) || count === workers) return null
    const ofTime = new RegExp(`(${NUMBER})\\s${unit.slice(0, 3)}\\p{L}*`, 'giu')
    const claimed = [...text.matchAll(ofTime)].findLast(([, written]) => near(first(written), wrong))
    return claimed
      ? {
          told: { line, text: told, value: (needed * workers) / count },
          claimed: { line: at, text: claimed[0], value: wrong },
        }
      : null
  }
  return null
}

const TIMES: Readonly<Record<string, number>> = {
  twice: 2,
  'two times': 2,
  'three times': 3,
  'four times': 4,
  'five times': 5,
  'six times': 6,
  'ten times': 10,
  doppelt: 2,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  fünfmal: 5,
  sechsmal: 6,
  zehnmal: 10,
}
const AS_MANY = new RegExp(
  `(${Object.keys(TIMES).join('|')}|(\\d+)(?: times| ?mal)) (?:as many|so viele) (?:\\p{L}+ ){0,2}?\\(?([A-Za-z])\\)? (?:as|wie) (?:\\p{L}+ ){0,2}?\\(?([A-Za-z])\\)?(?![\\p{L}])`,
  'iu',
)

/** Six times as many students S as professors P: S = 6P, not 6S = P. Letters stand in brackets after their words. */
export const turnedAround: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 2); line--) {
    const told = plainWords(lines[line] ?? '')
    const [, named = '', digits, more = '', fewer = ''] = AS_MANY.exec(told) ?? []
    const times = digits === undefined ? TIMES[named.toLowerCase()] : Number(digits)
    if (times === undefined || more === '' || more === fewer) continue
    const sides = text.replace(/[\s·*.]/g, '').split('=')
    const wrong = [`${times}${more}`, fewer]
    if (sides.length !== 2 || !wrong.every((side) => sides.includes(side))) return null
    return {
      told: { line, text: told, value: times },
      claimed: { line: at, text: `${times}${more} = ${fewer}`, value: 1 / times },
      at: { [fewer]: 1 },
    }
  }
  return null
}
