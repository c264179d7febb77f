import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { CONCLUDING } from '../line-words.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING } from '../parse-line.ts'
import { tokenize } from '../tokenize.ts'
import { type Found, NUMBER, numberOf, type ToldLine } from './given-line.ts'

const THEREFORE = `(?:(?:and |und )?(?:${[...CONCLUDING].join('|')}|giving|gives|which gives|so that|means|ergibt|also ist|therefore|dann|then)|⇒|→|=>)`
const CONCLUDED = new RegExp(
  `(?:^|[,;.]?\\s*)${THEREFORE}\\s*(?:we (?:get|have)\\s+|that\\s+|is\\s+|ist\\s+)?([a-z])\\s*=\\s*(${NUMBER})(?![\\w²³^]|[.,]\\d)(?=\\s*(?:$|[,;.!✓)⇒→]|=>|\\p{L}{2,}))`,
  'iu',
)
const DROPPED =
  /\b(?:not|nicht|if|wenn|falls|suppose|try|case|fall|would|false|wrong|falsch|contradiction|widerspruch|or|oder|but|aber|rounded|gerundet|about|approximately|ungefähr|mod)(?!\p{L})|[?≈≠±]/iu

type Equation = { text: string; left: Expression; right: Expression; name: string; line: number }

/** "so 3m = 72" and then "Hence m = 26": a linear equation has one solution, and a conclusion states it. */
export function falseConclusion(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const found = CONCLUDED.exec(here.plain)
  const [, name = '', written = ''] = found ?? []
  if (!found || DROPPED.test(here.plain.replace(/^\s*(?:if|wenn)\b/iu, ''))) return null
  const before = here.plain.slice(0, found.index)
  const own = lastEquation(before, here.line)
  const source = /=/.test(before) ? own : lastEquation(above.at(-1)?.plain ?? '', above.at(-1)?.line ?? 0)
  const value = numberOf(written)
  if (source?.name !== name || !Number.isFinite(value)) return null
  const gap = (x: number): number =>
    evaluate(source.left, { [name]: x }) - evaluate(source.right, { [name]: x })
  const [at0, at1, at2] = [gap(0), gap(1), gap(2)]
  const slope = at1 - at0
  const linear = Math.abs(at2 - at1 - slope) < 1e-9 * Math.max(1, Math.abs(at2)) && Math.abs(slope) > 1e-9
  const solution = -at0 / slope
  const rounding = /[.,]\d/.test(written) ? 0.02 * Math.max(1, Math.abs(solution)) : 1e-9
  // A whole number where the solution is none may be rounded to what makes sense.
  if (
    !linear ||
    Math.abs(value - solution) <= rounding ||
    (!Number.isInteger(solution) && Math.abs(value - solution) < 1)
  )
    return null
  const values = [source.left, source.right].map((side) => evaluate(side, { [name]: value }))
  const [left = Number.NaN, right = Number.NaN] = values
  const texts = source.text.split('=')
  return {
    from: source.line,
    proof: {
      kind: 'solution-gained',
      at: { [name]: value },
      values: [
        { line: source.line, side: 'left', text: (texts[0] ?? '').trim(), value: left },
        { line: source.line, side: 'right', text: (texts[1] ?? '').trim(), value: right },
      ],
    },
  }
}

/** The equation in one letter that a text ends with; null where it ends with anything else. */
function lastEquation(text: string, line: number): Equation | null {
  const clause =
    text
      .replace(/[\s.,;:]+$/u, '')
      .split(/[,;:]\s+|\.\s+|\s(?=\p{L}{2,}\s)/u)
      .at(-1) ?? ''
  if (/(?:sin|cos|tan|cot|ln|log|lg|exp|sqrt|lim|max|min|det|mod)(?!\p{L}{2})/iu.test(text)) return null
  const bare = clause.replace(/^(?:\p{L}{2,}\s+)+/u, '').trim()
  const sides = bare.split('=')
  if (sides.length !== 2 || !/^[\d\sa-z.+\-−–·*×/()²√=,]+$/iu.test(bare) || /\p{L}{2,}/u.test(bare))
    return null
  const [left, right] = sides.map(termOf)
  if (!left || !right) return null
  const names = [...new Set([...variablesOf(left), ...variablesOf(right)])]
  const [name, ...others] = names
  return name === undefined || others.length > 0 ? null : { text: bare, left, right, name, line }
}

function termOf(text: string): Expression | null {
  const decimalComma = /\d,\d/.test(text) && 'always'
  const parsed = parseExpression(tokenize(text, { ...PLAIN_READING, decimalComma }), PLAIN_READING)
  return 'failure' in parsed ? null : parsed.expression
}
