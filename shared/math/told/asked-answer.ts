import { claimOf, type Found, found, sideOf, type ToldLine } from './given-line.ts'
import { numbersIn } from './plain-words.ts'

/** What an exercise in words asks for. */
export type Asked = {
  /** The right formula, as evidence shows it. */
  name: string
  value: number
  /** What known mistakes make of it, none of them a step on the way. */
  mistakes: readonly number[]
  /** What comes out where the last step is forgotten: wrong only where it is called the answer. */
  unfinished: readonly number[]
  /** What is counted or measured, as it may stand after the answer. */
  nouns: RegExp
  /** What the answer may be called, if it is called P(…) or the like. */
  names?: RegExp
  /** What the line or the story must speak of. */
  about?: RegExp
}

/** Reads the words of an exercise; null where they may ask for anything else. `words` is all that was written above, `name` what the answer is called. */
export type AskedReader = (story: string, words: string, name: string) => Asked | null

const CALCULATES = /[=≈<>≤≥]|[\d)!]\s*[+·*×÷/^−-]\s*[\d(]/
/** What makes of an answer a step, a supposition, or an answer to something else. */
const OTHERWISE =
  /\b(?:order(?:ed)?|reihenfolgen?|if|wenn|falls|would|wäre\w*|first|zuerst|zunächst|but|aber|overcount\w*|count(?:s|ed)? (?:each|every|twice|double)|divide[ds]?|geteilt|teilen|minus|subtract|distinct|unterscheidbar\w*|labell?ed|double|doppelt|twice|per|each|every|jede[rsnm]?|je|no|not|without|ohne|kein\w*|nicht|both|beide\w*|at most|complement|gegen\p{L}*)(?!\p{L})/iu
const CONCLUDES =
  /^(?:=|(?:so|also|thus|hence|therefore|answer|total|altogether|insgesamt|antwort|ergebnis|result|number|anzahl|gesamt)(?!\p{L}))/iu

/** What looks like a difference: 3-digit, the digits 0-9. */
const RANGE = /\d\s*[-–]\s*(?=digit|stellig|person|card|\d\b)/giu

/** The prose that the working begins with. */
function storyOf(above: readonly ToldLine[]): readonly ToldLine[] {
  const reckoned = above.findIndex(({ plain }) => CALCULATES.test(plain.replace(RANGE, ' ')))
  return (reckoned < 0 ? above : above.slice(0, reckoned)).filter(({ plain }) => plain !== '')
}

/** An answer in which a known mistake was made; silent where what is right comes out further down. */
export function falseAnswer(
  here: ToldLine,
  above: readonly ToldLine[],
  below: readonly ToldLine[],
  readers: readonly AskedReader[],
): Found | null {
  const story = storyOf(above)
  const [first] = story
  const results = first ? resultsOf(here) : []
  const last = results.at(-1)
  if (!first || !last || OTHERWISE.test(here.plain)) return null
  const told = story.map(({ plain }) => plain).join('. ')
  const words = above.map(({ plain }) => plain).join('. ')
  for (const reader of readers) {
    const asked = reader(told, words, claimOf(here)?.name ?? '')
    if (!asked || (asked.about && !asked.about.test(here.plain) && !asked.about.test(told))) continue
    const right = (value: number): boolean => same(value, asked.value)
    // Reached before, beside or after: this line is a step, or about something else.
    const reckoned = [...above.filter((line) => !story.includes(line)), here, ...below]
    const numbers = reckoned.flatMap((line) => [...resultsOf(line), ...numbersIn(line.plain)])
    if (numbers.some(({ values }) => values.some(right))) return null
    const is = (values: readonly number[]): boolean =>
      last.values.some((one) => values.some((other) => same(one, other)))
    const name = claimOf(here)?.name ?? ''
    if (asked.names && !asked.names.test(name)) return null
    const named = asked.names !== undefined && name.length > 1
    const concluded =
      named || CONCLUDES.test(here.plain) || asked.nouns.test(here.plain) || saysWhat(here.plain, told)
    if (is(asked.mistakes) || (concluded && is(asked.unfinished)))
      return found(here, first.line, asked.name, asked.value, last)
    return null
  }
  return null
}

/** "30 clinks": the one word after the number is of the exercise. */
function saysWhat(plain: string, story: string): boolean {
  const word = /\d\s+(\p{L}{4,})\s*[.!]?$/u.exec(plain)?.[1]
  return word !== undefined && story.toLowerCase().includes(word.toLowerCase().slice(0, 5))
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

/** The sides of a claim, the term of a line without one, or the one number of a sentence. */
function resultsOf(line: ToldLine): readonly { text: string; values: readonly number[] }[] {
  const claim = claimOf(line)
  const sides = claim ? [sideOf(claim.name), ...claim.sides].filter(({ values }) => values.length > 0) : []
  if (sides.length > 0) return sides
  if (/[=≈<>≤≥]/.test(line.plain)) return []
  const term = sideOf(line.plain)
  if (term.values.length > 0) return [term]
  const numbers = numbersIn(line.plain)
  return numbers.length === 1 ? numbers : []
}

const WORDS =
  'no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ein(?:e[nr]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn'
const NAMES = new Map(
  'no one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((name, i) => [name, i] as const)
    .concat(
      'null ein zwei drei vier fünf sechs sieben acht neun zehn'
        .split(' ')
        .map((name, i) => [name, i] as const),
    )
    .concat([
      ['eine', 1],
      ['einen', 1],
      ['einer', 1],
    ]),
)
/** A whole number in digits or as a word. */
export const COUNT = `(\\d{1,4}|${WORDS})`
export const countOf = (text: string | undefined): number =>
  text === undefined ? Number.NaN : (NAMES.get(text.toLowerCase()) ?? Number(text))

/** All whole numbers in a text, "a" and "one" apart. */
export const countsIn = (text: string): number[] =>
  [...text.matchAll(new RegExp(`(?<![\\p{L}\\d.,])${COUNT}(?![\\p{L}\\d])`, 'giu'))]
    .filter(([, written = '']) => !/^(?:no|one|eine?[nr]?)$/i.test(written))
    .map(([, written]) => countOf(written))

export const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
export const ordered = (n: number, k: number): number => (k <= 0 ? 1 : n * ordered(n - 1, k - 1))
export const chosen = (n: number, k: number): number => ordered(n, k) / factorial(k)
