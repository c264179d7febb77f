import {
  type Expression,
  isNumber,
  mapParts,
  negative,
  sizeOf as nodesOf,
  number,
  power,
  product,
  quotient,
  root,
  someIn,
  sum,
} from './expression.ts'
import { printExpression } from './print-expression.ts'
import type { Chain, Side, Statement } from './statement.ts'

type Rows = readonly (readonly Expression[])[]
type Matrix = Expression & { kind: 'matrix' }

/** Nodes of one result written out; a product of many matrices doubles them each time. */
const MOST_NODES = 3000
/** Cells of one result; larger ones are not worked out by hand. */
const MOST_CELLS = 25

const isMatrix = (e: Expression): e is Matrix => e.kind === 'matrix'
const hasMatrix = (e: Expression): boolean => someIn(e, isMatrix)
const matrix = (rows: Rows): Matrix => ({ kind: 'matrix', rows })
const each = (m: Matrix, change: (cell: Expression) => Expression): Matrix =>
  matrix(m.rows.map((row) => row.map(change)))
const sizeOf = (m: Matrix): [rows: number, columns: number] => [m.rows.length, m.rows[0]?.length ?? 0]
const sameSize = (a: Matrix, b: Matrix): boolean => sizeOf(a).join() === sizeOf(b).join()
const cell = (m: Matrix, row: number, column: number): Expression => m.rows[row]?.[column] ?? number(0)
const count = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

/**
 * A statement about vectors and matrices as the same statement about each component, so that all that is known
 * about numbers applies. Sides that do not fit each other stay as they are, and have no value.
 */
export function byComponents(statement: Statement): Statement {
  if (!statement.cases.flat().some((chain) => chain.sides.some((side) => hasMatrix(side.expression))))
    return statement
  return { ...statement, cases: statement.cases.map((chains) => chains.flatMap(componentChains)) }
}

function componentChains(chain: Chain): Chain[] {
  const sides: { side: Side; value: Expression }[] = []
  for (const side of chain.sides) {
    const value = worked(side.expression)
    if (!value) return [chain]
    sides.push({ side, value })
  }
  // a × b = (…): of two vectors that are multiplied a vector may come out.
  if (sides.some(({ value }) => isMatrix(value)))
    for (const one of sides) if (!isMatrix(one.value)) one.value = asCross(one.side.expression) ?? one.value
  const [first, ...others] = sides
  if (!first) return [chain]
  // M = (1, 2) + (3, 4) = (4, 6): the first side only names.
  const names = others.length > 1 && first.value.kind === 'symbol'
  const compared = names ? others : sides
  const relations = names ? chain.relations.slice(1) : chain.relations
  const matrices = compared.flatMap(({ value }) => (isMatrix(value) ? [value] : []))
  const [shape] = matrices
  if (!shape)
    return [{ relations, sides: compared.map(({ side, value }) => ({ ...side, expression: value })) }]
  if (matrices.length < compared.length || matrices.some((one) => !sameSize(one, shape))) return [chain]
  if (relations.some((relation) => relation !== '=' && relation !== '≈')) return [chain]
  const [rows, columns] = sizeOf(shape)
  return count(rows * columns, (i) => ({
    relations,
    sides: matrices.map((one) => {
      const expression = cell(one, Math.floor(i / columns), i % columns)
      return { expression, text: printExpression(expression) }
    }),
  }))
}

/** The expression with every operation on matrices carried out on their cells; null where sizes do not fit. */
function worked(e: Expression): Expression | null {
  if (!hasMatrix(e)) return e
  const result = carriedOut(e)
  return result && nodesOf(result) <= MOST_NODES ? result : null
}

function carriedOut(e: Expression): Expression | null {
  if (isMatrix(e)) return e.rows.flat().some(hasMatrix) || e.rows.flat().length > MOST_CELLS ? null : e
  switch (e.kind) {
    case 'negative': {
      const of = worked(e.of)
      return of && (isMatrix(of) ? each(of, negative) : negative(of))
    }
    case 'sum':
      return together(e.terms, added, (terms) => sum(terms))
    case 'product':
      return together(e.factors, multiplied, (factors) => product(factors))
    case 'quotient': {
      const [over, under] = [worked(e.over), worked(e.under)]
      if (!over || !under || isMatrix(under)) return null
      return isMatrix(over) ? each(over, (one) => quotient(one, under)) : quotient(over, under)
    }
    case 'power':
      return raised(e.base, e.exponent)
    case 'call': {
      const of = worked(e.of)
      if (!of || (e.name !== 'abs' && e.name !== 'det')) return null
      return isMatrix(of) ? sizeOrDeterminant(of) : mapParts(e, () => of)
    }
    default:
      return null
  }
}

function together(
  parts: readonly Expression[],
  join: (a: Expression, b: Expression) => Expression | null,
  plain: (parts: readonly Expression[]) => Expression,
): Expression | null {
  let scalars: Expression[] = []
  let total: Expression | null = null
  for (const part of parts) {
    const value = worked(part)
    if (!value) return null
    if (!isMatrix(value) && !total) scalars.push(value)
    else {
      const before: Expression | null = total ?? (scalars.length > 0 ? plain(scalars) : null)
      scalars = []
      total = before ? join(before, value) : value
      if (!total || nodesOf(total) > MOST_NODES) return null
    }
  }
  return total ?? plain(scalars)
}

function added(a: Expression, b: Expression): Expression | null {
  if (!isMatrix(a) && !isMatrix(b)) return sum([a, b])
  if (!isMatrix(a) || !isMatrix(b) || !sameSize(a, b)) return null
  return matrix(a.rows.map((row, i) => row.map((one, k) => sum([one, cell(b, i, k)]))))
}

function multiplied(a: Expression, b: Expression): Expression | null {
  if (!isMatrix(a)) return isMatrix(b) ? each(b, (one) => product([a, one])) : product([a, b])
  if (!isMatrix(b)) return each(a, (one) => product([one, b]))
  const [[rows, inner], [height, columns]] = [sizeOf(a), sizeOf(b)]
  // Two columns: the scalar product.
  if (inner === 1 && columns === 1 && rows === height)
    return sum(count(rows, (i) => product([cell(a, i, 0), cell(b, i, 0)])))
  if (inner !== height || rows * columns > MOST_CELLS) return null
  const result = count(rows, (i) =>
    count(columns, (k) => sum(count(inner, (j) => product([cell(a, i, j), cell(b, j, k)])))),
  )
  return rows * columns === 1 ? (result[0]?.[0] ?? null) : matrix(result)
}

function raised(base: Expression, exponent: Expression): Expression | null {
  const of = worked(base)
  if (!of || hasMatrix(exponent)) return null
  if (!isMatrix(of)) return power(of, exponent)
  const [rows, columns] = sizeOf(of)
  if (exponent.kind === 'symbol' && exponent.name === 'T')
    return matrix(count(columns, (k) => count(rows, (i) => cell(of, i, k))))
  if (exponent.kind === 'negative' && isNumber(exponent.of, 1)) return inverse(of)
  if (isNumber(exponent, 2)) return multiplied(of, of)
  const square = isNumber(exponent, 3) && rows === columns ? multiplied(of, of) : null
  return square && multiplied(square, of)
}

/** Of two rows and columns; larger ones are not inverted by a formula. */
function inverse(of: Matrix): Matrix | null {
  const determinant = sizeOf(of).join() === '2,2' ? sizeOrDeterminant(of) : null
  const swapped = matrix([
    [cell(of, 1, 1), negative(cell(of, 0, 1))],
    [negative(cell(of, 1, 0)), cell(of, 0, 0)],
  ])
  return determinant && each(swapped, (one) => quotient(one, determinant))
}

/** The product of two vectors with three components that is a vector itself. */
function crossed(a: Matrix, b: Matrix): Matrix {
  const part = (i: number, k: number): Expression => product([cell(a, i % 3, 0), cell(b, k % 3, 0)])
  return matrix(count(3, (i) => [sum([part(i + 1, i + 2), negative(part(i + 2, i + 1))])]))
}

/** a × b, a·b and "a x b" where a vector is meant to come out; null where there are no such two vectors. */
function asCross(e: Expression): Expression | null {
  const factors =
    e.kind === 'product' ? e.factors.filter((one) => !(one.kind === 'symbol' && one.name === 'x')) : []
  const values = factors.map(worked)
  const vectors = values.filter(
    (one): one is Matrix => one !== null && isMatrix(one) && sizeOf(one).join() === '3,1',
  )
  const [a, b, more] = vectors
  return a && b && !more && values.length === 2 ? crossed(a, b) : null
}

/** |v| is the length of a vector, |A| the determinant of a square matrix of two or three rows. */
function sizeOrDeterminant(of: Matrix): Expression | null {
  const [rows, columns] = sizeOf(of)
  if (columns === 1) return root(sum(of.rows.map(([one]) => power(one ?? number(0), number(2)))))
  if (rows !== columns || rows > 3) return null
  const at = (i: number, k: number): Expression => cell(of, i % rows, k % rows)
  if (rows === 2) return sum([product([at(0, 0), at(1, 1)]), negative(product([at(0, 1), at(1, 0)]))])
  return sum([
    ...count(3, (k) => product([at(0, k), at(1, k + 1), at(2, k + 2)])),
    ...count(3, (k) => negative(product([at(0, k + 2), at(1, k + 1), at(2, k)]))),
  ])
}
