import { compareClaimed } from './compare-sides.ts'
import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, isBare, partsOf, someIn, substitute, variablesOf } from './expression.ts'
import { differProof } from './proof.ts'
import { onlyChain } from './statement.ts'
import type { StepResult } from './step-result.ts'

/** "a = 3, b = −2", then "a² − 2ab + b²", then "= 9 + 12 + 4": the letters stay what they were given as. */
export function atGivenValues(entry: Entry, history: readonly Entry[], seed: number): StepResult | null {
  const previous = history.at(-1)
  const term = previous && onlyChain(previous.statement)?.sides.at(-1)
  const result = onlyChain(entry.statement)?.sides[0]
  const names = term ? variablesOf(term.expression) : []
  if (!previous || !term || !result || names.length === 0 || entry.variables.length > 0) return null
  const given = valuesBefore(history.slice(0, -1))
  if (!names.every((name) => given.has(name)))
    return history.slice(0, -1).some((one) => tells(one, names)) ? { verdict: 'unsure' } : null
  const value = names.reduce<Expression>(
    (e, name) => substitute(e, name, given.get(name) ?? e),
    term.expression,
  )
  const compared = compareClaimed(value, result.expression, seed)
  if (compared.result === 'equal') return { verdict: 'follows', from: previous }
  if (compared.result !== 'different') return { verdict: 'unsure' }
  const at = Object.fromEntries(names.map((name) => [name, evaluate(given.get(name) ?? term.expression, {})]))
  const whole = previous.kind === 'expression'
  const before = { line: previous.line, side: whole ? 'whole' : 'right', content: term } as const
  const here = { line: entry.line, side: 'right', content: result } as const
  return { verdict: 'wrong', from: previous, proof: differProof('sides-differ', before, here, at) }
}

/** x₁ = 3 or AB = 5: something is known of the letters, if not simply what each of them is. */
const tells = ({ kind, variables }: Entry, names: readonly string[]): boolean =>
  kind === 'equation' && names.some((name) => variables.includes(name))

/** What the lines right above give values to; the nearest counts. */
function valuesBefore(history: readonly Entry[]): ReadonlyMap<string, Expression> {
  const given = new Map<string, Expression>()
  for (const { statement } of [...history].reverse()) {
    const [chains = [], ...others] = statement.cases
    const pairs = chains.map(({ sides: [left, right, more], relations }) =>
      relations[0] === '=' && left?.expression.kind === 'symbol' && right && !more
        ? ([left.expression.name, right.expression] as const)
        : null,
    )
    const plain = pairs.every((pair) => pair !== null && variablesOf(pair[1]).length === 0)
    if (others.length > 0 || !plain) break
    for (const pair of pairs) if (pair && !given.has(pair[0])) given.set(...pair)
  }
  return given
}

/**
 * "16 − 1 = 15" after s² − t³ with s = 4, t = −1: a calculation that comes to no part of the term. Null where it may be a
 * side calculation, or is right.
 */
export function putInWrongly(entry: Entry, history: readonly Entry[], seed: number): StepResult | null {
  const previous = history.at(-1)
  const term = previous?.kind === 'expression' ? onlyChain(previous.statement)?.sides[0] : undefined
  const first = onlyChain(entry.statement)?.sides[0]
  if (!previous || !term || !first || entry.words.length > 0 || isBare(first.expression)) return null
  const given = valuesBefore(history.slice(0, -1))
  const names = variablesOf(term.expression)
  if (names.length === 0 || !names.every((name) => given.has(name))) return null
  const value = names.reduce<Expression>(
    (e, name) => substitute(e, name, given.get(name) ?? e),
    term.expression,
  )
  const written = evaluate(first.expression, {})
  const compared = compareClaimed(value, first.expression, seed)
  // As many terms as the whole has: it is no part of it.
  const whole = first.expression.kind === 'sum' && isWhole(value, first.expression.terms.length)
  if (compared.result !== 'different') return null
  if (!whole && partialValues(value).some((one) => near(one, written))) return null
  const at = Object.fromEntries(names.map((name) => [name, evaluate(given.get(name) ?? term.expression, {})]))
  const before = { line: previous.line, side: 'whole', content: term } as const
  const here = {
    line: entry.line,
    side: entry.kind === 'expression' ? 'whole' : 'left',
    content: first,
  } as const
  return { verdict: 'wrong', from: previous, proof: differProof('sides-differ', before, here, at) }
}

/** A sum of so many terms, in which there is no other sum. */
const isWhole = (e: Expression, terms: number): boolean =>
  e.kind === 'sum' &&
  e.terms.length === terms &&
  !e.terms.some((term) => someIn(term, (part) => part.kind === 'sum'))

const MOST_PARTS = 6

/** What the parts of a term come to, and some of the terms or factors of each together; all without their sign. */
function partialValues(e: Expression): number[] {
  const parts = partsOf(e)
  const own = parts.map((part) => evaluate(part, {}))
  const subsets = [...Array(2 ** Math.min(parts.length, MOST_PARTS)).keys()].slice(1)
  const chosen = (subset: number): number[] => own.filter((_, i) => (subset >> i) % 2 === 1)
  const joined =
    e.kind === 'sum'
      ? subsets.map((subset) => chosen(subset).reduce((a, b) => a + b, 0))
      : e.kind === 'product'
        ? subsets.map((subset) => chosen(subset).reduce((a, b) => a * b, 1))
        : []
  return [...own, ...joined, ...parts.flatMap(partialValues)]
}

const near = (a: number, b: number): boolean =>
  Math.abs(Math.abs(a) - Math.abs(b)) <= 1e-9 * Math.max(1, Math.abs(a))
