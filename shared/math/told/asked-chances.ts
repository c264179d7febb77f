import { type AskedReader, COUNT, chosen, countOf, countsIn } from './asked-answer.ts'
import { NUMBER, numberOf } from './given-line.ts'

/** "P = …", "= …", P(at least one six), p(mind. eine 6). */
const AT_LEAST_NAME = /^(?:p|P|W|Pr)?$|^(?:P|p|Pr|W)\s*\(.*(?:at least|mind|≥|>=).*\)$/iu
const ANY_NAME = /^(?:p|P|W|Pr|E|probability|wahrscheinlichkeit)?$|^(?:P|p|Pr|W)\s*\(.*\)$/iu
const NOUNS = /\b(?:chance|probability|wahrscheinlichkeit)\b|%/iu

const LEAST_ONE =
  /\b(?:at least (?:one|1|once)|mindestens (?:ein(?:e[nr]?|mal)?|1)|one or more)\b\s*(?:\p{L}+\s)?(six(?:es)?|sechs\p{L}*|[1-6]|heads?|tails?|kopf|zahl|wappen|success\p{L}*|treffer|hits?|wins?|gewinn\p{L}*)?/iu
const TIMES = new RegExp(
  `(?<![\\p{L}\\d])${COUNT}[ -]?(?:\\p{L}+ )?(?:times|rolls?|throws?|dice|tosses|flips|coins|mal\\b|würf\\p{L}*|münzen|tries|attempts|shots|trials|versuche\\p{L}*|games|tickets|lose)|\\b(twice|thrice|zweimal|dreimal|viermal|fünfmal)\\b`,
  'iu',
)
const OFTEN: Readonly<Record<string, number>> = {
  twice: 2,
  thrice: 3,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  fünfmal: 5,
}
const EACH = new RegExp(
  `\\b(?:probability|chance|p|wahrscheinlichkeit|prob)\\b\\s*(?:of|is|=|von|p =)?\\s*(${NUMBER})(\\s*%)?`,
  'iu',
)
const SKEWED =
  /\b(?:biased|loaded|unfair|gezinkt\p{L}*|without replacement|ohne zurücklegen|tetrahe\p{L}*|eight-sided|different numbers|sum|summe)(?!\p{L})/iu

function timesIn(story: string): number {
  const [, count, often] = TIMES.exec(story.replace(LEAST_ONE, ' ')) ?? []
  return often === undefined ? countOf(count) : (OFTEN[often.toLowerCase()] ?? Number.NaN)
}

/** The chance of one success, if the story tells it. */
function chanceIn(story: string, what: string | undefined): number | null {
  const each = EACH.exec(story)
  if (each?.[1]) return numberOf(each[1]) / (each[2] ? 100 : 1)
  if (/head|tail|kopf|zahl|wappen/iu.test(what ?? '') && /coin|flip|toss|münz/iu.test(story)) return 1 / 2
  const die = /\b(?:dice|die|rolls?|rolled|würfel\p{L}*|würfe|geworfen|throws?|thrown)(?!\p{L})/iu.test(story)
  return die && /six|sechs|^[1-6]$/iu.test(what ?? '') ? 1 / 6 : null
}

/** At least one six in four throws: the opposite of none. */
const atLeastOne: AskedReader = (story) => {
  const what = LEAST_ONE.exec(story)
  const n = timesIn(story)
  const p = what && chanceIn(story, what[1])
  if (!what || p === null || p === undefined || !(n > 1 && n < 60) || SKEWED.test(story)) return null
  const value = 1 - (1 - p) ** n
  return {
    name: `1 − (1 − ${share(p)})^${n}`,
    value,
    mistakes: [n * p, 1 - n * p, 1 - p ** n, p ** n, p, n * p * (1 - p) ** (n - 1), (1 - p) ** n].filter(
      (one) => Math.abs(one - value) > 1e-6,
    ),
    unfinished: [],
    nouns: NOUNS,
    names: AT_LEAST_NAME,
  }
}

const share = (p: number): string =>
  Math.abs(p - 1 / 6) < 1e-9 ? '1/6' : Math.abs(p - 0.5) < 1e-9 ? '1/2' : `${p}`

const EXACTLY = new RegExp(
  `\\b(?:exactly|genau) ${COUNT}(?:mal)? ?(six(?:es)?|sechs\\p{L}*|[1-6]er|heads?|tails?|kopf|zahl|wappen)`,
  'iu',
)

/** Exactly two sixes in four throws: in every order. */
const exactly: AskedReader = (story) => {
  const found = EXACTLY.exec(story)
  const k = countOf(found?.[1])
  const n = timesIn(story.replace(EXACTLY, ' '))
  const p = found && chanceIn(story, found[2])
  if (!found || !p || !(n > 1 && n < 30 && k > 0 && k < n) || SKEWED.test(story)) return null
  const one = p ** k * (1 - p) ** (n - k)
  const value = chosen(n, k) * one
  return {
    name: `${chosen(n, k)} · (${share(p)})^${k} · (${share(1 - p)})^${n - k}`,
    value,
    mistakes: [k / n, k * p].filter(
      (other) => Math.abs(other - value) > 1e-6 && Math.abs(other - one) > 1e-6,
    ),
    unfinished: [one],
    nouns: NOUNS,
    names: /exactly|genau/iu,
  }
}

const SUM = new RegExp(
  `\\b(?:sum|total|summe|augensumme)\\b\\s*(?:of|is|=|equals|ist|being|von|:)*\\s*(at least|at most|mindestens|höchstens|≥|≤|>|<|more than|less than|greater than)?\\s*${COUNT}`,
  'iu',
)
const TWO_DICE =
  /\b(?:two|2|both|pair of|zwei|beide\w*) (?:\p{L}+ )?(?:dice|würfel\p{L}*)|\b(?:dice|die|würfel) (?:\p{L}+ )?(?:twice|zweimal)/iu
const COMPARED: Readonly<Record<string, (sum: number, limit: number) => boolean>> = {
  'at least': (sum, limit) => sum >= limit,
  mindestens: (sum, limit) => sum >= limit,
  '≥': (sum, limit) => sum >= limit,
  'at most': (sum, limit) => sum <= limit,
  höchstens: (sum, limit) => sum <= limit,
  '≤': (sum, limit) => sum <= limit,
  '>': (sum, limit) => sum > limit,
  'more than': (sum, limit) => sum > limit,
  'greater than': (sum, limit) => sum > limit,
  '<': (sum, limit) => sum < limit,
  'less than': (sum, limit) => sum < limit,
}

/** The sum of two dice: 36 pairs, and (1, 4) is not (4, 1). */
const sumOfDice: AskedReader = (story) => {
  const found = SUM.exec(story)
  const limit = countOf(found?.[2])
  if (
    !found ||
    !TWO_DICE.test(story) ||
    !(limit > 1 && limit < 13) ||
    /or|oder|even|odd|given|both|not|nicht|prime/iu.test(story.replace(/\bfour\b/giu, ''))
  )
    return null
  const test = COMPARED[found[1]?.toLowerCase() ?? ''] ?? ((sum: number) => sum === limit)
  let [ways, unordered, sums] = [0, 0, 0]
  for (let a = 1; a <= 6; a++)
    for (let b = 1; b <= 6; b++)
      if (test(a + b, limit)) {
        ways++
        if (a <= b) unordered++
      }
  for (let sum = 2; sum <= 12; sum++) if (test(sum, limit)) sums++
  return {
    name: `${ways}/36`,
    value: ways / 36,
    mistakes: [
      ways / 12,
      ways / 6,
      unordered / 36,
      unordered / 21,
      sums / 11,
      sums / 12,
      (ways + 1) / 36,
      (ways - 1) / 36,
      ways / 30,
    ].filter((one) => one > 0 && Math.abs(one - ways / 36) > 1e-9),
    unfinished: [],
    nouns: NOUNS,
    names: ANY_NAME,
  }
}

const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^(?:an? )?(?:aces?|kings?|queens?|jacks?|tens?|sevens?|ass|könig|dame|bube)$/iu, 1],
  [/^(?:an? )?(?:face|picture|court)(?: cards?)?$/iu, 3],
]
const SUITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:an? )?(?:hearts?|spades?|clubs?|diamonds?|herz|pik|kreuz|karo)$/iu, 1],
  [/^(?:an? )?(?:red|black|rot|schwarz)(?: cards?)?$/iu, 2],
]

/** An ace or a heart: the ace of hearts is one card. */
const cards: AskedReader = (story) => {
  const found = /\b(an? )?(\p{L}+(?: card)?)\s*(or|oder|∪)\s*((?:an? )?\p{L}+(?: card)?)/iu.exec(story)
  const size = /\b(52|32)\b|(?:deck|pack) of (?:playing )?cards|standard deck/iu.exec(story)
  if (!found || !size || /two cards|draw (?:two|three|2|3)|without|and\b/iu.test(story)) return null
  const sizeOf = (text: string, kinds: typeof RANKS): number =>
    kinds.find(([kind]) => kind.test(text.trim()))?.[1] ?? 0
  const [one = '', other = ''] = [found[2], found[4]]
  const [ranks, suits] = [
    sizeOf(one, RANKS) + sizeOf(other, RANKS),
    sizeOf(one, SUITS) + sizeOf(other, SUITS),
  ]
  const mixed = sizeOf(one, RANKS) > 0 !== sizeOf(other, RANKS) > 0 && suits > 0 && ranks > 0
  const total = size[1] === '32' ? 32 : 52
  if (!mixed || (sizeOf(one, RANKS) > 0 && sizeOf(one, SUITS) > 0)) return null
  const [ofRank, ofSuit, both] = [ranks * 4, (suits * total) / 4, ranks * suits]
  const value = (ofRank + ofSuit - both) / total
  return {
    name: `(${ofRank} + ${ofSuit} − ${both})/${total}`,
    value,
    mistakes: [(ofRank + ofSuit) / total, both / total, (ofRank * ofSuit) / total ** 2].filter(
      (each) => Math.abs(each - value) > 1e-9,
    ),
    unfinished: [],
    nouns: NOUNS,
    names: /^P?$|\bor\b|oder|∪/iu,
  }
}

const COLOUR = '(red|white|blue|green|black|yellow|rote?|weiße?|blaue?|grüne?|schwarze?|gelbe?)'
const BALLS = new RegExp(`${COUNT}\\s+${COLOUR}(?![\\p{L}])`, 'giu')
const DIFFERENT =
  /\b(?:different colou?rs|one of each|verschieden\p{L}* farben|verschiedenfarbig\p{L}*|unterschiedlich\p{L}* farben)/iu
const WITHOUT =
  /without (?:replacement|putting|replacing)|ohne zurück|not (?:put back|replaced)|nicht zurück/iu
const WITH = /with replacement|mit zurück|put back|replaced|zurückgelegt/iu

/** One of each colour: in two orders. */
const twoColours: AskedReader = (story, words) => {
  const balls = [...story.matchAll(BALLS)].map(([, count]) => countOf(count))
  const [a = 0, b = 0] = balls
  const drawn = /\b(?:two|2|zwei|twice|zweimal)\b/iu.test(story.replace(BALLS, ' '))
  const without = WITHOUT.test(words)
  if (balls.length !== 2 || !drawn || without === (WITH.test(words) && !without)) return null
  const n = a + b
  const one = without ? (a * b) / (n * (n - 1)) : (a * b) / n ** 2
  const other = without ? (a * b) / n ** 2 : (a * b) / (n * (n - 1))
  return {
    name: `2 · ${a}/${n} · ${b}/${without ? n - 1 : n}`,
    value: 2 * one,
    mistakes: [2 * other],
    unfinished: [one, other],
    nouns: NOUNS,
    names: DIFFERENT,
  }
}

const ONE_COLOUR = new RegExp(
  `^P\\s*\\(\\s*(?:an? |eine? )?${COLOUR}(?: ball| counter| marble| kugel)?\\s*\\)$`,
  'iu',
)

/** 4 red, 6 green: 4 of 10 are red, not 4 of 6. */
const ofOneColour: AskedReader = (story, _words, name) => {
  const colour = ONE_COLOUR.exec(name)?.[1]?.toLowerCase().slice(0, 3)
  const balls = [...story.matchAll(BALLS)].map(([, count, kind = '']) => ({
    n: countOf(count),
    kind: kind.toLowerCase(),
  }))
  const own = balls.filter(({ kind }) => colour !== undefined && kind.startsWith(colour))
  const total = balls.reduce((sum, { n }) => sum + n, 0)
  const [first] = own
  if (own.length !== 1 || !first || balls.length < 2 || countsIn(story).length !== balls.length) return null
  return {
    name: `${first.n}/${total}`,
    value: first.n / total,
    mistakes: [first.n / (total - first.n), (total - first.n) / total, 1 / balls.length, 1 / first.n].filter(
      (one) => Math.abs(one - first.n / total) > 1e-9,
    ),
    unfinished: [],
    nouns: NOUNS,
    names: ONE_COLOUR,
  }
}

const BOTH_CHANCES =
  /\b(?:independent\p{L}*|unabhängig\p{L}*)(?!\p{L})[^.?]*?(?:probabilit\p{L}*|chances?|wahrscheinlichkeit\p{L}*)[^\d.?]*(\d*[.,]?\d+|\d+\/\d+)\s*(?:and|und)\s*(\d*[.,]?\d+|\d+\/\d+)/iu

/** Two that are independent: both happen with the product of their chances. */
const independent: AskedReader = (story, _words, name) => {
  const found = BOTH_CHANCES.exec(story)
  const [p, q] = [numberOf(found?.[1] ?? ''), numberOf(found?.[2] ?? '')]
  const both = /^P\s*\(\s*(?:both|beide)/iu.test(name)
  if (!found || !(p > 0 && p < 1 && q > 0 && q < 1) || !both || /not|nicht|%/iu.test(story + name))
    return null
  return {
    name: `${p} · ${q}`,
    value: p * q,
    mistakes: [p + q, (p + q) / 2, p + q - p * q].filter((one) => Math.abs(one - p * q) > 1e-9),
    unfinished: [],
    nouns: NOUNS,
    names: /both|beide/iu,
  }
}

/** Every kind of chance that is read from the words of an exercise. */
export const CHANCES: readonly AskedReader[] = [
  atLeastOne,
  exactly,
  sumOfDice,
  cards,
  twoColours,
  ofOneColour,
  independent,
]
