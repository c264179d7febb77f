import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING } from '../parse-line.ts'
import { tokenize } from '../tokenize.ts'
import { type Found, NUMBER, numberOf, type ToldLine } from './given-line.ts'

type Row = {
  a: number
  b: number
  c: number
  line: number
  text: string
  left: Expression
  right: Expression
}
const STATED = new RegExp(
  `(?<![\\p{L}\\d·*+/^)−-]\\s?)([a-z])\\s*=\\s*(${NUMBER})(?!\\s*[·*+/^(=\\d−-]|[a-z²³√])`,
  'gu',
)
const LABEL = /^\s*(?:\(?(?:I{1,3}|[1-9])\)?\s*[.:)]?\s+|\((?:I{1,3}|[1-9])\)\s*)/u

/** Both equations of a system were told, one unknown is right: the other one must be so too. */
export function falseOfSystem(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const own = statedIn(here)
  const rows = above.flatMap(rowsOf)
  const [first, ...others] = rows
  const second = others.find(
    (row) => first && row.line <= first.line + 1 && Math.abs(row.a * first.b - row.b * first.a) > 1e-9,
  )
  if (own.length === 0 || !first || !second) return null
  const [x, y] = variablesOf(first.left, first.right)
  if (x === undefined || y === undefined) return null
  // Told from the start, before any value.
  if (above.some((line) => line.line <= second.line && statedIn(line).length > 0)) return null
  const det = first.a * second.b - second.a * first.b
  const solution = new Map([
    [x, (first.c * second.b - second.c * first.b) / det],
    [y, (first.a * second.c - second.a * first.c) / det],
  ])
  const isWrong = ({ name, value }: Stated): boolean => {
    const right = solution.get(name)
    return right !== undefined && Math.abs(value - right) > 0.02 * Math.max(1, Math.abs(right))
  }
  const earlier = above.filter(({ line }) => line > second.line).flatMap(statedIn)
  const wrong = own.find(isWrong)
  if (!wrong || earlier.some(isWrong)) return null
  const other = [...own, ...earlier].find(({ name }) => solution.has(name) && name !== wrong.name)
  if (!other || /[?≈]|\b(?:try|test|if|not|nicht|wenn)\b/iu.test(here.plain)) return null
  const at = { [wrong.name]: wrong.value, [other.name]: other.value }
  const row =
    [first, second].find((one) => Math.abs(evaluate(one.left, at) - evaluate(one.right, at)) > 1e-9) ?? first
  const [left = '', right = ''] = row.text.split('=').map((side) => side.trim())
  return {
    from: row.line,
    proof: {
      kind: 'solution-gained',
      at,
      values: [
        { line: row.line, side: 'left', text: left, value: evaluate(row.left, at) },
        { line: row.line, side: 'right', text: right, value: evaluate(row.right, at) },
      ],
    },
  }
}

type Stated = { name: string; value: number }
const statedIn = ({ plain }: ToldLine): Stated[] =>
  [...plain.matchAll(STATED)].map(([, name = '', value = '']) => ({ name, value: numberOf(value) }))

/** The linear equations in the same two letters that a line lists. */
function rowsOf({ plain, line }: ToldLine): Row[] {
  return plain
    .replace(LABEL, '')
    .replace(/\s*[.…]*\s*\((?:I{1,3}|[1-9])\)\s*$/u, '')
    .split(/\s*[,;]\s*|\s+(?:and|und)\s+/u)
    .flatMap((text) => {
      const sides = text.replace(LABEL, '').split('=')
      if (sides.length !== 2 || /\p{L}{2,}/u.test(text)) return []
      const [left, right] = sides.map((side) => {
        const parsed = parseExpression(tokenize(side, PLAIN_READING), PLAIN_READING)
        return 'failure' in parsed ? null : parsed.expression
      })
      if (!left || !right) return []
      const names = variablesOf(left, right)
      const [x, y, more] = names
      if (x === undefined || y === undefined || more !== undefined) return []
      const gap = (u: number, v: number): number =>
        evaluate(left, { [x]: u, [y]: v }) - evaluate(right, { [x]: u, [y]: v })
      const origin = gap(0, 0)
      const [a, b] = [gap(1, 0) - origin, gap(0, 1) - origin]
      const linear =
        Math.abs(gap(2, 3) - (origin + 2 * a + 3 * b)) < 1e-9 &&
        Math.abs(gap(-1, 5) - (origin - a + 5 * b)) < 1e-9
      return linear && a !== 0 && b !== 0
        ? [{ a, b, c: -origin, line, text: text.replace(LABEL, ''), left, right }]
        : []
    })
}
