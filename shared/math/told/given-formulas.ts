import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING } from '../parse-line.ts'
import { tokenize } from '../tokenize.ts'
import { claimOf, type Found, falseSide, found, NUMBER, numberOf, type ToldLine } from './given-line.ts'

/** r = 3 with nothing after it that could be a unit or go on. */
const VALUE = new RegExp(
  `(?<![\\p{L}\\d_|(·*+/^−-]\\s?)([a-zA-Z])\\s*=\\s*(${NUMBER})(?=\\s*(?:$|[,;.]\\s|[,;.]$|\\)|\\b(?:and|und|so)\\b))`,
  'gu',
)
const ANY_VALUE = /(?<![\p{L}\d_|(·*+/^−-]\s?)([a-zA-Z])\s*=\s*[^=,;]*/gu
const FORMULA =
  /^(?:[^=]*[:,;]\s+)?((?:(?:sin|cos|tan)\s*)?[A-Za-zα-ωΔ]\w?|\|[a-z]\|)\s*=\s*([^=,;:]+?)\s*[.,;]?$/u
const INLINE = /(?:^|[:;,]\s+)([A-Za-zΔ])\s*=\s*([^=,;:]+?)(?=\s*[,;]\s)/gu

/** U = 2πr with r = 3, D = b² − 4ac with a, b and c: what the formula comes to. */
export function falseFormula(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  if (!claim || !/^(?:(?:sin|cos|tan)\s*)?[A-Za-zα-ωΔ]\w?$/u.test(claim.name)) return null
  const stated = new Map<string, string>()
  for (const { plain } of above)
    for (const [, name = '', value = ''] of plain.matchAll(VALUE)) {
      if (stated.has(name) && stated.get(name) !== value) return null
      stated.set(name, value)
    }
  for (const line of [...above].reverse()) {
    const body = formulaOf(line.plain, claim.name)
    if (!body) continue
    const names = variablesOf(body)
    const others = [...above, here].flatMap(({ plain }) =>
      [...plain.matchAll(ANY_VALUE)].map(([, name]) => name),
    )
    // Told once, and nowhere something else.
    const known = names.every((name) => stated.has(name) && others.filter((one) => one === name).length === 1)
    // A point of a graph is one of many.
    if (!known || names.length === 0 || names.includes('x') || stated.has(claim.name)) return null
    const at = Object.fromEntries(names.map((name) => [name, numberOf(stated.get(name) ?? '')]))
    const value = evaluate(body, at)
    if (!Number.isFinite(value)) return null
    const written = falseSide(claim, value)
    return written && found(here, line.line, claim.name, value, written)
  }
  return null
}

function formulaOf(plain: string, name: string): Expression | null {
  const own = FORMULA.exec(plain)
  const all = [...(own ? [own] : []), ...plain.matchAll(INLINE)]
  const body = all.find(([, called = '']) => called.replace(/\s/g, '') === name.replace(/\s/g, ''))?.[2]
  if (body === undefined || /[±∓≈<>≤≥]|\p{L}{3,}(?<!sqrt|\\pi|sin|cos|tan)/u.test(body)) return null
  const parsed = parseExpression(tokenize(body, PLAIN_READING), PLAIN_READING)
  return 'failure' in parsed || variablesOf(parsed.expression).length === 0 ? null : parsed.expression
}

const DEFINED =
  /(?<![\p{L}])([fghpqr])\s*\(\s*([a-z])\s*\)\s*=\s*([^=;:]+?)(?=\s*(?:$|[;:.]|,\s|\b(?:find|and|und|at|bei|for|berechne|bestimme)\b))/gu

/** "g(x) = 4 − x², g(−3) = ?" and then g(−3). */
export function falseValueAt(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  const [, name, at = ''] =
    new RegExp(`^([fghpqr])\\s*\\(\\s*(${NUMBER})\\s*\\)$`, 'u').exec(claim?.name ?? '') ?? []
  const all = above.flatMap(({ plain, line }) =>
    [...plain.matchAll(DEFINED)]
      .filter(([, called]) => called === name)
      .map(([, , letter = '', body = '']) => ({ letter, body, line })),
  )
  const [only, more] = all
  if (
    !claim ||
    !only ||
    more ||
    above.some(({ plain }) => /\b(?:if|wenn|falls|for)\s+[a-z]\s*[<>≤≥]/u.test(plain))
  )
    return null
  const parsed = parseExpression(tokenize(only.body, PLAIN_READING), PLAIN_READING)
  if ('failure' in parsed || variablesOf(parsed.expression).join() !== only.letter) return null
  const value = evaluate(parsed.expression, { [only.letter]: numberOf(at) })
  const written = Number.isFinite(value) ? falseSide(claim, value) : null
  return written && found(here, only.line, claim.name, value, written)
}
