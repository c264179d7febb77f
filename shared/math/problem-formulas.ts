import { plainWord } from './line-words.ts'
import { PLAIN_READING, parseLine } from './parse-line.ts'
import { splitSegments, withoutRemarks } from './split-segments.ts'
import { onlyChain, type Statement } from './statement.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/** Stands in a problem's text for each of its formulas, in order. */
export const FORMULA_PLACE = '\uFFFC'
/** Stands in a problem's text for what could not be read (a picture, a formula without a source). */
const UNREAD_PLACE = '\uFFFD'

/** What the page asks near a field: its text, and its formulas as LaTeX, which stand in it as FORMULA_PLACE. */
export type Problem = { text: string; formulas: readonly string[] }

/** One formula of the page. `asked`: the words around it ask to work on it as it stands. */
export type PageFormula = { text: string; statement: Statement; asked: boolean }

/** More formulas than this are a collection, not a problem. */
const MOST_FORMULAS = 40
const LONGEST_LINE = 400
/** Lines above a formula whose words are about it too. */
const LINES_ABOVE = 2

/** Words that ask to work on a formula as it stands. */
const ASKING =
  /(?<!\p{L})(?:solve|simplif\p{L}*|expand|factor(?:i[sz])?e?|multiply out|evaluate|calculate|compute|work out|rearrange|verify|find (?:the )?(?:values? (?:of|for)\b|solutions?|roots?|zeros?|all\b|[a-z]\b|\uFFFC)|what is (?:[a-z]\b|\uFFFC)|l[öo]sen?|vereinfachen?|berechnen?|ausmultiplizieren|multipliziere|faktorisieren?|klammere|stelle|bestimme (?:die )?(?:l[öo]sung|[a-z]\b))/iu

/**
 * Words after which a line that differs from the formula may be just what was asked for: another one like it,
 * its graph moved, its derivative, its mistake put right.
 */
const TURNED_INTO_ANOTHER =
  /(?<!\p{L})(?:similar|examples?|e\.g|for instance|such as|your own|another|different|instead|replaced?|chang\p{L}*|modif\p{L}*|parallel|perpendicular|inverse|reflect\p{L}*|translat\p{L}*|shift\p{L}*|mirror\p{L}*|rotat\p{L}*|stretch\p{L}*|transform\p{L}*|differentiat\p{L}*|derivative|integra\p{L}*|antiderivative|gradient|slope|tangent|graph\p{L}*|sketch|plot|opposite|negat\p{L}*|contra\p{L}*|convers\p{L}*|mistakes?|errors?|wrong|incorrect\p{L}*|correct(?:ed)? the|fix|next (?:term|number|line)|sequence|pattern|approximat\p{L}*|round\p{L}*|estimat\p{L}*|complete the square|make up|invent|create|(?:ä|ae)hnlich\p{L}*|beispiel\p{L}*|z\.\s?b|eigene[nrs]?|andere[nrs]?|ersetz\p{L}*|[äa]nder\p{L}*|senkrecht\p{L}*|umkehr\p{L}*|spiegel\p{L}*|verschieb\p{L}*|ableit\p{L}*|leite|integrier\p{L}*|steigung|tangente|zeichne\p{L}*|gegenteil|fehler\p{L}*|falsch\p{L}*|n[äa]chste (?:zahl|folge)|runde\p{L}*|n[äa]her\p{L}*|sch[äa]tz\p{L}*)(?!\p{L})/iu

/** The formulas of a problem that can be parsed, in the order of the page. */
export function problemFormulas({ text, formulas }: Problem): PageFormula[] {
  const found: PageFormula[] = []
  let used = 0
  const lines = text.split('\n').map((line) => {
    const places = line.split(FORMULA_PLACE).length - 1
    const own = formulas.slice(used, used + places)
    used += places
    return { line, own, words: wordsOf(line) }
  })
  lines.forEach(({ line, own, words }, index) => {
    if (line.length > LONGEST_LINE) return
    const around = lines
      .slice(Math.max(0, index - LINES_ABOVE))
      .map((each) => each.line)
      .join(' ')
    const asked = (words.length === 0 || ASKING.test(line)) && !TURNED_INTO_ANOTHER.test(around)
    for (const candidate of candidatesIn(line, own)) {
      const statement = statementOf(candidate)
      if (statement && found.length < MOST_FORMULAS) found.push({ text: candidate, statement, asked })
    }
  })
  return found
}

/** The words of a line but those of its label; what stands in formulas is none. */
const wordsOf = (line: string): string[] =>
  tokenize(line, PLAIN_READING)
    .flatMap((token) => (token.type === 'word' ? token.text.split(/\s+/).map(plainWord) : []))
    .filter((word) => !LABELLING.has(word))

const LABELLING = new Set(
  `exercise question problem task equation expression inequality part no points point marks mark pts
   aufgabe frage nr teil gleichung ungleichung term punkte punkt`.split(/\s+/),
)

/** "a) … b) …" in one line are two exercises; "(x + 3) = 10" holds no label. */
function splitAtLabels(line: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const label of line.matchAll(/(?:^|\s)\(?(?:[a-h]|\d{1,2})\)\s+(?=\S)|(?:^|\s)\d{1,2}\.\s+(?=\S)/g)) {
    const before = line.slice(from, label.index)
    if (before.split('(').length !== before.split(')').length) continue
    parts.push(before)
    from = label.index + label[0].length
  }
  return [...parts, line.slice(from)]
}

/** Every run of mathematics in a line, as it stands there; formulas are put in where they stand. */
function candidatesIn(line: string, formulas: readonly string[]): string[] {
  let used = 0
  const whole = line
    .replace(new RegExp(`${FORMULA_PLACE}(?=\\s*${FORMULA_PLACE})`, 'g'), `${FORMULA_PLACE};`)
    // Letters that no formula has make a word of those around them.
    .replace(/\p{L}*[äöüßéèêàçñ]\p{L}*/giu, (word) => `\\text{${word.replace(/[^a-z]/gi, 'o')}}`)
    .replace(/(\d),(?=\d)/g, '$1.')
    .replaceAll(FORMULA_PLACE, () => ` ${linesOfLatex(formulas[used++] ?? '')} `)
  return splitAtLabels(whole).flatMap((part) => {
    const tokens = withoutRemarks(tokenize(part, PLAIN_READING))
    return splitSegments(tokens).flatMap((segment) => runsOf(part, segment.tokens))
  })
}

/** Rows of an environment become claims of their own. */
const linesOfLatex = (latex: string): string =>
  latex
    .replace(/\\(?:begin|end)\{[a-z*]+\}(?:\{[lcr|]*\})?|\\displaystyle|\\textstyle|\\limits|\\hline|&/g, ' ')
    .replace(/\\\\(?:\[[^\]]*\])?/g, ' ; ')

/** Numbers with a space between them belong to two things: a label and a formula, a formula and its points. */
function runsOf(line: string, tokens: readonly Token[]): string[] {
  const runs: Token[][] = [[]]
  for (const token of tokens) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const parts = token.type === 'number' && token.space && (last?.type === 'number' || isLabel(run))
    if (parts) runs.push([token])
    else run?.push(token)
  }
  return runs.flatMap((run) => {
    const text = withoutMarks(textOf(line, run))
    return text !== null && isWhole(line, run) ? [text] : []
  })
}

const isLabel = (run: readonly Token[] | undefined): boolean => run?.length === 1 && run[0]?.type === 'symbol'

function textOf(line: string, run: readonly Token[]): string {
  const [first, last] = [run[0], run.at(-1)]
  return first && last ? line.slice(first.start, last.end) : ''
}

/** Nothing unread stands next to it, and no letter is followed by a digit that was perhaps raised. */
function isWhole(line: string, run: readonly Token[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return false
  const beside = `${line.slice(0, first.start).trimEnd().slice(-1)}${line.slice(last.end).trimStart().slice(0, 1)}`
  return !beside.includes(UNREAD_PLACE) && !hasLostExponent(run)
}

/** "x2" is x² on a page that lost the height of its digits, or x₂. */
export function hasLostExponent(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const before = tokens[index - 1]
    return token.type === 'number' && !token.space && before?.type === 'symbol'
  })
}

/** Without "= ?", "(1)" and "[2]", the number of the equation or its points; null when nothing is left. */
function withoutMarks(text: string): string | null {
  const bare = text
    .replace(/\s[([]\s*\d{1,2}\s*[)\]]$/, '')
    .replace(/\s*=\s*$/, '')
    .replace(/[.,;:]$/, '')
    .trim()
  return bare === '' ? null : bare
}

/** The one claim or expression of a candidate; atoms alone are none. */
function statementOf(candidate: string): Statement | null {
  const parsed = parseLine(candidate)
  if (parsed.kind !== 'statements' || parsed.statements.length !== 1 || parsed.words.length > 0) return null
  const [statement] = parsed.statements
  const chain = statement && onlyChain(statement)
  if (!statement || !chain || statement.continues) return null
  const [side] = chain.sides
  const atom =
    chain.sides.length === 1 && ['number', 'symbol', 'constant'].includes(side?.expression.kind ?? '')
  return atom ? null : statement
}
