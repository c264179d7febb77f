import { NUMBER, numberOf, type ToldLine } from './given-line.ts'

/** "P(A) = 0.4" and so on of the lines above, under names without spaces; null where one is told twice differently. */
export function knownChances(
  above: readonly ToldLine[],
  nameOf: (name: string) => string | null,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (const { plain } of above)
    for (const [, name = '', value = '', percent] of plain.matchAll(
      new RegExp(
        `(?<![-+−·*/=]\\s?)((?:[PnN]\\s*\\([^()=]*\\)|\\|[A-Z][^|=]*\\|))\\s*=\\s*(${NUMBER})(?![\\w(·*+^−-]|\\s*[·*+^(−-])(\\s*%)?`,
        'g',
      ),
    )) {
      const own = nameOf(name)
      if (own) known.set(own, numberOf(value) / (percent ? 100 : 1))
    }
  return known
}

/** The event of which another is the opposite: A' of A, "no rain" of "rain". */
const OPPOSITE = /^P\((?:(?:not|no|kein(?:e[nrms]?)?|nicht|¬|\\neg)(.+)|(.+)')\)$/iu
const AND = /(?:∩|and|und|&|,)/u
const OR = /(?:∪|or|oder)/u
const INDEPENDENT = /\b(?:independent|unabhängig\p{L}*)(?!\p{L})/iu
const DEPENDENT =
  /\b(?:not|nicht|dependent|abhängig|if|whether|ob|check|test|prüfe)(?!\p{L})|(?:independent|unabhängig\p{L}*|exclusive|disjoint|disjunkt|unvereinbar)\s*\?/iu
const EXCLUSIVE = /\b(?:mutually exclusive|disjoint|disjunkt|unvereinbar)(?!\p{L})/iu

/** What P(…) is by those that are known; `event` is written without spaces. */
export function chanceOf(event: string, known: ReadonlyMap<string, number>, words: string): number | null {
  const [, spoken, primed] = OPPOSITE.exec(event) ?? []
  const of = spoken ?? primed
  const opposite = of === undefined ? undefined : known.get(`P(${of})`)
  if (opposite !== undefined && opposite >= 0 && opposite <= 1) return 1 - opposite
  const inner = /^P\((.+)\)$/.exec(event)?.[1]
  if (inner === undefined) return null
  const value = (name: string): number | undefined => known.get(`P(${name})`)
  const either = pairOf(inner, OR)
  const both = pairOf(inner, AND)
  const [a, b] = either ?? both ?? []
  if (a === undefined || b === undefined) return null
  const [one, other] = [value(a), value(b)]
  const common = value(`${a}∩${b}`) ?? value(`${b}∩${a}`) ?? commonOf(a, b, known, words)
  if (both) return known.has(event) ? null : (commonOf(a, b, known, words) ?? null)
  return one !== undefined && other !== undefined && common !== undefined ? one + other - common : null
}

function pairOf(inner: string, join: RegExp): [string, string] | null {
  const parts = inner.split(join)
  const [a, b, more] = parts
  return a && b && more === undefined && /^[A-Z]'?$/.test(a) && /^[A-Z]'?$/.test(b) && a !== b ? [a, b] : null
}

/** P(A ∩ B) of two that are independent or exclude each other, or by a conditional one. */
function commonOf(
  a: string,
  b: string,
  known: ReadonlyMap<string, number>,
  words: string,
): number | undefined {
  const [one, other] = [known.get(`P(${a})`), known.get(`P(${b})`)]
  const [given, turned] = [known.get(`P(${a}|${b})`), known.get(`P(${b}|${a})`)]
  if (given !== undefined && other !== undefined) return given * other
  if (turned !== undefined && one !== undefined) return turned * one
  if (EXCLUSIVE.test(words) && !DEPENDENT.test(words)) return 0
  if (one === undefined || other === undefined || !INDEPENDENT.test(words) || DEPENDENT.test(words))
    return undefined
  return one * other
}

const DIE = /\b(?:die|dice|roll|rolled|würfel\p{L}*)(?!\p{L})/iu
const ONE_DIE =
  /\b(?:twice|two|three|2|3|zwei\p{L}*|drei\p{L}*|biased|loaded|gezinkt\p{L}*|times|mal|sided|dice)(?!\p{L})/iu
const PLAIN_EVENTS: readonly (readonly [RegExp, (k: number, limit: number) => boolean])[] = [
  [/^P\((?:even|gerade|evennumber|geradezahl)\)$/iu, (k) => k % 2 === 0],
  [/^P\((?:odd|ungerade|oddnumber|ungeradezahl)\)$/iu, (k) => k % 2 === 1],
  [/^P\((?:prime|primzahl|primenumber)\)$/iu, (k) => [2, 3, 5].includes(k)],
  [/^P\((?:>|greaterthan|morethan|größerals|over|above)(\d)\)$/iu, (k, limit) => k > limit],
  [/^P\((?:<|lessthan|fewerthan|kleinerals|under|below)(\d)\)$/iu, (k, limit) => k < limit],
  [/^P\((?:≥|atleast|mindestens)(\d)\)$/iu, (k, limit) => k >= limit],
  [/^P\((?:≤|atmost|höchstens)(\d)\)$/iu, (k, limit) => k <= limit],
  [/^P\((?:multipleof|vielfachevon|divisibleby|durch)(\d)(?:teilbar)?\)$/iu, (k, limit) => k % limit === 0],
]

/** One throw of a fair die. */
export function onDie(event: string, words: string): number | null {
  if (!DIE.test(words) || ONE_DIE.test(words.replace(/\bone die\b/giu, 'die'))) return null
  for (const [name, test] of PLAIN_EVENTS) {
    const found = name.exec(event)
    if (found) return [1, 2, 3, 4, 5, 6].filter((k) => test(k, Number(found[1]))).length / 6
  }
  return null
}
