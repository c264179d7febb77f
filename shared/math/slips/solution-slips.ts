import { evaluate } from '../evaluate.ts'
import { type Expression, factorsOf, isNumber, someIn, termsOf, variablesOf } from '../expression.ts'
import { asEquation, onlyChain, type Statement, sidesOf } from '../statement.ts'
import type { Proof, QuestionId, Slip, SlipId } from '../verdict.ts'
import { canonical } from './canonical.ts'
import { ask } from './slip-rule.ts'
import { bothBranches, bothRoots, broughtToZero, eachFactorZero } from './solution-steps.ts'

const slip = (id: SlipId & QuestionId, step: string | null, ...about: string[]): Slip => ({
  id,
  question: ask(id, ...about),
  ...(step !== null && { step }),
})

/** Slips that show in which solution got lost or came in, not in the terms of a line. */
export function solutionSlip(before: Statement, after: Statement, proof: Proof): Slip | null {
  const misused = zeroProduct(before, after)
  if (misused) return misused
  if (proof.kind === 'solution-gained') {
    const [name] = Object.keys(proof.at)
    const squared = proof.values[0] && sidesOf(before).some((side) => hasNarrowDomain(side.expression))
    if (!squared || name === undefined) return flippedRoots(before, after)
    // The right line is the answer itself.
    return slip('extraneous-root', null, name)
  }
  if (proof.kind === 'sides-differ') return absoluteBranch(before, after)
  if (proof.kind !== 'solution-lost') return null
  return (
    flippedRoots(before, after) ??
    absoluteBranch(before, after) ??
    missingSign(before, after, proof) ??
    dividedByVariable(before, proof)
  )
}

const hasNarrowDomain = (e: Expression): boolean =>
  someIn(
    e,
    (part) =>
      part.kind === 'root' ||
      (part.kind === 'call' && ['ln', 'log'].includes(part.name)) ||
      part.kind === 'quotient',
  )

function absoluteBranch(before: Statement, after: Statement): Slip | null {
  const hasAbs = (statement: Statement): boolean =>
    sidesOf(statement).some((side) => someIn(side.expression, (e) => e.kind === 'call' && e.name === 'abs'))
  if (!hasAbs(before) || hasAbs(after)) return null
  return slip('absolute-value-one-branch', bothBranches(before))
}

function missingSign(before: Statement, after: Statement, proof: Proof): Slip | null {
  const equation = asEquation(before)
  const name = Object.keys(proof.at)[0]
  const lost = name === undefined ? undefined : proof.at[name]
  if (!equation || lost === undefined || lost === 0) return null
  const even = [equation.left, equation.right].find(({ expression: e }) =>
    someIn(
      e,
      (part) =>
        part.kind === 'power' && part.exponent.kind === 'number' && Number(part.exponent.text) % 2 === 0,
    ),
  )
  const linear = sidesOf(after).every(
    (side) => !someIn(side.expression, (e) => e.kind === 'power' && variablesOf(e).length > 0),
  )
  if (!even || !linear || keptSide(equation.left.expression) === null) return null
  return slip('missing-plus-minus', bothRoots(before))
}

/** The base of a square that stands alone on its side. */
function keptSide(e: Expression): Expression | null {
  const core = e.kind === 'product' ? e.factors.find((factor) => variablesOf(factor).length > 0) : e
  return core?.kind === 'power' ? core.base : null
}

function dividedByVariable(before: Statement, proof: Proof): Slip | null {
  const equation = asEquation(before)
  if (!equation) return null
  const terms = [...termsOf(equation.left.expression), ...termsOf(equation.right.expression)]
    .map((term) => (term.kind === 'negative' ? term.of : term))
    .filter((term) => !isNumber(term, 0))
  // Every term has a factor that is zero at the lost point.
  const common =
    terms.length > 0 && terms.every((term) => factorsOf(term).some((factor) => isNil(factor, proof)))
  if (!common) return null
  const name = Object.keys(proof.at)[0] ?? 'x'
  return slip('divides-by-variable', broughtToZero(before), name)
}

function isNil(factor: Expression, proof: Proof): boolean {
  const base = factor.kind === 'power' ? factor.base : factor.kind === 'quotient' ? factor.over : factor
  return variablesOf(base).length > 0 && Math.abs(evaluate(base, proof.at)) < 1e-9
}

/** (x − 2)(x + 3) = 0 → x = −2 or x = 3. */
function zeroProduct(before: Statement, after: Statement): Slip | null {
  const equation = asEquation(before)
  if (equation?.left.expression.kind !== 'product' || isNumber(equation.right.expression, 0)) return null
  const { factors } = equation.left.expression
  const each = after.cases.every((chains) => {
    const case_ = asEquation({ ...after, cases: [chains] })
    const factor = factors.some((one) => case_ && canonical(one) === canonical(case_.left.expression))
    return factor && case_ && canonical(case_.right.expression) === canonical(equation.right.expression)
  })
  if (!each) return null
  return slip('zero-product-misused', broughtToZero(before))
}

function flippedRoots(before: Statement, after: Statement): Slip | null {
  const equation = asEquation(before)
  const product = equation?.left.expression
  if (!equation || product?.kind !== 'product' || !isNumber(equation.right.expression, 0)) return null
  const values = after.cases.flatMap((chains) => {
    const right = onlyChain({ ...after, cases: [chains] })?.sides[1]?.expression
    return right ? [evaluate(right, {})] : []
  })
  const [name] = variablesOf(product)
  if (name === undefined || values.length === 0) return null
  const flipped = values.every((value) => Math.abs(evaluate(product, { [name]: -value })) < 1e-9)
  const wrong = values.some((value) => Math.abs(evaluate(product, { [name]: value })) > 1e-9)
  if (!flipped || !wrong) return null
  return slip('root-sign-flipped', eachFactorZero(before), name)
}
