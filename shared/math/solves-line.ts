import { isLiteralSolution } from './entry.ts'
import { variablesOf } from './expression.ts'
import { parseLine } from './parse-line.ts'
import { statedValues } from './solutions.ts'
import { type Statement, sidesOf } from './statement.ts'
import { exactly, truthOf } from './truth.ts'

/**
 * Whether a line states values of the unknown, worked out, each of which makes the first line true; that there are no
 * others is for the checker to say.
 */
export function solvesLine(first: string, line: string): boolean {
  const [given, stated] = [read(first), read(line)]
  const [name, more] = given === null ? [] : namesOf(given)
  if (given === null || stated === null || name === undefined || more !== undefined) return false
  const isEnd = (statement: Statement) =>
    statement.cases.every((chains) => isLiteralSolution({ ...statement, cases: [chains] }, name))
  if (isEnd(given) || !isEnd(stated)) return false
  const values = statedValues(stated, name)
  return (
    values.length === stated.cases.length &&
    values.every(({ value }) => truthOf(given, exactly({ [name]: value })) === 'true')
  )
}

function read(text: string): Statement | null {
  const parsed = parseLine(text)
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  return statement !== undefined && more === undefined ? statement : null
}

const namesOf = (statement: Statement) => variablesOf(...sidesOf(statement).map((side) => side.expression))
