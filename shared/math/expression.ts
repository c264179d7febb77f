/** Functions of one real argument; `log` without a base is the decimal logarithm. */
export const FUNCTIONS = [
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'ln',
  'log',
  'exp',
  'abs',
  'det',
  'floor',
  'ceil',
] as const
export type FunctionName = (typeof FUNCTIONS)[number]

/**
 * One mathematical expression. Sums and products are flat as written (a bracket starts a new one), because
 * the slips reason about what the learner sees. Subtraction is a `negative` term.
 */
export type Expression =
  /** `text` is a decimal with a point, as exact as it was written. */
  | { kind: 'number'; text: string }
  | { kind: 'symbol'; name: string }
  | { kind: 'constant'; name: 'pi' | 'e' | 'infinity' }
  | { kind: 'negative'; of: Expression }
  | { kind: 'sum'; terms: readonly Expression[] }
  | { kind: 'product'; factors: readonly Expression[] }
  | { kind: 'quotient'; over: Expression; under: Expression }
  | { kind: 'power'; base: Expression; exponent: Expression }
  | { kind: 'root'; of: Expression; index: Expression }
  | { kind: 'call'; name: FunctionName; of: Expression; base: Expression | null }
  | { kind: 'factorial'; of: Expression }
  | { kind: 'degrees'; of: Expression }
  | { kind: 'percent'; of: Expression }
  /** ± of a term; `upper` is the sign of the upper reading (∓ has −1). */
  | { kind: 'plus-minus'; of: Expression; upper: 1 | -1 }
  /** f(x), f′(x): a function the learner named. */
  | { kind: 'apply'; name: string; primes: number; of: Expression }
  | { kind: 'derivative'; of: Expression; by: string; order: number }
  /** `bounds` null: an antiderivative, known up to a constant. */
  | { kind: 'integral'; of: Expression; by: string; bounds: Bounds | null }
  /** Σ and Π over whole numbers, both bounds included. */
  | { kind: 'series'; operation: 'sum' | 'product'; of: Expression; by: string; bounds: Bounds }
  | { kind: 'limit'; of: Expression; by: string; to: Expression; from: 'both' | 'left' | 'right' }
  /** n over k: how many choices of k out of n. */
  | { kind: 'binomial'; of: Expression; choose: Expression }
  /** Rows of equal length. A vector is one column; (1, 2) is one too. */
  | { kind: 'matrix'; rows: readonly (readonly Expression[])[] }

export type Bounds = readonly [Expression, Expression]

export const number = (value: number | string): Expression => {
  const text = String(value)
  return text.startsWith('-') ? { kind: 'negative', of: number(text.slice(1)) } : { kind: 'number', text }
}
export const symbol = (name: string): Expression => ({ kind: 'symbol', name })
export const negative = (of: Expression): Expression =>
  of.kind === 'negative' ? of.of : { kind: 'negative', of }
export const quotient = (over: Expression, under: Expression): Expression => ({
  kind: 'quotient',
  over,
  under,
})
export const power = (base: Expression, exponent: Expression): Expression => ({
  kind: 'power',
  base,
  exponent,
})
export const root = (of: Expression, index: Expression = number(2)): Expression => ({
  kind: 'root',
  of,
  index,
})
export const call = (name: FunctionName, of: Expression, base: Expression | null = null): Expression => ({
  kind: 'call',
  name,
  of,
  base,
})

/** A sum of any number of terms: none is 0, one is the term itself. */
export function sum(terms: readonly Expression[]): Expression {
  const [first] = terms
  if (first === undefined) return number(0)
  return terms.length === 1 ? first : { kind: 'sum', terms }
}

/** A product of any number of factors: none is 1, one is the factor itself. */
export function product(factors: readonly Expression[]): Expression {
  const [first] = factors
  if (first === undefined) return number(1)
  return factors.length === 1 ? first : { kind: 'product', factors }
}

export const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e])
export const factorsOf = (e: Expression): readonly Expression[] => (e.kind === 'product' ? e.factors : [e])
export const isNumber = (e: Expression, value: number): boolean =>
  e.kind === 'number' && Number(e.text) === value

/** A number or a letter alone, with or without a minus. */
export const isBare = (e: Expression): boolean =>
  e.kind === 'number' || e.kind === 'symbol' || (e.kind === 'negative' && e.of.kind === 'number')

/** The direct parts of an expression, in reading order. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'symbol':
    case 'constant':
      return []
    case 'sum':
      return e.terms
    case 'product':
      return e.factors
    case 'quotient':
      return [e.over, e.under]
    case 'power':
      return [e.base, e.exponent]
    case 'root':
      return [e.of, e.index]
    case 'call':
      return e.base ? [e.of, e.base] : [e.of]
    case 'integral':
      return e.bounds ? [e.of, ...e.bounds] : [e.of]
    case 'series':
      return [e.of, ...e.bounds]
    case 'limit':
      return [e.of, e.to]
    case 'binomial':
      return [e.of, e.choose]
    case 'matrix':
      return e.rows.flat()
    case 'negative':
    case 'factorial':
    case 'degrees':
    case 'percent':
    case 'plus-minus':
    case 'apply':
    case 'derivative':
      return [e.of]
  }
}

/** The same expression with each direct part replaced. */
export function mapParts(e: Expression, change: (part: Expression) => Expression): Expression {
  switch (e.kind) {
    case 'number':
    case 'symbol':
    case 'constant':
      return e
    case 'sum':
      return { kind: 'sum', terms: e.terms.map(change) }
    case 'product':
      return { kind: 'product', factors: e.factors.map(change) }
    case 'quotient':
      return quotient(change(e.over), change(e.under))
    case 'power':
      return power(change(e.base), change(e.exponent))
    case 'root':
      return root(change(e.of), change(e.index))
    case 'call':
      return call(e.name, change(e.of), e.base && change(e.base))
    case 'integral':
      return { ...e, of: change(e.of), bounds: e.bounds && [change(e.bounds[0]), change(e.bounds[1])] }
    case 'series':
      return { ...e, of: change(e.of), bounds: [change(e.bounds[0]), change(e.bounds[1])] }
    case 'limit':
      return { ...e, of: change(e.of), to: change(e.to) }
    case 'binomial':
      return { kind: 'binomial', of: change(e.of), choose: change(e.choose) }
    case 'matrix':
      return { kind: 'matrix', rows: e.rows.map((row) => row.map(change)) }
    case 'negative':
    case 'factorial':
    case 'degrees':
    case 'percent':
    case 'plus-minus':
    case 'apply':
    case 'derivative':
      return { ...e, of: change(e.of) }
  }
}

/** Whether the expression or any part of it passes. */
export function someIn(e: Expression, test: (part: Expression) => boolean): boolean {
  return test(e) || partsOf(e).some((part) => someIn(part, test))
}

/** How many nodes one evaluation visits; integrals, series and limits visit their inside many times. */
export function sizeOf(e: Expression): number {
  if (binds(e)) return 100 * sizeOf(e.of)
  return partsOf(e).reduce((size, part) => size + sizeOf(part), 1)
}

type Binding = Expression & { kind: 'integral' | 'series' | 'limit' }

/** Whether the expression's variable `by` means nothing outside it: ∫₀¹ x dx, Σ k, lim x→0. */
function binds(e: Expression): e is Binding {
  return e.kind === 'series' || e.kind === 'limit' || (e.kind === 'integral' && e.bounds !== null)
}

function collectVariables(e: Expression, bound: readonly string[], into: Set<string>): void {
  if (e.kind === 'symbol') {
    if (!bound.includes(e.name)) into.add(e.name)
    return
  }
  const [of, ...free] = partsOf(e)
  if (binds(e) && of) {
    collectVariables(of, [...bound, e.by], into)
    for (const part of free) collectVariables(part, bound, into)
    return
  }
  for (const part of partsOf(e)) collectVariables(part, bound, into)
}

/** The free variables, sorted by name. */
export function variablesOf(...expressions: readonly Expression[]): string[] {
  const names = new Set<string>()
  for (const e of expressions) collectVariables(e, [], names)
  return [...names].sort()
}

/** The expression with a variable replaced. */
export function substitute(e: Expression, name: string, by: Expression): Expression {
  if (e.kind === 'symbol') return e.name === name ? by : e
  if (e.kind === 'integral' && !e.bounds && e.by === name) return e
  const change = (part: Expression): Expression => substitute(part, name, by)
  if (binds(e) && e.by === name) return mapParts(e, (part) => (part === e.of ? part : change(part)))
  return mapParts(e, change)
}

/** The same tree, symbol for symbol. */
export function sameShape(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
