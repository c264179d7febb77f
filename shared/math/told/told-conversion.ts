import { evaluate } from '../evaluate.ts'
import { type Expression, number, product } from '../expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import { compareQuantities, isQuantity } from '../units.ts'
import { isDoubted, lineBefore, NUMBER, plainWords, readingsOf } from './plain-words.ts'
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
