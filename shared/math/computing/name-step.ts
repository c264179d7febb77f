import { checkWorking } from '../check-working.ts'
import { agree, areEqual } from '../compare-expressions.ts'
import { differentiate } from '../differentiate.ts'
import { evaluate } from '../evaluate.ts'
import {
  type Expression,
  negative,
  number,
  power,
  product,
  quotient,
  someIn,
  substitute,
  sum,
  variablesOf,
} from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { asEquation, asExpression, onlyChain, type Statement } from '../statement.ts'
import { fractionExpression } from './fraction.ts'
import { nameRewriting } from './name-rewriting.ts'
import { numberOf, polynomialOf } from './polynomial.ts'
import { type Operation, operation } from './step.ts'
import { simplify } from './transform.ts'

/** How one line of working follows from another (0-based), and by what, where that is known. */
export type NamedStep = {
  kind: 'named-step'
  line: number
  from: number | null
  /** `first`: nothing stands before it; `cannot-tell`: whether it follows is not known. */
  relation: 'same-solutions' | 'equal' | 'does-not-follow' | 'cannot-tell' | 'first'
  rule: Operation | null
}

/** @param line its index; the last line that is mathematics without it */
export function nameStep(lines: readonly string[], line: number | null, seed: number): NamedStep {
  const verdicts = checkWorking(lines, { seed })
  const index =
    line ?? verdicts.findLastIndex((verdict) => verdict.verdict !== 'cannot-tell' || verdict.why !== 'prose')
  const verdict = verdicts[index]
  const named = { kind: 'named-step' as const, line: Math.max(0, index), from: null, rule: null }
  if (!verdict || verdict.verdict === 'cannot-tell')
    return {
      ...named,
      relation: verdict?.verdict === 'cannot-tell' && verdict.why === 'first' ? 'first' : 'cannot-tell',
    }
  const { from } = verdict
  if (verdict.verdict === 'does-not-follow') return { ...named, from, relation: 'does-not-follow' }
  const later = statementAt(lines[index])
  const earlier = from === null ? undefined : statementAt(lines[from])
  const chained = later && nameChain(later, from === null, seed)
  if (chained) return { ...named, from, relation: 'equal', rule: chained }
  // It holds by itself; what the line above it leads to may still be just this.
  const above = statementAt(lines[index - 1])
  const derived = from === null && later && above ? ruleOf(above, later, [], seed) : null
  if (derived) return { ...named, from: index - 1, relation: 'same-solutions', rule: derived }
  if (!later || !earlier || from === null) return { ...named, from, relation: 'cannot-tell' }
  const relation = asExpression(later) || later.continues ? 'equal' : 'same-solutions'
  const known = lines.slice(0, index).flatMap((each) => statementAt(each) ?? [])
  return { ...named, from, relation, rule: ruleOf(earlier, later, known, seed) }
}

function statementAt(line: string | undefined): Statement | undefined {
  const parsed = line === undefined ? null : parseLine(line)
  return parsed?.kind === 'statements' ? parsed.statements.at(-1) : undefined
}

/** "= a = b": its own last sign. */
function nameChain(later: Statement, alone: boolean, seed: number): Operation | null {
  const chain = onlyChain(later)
  if (!chain || chain.sides.length < (later.continues || alone ? 2 : 3)) return null
  const [a, b] = chain.sides.slice(-2)
  return a && b ? nameRewriting(a.expression, b.expression, seed) : null
}

function ruleOf(
  earlier: Statement,
  later: Statement,
  known: readonly Statement[],
  seed: number,
): Operation | null {
  const before = onlyChain(earlier)?.sides.at(-1)?.expression
  const after = onlyChain(later)?.sides.at(-1)?.expression
  if (asExpression(later) || later.continues)
    return before && after ? nameRewriting(before, after, seed) : null
  if (later.cases.length > 1) return splitInCases(earlier, seed)
  const [one, other] = [pairOf(earlier), pairOf(later)]
  if (!one || !other) return null
  return bothSides(one, other, seed) ?? putIn(known, other, seed)
}

type Pair = { left: Expression; right: Expression; relation: string }

function pairOf(statement: Statement): Pair | null {
  const chain = onlyChain(statement)
  const [left, right, more] = chain?.sides ?? []
  const relation = chain?.relations[0]
  return left && right && relation && !more
    ? { left: left.expression, right: right.expression, relation }
    : null
}

/** One line became several cases: by a zero product or a root. */
function splitInCases(earlier: Statement, seed: number): Operation | null {
  const equation = asEquation(earlier)
  if (!equation) return null
  const { left, right } = equation
  const isZero = areEqual(right.expression, number(0), seed)
  if (isZero && left.expression.kind === 'product') return operation('zero-product')
  const square = left.expression.kind === 'power' && left.expression.exponent.kind === 'number'
  return square && variablesOf(right.expression).length === 0 ? operation('root') : null
}

const FLIPPED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤' }

function bothSides(one: Pair, other: Pair, seed: number): Operation | null {
  const same = (a: Expression, b: Expression) => areEqual(a, b, seed)
  const turned = FLIPPED[one.relation] === other.relation
  if (one.relation !== other.relation && !turned) return null
  if (!turned && same(one.left, other.left) && same(one.right, other.right))
    return nameRewriting(one.left, other.left, seed) ?? nameRewriting(one.right, other.right, seed)
  if ((turned || one.relation === '=') && same(one.left, other.right) && same(one.right, other.left))
    return operation('swap')
  return turned
    ? scaled(one, other, true, seed)
    : (added(one, other, seed) ?? scaled(one, other, false, seed) ?? powered(one, other, seed))
}

function added(one: Pair, other: Pair, seed: number): Operation | null {
  const difference = sum([other.left, negative(one.left)])
  if (!areEqual(difference, sum([other.right, negative(one.right)]), seed)) return null
  const what = simplify(difference, seed)?.result
  if (!what) return null
  return what.kind === 'negative'
    ? operation('subtract', printExpression(what.of))
    : operation('add', printExpression(what))
}

/** Multiplied, or divided by what is more than 1 or has letters. */
function scaled(one: Pair, other: Pair, turned: boolean, seed: number): Operation | null {
  const [a, b] = variablesOf(one.left).length > 0 ? [one.left, other.left] : [one.right, other.right]
  const by = simplify(quotient(b, a), seed)?.result
  if (!by || !isFactorOf(one, other, by, seed)) return null
  const whole = polynomialOf(by)
  const value = whole && numberOf(whole)
  if (!value) {
    if (turned) return null
    const inverse = simplify(quotient(number(1), by), seed)?.result
    return by.kind === 'quotient' && inverse && polynomialOf(inverse)
      ? operation('divide', printExpression(inverse))
      : polynomialOf(by)
        ? operation('multiply', printExpression(by))
        : null
  }
  const size = evaluate(fractionExpression(value), {})
  if (size < 0 !== turned && one.relation !== '=') return null
  const isDivision = value.over === 1n || value.over === -1n
  const divisor = fractionExpression({ over: value.over < 0n ? -value.under : value.under, under: 1n })
  if (turned) return isDivision ? operation('divide-and-flip', printExpression(divisor)) : null
  return isDivision && value.under > 1n
    ? operation('divide', printExpression(divisor))
    : operation('multiply', printExpression(fractionExpression(value)))
}

const isFactorOf = (one: Pair, other: Pair, by: Expression, seed: number): boolean =>
  areEqual(product([one.left, by]), other.left, seed) && areEqual(product([one.right, by]), other.right, seed)

function powered(one: Pair, other: Pair, seed: number): Operation | null {
  const squared = (e: Expression) => power(e, number(2))
  if (agree(squared(one.left), other.left, seed) && agree(squared(one.right), other.right, seed))
    return operation('square')
  const rooted =
    areEqual(squared(other.left), one.left, seed) && areEqual(squared(other.right), one.right, seed)
  if (rooted) return operation('root')
  return isDerivative(one, other, seed) ? operation('differentiate') : null
}

/** f(x) = …, then f′(x) = its derivative. */
function isDerivative(one: Pair, other: Pair, seed: number): boolean {
  const primed =
    (other.left.kind === 'apply' && other.left.primes === 1) ||
    (other.left.kind === 'symbol' && other.left.name.endsWith("'")) ||
    other.left.kind === 'derivative'
  const [by, more] = variablesOf(one.right)
  if (!primed || by === undefined || more !== undefined) return false
  const slope = differentiate(one.right, by)
  return slope !== null && areEqual(slope, other.right, seed)
}

/** What an earlier line says a letter is, put into another earlier line. */
function putIn(known: readonly Statement[], other: Pair, seed: number): Operation | null {
  const pairs = known.flatMap((statement) => pairOf(statement) ?? []).slice(-8)
  for (const { left, right } of pairs) {
    if (left.kind !== 'symbol' || someIn(right, (part) => part.kind === 'symbol' && part.name === left.name))
      continue
    for (const pair of pairs) {
      if (pair.left === left || pair.relation !== other.relation) continue
      const put = (e: Expression) => substitute(e, left.name, right)
      if (!variablesOf(pair.left, pair.right).includes(left.name)) continue
      if (areEqual(put(pair.left), other.left, seed) && areEqual(put(pair.right), other.right, seed))
        return operation('substitute', left.name)
    }
  }
  return null
}
