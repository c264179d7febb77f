import {
  isDoubted,
  lineBefore,
  NUMBER,
  numbersIn,
  plainWords,
  readingsOf,
  sidesOfLine,
} from './plain-words.ts'
import type { ToldRule, Worth } from './told.ts'

/** What is asked for: a multiple of `unit`, or so many `figures`. `rest` is the line without the words for it. */
type Task = ({ unit: number } | { figures: number }) & { rest: string }

const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ein: 1,
  eine: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
}
const HOW_MANY = `(\\d|${Object.keys(COUNTS).join('|')})`
const PLACES = new RegExp(
  `\\b(?:auf|to|correct to)?\\s*${HOW_MANY}[\\s-]*(?:decimal places?|decimals?|d\\.?\\s?p\\b\\.?|nachkommastellen?|dezimal(?:stellen?|en)|stellen? (?:hinter|nach) dem komma)`,
  'i',
)
const FIGURES = new RegExp(
  `\\b(?:auf|to|correct to)?\\s*${HOW_MANY}[\\s-]*(?:significant (?:figures?|digits?)|sig\\.?\\s?figs?|s\\.?\\s?f\\b\\.?|signifikante?r? (?:stellen?|ziffern?)|(?:gültige?|geltende?)n? (?:ziffern?|stellen?))`,
  'i',
)
const UNITS: Readonly<Record<string, number>> = {
  tenth: 0.1,
  hundredth: 0.01,
  thousandth: 0.001,
  whole: 1,
  'whole number': 1,
  integer: 1,
  unit: 1,
  ten: 10,
  hundred: 100,
  thousand: 1000,
  'ten thousand': 10_000,
  million: 1e6,
  zehntel: 0.1,
  hundertstel: 0.01,
  tausendstel: 0.001,
  ganze: 1,
  'ganze zahlen': 1,
  einer: 1,
  zehner: 10,
  hunderter: 100,
  tausender: 1000,
  zehntausender: 10_000,
  millionen: 1e6,
}
const NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length)
const NEAREST = new RegExp(`\\b(?:to )?(?:the )?nearest (${NAMES.join('|')}|\\d+(?:\\.\\d+)?)\\b`, 'i')
const UP_TO = new RegExp(`\\bauf (?:volle |ganze )?(${NAMES.join('|')})\\b`, 'i')

/** Rounding of another kind than to the nearest. */
const OTHERWISE =
  /aufrund|abrund|aufgerundet|abgerundet|\b(?:up|down)\b|truncat|schneid|mindest|at least|floor/i
/** Words that ask for nothing else than rounding. */
const ROUNDING_WORDS =
  /^(?:round(?:ed|ing)?|runden?|rundet|gerundet|correct|give|write|the|number|value|die|zahl|is|ist|sind|to|auf|as|and|on|wir|we|let's|or|now|jetzt|dann|then|bitte|please|result|ergebnis)$/i

/** "3 s.f.: 14.3; 1 s.f.: 10": which number is for which is not told apart. */
const isSeveral = (text: string): boolean =>
  [PLACES, FIGURES, NEAREST, UP_TO].reduce(
    (count, task) => count + (text.match(new RegExp(task, 'gi')) ?? []).length,
    0,
  ) > 1

function taskIn(text: string): Task | null {
  if (OTHERWISE.test(text) || isSeveral(text)) return null
  const counted = (found: RegExpExecArray): number =>
    COUNTS[found[1]?.toLowerCase() ?? ''] ?? Number(found[1])
  const without = ([whole]: RegExpExecArray): string =>
    text
      .replace(whole, ' ')
      .replace(/\(\s*\)/g, ' ')
      .trim()
  const figures = FIGURES.exec(text)
  if (figures) return { figures: counted(figures), rest: without(figures) }
  const places = PLACES.exec(text)
  if (places) return { unit: 10 ** -counted(places), rest: without(places) }
  const named = NEAREST.exec(text) ?? (/rund|≈/i.test(text) ? UP_TO.exec(text) : null)
  const unit = named && (UNITS[named[1]?.toLowerCase() ?? ''] ?? Number(named[1]))
  return named && unit ? { unit, rest: without(named) } : null
}

/** Halves go up, as in school; `even`: the other of the two where the value is just between. */
function roundedTo(value: number, task: Task, even = false): number {
  const unit = 'unit' in task ? task.unit : 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - task.figures)
  const scaled = Math.abs(value) / unit
  const half = Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6
  const whole = half ? Math.floor(scaled) + (even ? 0 : 1) : Math.round(scaled)
  return Math.sign(value) * Number((whole * unit).toPrecision(12))
}

const CLAIM = new RegExp(
  `(?:^|[≈=~:]|\\b(?:is|gives|ist|sind|ergibt)\\b)\\s*(-?)(${NUMBER})\\s*(?:[a-zA-Z°²³/]{1,4}|[€£%])?[\\s.!✓]*$`,
)
/** What is further from the number, of its size, is not meant to be the number rounded. */
const CLOSENESS = 0.5

/** "8.4676 to two decimal places" and then 8.46: the next digit decides. */
export const toldRounding: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text) || OTHERWISE.test(text)) return null
  const own = taskIn(text)
  const above = lineBefore(lines, at)
  // "2.348 to 1 decimal place", "2.348 ≈ 2.35", "≈ 2.4": the task is that of the line above the one on the way.
  const onTheWay = /^≈/.test(text) && isOnTheWay(lines, above)
  const before = onTheWay ? lineBefore(lines, above) : above
  const asked = own ? null : taskIn(plainWords(lines[before] ?? ''))
  if (asked && /^≈/.test(plainWords(lines[at + 1] ?? '')) && isOnTheWay(lines, at)) return null
  // Two tasks one after the other: the second is worked on with the number of the first.
  if (asked && taskIn(plainWords(lines[lineBefore(lines, before)] ?? ''))) return null
  // "first to hundredths: 3.45" is a step on the way.
  if (asked && (text.match(/\p{L}{3,}/gu) ?? []).some((word) => !ROUNDING_WORDS.test(word))) return null
  const task = own ?? asked
  const body = own ? own.rest : text
  const claim = CLAIM.exec(body)
  if (!task || !claim || (own && !/[≈=~:]|\b(?:is|gives|ist|sind|ergibt)\b/.test(body))) return null
  const claimed = readingsOf(claim[2] ?? '').map((value) => (claim[1] ? -value : value))
  const source = sourcesOf(lines, at, before, body, asked)
  const sources = source.flatMap(({ value }) => value)
  const fits = (value: number): boolean =>
    claimed.some(
      (one) =>
        close(one, value) || close(one, roundedTo(value, task)) || close(one, roundedTo(value, task, true)),
    )
  const [value] = claimed
  if (value === undefined || sources.some(fits)) return null
  const last = source.findLast((one) => Math.abs(value - one.value) <= CLOSENESS * Math.abs(one.value))
  if (!last) return null
  return {
    told: { line: last.line, text: last.text, value: roundedTo(last.value, task) },
    claimed: { line: at, text: `${claim[1]}${claim[2]}`, value },
  }
}

const WRITTEN_OUT = /^(\d+[.,]\d+) ?≈ ?(\d+(?:[.,](\d+))?)$/

/** "2.348 ≈ 2.35" after the number alone was to be rounded: right so far, and the next line may round further. */
function isOnTheWay(lines: readonly string[], at: number): boolean {
  const [, from = '', to = '', decimals = ''] = WRITTEN_OUT.exec(plainWords(lines[at] ?? '')) ?? []
  const given = numbersIn(taskIn(plainWords(lines[lineBefore(lines, at)] ?? ''))?.rest ?? '')
  if (from === '' || given.length !== 1 || given[0]?.text !== from) return false
  const task = { unit: 10 ** -decimals.length, rest: '' }
  return readingsOf(from).some((value) =>
    readingsOf(to).some((rounded) => close(rounded, roundedTo(value, task))),
  )
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1e-3, Math.abs(a), Math.abs(b))

/** What may be rounded: the number of the task, the side before, the value of the line before under the same name. */
function sourcesOf(
  lines: readonly string[],
  at: number,
  before: number,
  body: string,
  asked: Task | null,
): Worth[] {
  const worths = (line: number, text = lines[line] ?? '', name: string | null = null): Worth[] => {
    const sides = sidesOfLine(plainWords(text))
    const named = sides.find((side) => side.name !== null)?.name ?? null
    const unknown = sides.some((side) => side.name === null && Number.isNaN(side.value))
    if (unknown || (named ?? name) !== (name ?? named)) return []
    return sides.flatMap(({ text: written, value }) =>
      Number.isFinite(value) && value !== 0 ? [{ line, text: written, value }] : [],
    )
  }
  const own = sidesOfLine(body).slice(0, -1)
  const name = own.find((side) => side.name !== null)?.name ?? null
  const beside = own.filter(({ value }) => Number.isFinite(value) && value !== 0)
  if (own.some((side) => side.name === null && Number.isNaN(side.value))) return []
  if (asked) {
    const numbers = numbersIn(asked.rest)
    const words = asked.rest.match(/\p{L}+/gu) ?? []
    if (!words.every((word) => ROUNDING_WORDS.test(word))) return []
    if (numbers.length === 1 && /^[\p{L}\d\s.,:()'-]*$/u.test(asked.rest))
      return numbers.flatMap(({ text, values }) =>
        name === null ? values.map((value) => ({ line: before, text, value })) : [],
      )
    if (numbers.length > 0) return []
    const earlier = lineBefore(lines, before)
    // What an earlier task made of a number is not rounded again.
    if (taskIn(plainWords(lines[lineBefore(lines, earlier)] ?? ''))) return []
    return beside.length > 0 ? [] : worths(earlier, undefined, name)
  }
  if (beside.length > 0) return beside.map(({ text, value }) => ({ line: at, text, value }))
  if (!taskIn(plainWords(lines[before] ?? ''))) return worths(before, undefined, name)
  return roundedBefore(lines, before, worths)
}

/** "48 723 to the nearest thousand ≈ 49 000", and then to the nearest hundred: what was rounded before, and what it became. */
function roundedBefore(
  lines: readonly string[],
  before: number,
  worths: (line: number) => readonly Worth[],
): Worth[] {
  const [line, task] = [before, taskIn(plainWords(lines[before] ?? ''))]
  if (!task) return [...worths(before)]
  const numbers = numbersIn(task.rest).flatMap(({ text, values }) =>
    values.map((value) => ({ line, text, value })),
  )
  const above = lineBefore(lines, before)
  if (numbersIn(task.rest).length > 1 || above < 0) return numbers.reverse()
  const original = roundedBefore(lines, above, worths)
  return original.length > 0 ? [...numbers, ...original] : []
}
