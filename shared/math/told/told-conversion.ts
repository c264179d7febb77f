import { evaluate } from '../evaluate.ts'
import { type Expression, number, product } from '../expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import { compareQuantities, isQuantity } from '../units.ts'
import { isDoubted, lineBefore, NUMBER, numbersIn, plainWords, readingsOf } from './plain-words.ts'
import type { ToldRule } from './told.ts'

const UNIT = `[a-zA-Zμ]{1,4}[²³]?(?:/[a-zA-Z]{1,3}[²³]?)?`
const ASKED = new RegExp(
  `^(?:convert |umrechnen:? |wandle |rechne )?(${NUMBER})\\s?(${UNIT})\\s(?:in|into|to|→)\\s(${UNIT})(?:\\s(?:um|umrechnen))?\\s?[?:.]?$`,
  'i',
)
const CLAIM = new RegExp(`^([^a-zA-Z=≈]*|[^=≈]*${UNIT}\\s*)[=≈]\\s*(${NUMBER})\\s?(${UNIT})\\s*[.!✓]?$`)

/** "15 m/s in km/h" and then 4.17 km/h: a change of unit done the wrong way. */
export const convertedWrongly: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const line = lineBefore(lines, at)
  const told = plainWords(lines[line] ?? '')
  const [, amount = '', from = '', to = ''] = ASKED.exec(told) ?? []
  const [, left = '', result = '', unit = ''] = CLAIM.exec(text) ?? []
  if (to === '' || unit !== to || isDoubted(text) || /[a-zA-Z]/.test(left)) return null
  const one = quantityOf(1, to)
  const claimed = readingsOf(result)
  const [value] = claimed
  if (!one || value === undefined) return null
  const rights = readingsOf(amount).map((size) => ratio(quantityOf(size, from), one))
  const [right] = rights
  if (right === undefined || !rights.every((size) => size > 0)) return null
  if (rights.some((size) => claimed.some((is) => Math.abs(is - size) < 0.02 * size))) return null
  return {
    told: { line, text: `${amount} ${from}`, value: right },
    claimed: { line: at, text: `${result} ${unit}`, value },
  }
}

function quantityOf(size: number, unit: string): Expression | null {
  const parsed = parseLine(`1 ${unit}`, PLAIN_READING)
  const side =
    parsed.kind === 'statements' ? parsed.statements[0]?.cases[0]?.[0]?.sides[0]?.expression : undefined
  return side && isQuantity(side) ? product([number(size), side]) : null
}

/** How many of the second the first is; NaN where they are not of one kind. */
function ratio(a: Expression | null, b: Expression): number {
  if (!a) return Number.NaN
  const compared = compareQuantities(a, b, true)
  if (compared.result !== 'different') return compared.result === 'equal' ? 1 : Number.NaN
  return evaluate(a, compared.at) / evaluate(b, compared.at)
}

const CLOCK = /\b(\d{1,2})\s?(?:h|hours?|std\.?|stunden?)\s(?:and |und )?(\d{1,2})\s?min/i

/** 1 h 15 min is 1.25 h: minutes are sixtieths, not hundredths. */
export const minutesAsHundredths: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text)) return null
  for (const line of [at - 1, at - 2]) {
    const told = plainWords(lines[line] ?? '')
    const [, hours = '', minutes = ''] = CLOCK.exec(told) ?? []
    if (minutes === '' || Number(minutes) === 0) continue
    const decimal = `${hours}[.,]${minutes.padStart(2, '0')}`
    const speeds = numbersIn(told.replace(CLOCK, ' ')).map((one) => one.text)
    const by = speeds.length > 0 && /km\/h|mph|m\/s|per hour|€|\$/.test(told) ? speeds.join('|') : null
    const beside = by === null ? '' : `|\\s*[·*×]\\s*(?:${by})(?![\\d.,])`
    const before = by === null ? '' : `(?:(?:${by})\\s*[·*×]\\s*)?`
    const found = new RegExp(
      `(?<![\\d.,])${before}(${decimal})(?:\\s?(?:h|hours?|stunden?)\\b${beside})`,
      'i',
    ).exec(text)
    const product = by === null ? null : new RegExp(`(?:${by})\\s*[·*×]\\s*(${decimal})(?![\\d])`).exec(text)
    const written = found?.[1] ?? product?.[1]
    if (written === undefined) continue
    const value = Number(hours) + Number(minutes) / 60
    const claimed = { line: at, text: written, value: readingsOf(written)[0] ?? Number.NaN }
    return { told: { line, text: `${hours} h ${minutes} min`, value }, claimed }
  }
  return null
}
