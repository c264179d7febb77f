import { isDoubted, NUMBER, near, plainWords, readingsOf } from './plain-words.ts'
import type { ToldRule } from './told.ts'

const DIVIDED = new RegExp(`(${NUMBER})\\s*(?:/|:|÷)\\s*(${NUMBER})(?:\\s*[=≈]\\s*(${NUMBER}))?`, 'u')
/** Everything has to go in. */
const NEEDED =
  /\b(?:needed|need|needs|enough|required|necessary|must (?:buy|order|book|hire)|has to (?:buy|order)|have to (?:buy|order)|suffice|reichen|reicht|brauch\p{L}*|benötigt|nötig|muss|müssen)(?!\p{L})/iu
const COUNTED =
  /(?:^|\s)(\d{1,4})\s+(?:\p{L}+\s)?(?:bus\p{L}*|cars?|boxes|coach\p{L}*|vans?|sacks?|bags?|packs?|packets?|tins?|cans?|bottles?|tables?|trips?|crates?|rolls?|minibus\p{L}*|taxis?|rooms?|tents?|pages?|litres of paint|busse|autos?|kisten|kartons?|säcke|taschen|packungen|dosen|flaschen|tische|fahrten|rollen|zelte|zimmer)(?!\p{L})/iu
const FULL = /\b(?:full|voll\p{L}*|complete|ganz gefüllt)(?!\p{L})/iu

/** 27 people in cars of 4: 6 cars are not enough. */
export const roundedDown: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const written = COUNTED.exec(text)?.[1]
  if (
    written === undefined ||
    !NEEDED.test(text) ||
    FULL.test(lines.slice(0, at + 1).join(' ')) ||
    isDoubted(text)
  )
    return null
  for (let line = at; line >= Math.max(0, at - 2); line--) {
    const found = DIVIDED.exec(plainWords(lines[line] ?? ''))
    const [whole, by] = [found?.[1], found?.[2]].map((number) => readingsOf(number ?? '')[0] ?? Number.NaN)
    if (!found || whole === undefined || by === undefined) continue
    const quotient = whole / by
    if (!(quotient > 1) || near(quotient, Math.round(quotient)) || Number(written) !== Math.floor(quotient))
      return null
    return {
      told: { line, text: found[0], value: quotient },
      claimed: { line: at, text: written, value: Number(written) },
    }
  }
  return null
}

const SHOWN = /(?:^|[=≈\s])(-?\d+[.,]\d{2,})\s*(?:…|\.\.\.)/u
const SHORTER = /≈\s*(-?\d+[.,]\d+)(?![\d.,…]|\s*(?:…|·|\*|\/|\+|-|×))/u

/** 8/3 = 2.666… and then ≈ 2.66: the digits are there, and the next one is a 6. */
export const cutOff: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const claim = SHORTER.exec(text)?.[1]
  if (
    claim === undefined ||
    isDoubted(text) ||
    /abrund|abgerundet|down|truncat|abgeschnitten|schneid|cut/iu.test(lines.join(' '))
  )
    return null
  for (let line = at; line >= Math.max(0, at - 2); line--) {
    const source = plainWords(lines[line] ?? '')
    const digits = SHOWN.exec(line === at ? source.slice(0, source.indexOf('≈')) : source)?.[1]
    if (digits === undefined) continue
    const [whole, short] = [digits, claim].map((number) => number.replace(',', '.'))
    if (
      whole === undefined ||
      short === undefined ||
      !whole.startsWith(short) ||
      whole.length <= short.length
    )
      return null
    const places = short.split('.')[1]?.length ?? 0
    const right = Number(Number(whole).toFixed(places))
    if (!/[5-9]/.test(whole[short.length] ?? '') || right === Number(short)) return null
    return {
      told: { line, text: `${digits}…`, value: right },
      claimed: { line: at, text: claim, value: Number(short) },
    }
  }
  return null
}
