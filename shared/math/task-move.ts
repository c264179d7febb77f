import { type AskedTask, askedProblem } from './asked-problem.ts'
import { isLiteralSolution } from './entry.ts'
import { type Expression, factorsOf, isNumber, someIn, termsOf, variablesOf } from './expression.ts'
import { type Move, nextMove } from './next-move.ts'
import { parseLine } from './parse-line.ts'
import { printExpression } from './print-expression.ts'
import type { Problem } from './problem-formulas.ts'
import { type Chain, onlyChain, type Statement, sidesOf } from './statement.ts'

/** What could be thought of next where there is more, or something else, than one equation in one unknown. */
export type TaskMove =
  | 'combine-equations'
  | 'put-in'
  | 'inner-first'
  | 'powers-next'
  | 'products-next'
  | 'common-denominator'
  | 'fraction-by-fraction'
  | 'reduce'
  | 'from-the-left'
  | 'open-each'
  | 'open-square'
  | 'collect-terms'
  | 'same-bases'
  | 'common-factor'
  | 'two-numbers'
  | 'difference-of-squares'
  | 'product-rule'
  | 'quotient-rule'
  | 'chain-rule'
  | 'each-term'
  | 'antiderivative'

/** Longer lines are not looked at, in UTF-16 units. */
const LENGTH = 200

/**
 * The kind of step that could come next in a working; null where it may well be finished, or what is to be done is not
 * sure: an expression is only simplified, factored or differentiated where the page or its own line says so.
 */
export function moveInWorking(problem: Problem | null, lines: readonly string[]): Move | TaskMove | null {
  const written = lines.filter((line) => line.trim() !== '')
  const last = written.at(-1) ?? ''
  if (last.length > LENGTH) return null
  const asked = askedProblem(problem, lines)
  if (asked === null || asked.task === 'solve')
    return nextMove(last) ?? (asked === null ? null : systemMove(asked.text, written))
  const isCalculation = written.length > 1 || /=\s*$/.test(last)
  if (!asked.named && (asked.task !== 'calculate' || !isCalculation)) return null
  return moveOf(asked.task, written, last)
}

function moveOf(task: AskedTask, written: readonly string[], last: string): TaskMove | null {
  const chain = chainOf(last)
  const now = chain?.sides.at(-1)?.expression
  if (now === undefined) return null
  switch (task) {
    case 'calculate':
      return variablesOf(now).length > 0 ? null : arithmeticMove(now)
    case 'simplify':
    case 'expand':
      return termMove(now)
    case 'factor':
      return factorMove(now)
    case 'differentiate':
      return written.length > 1 || isWorkedOut(chain) ? null : derivativeMove(bodyOf(now))
    case 'integrate':
      return written.length > 1 || isWorkedOut(chain) ? null : 'antiderivative'
    case 'solve':
      return null
  }
}

function statementOf(line: string): Statement | null {
  const parsed = parseLine(line.replace(/=\s*$/, ''))
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  return statement === undefined || more !== undefined ? null : statement
}

const chainOf = (line: string): Chain | null => {
  const statement = statementOf(line)
  return statement && onlyChain(statement)
}

/** d/dx x² = 2x; f(x) = x² is not. */
const isWorkedOut = (chain: Chain | null): boolean =>
  (chain?.sides.length ?? 0) > 1 && !['apply', 'symbol'].includes(chain?.sides[0]?.expression.kind ?? '')

const bodyOf = (e: Expression): Expression => (e.kind === 'derivative' ? e.of : e)

function systemMove(text: string, written: readonly string[]): TaskMove | null {
  const system = statementOf(text)
  const names = system === null ? [] : variablesOf(...sidesOf(system).map(({ expression }) => expression))
  if (system?.cases[0]?.length !== 2 || names.length !== 2) return null
  const states = (line: string, name: string) => {
    const statement = statementOf(line)
    return statement?.cases.every((chains) =>
      chains.some((chain) => isLiteralSolution({ ...statement, cases: [[chain]] }, name)),
    )
  }
  const known = names.filter((name) => written.some((line) => states(line, name)))
  if (known.length === 2) return null
  return known.length === 1 ? 'put-in' : 'combine-equations'
}

const isWhole = (e: Expression): e is Expression & { kind: 'number' } =>
  e.kind === 'number' && /^\d{1,12}$/.test(e.text)
const bare = (e: Expression): Expression => (e.kind === 'negative' ? e.of : e)
const isFraction = (e: Expression) => e.kind === 'quotient' && isWhole(bare(e.over)) && isWhole(bare(e.under))

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function arithmeticMove(e: Expression): TaskMove | null {
  const all = bare(e)
  if (all.kind === 'number') return null
  if (
    someIn(
      all,
      ({ kind }) => !['number', 'negative', 'sum', 'product', 'quotient', 'power', 'root'].includes(kind),
    )
  )
    return null
  if (all.kind === 'quotient' && isFraction(all)) {
    const [over, under] = [bare(all.over), bare(all.under)]
    return isWhole(over) && isWhole(under) && gcd(Number(over.text), Number(under.text)) > 1 ? 'reduce' : null
  }
  if (someIn(all, (part) => part !== all && part.kind === 'sum')) return 'inner-first'
  if (someIn(all, ({ kind }) => kind === 'power' || kind === 'root')) return 'powers-next'
  const terms = termsOf(all).map(bare)
  if (terms.length > 1) {
    if (terms.some(({ kind }) => kind === 'product')) return 'products-next'
    return terms.some(isFraction) ? 'common-denominator' : 'from-the-left'
  }
  return someIn(all, (part) => part !== all && part.kind === 'quotient')
    ? 'fraction-by-fraction'
    : 'from-the-left'
}

const SCHOOL = ['number', 'symbol', 'constant', 'negative', 'sum', 'product', 'quotient', 'power']
const isBeyond = (e: Expression) => someIn(e, ({ kind }) => !SCHOOL.includes(kind))

function termMove(e: Expression): TaskMove | null {
  if (isBeyond(e)) return null
  if (someIn(e, (part) => part.kind === 'power' && part.base.kind === 'sum' && isNumber(part.exponent, 2)))
    return 'open-square'
  const isFactored = (part: Expression) =>
    (part.kind === 'product' && part.factors.some(({ kind }) => kind === 'sum')) ||
    (part.kind === 'negative' && part.of.kind === 'sum')
  if (someIn(e, isFactored)) return 'open-each'
  const kinds = termsOf(e).map((term) => lettersOf(bare(term)))
  if (new Set(kinds).size < kinds.length) return 'collect-terms'
  return someIn(e, (part) => part.kind === 'product' && repeats(part.factors)) ? 'same-bases' : null
}

/** The letters of a term with their exponents, in order. */
const lettersOf = (term: Expression): string =>
  factorsOf(term)
    .filter((factor) => variablesOf(factor).length > 0)
    .map(printExpression)
    .sort()
    .join(' ')

const baseOf = (e: Expression) => printExpression(e.kind === 'power' ? e.base : e)

function repeats(factors: readonly Expression[]): boolean {
  const bases = factors.filter((factor) => variablesOf(factor).length > 0).map(baseOf)
  return new Set(bases).size < bases.length
}

function factorMove(e: Expression): TaskMove | null {
  if (e.kind !== 'sum' || isBeyond(e)) return null
  const terms = e.terms.map(bare)
  const letters = terms.map((term) =>
    factorsOf(term)
      .filter((one) => variablesOf(one).length > 0)
      .map(baseOf),
  )
  const numbers = terms
    .map((term) => factorsOf(term).find(isWhole))
    .map((one) => (one ? Number(one.text) : 1))
  if (letters[0]?.some((name) => letters.every((each) => each.includes(name)))) return 'common-factor'
  if (numbers.reduce(gcd, 0) > 1) return 'common-factor'
  if (terms.length === 3 && variablesOf(e).length === 1) return 'two-numbers'
  return terms.length === 2 && e.terms[1]?.kind === 'negative' ? 'difference-of-squares' : null
}

function derivativeMove(e: Expression): TaskMove | null {
  const [name, more] = variablesOf(e)
  if (name === undefined || more !== undefined) return null
  const has = (part: Expression) => variablesOf(part).length > 0
  const terms = termsOf(e).map(bare)
  if (terms.some((term) => factorsOf(term).filter(has).length > 1)) return 'product-rule'
  if (terms.some((term) => term.kind === 'quotient' && has(term.under))) return 'quotient-rule'
  const inner = (part: Expression): Expression | null =>
    part.kind === 'power'
      ? has(part.base)
        ? part.base
        : part.exponent
      : part.kind === 'call' || part.kind === 'root'
        ? part.of
        : null
  const isChained = (part: Expression) => {
    const inside = inner(part)
    return inside !== null && has(inside) && inside.kind !== 'symbol'
  }
  return terms.some((term) => factorsOf(term).some(isChained)) ? 'chain-rule' : 'each-term'
}
