import {
  type Claim,
  claimOf,
  type Found,
  falseSide,
  found,
  NUMBER,
  numberOf,
  type ToldLine,
} from './given-line.ts'
import { chanceOf, knownChances, onDie } from './known-chances.ts'

/**
 * Probabilities: none is below 0 or above 1; P(A ∪ B), P(A′) and P(A | B) from those that are known; binomial
 * distributions with n and p; tosses of a coin; draws with and without replacement.
 */
export function falseProbability(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  if (!claim) return null
  const name = eventName(claim.name) ?? goesOn(claim, above)
  const plainP = claim.name === 'P' && lastEvent(above) !== null
  if (name === null && !plainP) return null
  const event = name ?? lastEvent(above)
  const spoken = eventName(claim.name) === null ? (lastSpoken(above) ?? '') : claim.name
  const expected =
    event === null
      ? null
      : (fromKnown(event, above) ??
        binomial(event, above) ??
        tossed(event, spoken, above) ??
        drawn(event, above))
  const written = expected === null ? null : falseSide(claim, expected)
  if (written && expected !== null)
    return found(here, above.at(-1)?.line ?? 0, spoken || (event ?? 'P'), expected, written)
  if (event !== null && !/^(?:n|N|\|)/.test(event)) return beyond(here, claim, event)
  return plainP ? beyond(here, claim, 'P') : null
}

/** P(A ∪ B), n(A), |A ∩ B| without spaces; null for anything else. */
function eventName(name: string): string | null {
  const bare = name.replace(/\s+/g, '').replace(/[’′]|\^c$|\^c(?=\))/gi, "'")
  // P(1|2) is a point, p(x) and p(1 + √2) a polynomial.
  if (/^P\([-−\d.|;,/]+\)$/.test(bare) || /^p\([^A-Z]*\)$/.test(bare)) return null
  return /^(?:[PpnN]\(.+\)|\|[A-Z](?:['∩∪∖][A-Z]?)*\|)$/.test(bare) ? bare : null
}

/** "= 0.5 · 0.5²" right after a line that asks for a probability. */
function goesOn(claim: Claim, above: readonly ToldLine[]): string | null {
  return claim.name === '' ? lastEvent(above.slice(-1)) : null
}

function lastEvent(above: readonly ToldLine[]): string | null {
  const last = above.findLast(({ plain }) => /\bP\s*\([^()]*\)/.test(plain))
  const events = last?.plain.match(/\bP\s*\([^()]*(?:\([^()]*\))?[^()]*\)/g) ?? []
  // P(X ≥ 1) = 1 − P(X = 0)
  const opposite = events.length === 2 && /\)\s*=\s*1\s*[-−]\s*P\s*\([^()]*\)$/.test(last?.plain ?? '')
  if (opposite && events[0]) return eventName(events[0])
  const only =
    events.length === 1 &&
    last &&
    !/[=≈]\s*[\d\\(]/.test(last.plain.slice(last.plain.indexOf(events[0] ?? '') + (events[0]?.length ?? 0)))
  return only && events[0] ? eventName(events[0]) : null
}

/** A probability above 1 or below 0 is none. */
function beyond(here: ToldLine, { sides }: Claim, event: string): Found | null {
  const side = sides.find(
    ({ values }) => values.length > 0 && values.every((value) => value > 1 + 1e-9 || value < -1e-9),
  )
  const percent = side && /%|\bvon\b|\bof\b/.test(here.plain)
  if (!side || percent) return null
  const [value = 0] = side.values
  return found(
    here,
    here.line,
    `${event} ${value > 1 ? '≤' : '≥'} ${value > 1 ? 1 : 0}: ${event}`,
    value > 1 ? 1 : 0,
    side,
  )
}

/** What is known of A and B by the lines above. */
function fromKnown(event: string, above: readonly ToldLine[]): number | null {
  const known = knownChances(above, eventName)
  const of = /^(.*[(|])([A-Z])([∪∩|]?)([A-Z]?)([)|])$/.exec(event)
  const words = above.map(({ plain }) => plain).join(' ')
  if (!of) return onDie(event, words) ?? chanceOf(event, known, words)
  const [, open = '', a = '', join = '', b = '', close = ''] = of
  const value = (inner: string): number | undefined => known.get(open + inner + close)
  const [one, other] = [value(a), value(b)]
  const both = value(`${a}∩${b}`) ?? value(`${b}∩${a}`)
  if (join === '∪' && one !== undefined && other !== undefined && both !== undefined)
    return one + other - both
  if (join === '∩' && one !== undefined && other !== undefined) {
    const either = value(`${a}∪${b}`) ?? value(`${b}∪${a}`)
    if (either !== undefined) return one + other - either
  }
  if (join === '|' && open === 'P(' && other !== undefined && both !== undefined && other > 0)
    return both / other
  return chanceOf(event, known, words)
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
const mass = (n: number, p: number, k: number): number => choose(n, k) * p ** k * (1 - p) ** (n - k)

function inRange(n: number, p: number, test: (k: number) => boolean): number | null {
  if (!Number.isInteger(n) || n < 1 || n > 200 || !(p >= 0 && p <= 1)) return null
  let total = 0
  for (let k = 0; k <= n; k++) if (test(k)) total += mass(n, p, k)
  return total
}

const TESTS: Readonly<Record<string, (k: number, limit: number) => boolean>> = {
  '=': (k, limit) => k === limit,
  '≥': (k, limit) => k >= limit,
  '≤': (k, limit) => k <= limit,
  '>': (k, limit) => k > limit,
  '<': (k, limit) => k < limit,
}

/** P(X = 1) where n and p were told. */
function binomial(event: string, above: readonly ToldLine[]): number | null {
  const [, sign = '', limit = ''] = /^P\(X([=≥≤><])(\d+)\)$/.exec(event) ?? []
  const words = above.map(({ plain }) => plain).join(' ; ')
  const told = /\b(?:B|Bin|B_)\s*\(\s*(\d{1,3})\s*[,;|]\s*(\d+(?:[.,]\d+)?|\d+\s?\/\s?\d+)\s*\)/.exec(words)
  const n = told?.[1] ?? /\bn\s*=\s*(\d{1,3})\b/.exec(words)?.[1]
  const p = told ? ['', told[2], undefined] : new RegExp(`\\bp\\s*=\\s*(${NUMBER})(\\s*%)?`).exec(words)
  const test = TESTS[sign]
  if (!test || !n || !p?.[1] || /hypergeom|ohne Zurück|without replace|Poisson|normal/i.test(words))
    return null
  return inRange(Number(n), numberOf(p[1]) / (p[2] ? 100 : 1), (k) => test(k, Number(limit)))
}

const COUNTED: Readonly<Record<string, number>> = {
  no: 0,
  kein: 0,
  keinmal: 0,
  one: 1,
  once: 1,
  a: 1,
  einmal: 1,
  eine: 1,
  ein: 1,
  two: 2,
  twice: 2,
  zweimal: 2,
  zwei: 2,
  three: 3,
  thrice: 3,
  dreimal: 3,
  drei: 3,
  four: 4,
  viermal: 4,
  vier: 4,
  five: 5,
  fünfmal: 5,
  fünf: 5,
}
const COIN = /\bcoins?\b|\bMünzen?\b|\bheads?\b|\btails?\b|\bKopf\b|\bZahl\b|\bWappen\b/i
const SIDE = '(?:heads?|tails?|Kopf|Zahl|Wappen)'
const AMOUNT = `(\\d+|${Object.keys(COUNTED).join('|')})`
const TOSSES = new RegExp(
  `${AMOUNT}\\s*(?:fair\\s+)?(?:-?mal\\b|×|times|tosses|flips|throws|coins|Würfen?|Münzen|Mal\\b)|(?:tossed|flipped|thrown|geworfen|werfen)\\s+${AMOUNT}\\b|\\b(zweimal|dreimal|viermal|fünfmal|twice)\\b`,
  'i',
)

/** Heads and tails of a fair coin: P(HHT), P(exactly one head), P(at least one tail). */
function tossed(event: string, spoken: string, above: readonly ToldLine[]): number | null {
  const words = above.map(({ plain }) => plain).join(' ')
  if (!COIN.test(words + event) || /biased|unfair|gezinkt|die\b|dice|Würfel\b/i.test(words)) return null
  const letters = /^P\(([HT]{2,8}|[KZ]{2,8}|[WZ]{2,8})\)$/.exec(event)?.[1]
  if (letters) return 0.5 ** letters.length
  if (eventName(spoken) !== event) return null
  const [counted = '', how = '', amount = ''] =
    new RegExp(
      `(exactly|genau|at least|mindestens|at most|höchstens|)\\s*${AMOUNT}\\s*(?:mal\\s+)?${SIDE}`,
      'i',
    ).exec(spoken) ?? []
  const told = TOSSES.exec(`${spoken} ${words}`.replaceAll(counted, ' '))
  const n = countOf(told?.[1] ?? told?.[2] ?? told?.[3])
  const k = countOf(amount)
  if (n === null || k === null) return null
  const sign = /at least|mindestens/i.test(how) ? '≥' : /at most|höchstens/i.test(how) ? '≤' : '='
  return inRange(n, 0.5, (i) => TESTS[sign]?.(i, k) ?? false)
}

function lastSpoken(above: readonly ToldLine[]): string | null {
  return above.findLast(({ plain }) => /\bP\s*\(/.test(plain))?.plain.match(/\bP\s*\([^()]*\)/)?.[0] ?? null
}

const countOf = (text: string | undefined): number | null =>
  text === undefined || text === ''
    ? null
    : (COUNTED[text.toLowerCase()] ?? (/^\d+$/.test(text) ? Number(text) : null))

/** The colours of balls, each by how its words begin. */
const COLOURS = [
  'red',
  'rot',
  'white',
  'wei',
  'blue',
  'blau',
  'green',
  'grün',
  'black',
  'schwarz',
  'yellow',
  'gelb',
]
const BALLS = new RegExp(`(\\d+)\\s+(${COLOURS.join('|')})[a-zß]*`, 'gi')
const WITHOUT =
  /without (?:replacement|putting)|ohne Zurücklegen|not (?:put back|replaced)|keep them out|nicht zurück/i
const WITH = /with replacement|mit Zurücklegen|puts? (?:it )?back|replaced\b/i

/** P(red, red), P(rr), P(both red) for balls that were counted. */
function drawn(event: string, above: readonly ToldLine[]): number | null {
  const words = above.map(({ plain }) => plain).join(' ')
  const without = WITHOUT.test(words)
  if (!without && !WITH.test(words)) return null
  const counts = [...words.matchAll(BALLS)].map(
    ([, n = '', colour = '']) => [colour.toLowerCase(), Number(n)] as const,
  )
  if (counts.length < 2 || new Set(counts.map(([colour]) => colour)).size < counts.length) return null
  const order = drawnColours(
    event,
    counts.map(([colour]) => colour),
  )
  if (order === null || order.length < 2) return null
  const left = new Map(counts)
  let total = counts.reduce((all, [, n]) => all + n, 0)
  let chance = 1
  for (const colour of order) {
    const own = left.get(colour) ?? 0
    chance *= own / total
    if (!without) continue
    left.set(colour, own - 1)
    total--
  }
  return chance
}

function drawnColours(event: string, colours: readonly string[]): string[] | null {
  const inner = event.slice(2, -1).toLowerCase()
  const both = /^(?:both|beide|two|zwei|2)(.+?)e?$/.exec(inner)?.[1]
  const parts = both
    ? [both, both]
    : /^[a-zß]{2,4}$/.test(inner) && !colours.includes(inner)
      ? [...inner]
      : inner.split(/[,;]|and|und|dann|then/)
  const named = parts.map((part) => {
    const fitting = colours.filter((colour) =>
      part.length === 1 ? colour.startsWith(part) : part.startsWith(colour),
    )
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  })
  const known = named.filter((colour) => colour !== null)
  return known.length === named.length ? known : null
}
