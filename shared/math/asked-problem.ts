import type { Task } from '../percepts/computation.ts'
import { type Expression, variablesOf } from './expression.ts'
import { parseLine } from './parse-line.ts'
import { printExpression } from './print-expression.ts'
import { type Problem, problemFormulas } from './problem-formulas.ts'
import { asEquation, asExpression, onlyChain, type Statement, sidesOf } from './statement.ts'

export type AskedTask =
  | 'solve'
  | 'calculate'
  | 'simplify'
  | 'expand'
  | 'factor'
  | 'differentiate'
  | 'integrate'
/** What is to be done with which mathematics (plain text or LaTeX); `named`: words or signs say so, not only its form. */
export type AskedProblem = { task: AskedTask; text: string; named: boolean }

/** The words that name a task, in both languages. */
const NAMED: readonly (readonly [AskedTask, RegExp])[] = [
  [
    'differentiate',
    /(?<!\p{L})(?:differentiat\p{L}*|derivatives?|derive|leite|ableit\p{L}*|abgeleitet)(?!\p{L})/iu,
  ],
  [
    'integrate',
    /(?<!\p{L})(?:integra\p{L}*|integrier\p{L}*|antiderivatives?|stammfunktion\p{L}*)(?!\p{L})/iu,
  ],
  [
    'factor',
    /(?<!\p{L})(?:factor(?:i[sz]e)?(?: out)?|faktorisier\p{L}*|klammere[^.\n]{0,60} aus|ausklammern)(?!\p{L})/iu,
  ],
  [
    'expand',
    /(?<!\p{L})(?:expand|multiply out|open the brackets|multipliziere[^.\n]{0,60} aus|ausmultiplizieren)(?!\p{L})/iu,
  ],
  [
    'simplify',
    /(?<!\p{L})(?:simplif\p{L}*|collect like terms|vereinfach\p{L}*|fasse[^.\n]{0,60} zusammen)(?!\p{L})/iu,
  ],
  ['solve', /(?<!\p{L})(?:solve|solutions?|l[öo]sen?|l[öo]sung(?:en)?)(?!\p{L})/iu],
  [
    'calculate',
    /(?<!\p{L})(?:calculate|compute|work (?:it |this )?out|evaluate|berechnen?|rechne|ermittle)(?!\p{L})/iu,
  ],
]
/** Lines at the start of a working in which its problem stands. */
const FIRST_LINES = 3

/**
 * What a working is about: its first line, else the one formula of the page's problem near it; what is to be done is said by the
 * words there, else by the form. null where that is not sure.
 */
export function askedProblem(problem: Problem | null, lines: readonly string[]): AskedProblem | null {
  const written = lines.filter((line) => line.trim() !== '').slice(0, FIRST_LINES)
  const first = written[0] === undefined ? null : read(written[0])
  const words = `${first?.words ?? ''}\n${problem?.text ?? ''}`
  if (first !== null)
    return asked([first.statement, ...systemAfter(first.statement, written.slice(1))], words)
  if (written.length > 0 || problem === null) return null
  const formulas = problemFormulas(problem)
  const names = new Set(formulas.flatMap(({ statement }) => namesIn(statement)))
  const isSystem =
    formulas.length === 2 && names.size === 2 && formulas.every(({ statement }) => asEquation(statement))
  if (formulas.length !== 1 && !isSystem) return null
  return asked(
    formulas.map(({ statement, text }) => ({ ...statement, text })),
    words,
  )
}

type Read = { statement: Statement; words: string }

function read(line: string): Read | null {
  const parsed = parseLine(line.replace(/=\s*$/, ''))
  if (parsed.kind !== 'statements' || parsed.stance === 'denied') return null
  const [statement, more] = parsed.statements
  return statement === undefined || more !== undefined ? null : { statement, words: parsed.words.join(' ') }
}

const namesIn = (statement: Statement) =>
  variablesOf(...sidesOf(statement).map(({ expression }) => expression))

/** The second equation of a system in the line below. */
function systemAfter(first: Statement, [next]: readonly string[]): Statement[] {
  const second = next === undefined ? undefined : read(next)?.statement
  const names = namesIn(first)
  if (second === undefined || names.length !== 2 || !asEquation(first) || !asEquation(second)) return []
  return [...new Set([...names, ...namesIn(second)])].length === 2 && namesIn(second).length > 0
    ? [second]
    : []
}

function asked(statements: readonly Statement[], words: string): AskedProblem | null {
  const [statement] = statements
  if (statement === undefined) return null
  const text = statements.map((each) => each.text.trim()).join(', ')
  const expression = asExpression(statement)?.expression
  if (expression?.kind === 'derivative' && expression.order === 1) return ofBody('differentiate', expression)
  if (expression?.kind === 'integral' && !expression.bounds) return ofBody('integrate', expression)
  const called = NAMED.filter(([, pattern]) => pattern.test(words)).map(([task]) => task)
  const named = called.filter((task) => fits(task, statement))
  // “Expand and simplify” is one task.
  const [task, other] = named.includes('simplify') ? named.filter((each) => each !== 'expand') : named
  if (other !== undefined || (task === undefined && called.length > 0)) return null
  if (task !== undefined) return { task, text, named: true }
  const names = namesIn(statement)
  if (expression === undefined) {
    const isClaim = onlyChain(statement) === null || (onlyChain(statement)?.relations.length ?? 0) === 1
    if (names.length > 0 && isClaim) return { task: 'solve', text, named: false }
    const calculated = onlyChain(statement)?.sides[0]
    return names.length > 0 || !calculated
      ? null
      : { task: 'calculate', text: calculated.text.trim(), named: false }
  }
  return { task: names.length === 0 ? 'calculate' : 'simplify', text, named: false }
}

function ofBody(task: AskedTask, { of }: { of: Expression }): AskedProblem {
  return { task, text: printExpression(of), named: true }
}

/** A term has no solutions, and an equation but y = … or f(x) = … no derivative. */
function fits(task: AskedTask, statement: Statement): boolean {
  const isTerm = asExpression(statement) !== null
  if (task === 'solve') return !isTerm
  const left = asEquation(statement)?.left.expression.kind
  return isTerm || left === 'apply' || left === 'symbol'
}

/** The same as a task of the solver. */
export function solverTask({ task, text }: AskedProblem): Task {
  switch (task) {
    case 'solve':
      return { what: 'solve', text, unknown: null }
    case 'calculate':
      return { what: 'simplify', text }
    case 'differentiate':
    case 'integrate':
      return { what: task, text, by: null }
    default:
      return { what: task, text }
  }
}
