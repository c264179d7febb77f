import { type Expression, someIn } from './expression.ts'

/** What dots leave out cannot be judged: 0.166…, 1 + 2 + … + n. */
const ELLIPSIS = /…|\.\.\.|\\[lcd]?dots/
/** n | 2n + 1 | n²: a row of a table. */
const TABLE = /^[^|=(]*\S\s\|\s[^|=]*\S\s\|\s[^|=]*$/
/** 14:30 + 1:45 = 16:15: hours and minutes. */
const CLOCK = /(?<![\d:,.])\d{1,2}:[0-5]\d(?![\d:,.])/g
const isOfTimes = (line: string): boolean =>
  (line.match(CLOCK)?.length ?? 0) > 1 && !/[·*×÷/]|\d/.test(line.replace(CLOCK, ''))
/** Two equations far apart in one line are two columns. */
const isTwoColumns = (line: string): boolean => /=.*\S(?:\s{4,}\S|\s{2,}\((?:II|2)\)\s).*=/.test(line)

/** 17² ≡ 4 (mod 5): equal but for multiples. */
const CONGRUENCE = /(?:≡|\\equiv).*mod/

/** Dots, congruences, tables, columns and times of the day, which are no steps. */
export const isNoWorking = (line: string): boolean =>
  ELLIPSIS.test(line) || CONGRUENCE.test(line) || isTwoColumns(line) || TABLE.test(line) || isOfTimes(line)

const hasLetters = (e: Expression): boolean => someIn(e, ({ kind }) => kind === 'symbol')

/** x → x + 1 maps, and sin u/u → 1 tends to something: expressions with arrows between that are no results of each other. */
export function mapsOrTends(steps: readonly Expression[]): boolean {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || steps.length < 2) return false
  return steps.some(({ kind }) => kind === 'symbol') || (hasLetters(first) && !hasLetters(last))
}
