import { compareExpressions } from '../compare-expressions.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, negative, number, substitute, sum, symbol, variablesOf } from '../expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import type { Side } from '../statement.ts'
import { isDoubted, NUMBER, plainWords, readingsOf } from './plain-words.ts'
import type { ToldRule } from './told.ts'

const SIGNED = `-?(?:${NUMBER})(?:/\\d+)?`
const POINT = new RegExp(`\\(\\s*(${SIGNED})\\s*[,|;]\\s*(${SIGNED})\\s*\\)`, 'g')

function coordinate(written: string): number {
  const [over, under] = written.replace('-', '').split('/')
  const size = (readingsOf(over ?? '')[0] ?? Number.NaN) / (under === undefined ? 1 : Number(under))
  return written.startsWith('-') ? -size : size
}

const MOVE =
  /(?:verschieb|verschob|shift|translat|\bmove).*?\b(\d+(?:[.,]\d+)?)(?:\s*(?:units?|einheit(?:en)?|le))?\s*(?:to the |nach )?(right|left|up|down|rechts|links|oben|unten)(?:wards)?\b/i
const MOVES = /right|left|up\b|down|rechts|links|oben|unten/gi
const DIRECTION: Readonly<Record<string, readonly [right: number, up: number]>> = {
  right: [1, 0],
  rechts: [1, 0],
  left: [-1, 0],
  links: [-1, 0],
  up: [0, 1],
  oben: [0, 1],
  down: [0, -1],
  unten: [0, -1],
}

/** A graph moved to the right: x − 3 stands where x stood. */
export const movedOtherWay: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (isDoubted(text)) return null
  for (let line = at - 1; line >= Math.max(0, at - 2); line--) {
    const told = plainWords(lines[line] ?? '')
    const [, by, way = ''] = MOVE.exec(told) ?? []
    const direction = DIRECTION[way.toLowerCase()]
    if (!direction || (told.match(MOVES) ?? []).length !== 1) continue
    const moved = functionIn(told) ?? functionIn(plainWords(lines[line - 1] ?? ''))
    const claimed = functionIn(text)
    const size = readingsOf(by ?? '')[0]
    if (!moved || !claimed || size === undefined || moved.by !== claimed.by) return null
    const [right, wrong] = [1, -1].map((sign) =>
      shifted(moved, size * sign * direction[0], size * sign * direction[1]),
    )
    const other = shifted(moved, -size * direction[1], size * direction[0])
    const compared = right && compareExpressions(claimed.body, right, SEED)
    if (!right || !wrong || compared?.result !== 'different') return null
    if (![wrong, other].some((one) => compareExpressions(claimed.body, one, SEED).result === 'equal'))
      return null
    const point = compared.at
    return {
      told: { line, text: told, value: evaluate(right, point) },
      claimed: { line: at, text: claimed.text, value: evaluate(claimed.body, point) },
      at: point,
    }
  }
  return null
}

const SEED = 1
type Graph = { by: string; body: Expression; text: string }

function functionIn(text: string): Graph | null {
  const written = /(?:\b[a-z]'?\s*\(\s*[a-z]\s*\)|\by)\s*=\s*[^=]*/
    .exec(text)?.[0]
    .replace(/\s(?:um|by|to|nach|is|wird)\s.*$/, '')
  const parsed = written === undefined ? null : parseLine(written, PLAIN_READING)
  const chain = parsed?.kind === 'statements' ? parsed.statements[0]?.cases[0]?.[0] : undefined
  const body = chain?.sides[1]
  const [by, more] = body ? variablesOf(body.expression) : []
  return body && by !== undefined && more === undefined
    ? { by, body: body.expression, text: body.text }
    : null
}

const shifted = ({ body, by }: Graph, right: number, up: number): Expression =>
  sum([substitute(body, by, sum([symbol(by), negative(number(right))])), number(up)])

const ROW = new RegExp(
  `^(?:für |for |at |bei |when )?([a-z])\\s*=\\s*(${SIGNED})\\s*(?:[:,→⇒]|=>|->|gives|ergibt)\\s*(?:so |also |then )?y\\s*=\\s*(${SIGNED})[.✓]?$`,
  'i',
)

/** A row of a table of values: y must be what the one rule for y makes of x. */
export const wrongRow: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  const [, by, x = '', y = ''] = ROW.exec(text) ?? []
  if (by === undefined || isDoubted(text)) return null
  const rules = lines.slice(0, at).flatMap((line, i) => {
    const rule = /^y\s*=/.test(plainWords(line)) ? functionIn(plainWords(line)) : null
    return rule ? [{ ...rule, line: i }] : []
  })
  const [rule, more] = rules
  if (
    !rule ||
    more ||
    rule.by !== by ||
    lines.slice(0, at).some((line) => !ROW.test(plainWords(line)) && /y.*=.*y|^[^y=]*=[^=]*y/.test(line))
  )
    return null
  const point = { [by]: coordinate(x) }
  const [value, claimed] = [evaluate(rule.body, point), coordinate(y)]
  if (!Number.isFinite(value) || Math.abs(value - claimed) <= 0.02 * Math.max(1, Math.abs(value))) return null
  return {
    told: { line: rule.line, text: rule.text, value },
    claimed: { line: at, text: y, value: claimed },
    at: point,
  }
}

const PAIRS = new RegExp(
  `^(?:(?:so |also |die |the )?(?:solutions?|lösungen?|schnittpunkte?|intersections?|points|l|s)(?: are| is| sind| ist)?\\s*[:=]?\\s*)?\\{?((?:[A-Z]_?\\d?)?\\(\\s*${SIGNED}\\s*[,|;]\\s*${SIGNED}\\s*\\)(?:\\s*(?:,|;|and|und|or|oder|&)?\\s*))+\\}?[.✓]?$`,
  'i',
)

/** Pairs stated as the solutions of equations in x and y: each pair must solve each equation. */
export const pairsCrossed: ToldRule = (lines, at) => {
  const text = plainWords(lines[at] ?? '')
  if (!PAIRS.test(text) || isDoubted(text)) return null
  const equations = lines
    .slice(0, at)
    .flatMap((line, i) => equationsIn(line).map((one) => ({ ...one, line: i })))
  const names = [...new Set(equations.flatMap((one) => one.names))].sort()
  const both = equations.filter((one) => one.names.length === 2)
  if (names.join() !== 'x,y' || both.length < 2) return null
  for (const [, x = '', y = ''] of text.matchAll(POINT)) {
    const point = { x: coordinate(x), y: coordinate(y) }
    for (const { sides, line } of both.slice(0, 2)) {
      const [left, right] = sides.map((side) => evaluate(side.expression, point))
      if (
        left === undefined ||
        right === undefined ||
        !(Math.abs(left - right) > 0.02 * Math.max(1, Math.abs(left)))
      )
        continue
      const [a, b] = sides
      return {
        told: { line, text: a?.text ?? '', value: left },
        claimed: { line, text: b?.text ?? '', value: right },
        at: point,
      }
    }
  }
  return null
}

type Equation = { names: string[]; sides: readonly Side[] }

function equationsIn(line: string): Equation[] {
  const parsed = parseLine(line, PLAIN_READING)
  if (parsed.kind !== 'statements') return []
  return parsed.statements.flatMap(({ cases }) =>
    cases.length > 1
      ? []
      : cases.flat().flatMap(({ sides, relations }) => {
          const names = variablesOf(...sides.map(({ expression }) => expression))
          return relations.join() === '=' ? [{ names, sides }] : []
        }),
  )
}
