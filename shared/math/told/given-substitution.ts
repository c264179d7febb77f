import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { POSITIVE } from '../line-words.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import { withoutPlusMinus } from '../plus-minus.ts'
import { statedValues } from '../solutions.ts'
import { tokenize } from '../tokenize.ts'
import type { Found, ToldLine } from './given-line.ts'

/** u = x², √x = z: what stands for a term in the other letter, anywhere in a line. */
const PUT =
  /(?<![\p{L}\d²³^)]\s?)([a-zA-Z])\s*=\s*((?:\\sqrt\s*\{?|√\(?|\\?ln\s?|\|)?\s*(?:e\s*\^\s*)?\{?\(?[a-z]\)?\}?(?:[²³⁴]|\s*\^\s*\{?\d\}?)?\|?\)?\}?|\d+\^\{?[a-z]\}?|eˣ|\d+ˣ)(?=\s*(?:$|[,;:.⇒→]|\b(?:and|und|so|then|gives)\b))/u
const LIMITED =
  /[<>≤≥]|\b(?:one|first|eine|erste|e\.g|z\.b|e\.g\.|case|fall|real|nonneg\p{L}*|natural|natürlich\p{L}*|integers?)(?!\p{L})/iu

/** "u = 4 or u = 9" where u = x², and then the values of x: each must give one of u, and with 2 goes −2. */
export function falseReturn(
  here: ToldLine,
  above: readonly ToldLine[],
  below: readonly ToldLine[],
): Found | null {
  const stated = valuesIn(here)
  if (!stated || LIMITED.test(here.plain)) return null
  const { name, values } = stated
  const lines = above.map((line) => ({ line, put: PUT.exec(line.plain) }))
  for (const { line, put } of lines.reverse()) {
    const [, letter = '', term = ''] = put ?? []
    const body = termOf(term.replace(/ˣ/gu, '^x'))
    if (!body || letter === name || variablesOf(body).join() !== name) continue
    const source = above.findLast((one) => one.line >= line.line && lastValues(one)?.name === letter)
    const known = source && lastValues(source)
    // Each case by itself: u = 4 gives …
    if (
      !source ||
      !known ||
      (known.values.length === 1 && above.some((one) => one !== source && lastValues(one)?.name === letter))
    )
      return null
    const fits = (x: number): boolean => known.values.some((u) => near(evaluate(body, { [name]: x }), u))
    const gained = values.find((x) => !fits(x))
    if (gained !== undefined)
      return returned(here, source, 'solution-gained', name, gained, {
        letter,
        term,
        u: evaluate(body, { [name]: gained }),
      })
    const words = [...above, here].flatMap(({ plain }) => plain.toLowerCase().match(/\p{L}+/gu) ?? [])
    const limited = above.some(({ plain }) => LIMITED.test(plain)) || words.some((word) => POSITIVE.has(word))
    const goesOn = below.some((one) => new RegExp(`\\b${name}(?:_?\\d|[₁-₄])?\\s*=`, 'u').test(one.plain))
    const said = above.filter((one) => one.line > source.line).flatMap((one) => valuesIn(one)?.values ?? [])
    const lost = values.find(
      (x) => x !== 0 && fits(-x) && ![...values, ...said].some((other) => near(other, -x)),
    )
    if (lost === undefined || limited || goesOn) return null
    return returned(here, source, 'solution-lost', name, -lost, {
      letter,
      term,
      u: evaluate(body, { [name]: -lost }),
    })
  }
  return null
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2e-3 * Math.max(1, Math.abs(a))

function returned(
  here: ToldLine,
  source: ToldLine,
  kind: 'solution-gained' | 'solution-lost',
  name: string,
  x: number,
  { letter, term, u }: { letter: string; term: string; u: number },
): Found {
  const value = Number(x.toPrecision(6))
  return {
    from: source.line,
    proof: {
      kind,
      at: { [name]: value },
      values: [
        { line: source.line, side: 'left', text: `${letter} = ${term}`, value: u },
        { line: here.line, side: 'left', text: name, value },
      ],
    },
  }
}

/** "z = x²: z² − 13z + 36 = 0, z = 4 or z = 9": the values at the end. */
function lastValues(line: ToldLine): ReturnType<typeof valuesIn> {
  const parts = line.plain.split(/(?<=[:,;⇒→])\s+|\s+(?:so|hence|thus|also|then|giving|gives)\s+/u)
  for (let i = 0; i < parts.length; i++) {
    const values = valuesIn({ ...line, plain: parts.slice(i).join(' ') })
    // y = 1 before the rest, y = 2: not all of them.
    const told =
      values &&
      new RegExp(`\\b${values.name}(?:_?\\d)?\\s*=\\s*[-−\\d]`, 'u').test(parts.slice(0, i).join(' '))
    if (values) return told ? null : values
  }
  return null
}

/** x = 1 or x = −1, x = ±2; x₁ = 3, x₂ = −3. */
function valuesIn({ plain }: ToldLine): { name: string; values: readonly number[] } | null {
  const text = plain
    .replace(/^\s*(?:so|also|then|thus|hence|dann|therefore|daher|das heißt)[,:]?\s+/iu, '')
    .replace(/(?<=[a-z])_?\d(?=\s*=)|(?<=[a-z])[₁-₄](?=\s*=)/gu, '')
  const name = /^([a-z])\s*=/u.exec(text)?.[1]
  if (name === undefined || /\p{L}{4,}|[<>≤≥≈]/u.test(text)) return null
  const parsed = parseLine(text)
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  if (!statement || more) return null
  const spelt = withoutPlusMinus(statement)
  const cases = spelt.cases.flat()
  if (
    !cases.every(
      (chain) =>
        chain.sides.length === 2 &&
        chain.sides[0]?.expression.kind === 'symbol' &&
        chain.sides[0].expression.name === name,
    )
  )
    return null
  const values = statedValues({ ...spelt, cases: cases.map((chain) => [chain]) }, name).map(
    ({ value }) => value,
  )
  return values.length === cases.length && values.every(Number.isFinite) ? { name, values } : null
}

function termOf(text: string): Expression | null {
  const parsed = parseExpression(tokenize(text, PLAIN_READING), PLAIN_READING)
  return 'failure' in parsed ? null : parsed.expression
}
