import { evaluate } from '../evaluate.ts'
import {
  type Expression,
  factorsOf,
  isNumber,
  negative,
  number,
  product,
  termsOf,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { Assignment } from '../verdict.ts'
import type { AreaPicture } from './picture.ts'

/** More terms in a bracket would make cells that nobody can read at 360 px. */
const MOST_TERMS = 3
/** Values at which terms are told apart; powers of them do not meet by chance. */
const VALUES = [1.37, 2.11, 0.73, 3.19]
const ROUNDS = 3

/**
 * What was multiplied out, as a rectangle, when what was written leaves a part of it out: (x + 3)² written as
 * x² + 9. Null when nothing was multiplied out, or nothing is missing, or nothing of it is there.
 */
export function areaPicture(before: Expression, after: Expression): AreaPicture | null {
  const names = variablesOf(before, after)
  if (names.length > 4) return null
  const reckon = valuesAt(names)
  const rest = [...termsOf(before)]
  const at = rest.findIndex((term) => bracketsOf(term) !== null)
  const [whole] = at < 0 ? [] : rest.splice(at, 1)
  const sides = whole && bracketsOf(whole)
  if (!whole || !sides || rest.some((term) => bracketsOf(term) !== null)) return null
  const written = [...termsOf(after)].map((term) => ({ term, value: reckon(term) }))
  for (const term of rest) {
    const same = written.findIndex(({ value }) => close(value, reckon(term)))
    if (same < 0) return null
    written.splice(same, 1)
  }
  const { rows, columns } = sides
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({ of: [row, column], value: reckon(product([row, column])), there: false })),
  )
  for (const size of [1, 2, 3]) {
    for (let i = written.length - 1; i >= 0; i--) {
      const group = findGroup(
        cells.filter((cell) => !cell.there),
        written[i]?.value ?? [],
        size,
      )
      if (!group) continue
      for (const cell of group) cell.there = true
      written.splice(i, 1)
    }
  }
  const missing = cells.filter((cell) => !cell.there).length
  if (missing === 0 || missing === cells.length) return null
  return {
    kind: 'area',
    whole: printExpression(whole),
    rows: rows.map(printExpression),
    columns: columns.map(printExpression),
    cells: rows.map((row, i) =>
      columns.map((column, k) =>
        cells[i * columns.length + k]?.there ? printExpression(multiplied(row, column)) : null,
      ),
    ),
    written: printExpression(after),
  }
}

type Sides = { rows: readonly Expression[]; columns: readonly Expression[] }

/** The sides of the rectangle that a term is the area of; null when it is no product with a bracket. */
function bracketsOf(term: Expression): Sides | null {
  if (term.kind === 'negative') {
    const inner = bracketsOf(term.of)
    return inner && { ...inner, rows: inner.rows.map(negative) }
  }
  if (term.kind === 'power')
    return isNumber(term.exponent, 2) && isBracket(term.base)
      ? { rows: termsOf(term.base), columns: termsOf(term.base) }
      : null
  if (term.kind !== 'product') return null
  const sums = term.factors.filter((factor) => factor.kind === 'sum')
  const others = term.factors.filter((factor) => factor.kind !== 'sum')
  const [first, second, third] = sums
  if (!first || third || !sums.every(isBracket)) return null
  if (!second) return others.length > 0 ? { rows: [product(others)], columns: termsOf(first) } : null
  return others.length === 0 ? { rows: termsOf(first), columns: termsOf(second) } : null
}

const isBracket = (e: Expression): boolean => e.kind === 'sum' && e.terms.length <= MOST_TERMS

function valuesAt(names: readonly string[]): (e: Expression) => number[] {
  const points = Array.from(
    { length: ROUNDS },
    (_, round): Assignment =>
      Object.fromEntries(names.map((name, i) => [name, VALUES[(i + round) % VALUES.length] ?? 1])),
  )
  return (e) => points.map((point) => evaluate(e, point))
}

function close(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(value)))
}

/** So many of the cells, that together come to the value. */
function findGroup<Cell extends { value: readonly number[] }>(
  cells: readonly Cell[],
  value: readonly number[],
  size: number,
): Cell[] | null {
  if (size === 0) return value.every((one) => Math.abs(one) < 1e-9) ? [] : null
  for (const [i, cell] of cells.entries()) {
    const rest = value.map((one, k) => one - (cell.value[k] ?? Number.NaN))
    const group = findGroup(cells.slice(i + 1), rest, size - 1)
    if (group) return [cell, ...group]
  }
  return null
}

/** A product of two terms as a person writes it: 3 · x is 3x, 0.1 · 3 is 0.3, x · x is x², two minus signs are none. */
function multiplied(a: Expression, b: Expression): Expression {
  if (a.kind === 'negative') return negative(multiplied(a.of, b))
  if (b.kind === 'negative') return negative(multiplied(a, b.of))
  let size = 1
  const powers = new Map<string, number>()
  const others: Expression[] = []
  for (const factor of [...factorsOf(a), ...factorsOf(b)]) {
    const value = factor.kind === 'number' ? Number(factor.text) : Number.NaN
    if (Number.isFinite(value)) size = Number((size * value).toPrecision(12))
    else if (factor.kind === 'symbol') powers.set(factor.name, (powers.get(factor.name) ?? 0) + 1)
    else others.push(factor)
  }
  const letters = [...powers].map(
    ([name, count]): Expression =>
      count === 1
        ? { kind: 'symbol', name }
        : { kind: 'power', base: { kind: 'symbol', name }, exponent: number(count) },
  )
  const factors = [...letters, ...others]
  return product(size === 1 && factors.length > 0 ? factors : [number(size), ...factors])
}
