import { parseLine } from './parse-line.ts'
import { canonical } from './slips/canonical.ts'

/** A line without what does not tell two ways of writing the same apart. */
export const plainLine = (text: string): string => text.replaceAll(/[\s·*]|\\cdot/g, '').replaceAll('−', '-')

/** Whether two lines differ at most in how their numbers are worked out and their terms ordered: 2x + 2·3 and 6 + 2x. */
export function isSameLine(a: string, b: string): boolean {
  const [one, other] = [shapeOf(a), shapeOf(b)]
  return one !== null && one === other
}

function shapeOf(text: string): string | null {
  const parsed = parseLine(text)
  const [statement, ...more] = parsed.kind === 'statements' ? parsed.statements : []
  if (statement === undefined || more.length > 0) return null
  return JSON.stringify(
    statement.cases.map((chains) =>
      chains.map(({ sides, relations }) => [relations, sides.map(({ expression }) => canonical(expression))]),
    ),
  )
}
