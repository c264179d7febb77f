import { type AskedReader, COUNT, chosen, countOf, countsIn, factorial, ordered } from './asked-answer.ts'
import { CONDITIONS, NOUNS } from './asked-choices.ts'

const CODE = new RegExp(
  `${COUNT}[- ]?(?:digits?|ziffern|stellige[rnms]?)\\b|\\b(?:pin|code|zahlencode)\\w* (?:of|with|mit|aus) ${COUNT}`,
  'iu',
)
const REPEATED =
  /\b(?:(?:may|can|could|are allowed to) (?:be )?(?:repeat(?:ed)?|used (?:again|more than once))|repetitions?(?: is| are)? (?:allowed|permitted|ok)|with repetitions?|(?:dürfen|darf|können|kann) (?:sich |auch )?(?:wiederholt?|wiederholen|mehrfach|öfter|mehrmals)\p{L}*|mit wiederholung|mehrfach)/iu
const ONCE =
  /\b(?:no (?:digit )?(?:repeat\p{L}*|repetitions?|digit (?:is )?(?:repeated|twice))|without repetition|(?:all|the) digits? (?:are |all )?(?:different|distinct)|all (?:different|distinct)|(?:different|distinct|verschiedene[nr]?) (?:digits|ziffern)|ohne wiederholung|each (?:digit )?(?:only |at most )?once|not (?:be )?repeat\p{L}*)/iu

/** A PIN of ten digits, with and without repetition. */
const codes: AskedReader = (story) => {
  const plain = story.replace(
    /\bdigits? (?:from )?0\s*(?:-|–|to|bis|…)\s*9\b|\b0\s*(?:-|–|to|bis)\s*9\b|\bziffern 0 bis 9\b/giu,
    'digits',
  )
  const size = CODE.exec(plain)
  const k = countOf(
    size?.[1] ??
      size?.[2] ??
      (/\b(?:pin|code)\b/iu.test(plain)
        ? plain.match(new RegExp(`${COUNT} (?:digits|ziffern)`, 'iu'))?.[1]
        : undefined),
  )
  if (!(k > 1 && k < 9) || REPEATED.test(plain) === ONCE.test(plain)) return null
  const rest = plain.replace(REPEATED, ' ').replace(ONCE, ' ')
  if (
    !/\b(?:pins?|codes?|zahlencodes?|combination lock|lock)(?!\p{L})/iu.test(plain) ||
    countsIn(rest).length !== 1
  )
    return null
  if (
    CONDITIONS.test(rest) ||
    /letter|buchstabe|even|odd|gerade|first|erste|zero|null|prime|last/iu.test(rest)
  )
    return null
  const [free, once] = [10 ** k, ordered(10, k)]
  return REPEATED.test(plain)
    ? {
        name: `10^${k}`,
        value: free,
        mistakes: [once, k ** 10, 10 * k, chosen(10, k), 9 ** k],
        unfinished: [],
        nouns: NOUNS,
      }
    : {
        name: `10!/${10 - k}!`,
        value: once,
        mistakes: [free, 10 * k, chosen(10, k), ordered(9, k)],
        unfinished: [],
        nouns: NOUNS,
      }
}

const THREE_DIGITS = new RegExp(`${COUNT}[- ]?(?:digit|stellige[rnms]?) (?:numbers?|zahl(?:en)?)`, 'iu')
const ANY_DIGIT =
  /\b(?:with |mit |using |from )?(?:the )?(?:digits|ziffern)? ?\(?0\s*(?:-|–|to|bis|…)\s*9\)?/giu

/** Numbers of three digits of which the first is not 0. */
const wholeNumbers: AskedReader = (story) => {
  const k = countOf(THREE_DIGITS.exec(story)?.[1])
  const rest = story
    .replace(THREE_DIGITS, ' ')
    .replace(ANY_DIGIT, ' ')
    .replace(/\b(?:first digit|erste ziffer)[^,.]*\b(?:0|zero|null)\b/iu, ' ')
  if (
    !(k > 1 && k < 7) ||
    !ONCE.test(rest) ||
    countsIn(rest.replace(ONCE, ' ')).some((n) => n !== 0 && n !== 9 && n !== 8)
  )
    return null
  const bare = rest.replace(ONCE, ' ').replace(/first digit: 9 choices/iu, ' ')
  if (
    CONDITIONS.test(bare) ||
    /even|odd|gerade|prime|prim|last|letzte|from|aus|using|digits? \d|,\s*\d/iu.test(bare)
  )
    return null
  const value = 9 * ordered(9, k - 1)
  return {
    name: `9 · ${Array.from({ length: k - 1 }, (_, i) => 9 - i).join(' · ')}`,
    value,
    mistakes: [ordered(10, k), ordered(9, k), 9 * 10 ** (k - 1), 9 ** k],
    unfinished: [],
    nouns: NOUNS,
  }
}

const DIVISIBLE =
  /(?:1 (?:to|and|bis|–|-|…|\.\.) ?|up to |bis |below |≤ ?|the first )(\d{2,4})\b.*?(?:divisible by|multiples? of|teilbar durch|durch|vielfache? von) (\d{1,2})\s*(?:or|oder)\s*(?:(?:divisible )?by |durch |of |von )?(\d{1,2})/iu

/** Multiples of 2 or of 3: those of 6 are counted once. */
const multiples: AskedReader = (story) => {
  const found = DIVISIBLE.exec(story.replace(/\b(?:are|sind|is|ist)\s/giu, ''))
  const [limit = 0, a = 0, b = 0] = (found?.slice(1) ?? []).map(Number)
  if (
    !found ||
    a < 2 ||
    b < 2 ||
    a === b ||
    /below|not|nicht|but|aber|exactly|genau|both|odd|even/iu.test(story)
  )
    return null
  const many = (by: number): number => Math.floor(limit / by)
  const common = lcm(a, b)
  const [value, sum] = [many(a) + many(b) - many(common), many(a) + many(b)]
  if (many(common) === 0) return null
  return {
    name: `${many(a)} + ${many(b)} − ${many(common)}`,
    value,
    mistakes: [sum + many(common), many(a * b)].filter((one) => one !== value),
    unfinished: [sum],
    nouns: NOUNS,
  }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const lcm = (a: number, b: number): number => (a * b) / gcd(a, b)

const FROM_TO =
  /\b(?:integers?|whole numbers?|numbers|pages?|days?|ganze zahlen|zahlen|seiten|tage)\b[^.\d]{0,30}?(?:from|between|von|pages?|seiten?)?\s*\b(\d{1,4})\s*(?:to|through|until|bis|–|-)\s*(\d{1,4})\b/iu
const INCLUSIVE = /\b(?:inclusive|inclusively|both included|einschließlich|inklusive|through)\b/iu

/** From 15 to 40 there are 26. */
const counted: AskedReader = (story) => {
  const [, from, to] = FROM_TO.exec(story) ?? []
  const [a, b] = [Number(from), Number(to)]
  if (!(a < b) || !INCLUSIVE.test(story) || countsIn(story).length !== 2) return null
  if (/even|odd|gerade|prime|prim|divis|teilbar|multipl|vielfach|sum|summe/iu.test(story)) return null
  return {
    name: `${b} − ${a} + 1`,
    value: b - a + 1,
    mistakes: [b - a - 1, b - a + 2],
    unfinished: [b - a],
    nouns: NOUNS,
  }
}

const SUBSETS = new RegExp(
  `\\b(?:subsets|teilmengen)\\b[^.]*?(?:\\{([^{}]*)\\}|${COUNT}[- ](?:elements?|elementige[nr]?|elementen))`,
  'iu',
)

/** A set of 5 elements has 2⁵ subsets. */
const subsets: AskedReader = (story) => {
  const [, listed, count] = SUBSETS.exec(story) ?? []
  const n = listed === undefined ? countOf(count) : listed.split(/[,;]/).length
  if (
    !(n > 0 && n < 30) ||
    CONDITIONS.test(story) ||
    /proper|echte|non-?empty|nichtleer|with (?:two|three|\d) el|of size|mit (?:zwei|drei|\d) el|-element(?:ig\w*)? (?:sub|teil)/iu.test(
      story,
    )
  )
    return null
  if (listed === undefined && countsIn(story).length !== 1) return null
  const value = 2 ** n
  return {
    name: `2^${n}`,
    value,
    mistakes: [n * n, 2 * n, n, factorial(n), 2 ** n - 1, 2 ** n - 2].filter((one) => one !== value),
    unfinished: [],
    nouns: NOUNS,
  }
}

const BOTH_OF = new RegExp(
  `${COUNT}[^.\\d]*?(?:play|like|have|take|learn|study|speak|own|read|spielen|mögen|haben|lernen|sprechen|lesen)[^.\\d]*?${COUNT}[^.\\d]*?${COUNT} (?:\\p{L}+ ){0,3}(?:both|beide\\w*)`,
  'iu',
)

/** 18 play chess, 12 tennis, 5 both: 25 play at least one. */
const either: AskedReader = (story) => {
  const [, one, other, both] = BOTH_OF.exec(story) ?? []
  const [a, b, c] = [countOf(one), countOf(other), countOf(both)]
  if (!(a >= c && b >= c && c > 0) || countsIn(story).length !== 3) return null
  if (
    !/at least one|one or (?:both|the other)|either|mindestens eine?|chess or|how many (?:students|pupils|people|children) (?:are there|altogether)/iu.test(
      story,
    ) ||
    /neither|only|exactly|nur|genau|none|weder/iu.test(story)
  )
    return null
  return {
    name: `${a} + ${b} − ${c}`,
    value: a + b - c,
    mistakes: [a + b + c, a + b - 2 * c],
    unfinished: [a + b],
    nouns: NOUNS,
  }
}

/** How many codes, numbers, subsets and people there are. */
export const NUMBERS: readonly AskedReader[] = [codes, wholeNumbers, multiples, counted, subsets, either]
