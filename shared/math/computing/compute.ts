import type { Answer, ComputeRequest, Task } from '../../percepts/computation.ts'
import { within } from '../budget.ts'
import { type Bounds, type Expression, variablesOf } from '../expression.ts'
import { PLAIN_READING, parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { asExpression, type Statement } from '../statement.ts'
import { convert } from './convert.ts'
import { definiteIntegral } from './definite-integral.ts'
import { likeIt } from './like-it.ts'
import { nameStep } from './name-step.ts'
import { solve } from './solve.ts'
import { antiderivative, derivative, expand, factor, simplify, type Transformed } from './transform.ts'
import { inDecimals, substituted, tableOf } from './values.ts'
import type { WhyNot } from './why-not.ts'

/** Work allowed for one answer: ten times what a line of working may take, for the person asked and waits. */
const WORK = 3_000_000

/** Works out what was asked. Nothing is answered that the checker has not verified. */
export function compute({
  task,
  seed,
  decimalComma,
}: Pick<ComputeRequest, 'task' | 'seed' | 'decimalComma'>): Answer {
  return within(WORK, () => answerTo(task, seed, decimalComma === true)) ?? cannot('too-hard')
}

const cannot = (why: WhyNot): Answer => ({ kind: 'cannot', why })

function answerTo(task: Task, seed: number, decimalComma: boolean): Answer {
  switch (task.what) {
    case 'solve':
      return solve(withPoint(task.text, decimalComma), task.unknown, seed, task.angles ?? null)
    case 'like-it':
      return likeIt(withPoint(task.text, decimalComma), task.sort, seed) ?? cannot('no-like')
    case 'name-step':
      return nameStep(
        task.lines.map((line) => withPoint(line, decimalComma)),
        task.line,
        seed,
      )
    case 'convert': {
      const converted = convert(task.amount, task.from, task.to)
      return converted
        ? { kind: 'converted', amount: task.amount, from: task.from, ...converted }
        : cannot('other-kind')
    }
    default: {
      const e = readExpression(withPoint(task.text, decimalComma))
      return e ? (asWritten(e, seed) ?? aboutExpression(e, task, seed, decimalComma)) : cannot('not-read')
    }
  }
}

type AboutExpression = Exclude<Task, { what: 'solve' | 'convert' | 'name-step' | 'like-it' }>

function aboutExpression(e: Expression, task: AboutExpression, seed: number, decimalComma: boolean): Answer {
  switch (task.what) {
    case 'simplify':
      return transformed(e, simplify(e, seed))
    case 'expand':
      return transformed(e, expand(e, seed))
    case 'factor': {
      const factors = factor(e, seed)
      return factors ? transformed(e, factors) : cannot('no-factors')
    }
    case 'differentiate':
    case 'integrate': {
      const by = letterOf(e, task.by)
      if (by === null) return cannot('which-unknown')
      const of = task.what === 'differentiate' ? derivative(e, by, seed) : antiderivative(e, by, seed)
      const inner = printExpression(e)
      const from = task.what === 'differentiate' ? `d/d${by} (${inner})` : `∫ (${inner}) d${by}`
      if (!of) return cannot('too-hard')
      const to = printExpression(of.result)
      return { kind: 'transformed', from, to: task.what === 'integrate' ? `${to} + C` : to, holds: of.holds }
    }
    case 'integral': {
      const by = letterOf(e, task.by)
      if (by === null) return cannot('which-unknown')
      const [from, to] = [task.from, task.to].map((text) => readExpression(withPoint(text, decimalComma)))
      return from && to ? integralFrom(e, by, [from, to], seed) : cannot('not-read')
    }
    case 'substitute': {
      const values = task.values.flatMap(({ name, value }) => {
        const read = readExpression(withPoint(value, decimalComma))
        return read ? [{ name, value: read }] : []
      })
      if (values.length < task.values.length) return cannot('not-read')
      return { kind: 'value', of: printExpression(e), ...substituted(e, values, seed) }
    }
    case 'table': {
      const name = letterOf(e, null)
      if (name === null) return cannot('which-unknown')
      return { kind: 'table', of: printExpression(e), name, rows: tableOf(e, name, task) }
    }
  }
}

/** ∫₀¹ x² dx asks for its value, whatever verb stands before it. */
function asWritten(e: Expression, seed: number): Answer | null {
  return e.kind === 'integral' && e.bounds ? integralFrom(e.of, e.by, e.bounds, seed) : null
}

function integralFrom(e: Expression, by: string, bounds: Bounds, seed: number): Answer {
  const found = definiteIntegral(e, by, bounds, seed)
  const of = printExpression({ kind: 'integral', of: e, by, bounds })
  return found ? { kind: 'value', of, ...found } : cannot('too-hard')
}

function transformed(e: Expression, found: Transformed | null): Answer {
  if (!found) return cannot('too-hard')
  const [from, to] = [printExpression(e), printExpression(inDecimals(e, found.result))]
  return { kind: 'transformed', from, to, holds: from === to ? 'unchanged' : found.holds }
}

/** The letter meant: the one named, the only one, or x; a number alone is one in x. */
function letterOf(e: Expression, named: string | null): string | null {
  const names = variablesOf(e)
  if (named !== null) return named
  if (names.length <= 1) return names[0] ?? 'x'
  return names.includes('x') ? 'x' : null
}

/** A decimal comma as a point, where the person writes one. */
const withPoint = (text: string, decimalComma: boolean): string =>
  decimalComma ? text.replace(/(\d),(?=\d)/g, '$1.') : text

/** One expression; of "f(x) = …" or "y = …" its right side. */
export function readExpression(text: string): Expression | null {
  const parsed = parseLine(text.trim(), PLAIN_READING)
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  if (!statement || more || parsed.kind !== 'statements' || parsed.words.length > 0) return null
  return asExpression(statement)?.expression ?? definedBy(statement)
}

function definedBy(statement: Statement): Expression | null {
  const [chains, other] = statement.cases
  const [chain, second] = chains ?? []
  const [left, right, third] = chain?.sides ?? []
  if (other || second || third || !left || !right || chain?.relations[0] !== '=') return null
  return left.expression.kind === 'symbol' || left.expression.kind === 'apply' ? right.expression : null
}
