import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { variablesOf } from './expression.ts'
import { solutionProof } from './proof.ts'
import { type Chain, onlyChain } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'
import { exactly, truthOf } from './truth.ts'
import type { Assignment } from './verdict.ts'

/** Unknowns of one system; more is not done by hand. */
const MOST_UNKNOWNS = 3

type Row = { coefficients: number[]; constant: number }

/**
 * An equation in one unknown after linear equations that fix all unknowns: it must hold at their solution.
 * Null where the lines before are no such system.
 */
export function systemStep(entry: Entry, { history }: Working): StepResult | null {
  const [name, ...others] = entry.variables
  if (name === undefined || entry.afterBlank || entry.words.length > 3) return null
  if (others.length > 0 && !multiplies(entry, history)) return null
  const equations = history.filter((one) => one.kind === 'equation' && one.variables.length > 0)
  if (equations.some((one) => one.wrong)) return null
  const last = equations.findIndex((_, i) => solutionOf(equations.slice(0, i + 1)) !== null)
  const from = equations[last]
  const solution = from && solutionOf(equations.slice(0, last + 1))
  if (!solution || entry.variables.some((one) => solution[one] === undefined)) return null
  const truth = truthOf(entry.statement, exactly(solution))
  if (truth === 'true') return { verdict: 'follows', from }
  if (truth !== 'false' || equations.some((one) => truthOf(one.statement, exactly(solution)) !== 'true'))
    return null
  return { verdict: 'wrong', from, proof: solutionProof('solution-lost', from, entry, solution) }
}

/** 6x + 2y = 17 after 3x + y = 17: its left side is a multiple of an earlier one, which no new equation is by chance. */
function multiplies(entry: Entry, history: readonly Entry[]): boolean {
  const chain = onlyChain(entry.statement)
  const own = chain && rowOf(chain, entry.variables)
  return history.some((one) =>
    one.statement.cases.flat().some((other) => {
      const row = own && one.kind === 'equation' ? rowOf(other, entry.variables) : null
      const times = row && own ? (own.coefficients[0] ?? 0) / (row.coefficients[0] ?? 0) : Number.NaN
      if (!row || !own || !Number.isFinite(times) || Math.abs(times - 1) < 1e-9) return false
      return own.coefficients.every((c, i) => Math.abs(c - times * (row.coefficients[i] ?? 0)) < 1e-9)
    }),
  )
}

/** The one solution of linear equations in two or three unknowns; null if they are not that. */
function solutionOf(equations: readonly Entry[]): Assignment | null {
  const names = [...new Set(equations.flatMap((one) => one.variables))].sort()
  if (names.length < 2 || names.length > MOST_UNKNOWNS) return null
  const rows: Row[] = []
  for (const { statement } of equations) {
    const [chains, ...cases] = statement.cases
    if (!chains || cases.length > 0) return null
    for (const chain of chains) {
      const row = rowOf(chain, names)
      if (!row) return null
      rows.push(row)
    }
  }
  const values = solve(rows, names.length)
  return values && Object.fromEntries(names.map((name, i) => [name, values[i] ?? Number.NaN]))
}

/** Whether a line is one linear equation in its unknowns, with numbers before them. */
export function isLinear({ statement, variables }: Entry): boolean {
  const chain = onlyChain(statement)
  return variables.length <= MOST_UNKNOWNS && chain !== null && rowOf(chain, variables) !== null
}

/** The coefficients of left − right, if it is linear: read off at unit points and tried at another. */
function rowOf({ sides: [left, right, more], relations }: Chain, names: readonly string[]): Row | null {
  if (!left || !right || more || relations[0] !== '=') return null
  if (variablesOf(left.expression, right.expression).length === 0) return null
  const gap = (values: readonly number[]): number => {
    const at = Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0]))
    return evaluate(left.expression, at) - evaluate(right.expression, at)
  }
  const constant = gap(names.map(() => 0))
  const coefficients = names.map((_, i) => gap(names.map((_, k) => (k === i ? 1 : 0))) - constant)
  for (const tried of [
    [2.5, -3.5, 7],
    [-11, 4.25, 0.5],
  ]) {
    const expected = coefficients.reduce((total, c, i) => total + c * (tried[i] ?? 0), constant)
    if (!(Math.abs(gap(tried) - expected) < 1e-9 * Math.max(1, Math.abs(expected)))) return null
  }
  return { coefficients, constant }
}

/** Gauss's elimination with the largest pivot; null unless there is exactly one solution. */
function solve(rows: readonly Row[], unknowns: number): number[] | null {
  const matrix = rows.map(({ coefficients, constant }) => [...coefficients, -constant])
  for (let column = 0; column < unknowns; column++) {
    const size = (row: number[] | undefined): number => Math.abs(row?.[column] ?? 0)
    const below = matrix.slice(column)
    const pivot = below.reduce((best, row) => (size(row) > size(best) ? row : best), below[0])
    if (!pivot || size(pivot) < 1e-9) return null
    matrix.splice(matrix.indexOf(pivot), 1)
    matrix.splice(column, 0, pivot)
    for (const row of matrix) {
      if (row === pivot) continue
      const times = (row[column] ?? 0) / (pivot[column] ?? 1)
      row.forEach((value, i) => {
        row[i] = value - times * (pivot[i] ?? 0)
      })
    }
  }
  if (matrix.slice(unknowns).some((row) => Math.abs(row[unknowns] ?? 0) > 1e-9)) return null
  return matrix.slice(0, unknowns).map((row, i) => rounded((row[unknowns] ?? 0) / (row[i] ?? 1)))
}

/** A value that elimination left a rounding error beside a whole number. */
const rounded = (value: number): number =>
  Math.abs(value - Math.round(value)) < 1e-10 * Math.max(1, Math.abs(value)) ? Math.round(value) : value
