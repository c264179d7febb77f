import type { Definition } from './differentiate.ts'
import type { Entry } from './entry.ts'
import { isNumber, variablesOf } from './expression.ts'
import { LET, TRIAL } from './line-words.ts'

/** "Case 2: x < 2: …": holds under its condition only. */
export const isCase = ({ words, written }: Entry): boolean =>
  words.some(
    (word, i) =>
      /^(?:case|cases|fall|fälle|part|parts|teil|linke[rs]?|rechte[rs]?)$/.test(word) ||
      // "subtract 4 on both sides", "both are solutions" tell of no two cases.
      (/^(?:both|beide[nr]?)$/.test(word) &&
        !/^(?:sides?|seiten|solutions?|lösungen|are|sind|solve|work|lösen|stimmen)$/.test(
          words[i + 1] ?? '',
        )),
  ) ||
  // A row of a table of values; one case of an identity.
  /^\s*[a-zA-Z]\s*=\s*[-−]?[\d.,/]+\s*:(?:\s|\\[ ,;:!]|\\q?quad)/.test(written.text) ||
  written.cases.some((chains) => {
    const kinds = new Set(chains.map(({ relations }) => (relations[0] === '=' ? 'equation' : 'condition')))
    return kinds.size > 1 && chains[0]?.relations[0] !== '='
  })

/** "try x = 1": what is tried is no line that others follow from. */
export const isTried = ({ stance, words }: Entry): boolean =>
  stance === 'given' && words.some((word) => TRIAL.has(word) && !LET.has(word))

/** "f(x) = 0" asks where f is 0, and so does "f(x) = 5" after f was defined. */
export const isSolving = ({ parameter, body }: Definition, known: Definition | undefined): boolean =>
  parameter !== '' &&
  variablesOf(body).length === 0 &&
  (isNumber(body, 0) || (known !== undefined && variablesOf(known.body).length > 0))

/** After a blank line, where the lines before stood together: another exercise. */
export const beginsAnew = (entry: Entry, history: readonly Entry[]): boolean =>
  entry.afterBlank && history.length > 1 && history.at(-1)?.afterBlank === false

/** Commas that part: a bracket with two numbers alone (a point, arguments), an index (x1,2), three numbers in a row. */
export const LISTED = /[([{]\s*[-−]?\d+,\d+\s*\\?[)\]}]|[A-Za-z]_?\d+,\d|\d,\d+,\d/

/** f(x) = …: the name stands before a bracket, and does from now on. */
export const appliesName = (entry: Entry, name: string): boolean =>
  entry.written.cases[0]?.some(
    ({ sides: [left] }) => left?.expression.kind === 'apply' && left.expression.name === name,
  ) ?? false

/** Written once before, word for word. */
export const isRepeated = ({ written }: Entry, history: readonly Entry[]): boolean =>
  history.some((one) => !one.wrong && one.written.text === written.text)
