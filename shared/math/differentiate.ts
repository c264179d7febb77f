import { spend } from './budget.ts'
import {
  call,
  type Expression,
  type FunctionName,
  mapParts,
  negative,
  number,
  partsOf,
  power,
  product,
  quotient,
  root,
  sizeOf,
  substitute,
  sum,
  symbol,
  variablesOf,
} from './expression.ts'

const TWO = number(2)
const square = (e: Expression): Expression => power(e, TWO)
const oneOver = (e: Expression): Expression => quotient(number(1), e)

/** Outer derivative of each function at u; null where school does not differentiate it. */
const OUTER: Record<FunctionName, ((u: Expression) => Expression) | null> = {
  sin: (u) => call('cos', u),
  cos: (u) => negative(call('sin', u)),
  tan: (u) => oneOver(square(call('cos', u))),
  cot: (u) => negative(oneOver(square(call('sin', u)))),
  sec: (u) => product([call('sec', u), call('tan', u)]),
  csc: (u) => negative(product([call('csc', u), call('cot', u)])),
  asin: (u) => oneOver(root(sum([number(1), negative(square(u))]))),
  acos: (u) => negative(oneOver(root(sum([number(1), negative(square(u))])))),
  atan: (u) => oneOver(sum([number(1), square(u)])),
  sinh: (u) => call('cosh', u),
  cosh: (u) => call('sinh', u),
  tanh: (u) => oneOver(square(call('cosh', u))),
  ln: oneOver,
  log: (u) => oneOver(product([u, call('ln', number(10))])),
  exp: (u) => call('exp', u),
  abs: (u) => quotient(u, call('abs', u)),
  det: null,
  floor: null,
  ceil: null,
}

const UNDIFFERENTIATED = new Set<Expression['kind']>([
  'apply',
  'plus-minus',
  'factorial',
  'integral',
  'series',
  'limit',
  'binomial',
  'matrix',
])

/** The derivative, unsimplified; null where it is not known. An antiderivative gives its integrand. */
export function differentiate(e: Expression, by: string): Expression | null {
  if (e.kind === 'integral' && !e.bounds) return e.by === by ? e.of : null
  if (UNDIFFERENTIATED.has(e.kind)) return null
  if (!variablesOf(e).includes(by) && !hasAntiderivative(e)) return number(0)
  switch (e.kind) {
    case 'symbol':
      return number(1)
    case 'negative': {
      const of = differentiate(e.of, by)
      return of && negative(of)
    }
    case 'sum': {
      const terms = all(e.terms.map((term) => differentiate(term, by)))
      return terms && sum(terms)
    }
    case 'product': {
      const terms = all(
        e.factors.map((factor, i) => {
          const slope = differentiate(factor, by)
          return slope && product(e.factors.map((other, j) => (i === j ? slope : other)))
        }),
      )
      return terms && sum(terms)
    }
    case 'quotient': {
      const over = differentiate(e.over, by)
      const under = differentiate(e.under, by)
      if (!over || !under) return null
      const top = sum([product([over, e.under]), negative(product([e.over, under]))])
      return variablesOf(e.under).includes(by) ? quotient(top, square(e.under)) : quotient(over, e.under)
    }
    case 'power': {
      const base = differentiate(e.base, by)
      const exponent = differentiate(e.exponent, by)
      if (!base || !exponent) return null
      if (!variablesOf(e.exponent).includes(by)) {
        const less = sum([e.exponent, number(-1)])
        return product([e.exponent, power(e.base, less), base])
      }
      if (!variablesOf(e.base).includes(by)) return product([e, call('ln', e.base), exponent])
      return product([
        e,
        sum([product([exponent, call('ln', e.base)]), quotient(product([e.exponent, base]), e.base)]),
      ])
    }
    case 'root': {
      const of = differentiate(e.of, by)
      return of && quotient(product([e, of]), product([e.index, e.of]))
    }
    case 'call': {
      if (e.base) return differentiate(quotient(call('ln', e.of), call('ln', e.base)), by)
      const of = differentiate(e.of, by)
      const outer = OUTER[e.name]
      return of && outer && product([outer(e.of), of])
    }
    case 'percent':
    case 'degrees': {
      const of = differentiate(e.of, by)
      return of && { ...e, of }
    }
    case 'derivative': {
      const inner = differentiate(e.of, e.by)
      return inner && differentiate(inner, by)
    }
    case 'number':
    case 'constant':
      return number(0)
    default:
      return null
  }
}

export function hasAntiderivative(e: Expression): boolean {
  if (e.kind === 'integral') return !e.bounds
  return JSON.stringify(e).includes('"bounds":null')
}

function all(items: readonly (Expression | null)[]): Expression[] | null {
  const known = items.filter((item) => item !== null)
  return known.length === items.length ? known : null
}

/** What f stands for in this working: f(x) = … */
export type Definition = {
  parameter: string
  body: Expression
  /** Of a sequence given from term to term: how its body calls the term before. */
  before?: string
}
export type Definitions = ReadonlyMap<string, Definition>

/** Replaces derivatives and the learner's own functions by what they stand for, as far as it is known. */
export function resolve(e: Expression, definitions: Definitions, depth = 0): Expression {
  spend(1)
  if (depth > 8) return e
  if (e.kind === 'apply') {
    const definition = definitions.get(e.name)
    if (!definition) return e
    const body = nthDerivative(
      resolve(definition.body, definitions, depth + 1),
      definition.parameter,
      e.primes,
    )
    return (body && putIn(body, definition.parameter, resolve(e.of, definitions, depth + 1))) ?? e
  }
  if (e.kind === 'derivative' && e.of.kind === 'symbol') return slopeOf(e.of.name, e, definitions, depth)
  if (e.kind === 'derivative') return nthDerivative(resolve(e.of, definitions, depth + 1), e.by, e.order) ?? e
  const vector = e.kind === 'symbol' ? definitions.get(e.name)?.body : undefined
  if (vector?.kind === 'matrix') return vector
  const term = e.kind === 'symbol' ? /^(.+_)(\d{1,3})$/.exec(e.name) : null
  if (term?.[1] && term[2]) return termOf(term[1], Number(term[2]), definitions) ?? e
  if (e.kind === 'symbol' && e.name.endsWith("'")) {
    const primes = e.name.length - e.name.replace(/'+$/, '').length
    const definition = definitions.get(e.name.slice(0, -primes))
    return (
      (definition &&
        nthDerivative(resolve(definition.body, definitions, depth + 1), definition.parameter, primes)) ??
      e
    )
  }
  return mapResolved(e, definitions, depth)
}

/** dy/dx: of y as far as it is known in x; where y is known in u it is another thing than y′. */
function slopeOf(
  name: string,
  { by, order }: Expression & { kind: 'derivative' },
  definitions: Definitions,
  depth: number,
): Expression {
  const definition = definitions.get(name)
  const lone = symbol(name + "'".repeat(order))
  if (!definition) return name === by ? number(1) : lone
  if (definition.parameter !== by) return symbol(`d${name}/d${by}`)
  return nthDerivative(resolve(definition.body, definitions, depth + 1), by, order) ?? lone
}

/** f(f(f(x))) written out is no school line any more where it is larger than this. */
const LARGEST_WRITTEN_OUT = 2000

function putIn(body: Expression, parameter: string, value: Expression): Expression | null {
  const size = sizeOf(body) + countOf(body, parameter) * sizeOf(value)
  if (size > LARGEST_WRITTEN_OUT) return null
  spend(size)
  return substitute(body, parameter, value)
}

function countOf(e: Expression, name: string): number {
  if (e.kind === 'symbol') return e.name === name ? 1 : 0
  return partsOf(e).reduce((count, part) => count + countOf(part, name), 0)
}

/** Larger expressions are not differentiated: each time makes them several times larger. */
const LARGEST = 120

function nthDerivative(e: Expression, by: string, order: number): Expression | null {
  let result: Expression | null = e
  for (let i = 0; i < order && result; i++) {
    if (sizeOf(result) > LARGEST) return null
    result = differentiate(result, by)
  }
  return result
}

function mapResolved(e: Expression, definitions: Definitions, depth: number): Expression {
  return mapParts(e, (part) => resolve(part, definitions, depth + 1))
}

/** y = x³ makes y a function of x: the lone symbol's definition for y′ and dy/dx. */
export const definitionOf = (body: Expression): Definition | null => {
  const [only, ...others] = variablesOf(body)
  return only !== undefined && others.length === 0 ? { parameter: only, body } : null
}

/** A recursion is followed no further than this. */
const MOST_TERMS = 30

/** a_5 of a sequence that was defined, from its formula or from the nearest term known before it. */
function termOf(name: string, index: number, definitions: Definitions): Expression | null {
  const sequence = definitions.get(name)
  if (!sequence) return null
  const { parameter, body, before } = sequence
  if (before === undefined) return substitute(body, parameter, number(index))
  for (let start = index - 1; start >= Math.max(0, index - MOST_TERMS); start--) {
    let value = definitions.get(name + start)?.body
    if (!value) continue
    for (let k = start; k < index; k++) {
      value = substitute(substitute(body, parameter, number(k)), before, value)
      if (sizeOf(value) > 20 * LARGEST) return null
    }
    return value
  }
  return null
}
