import { compareExpressions } from '../compare-expressions.ts'
import { withoutConstant } from '../compare-sides.ts'
import { differentiate } from '../differentiate.ts'
import type { Entry } from '../entry.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, negative, sizeOf, sum, variablesOf } from '../expression.ts'
import { asExpression, onlyChain } from '../statement.ts'
import type { Proof, Question, Slip } from '../verdict.ts'
import { SLIPS } from './all-slips.ts'
import { canonical, openedTerms } from './canonical.ts'
import { inequalityNotFlipped } from './inequality-not-flipped.ts'
import { runOnEquals } from './run-on-equals.ts'
import { atEveryPlace, type Result, type Sides, type SlipRule } from './slip-rule.ts'
import { solutionSlip } from './solution-slips.ts'
import { stepText } from './step-text.ts'
import { tidied } from './tidied.ts'

/** How closely a slip reproduces the line: the same terms, equal sides, or the same equation rearranged. */
type Match = { rule: SlipRule; question: Question; closeness: 3 | 2 | 1; instead?: Expression | Sides }

/** Larger expressions have too many places to try within the time of one verdict. */
const LARGEST = 80

/**
 * The slip that turns the line before into what the learner wrote, if exactly one kind does; null when none
 * or several do. A question never holds the right result; the step is what the rule gives, not verified yet.
 */
export function diagnose(from: Entry | null, entry: Entry, proof: Proof, seed: number): Slip | null {
  const size = [from, entry].reduce((n, one) => n + (one ? sizeOfEntry(one) : 0), 0)
  if (size > LARGEST) return null
  const matches =
    proof.kind === 'false-equality'
      ? fromEquality(entry, proof, seed)
      : from
        ? fromLine(from, entry, seed)
        : []
  const best = Math.max(0, ...matches.map((match) => match.closeness))
  const closest = matches.filter((match) => match.closeness === best)
  const [match] = closest
  if (match && closest.every((other) => other.rule.id === match.rule.id)) {
    const step = match.instead && stepText(match.instead, from, entry, proof)
    return { id: match.rule.id, question: match.question, ...(step && { step }) }
  }
  if (match) return null
  if (proof.kind === 'false-equality') return runOnEquals(entry, proof)
  return (
    from && (inequalityNotFlipped(from, entry, seed) ?? solutionSlip(from.statement, entry.statement, proof))
  )
}

/** Slips that could also be read as an equation to solve when there is one variable: ln(x + 2) = ln x + ln 2. */
const SOLVABLE = new Set([
  'log-of-sum',
  'root-of-sum',
  'function-of-sum',
  'function-of-multiple',
  'combines-unlike-terms',
])

/** A given line a = b whose right side is, term for term, what a known slip makes of the left. */
export function slippedIdentity(left: Expression, right: Expression, seed: number): boolean {
  const names = variablesOf(left)
  if (names.length === 0 || names.join() !== variablesOf(right).join() || sizeOf(left) > LARGEST) return false
  const exact = onExpression(left, right, seed).filter(({ closeness }) => closeness === 3)
  return exact.some(({ rule }) => names.length > 1 || !SOLVABLE.has(rule.id))
}

function sizeOfEntry(entry: Entry): number {
  return entry.written.cases
    .flat()
    .reduce((n, chain) => n + chain.sides.reduce((m, side) => m + sizeOf(side.expression), 0), 0)
}

function fromLine(from: Entry, entry: Entry, seed: number): Match[] {
  const [before, after] = [lastExpression(from), firstExpression(entry)]
  if (before && after && (asExpression(entry.statement) || entry.kind === 'continuation'))
    return onExpression(before, after, seed)
  const [a, b] = [asRelation(from), asRelation(entry)]
  return a && b ? onEquation(a, b, seed) : []
}

const lastExpression = (entry: Entry): Expression | undefined =>
  onlyChain(entry.statement)?.sides.at(-1)?.expression
const firstExpression = (entry: Entry): Expression | undefined =>
  onlyChain(entry.statement)?.sides[0]?.expression

function asRelation(entry: Entry): Sides | null {
  const [left, right, more] = onlyChain(entry.statement)?.sides ?? []
  return left && right && !more ? { left: left.expression, right: right.expression } : null
}

function onExpression(before: Expression, after: Expression, seed: number): Match[] {
  if (before.kind === 'derivative' && before.order === 1)
    return onDerivative(before.of, before.by, after, seed)
  if (before.kind === 'integral' && !before.bounds) return onIntegral(before.of, before.by, after, seed)
  const matches: Match[] = []
  for (const rule of SLIPS) {
    for (const { result, ...told } of rule.at ? atEveryPlace(before, rule.at) : []) {
      const closeness = closenessOf(result, after, seed)
      if (closeness) matches.push({ rule, closeness, ...told })
    }
  }
  return matches
}

/** 3: the same terms; 2: equal; null: neither. */
function closenessOf(result: Expression, after: Expression, seed: number): 3 | 2 | null {
  if (canonical(result) === canonical(after)) return 3
  if (!alike(result, after, seed)) return null
  return openedTerms(result) === openedTerms(after) ? 3 : 2
}

/** Equal, or equal wherever no variable is negative, as √(x²) and x. */
function alike(a: Expression, b: Expression, seed: number): boolean {
  // Most candidates are far off: one point says so at a hundredth of the cost.
  const at = Object.fromEntries(variablesOf(a, b).map((name, i) => [name, 1.37 + 0.61 * i]))
  const [left, right] = [evaluate(a, at), evaluate(b, at)]
  if (Math.abs(left - right) > 1e-6 * Math.max(1, Math.abs(left), Math.abs(right))) return false
  const compared = compareExpressions(a, b, seed)
  return (
    compared.result === 'equal' ||
    compared.result === 'domain' ||
    (compared.result === 'different' && compared.positiveOnly)
  )
}

function onEquation(before: Sides, after: Sides, seed: number): Match[] {
  const matches: Match[] = []
  const target = [canonical(after.left), canonical(after.right)]
  const consider = (rule: SlipRule, result: Sides, told: Pick<Match, 'question' | 'instead'>): void => {
    const shape = [canonical(result.left), canonical(result.right)]
    if (shape.join() === target.join() || shape.reverse().join() === target.join())
      matches.push({ rule, ...told, closeness: 3 })
    else if (alike(result.left, after.left, seed) && alike(result.right, after.right, seed))
      matches.push({ rule, ...told, closeness: 2 })
    else if (rearranged(result, after, seed)) matches.push({ rule, ...told, closeness: 1 })
  }
  for (const rule of SLIPS) {
    for (const { left, right, ...told } of rule.onEquation?.(before.left, before.right) ?? [])
      consider(rule, { left, right }, told)
    if (!rule.at) continue
    for (const side of ['left', 'right'] as const)
      for (const { result, question, instead } of atEveryPlace(before[side], rule.at))
        consider(
          rule,
          { ...before, [side]: result },
          { question, ...(instead && { instead: { ...before, [side]: instead } }) },
        )
  }
  return matches
}

/** The same equation with terms moved across correctly. */
function rearranged(a: Sides, b: Sides, seed: number): boolean {
  const f = sum([a.left, negative(a.right)])
  const g = sum([b.left, negative(b.right)])
  return alike(f, g, seed) || alike(f, negative(g), seed)
}

/** Slips inside one line: the right side is what a slip makes of the left, or of what is differentiated. */
function fromEquality(entry: Entry, proof: Proof, seed: number): Match[] {
  const chain = entry.written.cases
    .flat()
    .find((one) => one.sides.some((side) => side.text === proof.values[1]?.text))
  const at = chain?.sides.findIndex((side) => side.text === proof.values[1]?.text) ?? -1
  const [left, right] = [chain?.sides[at - 1]?.expression, chain?.sides[at]?.expression]
  if (!left || !right) return []
  if (entry.differentiated)
    return onDerivative(entry.differentiated.body, entry.differentiated.parameter, right, seed)
  return onExpression(left, right, seed)
}

function onDerivative(of: Expression, by: string, after: Expression, seed: number): Match[] {
  const matches: Match[] = []
  const results = (rule: SlipRule): Result[] => rule.derivative?.(of, by) ?? []
  const slope = differentiate(of, by)
  for (const rule of variablesOf(of).length > 0 ? SLIPS : []) {
    for (const { result, question } of results(rule)) {
      const closeness = closenessOf(result, after, seed)
      if (closeness) matches.push({ rule, question, closeness, ...(slope && { instead: tidied(slope) }) })
    }
  }
  return matches
}

function onIntegral(of: Expression, by: string, after: Expression, seed: number): Match[] {
  const matches: Match[] = []
  const bare = withoutConstant(after)
  for (const rule of SLIPS) {
    for (const { result, ...told } of rule.integral?.(of, by) ?? []) {
      const closeness = closenessOf(result, bare, seed)
      if (closeness) matches.push({ rule, closeness, ...told })
    }
  }
  return matches
}
