import {
  type Asked,
  type AskedReader,
  COUNT,
  chosen,
  countOf,
  countsIn,
  factorial,
  ordered,
} from './asked-answer.ts'

export const NOUNS =
  /(?:\b(?:ways|choices|possibilities|options|selections|committees?|teams?|groups?|handshakes?|matches|games|lines|segments|diagonals|pairs|triangles|hands|outfits?|meals?|menus?|combinations?|arrangements?|permutations?|words|anagrams|orders|seatings?|rows|codes?|pins?|passwords?|plates|numbers|integers|pages|days|subsets|routes?|sandwich\p{L}*|people|students|pupils|children|möglichkeit\p{L}*|auswahlen|spiele|paare|händedrücke|anordnung\p{L}*|wörter|sitzordnungen|zahlen|seiten|tage|teilmengen|kombinationen|menüs|wege|personen|schüler\p{L}*|kinder))(?!\p{L})/iu
/** What a plain choice or row has none of. */
export const CONDITIONS =
  /\b(?:at least|at most|exactly|mindestens|höchstens|genau|must|muss|müssen|not|never|nicht|except|außer|adjacent|neighbou?rs?|together|next to|nebeneinander sitzen|between|zwischen|same|gleiche[nrs]?|identical|identisch\p{L}*|(?:begin|start)(?:s|ning|ing)?|end(?:s|ing)?|vowels?|couples?|alternat\p{L}*|probability|chance|wahrscheinlichkeit|or|oder|more than|less than|divisible|teilbar|always|immer)(?!\p{L})|\bP\s*\(/iu
const ORDERED =
  /\b(?:order(?:ed)?|reihenfolge|arrang\p{L}*|anordn\p{L}*|row|line|queue|reihe|rank\p{L}*|first|second|third|erste\p{L}*|zweite\p{L}*|president|boss|leaders?|leiter\p{L}*|chief|heads?|one of them|einer davon|chair\p{L}*|captain|secretary|treasurer|vorsitz\p{L}*|medals?|prizes?|preise?|gold|roles?|positions?|seats?|codes?|pin|password|digits?|ziffern?|letters?|buchstaben|repet\p{L}*|repeat\p{L}*|replace\p{L}*|zurücklegen|wiederhol\p{L}*|permut\p{L}*|different (?:jobs|tasks|offices))(?!\p{L})/iu
const UNORDERED =
  /\(?\b(?:the )?(?:order (?:does not|doesn't|is not|isn't) (?:matter|important|relevant|count)|order (?:is )?(?:irrelevant|unimportant)|(?:no|without|regardless of) order|no (?:roles|ranking)|(?:die )?reihenfolge (?:ist )?(?:egal|spielt keine rolle|unwichtig)|ohne (?:beachtung der )?reihenfolge|unordered)\)?/giu

const CHOOSING =
  /\b(?:choos\p{L}*|chosen|pick\p{L}*|select\p{L}*|committees? of|teams? of|groups? of|delegations? of|handful|hands? of|draw\p{L}* |wähl\p{L}*|auswähl\p{L}*|ausgewählt|ausschuss|auswahl|team aus|gruppe)/iu

/** 3 of 8, whatever their order. */
const choice: AskedReader = (story, words) => {
  const plain = story.replace(UNORDERED, ' ')
  if (!CHOOSING.test(plain) || CONDITIONS.test(plain) || ORDERED.test(words.replace(UNORDERED, ' ')))
    return null
  const [a, b, more] = countsIn(plain.replace(/-(?=person|member|card|köpfig)/giu, ' '))
  if (a === undefined || b === undefined || more !== undefined || a === b) return null
  if (!/\b(?:of|from|out of|among|aus|von|unter)\b/iu.test(plain)) return null
  return ofChoice(Math.max(a, b), Math.min(a, b))
}

function ofChoice(n: number, k: number): Asked | null {
  if (k < 2 || n > 60) return null
  const value = chosen(n, k)
  const both = [ordered(n, k)]
  const wrong = [
    n ** k,
    n * k,
    k ** n,
    ordered(n, k) / k,
    ordered(n, k) / 2,
    chosen(n, k + 1),
    chosen(n + k - 1, k),
    n + k,
  ]
  return {
    name: `${n}!/(${k}!·${n - k}!)`,
    value,
    mistakes: wrong.filter((one) => one !== value && !both.includes(one)),
    unfinished: both,
    nouns: NOUNS,
  }
}

const PAIRS =
  /\b(?:shak\p{L}* hands|handshakes?|hände? schütteln|(?:geben|gibt) sich (?:alle )?die hand|jede[rs]? (?:gibt|spielt|stößt)\p{L}*|every(?:one|body)? (?:team )?(?:plays|shakes|meets)|each (?:team |player |person )?(?:plays|shakes|meets|clinks)|(?:play|plays|meet|meets) (?:each|every|one an)other|clink\p{L}*|round[- ]robin|every pair|each pair|connected to (?:each|every) other)/iu
const TWICE =
  /\b(?:twice|two times|home and away|zweimal|hin- und rück\p{L}*|rückspiel|both ways|2 times|double)\b/iu

/** Everyone with everyone else, once. */
const pairs: AskedReader = (story) => {
  const counts = countsIn(story.replace(/\b(?:one|once|einmal)\b/giu, ' '))
  const [n] = counts
  if (n === undefined || counts.length !== 1 || !PAIRS.test(story) || TWICE.test(story)) return null
  if (/\bexcept|außer|not|nicht|gender|couple|paar/iu.test(story)) return null
  const value = chosen(n, 2)
  return {
    name: `${n}·${n - 1}/2`,
    value,
    mistakes: [n * n, (n * n) / 2, (n * (n + 1)) / 2, 2 * n, factorial(Math.min(n, 20))].filter(
      (one) => one !== value,
    ),
    unfinished: [n * (n - 1)],
    nouns: NOUNS,
  }
}

const OF_EACH =
  /\b(?:outfits?|meals?|menus?|menüs?|dinners?|sandwich\p{L}*|combinations?|kombinationen|one of each|je eine?[nrs]?|jeweils eine?[nrs]?|one from each|how many (?:different )?(?:ways|routes|choices)|wie viele)(?!\p{L})/iu

/** 3 shirts and 4 trousers make 12 outfits. */
const oneOfEach: AskedReader = (story) => {
  const items = [
    ...story.matchAll(new RegExp(`(?<![\\p{L}\\d])${COUNT}\\s+(?:\\p{L}+\\s)?\\p{L}{3,}`, 'giu')),
  ]
    .map(([, n]) => countOf(n))
    .filter((n) => n > 1)
  const counts = countsIn(story)
  if (!OF_EACH.test(story) || counts.length < 2 || counts.length !== items.length) return null
  if (
    !/,|\band\b|\bund\b|;/iu.test(story) ||
    /\b(?:choos|select|pick|wähl)\p{L}*\s+(?:\d|two|three|zwei|drei)/iu.test(story)
  )
    return null
  if (
    CONDITIONS.test(story) ||
    ORDERED.test(story) ||
    /total|together|insgesamt|zusammen|%|€|\$|cost|kost|price|preis|probab/iu.test(story)
  )
    return null
  if (
    !/outfit|meal|men[uü]|dinner|sandwich|of each|je ein|jeweils|route|way|from each|combination|kombination|möglichkeit/iu.test(
      story,
    )
  )
    return null
  const value = counts.reduce((a, b) => a * b, 1)
  const sum = counts.reduce((a, b) => a + b, 0)
  return sum === value
    ? null
    : { name: counts.join(' · '), value, mistakes: [sum], unfinished: [], nouns: NOUNS }
}

const LETTERS =
  /\b(?:letters?|words?|arrangements?|arrange\p{L}*|anagrams?|permutations?|rearrange\p{L}*|buchstaben|wörter|anordnung\p{L}*|umordn\p{L}*)(?!\p{L})/iu

/** The letters of LEVEL, of which some are alike. */
const anagrams: AskedReader = (story) => {
  const [word, more] = [...story.matchAll(/(?<![\p{L}])\p{Lu}{3,12}(?![\p{L}])/gu)].map(([one]) => one)
  if (
    word === undefined ||
    (more !== undefined && more !== word) ||
    !LETTERS.test(story.replaceAll(word, ' '))
  )
    return null
  if (
    CONDITIONS.test(story) ||
    /\d|first|last|fixed|three|two|four|choose|chosen|round|circle/iu.test(story.replaceAll(word, ' '))
  )
    return null
  const counts = [...new Set(word)].map((letter) => word.split(letter).length - 1)
  const value = counts.reduce((ways, count) => ways / factorial(count), factorial(word.length))
  const several = counts.filter((count) => count > 1)
  const partly = [...Array(2 ** several.length - 1).keys()].map((chosen) =>
    several.reduce(
      (ways, count, i) => ((chosen >> i) % 2 === 1 ? ways / factorial(count) : ways),
      factorial(word.length),
    ),
  )
  const asCounts = several.reduce((ways, count) => ways / count, factorial(word.length))
  const all = [factorial(word.length), asCounts, ...partly, factorial(counts.length)]
  return {
    name: `${word.length}!${several.map((count) => `/${count}!`).join('')}`,
    value,
    mistakes: all.slice(1).filter((one) => one !== value && one !== all[0]),
    unfinished: all.slice(0, 1).filter((one) => one !== value),
    nouns: NOUNS,
  }
}

const ROUND =
  /\b(?:round|circular|in a circle|around a (?:round )?(?:table|fire)|rund\p{L}* tisch|im kreis)(?!\p{L})/iu
const ROW =
  /\b(?:in a (?:row|line|queue)|in (?:einer|eine) (?:reihe|schlange)|on a shelf|nebeneinander|(?:ins|im|auf (?:dem|einem)) regal|line up|queue up)(?!\p{L})/iu

/** All in a row, or round a table. */
const seatings: AskedReader = (story) => {
  const [n, more] = countsIn(story)
  const round = ROUND.test(story)
  if (
    n === undefined ||
    more !== undefined ||
    n > 12 ||
    n < 3 ||
    (!round && !ROW.test(story)) ||
    isConditioned(story)
  )
    return null
  const value = factorial(round ? n - 1 : n)
  const wrong = [n * n, n ** n, (n * (n + 1)) / 2, 2 ** n, factorial(n - 1), ordered(n, n - 2) / 2]
  return {
    name: round ? `(${n} − 1)!` : `${n}!`,
    value,
    mistakes: (round ? wrong.slice(0, 4) : wrong).filter((one) => one !== value),
    unfinished: round ? [factorial(n)] : [],
    nouns: NOUNS,
  }
}

const isConditioned = (story: string): boolean =>
  CONDITIONS.test(story.replace(/\bnext to (?:each |one an)other\b/giu, ' ')) ||
  /\b(?:boys?|girls?|men|women|jungen|mädchen|red|blue|rote?|blaue?|reflect\p{L}*|necklace|bracelet|of them|davon|choos\p{L}*|seats|chairs|plätze|stühle)(?!\p{L})/iu.test(
    story,
  )

/** The girls as one block, and among themselves. */
const inBlock: AskedReader = (story) => {
  const found = new RegExp(
    `${COUNT} (\\p{L}+) (?:and|und|,) ${COUNT} (\\p{L}+)[^.]*(?:row|line|shelf|queue|reihe|regal)[^.]*?\\b(?:the|die|alle|all) (?:the )?(\\p{L}+)[^.]*(?:next to (?:each |one an)other|together|side by side|nebeneinander|zusammen)`,
    'iu',
  ).exec(story)
  const [, a, one = '', b, other = '', block = ''] = found ?? []
  if (!found || countsIn(found[0]).length !== 2 || (block !== one && block !== other)) return null
  if (/\bnot|nicht|no two|keine|both|beide|each of\b/iu.test(story)) return null
  const [inside, outside] = block === one ? [countOf(a), countOf(b)] : [countOf(b), countOf(a)]
  const value = factorial(outside + 1) * factorial(inside)
  return {
    name: `${outside + 1}! · ${inside}!`,
    value,
    mistakes: [factorial(outside) * factorial(inside), factorial(outside + inside)].filter(
      (one) => one !== value,
    ),
    unfinished: [factorial(outside + 1)],
    nouns: NOUNS,
  }
}

/** Choices, rows and rings. */
export const CHOICES: readonly AskedReader[] = [choice, pairs, oneOfEach, anagrams, inBlock, seatings]
