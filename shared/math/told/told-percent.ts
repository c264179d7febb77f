import type { Slip } from '../verdict.ts'
import {
  isDoubted,
  lineBefore,
  NUMBER,
  near,
  numbersIn,
  plainWords,
  readingsOf,
  sidesOfLine,
} from './plain-words.ts'
import type { Contradiction, ToldRule } from './told.ts'

const PERCENT = new RegExp(`(${NUMBER})\\s?(?:%|percent\\b|per cent\\b|prozent\\b)`, 'gi')
const percentsIn = (text: string): number[] =>
  [...text.matchAll(PERCENT)].flatMap(([, written = '']) => readingsOf(written).slice(0, 1))

const DOWN =
  /discount|reduc|\boff\b|rabatt|nachlass|ermäßig|skonto|cheaper|\bsale\b|gesenkt|reduziert|billiger|drop|fall|fell|decreas|sink|sank|\blos[et]|abnahme|rückgang|gesunken/i
const UP =
  /\bris|rose|increas|raise|markup|\btax\b|\bvat\b|mwst|aufschlag|erhöh|teurer|zuschlag|steuer|\bgoes up|went up|\bup by|steig|stieg|grow|grew|zunahme|anstieg|wächst/i

/** Two changes one after the other. */
const AGAIN =
  /\bthen\b|\bagain\b|\banother\b|followed by|afterwards|\bdann\b|danach|nochmals?|erneut|weitere|anschließend|später|next (?:year|month|day)/i
const ALTOGETHER = /altogether|\btotal|overall|\bin all\b|combined|insgesamt|zusammen|gesamt/i

/** "10 % and then another 10 %" is not 20 %: the second is taken of a changed whole. */
export const addsChanges: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const [sum, more] = percentsIn(text)
  if (sum === undefined || more !== undefined || !ALTOGETHER.test(text) || isDoubted(text)) return null
  if (/points|punkte|\bof\b|\bvon\b/i.test(text)) return null
  for (const line of [at - 1, at - 2]) {
    const told = plainWords(lines[line] ?? '')
    const [first, second, third] = percentsIn(told)
    if (first === undefined || second === undefined || third !== undefined || !AGAIN.test(told)) continue
    if (DOWN.test(told) === UP.test(told) || !near(first + second, sum)) continue
    const sign = DOWN.test(told) ? -1 : 1
    const value = Math.abs((1 + (sign * first) / 100) * (1 + (sign * second) / 100) - 1)
    const about = [first, second].map((percent) => `${percent} %`)
    const slip: Slip = { id: 'adds-percentages', question: { id: 'adds-percentages', about } }
    return {
      told: { line, text: told, value },
      claimed: { line: at, text: `${sum} %`, value: sum / 100 },
      slip,
    }
  }
  return null
}

const ORIGINAL =
  /original|\bold\b|\bbefore\b|alte[rn]?\b|früher|ursprünglich|vorher|initial|\bnetto?\b|ohne|without/i
const AFTER =
  /\bafter\b|\bnach\b|incl|inkl|including|\bnow\b|\bjetzt\b|nur noch|mit\b|\bwith\b|reduced|gesenkt|reduziert|erhöht|increased|raised/i
const MONEY = new RegExp(
  `(?:[€£$]|\\b(?:costs?|kostet|pays?|zahlt))\\s?(?:nur noch |only |now |jetzt )?[€£$]?\\s?(${NUMBER})|(${NUMBER})\\s?(?:€|£|\\$|euros?|dollars?|pounds?)`,
  'gi',
)

/** "After 25 % off it costs 300": 25 % of 300 added back are not what was taken off. */
export const percentOfNewPrice: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (!ORIGINAL.test(text) || isDoubted(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 4); line--) {
    const told = plainWords(lines[line] ?? '')
    const [percent, more] = percentsIn(told)
    const prices = [...told.matchAll(MONEY)].map(([, a, b]) => readingsOf(a ?? b ?? '')[0] ?? Number.NaN)
    const [price, other] = prices
    if (percent === undefined || price === undefined || more !== undefined || other !== undefined) continue
    if (!AFTER.test(told) || DOWN.test(told) === UP.test(told) || percent >= 100) continue
    const sign = DOWN.test(told) ? -1 : 1
    const share = (price * percent) / 100
    const wrong = price - sign * share
    const claimed = numbersIn(text).findLast(({ values }) => values.some((value) => near(value, wrong)))
    if (!claimed) return null
    const value = price / (1 + (sign * percent) / 100)
    return { told: { line, text: told, value }, claimed: { line: at, text: claimed.text, value: wrong } }
  }
  return null
}

const FROM_TO = new RegExp(
  `\\b(?:from|von)\\s+[€£$]?\\s?(${NUMBER})[^\\d%]{0,20}?\\s(?:to|auf)\\s+[€£$]?\\s?(${NUMBER})(?!\\s?%|\\d)`,
  'i',
)

/** "From 500 down to 400": the change is a share of the 500. */
export const changeOfNewValue: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (!/%|per ?cent|prozent/i.test(text) || isDoubted(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 4); line--) {
    const told = plainWords(lines[line] ?? '')
    const found = FROM_TO.exec(told)
    const [from, to] = [found?.[1], found?.[2]].map((written) => readingsOf(written ?? '')[0] ?? Number.NaN)
    if (from === undefined || to === undefined || !(from > 0) || !(to > 0)) continue
    if (!(UP.test(told + text) || DOWN.test(told + text) || /chang|veränder|änder/i.test(told + text)))
      continue
    const change = Math.abs(to - from)
    // "10/50 = 20 % less; the other way round 10/40 = 25 % more"
    if (new RegExp(`[/:÷]\\s*${from}(?![\\d.,])`).test(text)) continue
    for (const [written, over = '', under = ''] of text.matchAll(
      new RegExp(`(${NUMBER})\\s*[/:÷]\\s*(${NUMBER})`, 'g'),
    )) {
      const [a, b] = [readingsOf(over)[0] ?? 0, readingsOf(under)[0] ?? 0]
      if (!near(a, change) || !near(b, to) || near(b, from)) continue
      return {
        told: { line, text: told, value: change / from },
        claimed: { line: at, text: written, value: a / b },
      }
    }
    return null
  }
  return null
}

/** "100/500 …", with interest on interest: n years at p % are more than n·p %. */
export const simpleForCompound: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text) || /simple|einfach|linear/i.test(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 3); line--) {
    const told = plainWords(lines[line] ?? '')
    const [percent, more] = percentsIn(told)
    const years = /(\d{1,2})\s*(?:years?|jahren?)\b/i.exec(told)?.[1]
    const amount = [...told.matchAll(MONEY)].map(([, a, b]) => readingsOf(a ?? b ?? '')[0] ?? Number.NaN)[0]
    if (!/compound|zinseszins/i.test(told) || percent === undefined || more !== undefined) continue
    if (years === undefined || amount === undefined || Number(years) < 2) continue
    const wrong = amount * (1 + (Number(years) * percent) / 100)
    const sides = sidesOfLine(text.replace(/[€£$]/g, ' '))
    const claimed = sides.findLast(({ value }) => near(value, wrong))
    const value = amount * (1 + percent / 100) ** Number(years)
    return claimed && !sides.some((side) => near(side.value, value, 1e-4))
      ? { told: { line, text: told, value }, claimed: { line: at, text: claimed.text, value: wrong } }
      : null
  }
  return null
}

/** "10 % off it: 5.10 − 0.10": a share was taken for an amount. */
export const percentAsAmount: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '').replace(/[€£$]/g, ' ')
  const line = lineBefore(lines, at)
  const told = plainWords(lines[line] ?? '')
  const [percent, more] = percentsIn(told)
  if (percent === undefined || more !== undefined || DOWN.test(told) === UP.test(told) || isDoubted(text))
    return null
  if (/[=≈]/.test(told) || percentsIn(text).length > 0) return null
  const found = new RegExp(`(${NUMBER})\\s*([-+])\\s*(${NUMBER})\\s*=`).exec(text)
  if (!found) return null
  return amountOf(found, percent, DOWN.test(told) ? '-' : '+', { line, told, at })
}

function amountOf(
  [written, whole = '', sign, share = '']: RegExpExecArray,
  percent: number,
  direction: string,
  { line, told, at }: { line: number; told: string; at: number },
): Contradiction | null {
  const [amount, taken] = [readingsOf(whole)[0] ?? 0, readingsOf(share)[0] ?? 0]
  const literal = near(taken, percent / 100) || near(taken, percent)
  const right = (amount * percent) / 100
  if (sign !== direction || !literal || Math.abs(taken - right) < 0.02 * right || amount <= taken) return null
  const claimed = {
    line: at,
    text: written.replace(/\s*=$/, ''),
    value: sign === '-' ? amount - taken : amount + taken,
  }
  return { told: { line, text: told, value: sign === '-' ? amount - right : amount + right }, claimed }
}
