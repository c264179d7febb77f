import { isDoubted, near, plainWords, sidesOfLine } from './plain-words.ts'
import type { ToldRule, Worth } from './told.ts'

const SEVERAL_BACK = 5
const before = (lines: readonly string[], at: number): { line: number; text: string }[] =>
  lines
    .slice(Math.max(0, at - SEVERAL_BACK), at)
    .map((text, i) => ({ line: Math.max(0, at - SEVERAL_BACK) + i, text: plainWords(text) }))

const FRACTION = String.raw`\(?(\d+)\)?\s*/\s*\(?(\d+)\)?`
const KEPT_OUT =
  /without (?:replacement|replacing|putting)|ohne zurück|keep (?:them|it) out|nicht zurück|not (?:put|replaced)|kept out/i

/** Two draws with nothing put back: the second is from one ball fewer, so the denominators cannot be the same. */
export const sameUrnTwice: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const product = new RegExp(`${FRACTION}\\s*[·*×]\\s*${FRACTION}`).exec(text)
  if (!product || isDoubted(text)) return null
  const told = before(lines, at).find((one) => KEPT_OUT.test(one.text))
  const [a, n, b, m] = product.slice(1).map(Number)
  if (!told || a === undefined || b === undefined || n === undefined || n !== m || n < 3) return null
  // The same fraction twice: both balls of one colour, of which one is gone.
  const right = a === b ? (a / n) * ((b - 1) / (n - 1)) : (a / n) * (b / (n - 1))
  return {
    told: { line: told.line, text: told.text, value: right },
    claimed: { line: at, text: product[0], value: (a * b) / (n * n) },
  }
}

const COIN = /\bcoins?\b|münze/i
const DIE = /\bdie\b|\bdice\b|würfel/i
const BOTH = /P\(\s*(?:heads?|tails?|kopf|zahl|wappen)\s*(?:and|und|∩|,)\s*(?:an? |eine )?\d\s*\)/i
/** A coin and a die: the chance of both is the product of the chances. */
export const addsIndependent: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const told = [...before(lines, at), { line: at, text }].find((one) => BOTH.test(one.text))
  const story = lines.slice(0, at + 1).join(' ')
  if (!told || !COIN.test(story) || !DIE.test(story) || isDoubted(text)) return null
  const sum = /1\s*\/\s*2\s*\+\s*1\s*\/\s*6|1\s*\/\s*6\s*\+\s*1\s*\/\s*2/.exec(text)
  return sum
    ? {
        told: { line: told.line, text: told.text, value: 1 / 12 },
        claimed: { line: at, text: sum[0], value: 2 / 3 },
      }
    : null
}

const THROWS: Readonly<Record<string, number>> = {
  twice: 2,
  zweimal: 2,
  'two times': 2,
  dreimal: 3,
  'three times': 3,
  viermal: 4,
  'four times': 4,
  fünfmal: 5,
  'five times': 5,
}
const OFTEN = new RegExp(
  `\\b(${Object.keys(THROWS).join('|')}|(\\d{1,2})[ -]?(?:times|mal|coins|münzen|tosses|würfe\\w*))(?![\\p{L}])`,
  'iu',
)
const EXACTLY: Readonly<Record<string, number>> = {
  einmal: 1,
  once: 1,
  one: 1,
  ein: 1,
  eine: 1,
  zweimal: 2,
  twice: 2,
  two: 2,
  zwei: 2,
  dreimal: 3,
  three: 3,
}
const EXACT = new RegExp(
  `(?:genau|exactly)\\s+(${Object.keys(EXACTLY).join('|')}|\\d)(?:[ -]?(?:times|mal))?\\s*(?:heads?|tails?|kopf|zahl|wappen)?`,
  'iu',
)

/** Three throws of a coin, heads exactly once: it may be the first, the second or the third. */
export const oneOrderOnly: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const exactly = EXACT.exec(text)
  const told = [...before(lines, at), { line: at, text }].find(
    (one) => COIN.test(one.text) && OFTEN.test(one.text),
  )
  if (!exactly || !told || isDoubted(text)) return null
  const often = OFTEN.exec(told.text)
  const throws = THROWS[often?.[1]?.toLowerCase() ?? ''] ?? Number(often?.[2])
  const times = EXACTLY[exactly[1]?.toLowerCase() ?? ''] ?? Number(exactly[1])
  if (!(throws > 1 && throws < 30 && times > 0 && times < throws)) return null
  const one = 0.5 ** throws
  const claimed = claimAfterEquals(text)
  if (!claimed || !near(claimed.value, one)) return null
  let ways = 1
  for (let i = 0; i < times; i++) ways = (ways * (throws - i)) / (i + 1)
  return { told: { line: told.line, text: exactly[0], value: ways * one }, claimed: { ...claimed, line: at } }
}

/** The last side of a line after P(…), which is no letter. */
function claimAfterEquals(text: string): Pick<Worth, 'text' | 'value'> | null {
  const right = /[=≈:]\s*([^=≈:]+)$/.exec(text)?.[1]
  const side = right === undefined ? undefined : sidesOfLine(right).at(-1)
  return side && Number.isFinite(side.value) ? side : null
}
